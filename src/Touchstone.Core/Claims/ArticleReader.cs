using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;

namespace Touchstone.Claims;

/// <summary>An article, or why the bytes are none.</summary>
/// <param name="Article">The article, or null.</param>
/// <param name="Problem">The reason there is none, or null.</param>
public sealed record ReadArticle(Article? Article, Problem? Problem);

/// <summary>Reads articles from plain text, Markdown and HTML.</summary>
public static class ArticleReader
{
    /// <summary>The largest article, in bytes: 4 MiB, some thousand pages.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Reads an article. HTML (by name or by its first characters) becomes the text a reader sees; Markdown and plain text are taken as they are.</summary>
    /// <param name="fileName">The file's name, or <c>-</c> for standard input.</param>
    /// <param name="bytes">UTF-8 text, with or without a byte order mark.</param>
    /// <returns>The article; or a problem when the bytes are too many, not UTF-8, or not text.</returns>
    public static ReadArticle Read(string fileName, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > MostBytes)
        {
            return Bad($"{Name(fileName)} has {bytes.Length:#,##0} bytes; an article may have at most {MostBytes:#,##0}.");
        }

        if (bytes.AsSpan() is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Bad($"{Name(fileName)} is UTF-16 text; save it as UTF-8.");
        }

        var content = bytes.AsSpan();
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            content = content[3..];
        }

        if (content.Contains((byte)0))
        {
            return Bad($"{Name(fileName)} is not text: it holds bytes of zero. Expected UTF-8 text, Markdown or HTML.");
        }

        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException error)
        {
            return Bad($"{Name(fileName)} is not UTF-8 text: the byte at position {error.Index} cannot be read. Save it as UTF-8.");
        }

        text = text.ReplaceLineEndings("\n");
        if (IsHtml(fileName, text))
        {
            text = HtmlText.Of(new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(text));
        }

        return text.AsSpan().IsWhiteSpace()
            ? Bad($"{Name(fileName)} holds no text.")
            : new ReadArticle(new Article(fileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), text), null);
    }

    private static string Name(string fileName) => fileName == "-" ? "Standard input" : fileName;

    private static ReadArticle Bad(string message) => new(null, new Problem(ProblemKind.BadRow, message));

    private static bool IsHtml(string fileName, string text)
    {
        if (fileName.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
