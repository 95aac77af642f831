using System.Text;
using Touchstone.Claims;

namespace Touchstone.Cli.Html;

/// <summary>The article with each claim marked. Claims may overlap or nest: the text is cut wherever a claim begins or ends.</summary>
internal static class MarkedArticle
{
    /// <summary>Appends the article.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="report">The report.</param>
    public static void Append(StringBuilder html, CheckReport report)
    {
        html.Append("<article aria-label=\"The article, marked\">\n");
        var text = report.Article.Text;
        var start = 0;
        var begun = new HashSet<string>(StringComparer.Ordinal);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                // Markdown's signs for a heading give way to the look of one.
                var heading = text.AsSpan(start, end - start).IndexOfAnyExcept('#') is > 0 and < 7 and var signs && text[start + signs] == ' ' ? signs + 1 : 0;
                html.Append(heading > 0 ? "<p class=\"heading\">" : "<p>");
                AppendLine(html, report, start + heading, end, begun);
                html.Append("</p>\n");
            }

            start = end + 1;
        }

        html.Append("</article>\n");
    }

    private static void AppendLine(StringBuilder html, CheckReport report, int start, int end, HashSet<string> begun)
    {
        var claims = report.Claims.Where(claim => claim.Span.Length > 0 && claim.Span.Start < end && claim.Span.End > start).ToList();
        var unread = report.Unread.Where(span => span.Start < end && span.End > start).ToList();
        var cuts = claims.Select(claim => claim.Span).Concat(unread)
            .SelectMany(span => new[] { span.Start, span.End })
            .Append(start)
            .Append(end)
            .Where(cut => cut >= start && cut <= end)
            .Distinct()
            .Order()
            .ToList();
        for (var piece = 0; piece + 1 < cuts.Count; piece++)
        {
            var (from, to) = (cuts[piece], cuts[piece + 1]);
            var words = CheckPage.Escape(report.Article.Text[from..to].TrimEnd('\r'));
            var over = claims.Where(claim => claim.Span.Start <= from && claim.Span.End >= to).ToList();
            if (over.Count == 0)
            {
                html.Append(unread.Any(span => span.Start <= from && span.End >= to) ? $"<span class=\"unread\">{words}</span>" : words);
                continue;
            }

            AppendPiece(html, from, words, over, over.Where(claim => claim.Span.End == to || (to == end && claim.Span.End > end)).ToList(), begun);
        }
    }

    /// <summary>A piece under one or more claims: it looks like the gravest of them and tells the working of all.</summary>
    private static void AppendPiece(StringBuilder html, int from, string words, List<CheckedClaim> over, List<CheckedClaim> ending, HashSet<string> begun)
    {
        var fresh = over.Where(claim => begun.Add(claim.Id)).ToList();
        var note = $"note-{from}";
        var stop = fresh.Count > 0 ? " tabindex=\"0\"" : "";
        html.Append($"<mark class=\"{VerdictSign.Of(Gravest(over)).Name}\"{stop} aria-describedby=\"{CheckPage.Escape(note)}\">{words}</mark>");
        html.Append($"<span class=\"note\" role=\"tooltip\" id=\"{CheckPage.Escape(note)}\">");
        foreach (var claim in over)
        {
            ClaimNote.Append(html, claim);
        }

        html.Append("</span>");
        foreach (var claim in ending)
        {
            var sign = VerdictSign.Of(claim.Verdict);
            html.Append($"<sup class=\"sign {sign.Name}\"><a href=\"#{CheckPage.Escape(claim.Id)}\" aria-label=\"{sign.Name}: claim {CheckPage.Escape(claim.Id)} in the table\">{sign.Mark}</a></sup>");
        }
    }

    private static Verdict Gravest(List<CheckedClaim> claims) => claims.MinBy(claim => claim.Verdict switch
    {
        Verdict.Contradicted => 0,
        Verdict.Inconsistent => 1,
        Verdict.Implausible => 2,
        Verdict.OtherReading => 3,
        Verdict.Near => 4,
        Verdict.Confirmed => 5,
        Verdict.Pending => 6,
        _ => 7,
    })!.Verdict;
}
