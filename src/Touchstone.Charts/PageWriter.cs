using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Touchstone.Charts;

/// <summary>Writes a page as one HTML file that opens without a network: the chart library and all data are inside.</summary>
/// <remarks>
/// The page's own policy allows two scripts and one style sheet, each by its hash, and nothing else: no request leaves the file, and should
/// a text of the data ever pass for markup, the browser still refuses to act on it. Tooltips are drawn, not made of HTML.
/// </remarks>
public static class PageWriter
{
    private static readonly Lazy<string> Script = new(() => ChartAssets.Script + ChartAssets.Resource("page.js"));

    private static readonly Lazy<string> Style = new(() => ChartAssets.Style + ChartAssets.Resource("page.css"));

    private static readonly Lazy<string> Policy = new(() => $"default-src 'none'; script-src {HashOf(ChartAssets.Library)} {HashOf(Script.Value)}; style-src {HashOf(Style.Value)}; base-uri 'none'; form-action 'none'");

    /// <summary>Renders a page.</summary>
    /// <param name="page">The page; its texts are escaped, whatever they hold.</param>
    public static string Render(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var html = new StringBuilder();
        var figures = new FigureWriter();
        html.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy.Value}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(page.Title)}</title>
            <style>{Style.Value}</style>
            </head>
            <body>
            <header>
            <p class="brand">Touchstone</p>

            """);
        html.Append("<h1>");
        TextWriting.AppendRuns(html, page.Headline.IsEmpty ? [new PageRun(page.Title)] : page.Headline);
        html.Append($"</h1>\n</header>\n<main>\n<article>\n<p class=\"lead\">{Escape(page.Lead)}</p>\n");
        var count = 0;
        foreach (var section in page.Sections)
        {
            AppendSection(html, section, count++, figures);
        }

        html.Append("</article>\n");
        foreach (var section in page.Remarks)
        {
            AppendSection(html, section, count++, figures);
        }

        html.Append("</main>\n<footer>\n");
        foreach (var line in page.Footer)
        {
            html.Append($"<p>{Escape(line)}</p>\n");
        }

        html.Append("</footer>\n");
        NoteWriting.Append(html, page.Notes);
        figures.AppendOptions(html);
        html.Append($"<script>{ChartAssets.Library}</script>\n<script>{Script.Value}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>A text with everything that HTML could act on made inert.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void AppendSection(StringBuilder html, PageSection section, int i, FigureWriter figures)
    {
        // One chart stands beside its text where there is room for both.
        var beside = section is { Charts.Length: 1, Paragraphs.IsEmpty: false } ? " class=\"beside\"" : "";
        html.Append($"<section{beside} aria-labelledby=\"section-{i}\">\n<h2 id=\"section-{i}\">{Escape(section.Heading)}</h2>\n");
        if (section.Text is { } text)
        {
            html.Append($"<p>{Escape(text)}</p>\n");
        }

        TextWriting.AppendParagraphs(html, section.Paragraphs);
        figures.Append(html, section.Charts);
        if (section.Table is { } table)
        {
            TableWriting.AppendWithCaption(html, table, $"caption-{i}");
        }

        TextWriting.AppendTerms(html, section.Terms);
        html.Append("</section>\n");
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
