using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Touchstone.Data;

/// <summary>The bytes of one file of a package, read once, with their content hash.</summary>
internal sealed class PackageFile
{
    private const int LongestFile = int.MaxValue - (1 << 16);

    private PackageFile(SourceFile source, byte[] buffer, int length) => (Source, Buffer, Length) = (source, buffer, length);

    /// <summary>Name and content hash.</summary>
    public SourceFile Source { get; }

    /// <summary>The bytes, followed by <see cref="CsvScanner.Padding"/> zero bytes.</summary>
    public byte[] Buffer { get; }

    /// <summary>How many bytes the file has.</summary>
    public int Length { get; }

    /// <summary>The first byte after a byte order mark.</summary>
    public int Start => Text is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <summary>The bytes without the padding.</summary>
    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    /// <summary>Reads a file.</summary>
    /// <param name="folder">The package's folder.</param>
    /// <param name="name">The path inside the package.</param>
    /// <param name="fault">Why it cannot be used, or null.</param>
    public static PackageFile? Read(string folder, string name, out Problem? fault)
    {
        fault = null;
        try
        {
            using var handle = File.OpenHandle(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            var size = RandomAccess.GetLength(handle);
            if (size > LongestFile)
            {
                fault = Fault(name, $"the file has {size} bytes; at most {LongestFile} can be read. Split it into several resources of the same role.");
                return null;
            }

            var buffer = GC.AllocateUninitializedArray<byte>((int)size + CsvScanner.Padding);
            var length = 0;
            while (length < (int)size)
            {
                var read = RandomAccess.Read(handle, buffer.AsSpan(length, (int)size - length), length);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            buffer.AsSpan(length).Clear();
            var hash = Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, length)));
            return new PackageFile(new SourceFile(name, hash), buffer, length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = Fault(name, "the file is missing.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            fault = Fault(name, $"the file cannot be read: {e.Message}");
        }

        return null;
    }

    /// <summary>Why the bytes are no UTF-8 text at all, or null; single bad rows are found later.</summary>
    public Problem? EncodingFault()
    {
        if (Text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Fault(Source.Name, "the file is UTF-16 text; save it as UTF-8.");
        }

        var header = Text[..(Text.IndexOf((byte)'\n') is >= 0 and var line ? line : Length)];
        if (header.Contains((byte)0))
        {
            return Fault(Source.Name, "the first line has NUL bytes; the file is not UTF-8 text.");
        }

        return Utf8.IsValid(header) ? null : Fault(Source.Name, "the first line is not UTF-8 text; save the file as UTF-8.");
    }

    /// <summary>The text of a field.</summary>
    /// <param name="field">Where it lies.</param>
    public string TextOf(CsvField field)
    {
        var text = Encoding.UTF8.GetString(Buffer, field.Start, field.Length);
        return field.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static Problem Fault(string name, string reason) => new(ProblemKind.Structure, reason, name);
}
