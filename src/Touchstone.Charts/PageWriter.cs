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
    private static readonly Lazy<string> Library = new(() => Resource("echarts.js"));

    private static readonly Lazy<string> Script = new(() => Resource("page.js"));

    private static readonly Lazy<string> Style = new(() => Resource("page.css"));

    /// <summary>Renders a page.</summary>
    /// <param name="page">The page; its texts are escaped, whatever they hold.</param>
    public static string Render(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var html = new StringBuilder();
        html.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {HashOf(Library.Value)} {HashOf(Script.Value)}; style-src {HashOf(Style.Value)}; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(page.Title)}</title>
            <style>{Style.Value}</style>
            </head>
            <body>
            <header>
            <p class="brand">Touchstone</p>
            <h1>{Escape(page.Title)}</h1>
            <p class="lead">{Escape(page.Lead)}</p>
            </header>
            <main>

            """);
        for (var i = 0; i < page.Sections.Length; i++)
        {
            AppendSection(html, page.Sections[i], i);
        }

        html.Append("</main>\n<footer>\n");
        foreach (var line in page.Footer)
        {
            html.Append($"<p>{Escape(line)}</p>\n");
        }

        html.Append("</footer>\n");
        foreach (var (section, i) in page.Sections.Select((section, i) => (section, i)).Where(pair => pair.section.Chart is not null))
        {
            html.Append($"<script type=\"application/json\" id=\"option-{i}\">{ChartOption.Json(section.Chart!)}</script>\n");
        }

        html.Append($"<script>{Library.Value}</script>\n<script>{Script.Value}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>A text with everything that HTML could act on made inert.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void AppendSection(StringBuilder html, PageSection section, int i)
    {
        html.Append($"<section aria-labelledby=\"section-{i}\">\n<h2 id=\"section-{i}\">{Escape(section.Heading)}</h2>\n");
        if (section.Text is { } text)
        {
            html.Append($"<p>{Escape(text)}</p>\n");
        }

        if (section.Chart is { } chart)
        {
            // The policy forbids style attributes, so the script sets the height.
            html.Append($"<figure class=\"figure\">\n<div class=\"chart\" role=\"img\" aria-label=\"{Escape(chart.Summary)}\" data-chart=\"option-{i}\" data-height=\"{ChartOption.HeightOf(chart)}\"></div>\n");
            html.Append($"<details>\n<summary>{Escape(chart.Table.Caption)}: {chart.Table.Rows.Length} rows</summary>\n<div class=\"scroll tall\">\n");
            AppendTable(html, chart.Table, "");
            html.Append("</div>\n</details>\n</figure>\n");
        }

        if (section.Table is { } table)
        {
            html.Append($"<p class=\"caption\" id=\"caption-{i}\">{Escape(table.Caption)}</p>\n<div class=\"scroll\">\n");
            AppendTable(html, table, $" aria-labelledby=\"caption-{i}\"");
            html.Append("</div>\n");
        }

        if (!section.Terms.IsEmpty)
        {
            html.Append("<dl>\n");
            foreach (var (term, said) in section.Terms)
            {
                html.Append($"<dt>{Escape(term)}</dt><dd>{Escape(said)}</dd>\n");
            }

            html.Append("</dl>\n");
        }

        html.Append("</section>\n");
    }

    private static void AppendTable(StringBuilder html, ChartTable table, string label)
    {
        html.Append($"<table{label}>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append($"<th scope=\"col\"{(column.IsNumber ? " class=\"number\"" : "")}>{Escape(column.Title)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Append($"<td{(table.Columns[i].IsNumber ? " class=\"number\"" : "")}>{Escape(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(PageWriter).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library holds no {name}.");
        using var reader = new StreamReader(stream);

        // A browser reads line ends as line feeds before it hashes.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
