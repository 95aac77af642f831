using System.Net;
using System.Security.Cryptography;
using System.Text;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>A check as one page that opens without a network: the marked article, the claims, the legend. No script.</summary>
internal static class CheckPage
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; its texts are escaped, whatever they hold.</param>
    public static string Render(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var style = CheckPageStyle.Text;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var html = new StringBuilder();
        html.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(report.Article.File)}, checked against {Escape(report.DataName)}</title>
            <style>{style}</style>
            </head>
            <body>
            <header>
            <p class="brand">Touchstone</p>
            <h1>{Escape(report.Article.File)}</h1>
            <p>Checked against <b>{Escape(report.DataName)}</b>. {Published(report)}</p>

            """);
        AppendCounts(html, report);
        html.Append("</header>\n<main>\n");
        MarkedArticle.Append(html, report);
        AppendLegend(html);
        ClaimTable.Append(html, report);
        html.Append("</main>\n");
        html.Append($"""
            <footer>
            <p>Article sha256 <code>{Escape(report.Article.Sha256)}</code></p>
            <p>Data sha256 <code>{Escape(report.DataSha256)}</code></p>
            </footer>
            </body>
            </html>

            """);
        return html.ToString();
    }

    /// <summary>A text with everything that HTML could act on made inert.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Published(CheckReport report)
    {
        var published = report.Published is { } day ? $"Published {day:yyyy-MM-dd} ({Escape(report.PublishedHow)})." : $"Publication day: {Escape(report.PublishedHow)}.";
        return published + string.Concat(CheckSummary.AsOf(report).Select(asOf => $" As of {Escape(asOf.Days)}{(asOf.How == report.PublishedHow ? "" : $" ({Escape(asOf.How)})")}."));
    }

    private static void AppendCounts(StringBuilder html, CheckReport report)
    {
        html.Append("<ul class=\"counts\">\n");
        foreach (var sign in VerdictSign.All)
        {
            var count = report.Claims.Count(claim => claim.Verdict == sign.Verdict);
            if (count > 0)
            {
                html.Append($"<li class=\"{sign.Name}\"><span aria-hidden=\"true\">{sign.Mark}</span> <b>{count}</b> {sign.Name}</li>\n");
            }
        }

        html.Append($"</ul>\n<p class=\"coverage\">{Escape(CheckSummary.Coverage(report.Coverage))}.</p>\n");
    }

    private static void AppendLegend(StringBuilder html)
    {
        html.Append("<section class=\"legend\" aria-labelledby=\"legend\">\n<h2 id=\"legend\">Legend</h2>\n<dl>\n");
        foreach (var sign in VerdictSign.All)
        {
            html.Append($"<div><dt><mark class=\"{sign.Name}\">{sign.Name}</mark><sup class=\"sign {sign.Name}\" aria-hidden=\"true\">{sign.Mark}</sup></dt><dd>{sign.Meaning}</dd></div>\n");
        }

        html.Append("<div><dt><span class=\"unread\">unread</span></dt><dd>A number that was not understood.</dd></div>\n</dl>\n</section>\n");
    }
}
