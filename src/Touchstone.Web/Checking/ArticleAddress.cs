using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Touchstone.Claims;

namespace Touchstone.Web.Checking;

/// <summary>An article as a part of an address, so that a check can be found again though the server keeps no article: UTF-8, Brotli, base64 for addresses, and before it the beginning of its hash.</summary>
internal static class ArticleAddress
{
    /// <summary>The longest form: what a request line has room for besides the rest of the question.</summary>
    public const int Longest = 14_000;

    private const int HashBytes = 6;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The form of a text, or null when it is too long for an address.</summary>
    /// <param name="text">The text.</param>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        packed.Write(HashOf(bytes));
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        var form = Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return form.Length <= Longest ? form : null;
    }

    /// <summary>The text of a form.</summary>
    /// <param name="form">The form.</param>
    /// <returns>The text; or null when the form is cut, changed, or holds more than an article may have.</returns>
    public static string? Read(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            var packed = Base64Url.DecodeFromChars(form);
            if (packed.Length < HashBytes)
            {
                return null;
            }

            using var rest = new MemoryStream(packed, HashBytes, packed.Length - HashBytes);
            using var brotli = new BrotliStream(rest, CompressionMode.Decompress);
            using var text = new MemoryStream();
            var block = new byte[1 << 14];
            int count;
            while ((count = brotli.Read(block)) > 0)
            {
                text.Write(block, 0, count);
                if (text.Length > ArticleReader.MostBytes)
                {
                    return null;
                }
            }

            // What is cut short unpacks without a complaint; the hash tells.
            var bytes = text.GetBuffer().AsSpan(0, (int)text.Length);
            return HashOf(bytes).SequenceEqual(packed.AsSpan(0, HashBytes)) ? Strict.GetString(bytes) : null;
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> HashOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, HashBytes);
}
