using System.Text;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>All claims as a table, each with its working folded below it.</summary>
internal static class ClaimTable
{
    /// <summary>Appends the table.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="report">The report.</param>
    public static void Append(StringBuilder html, CheckReport report)
    {
        html.Append("<section aria-labelledby=\"claims\">\n<h2 id=\"claims\">Claims</h2>\n");
        if (report.Claims.IsEmpty)
        {
            html.Append("<p>No claims were found.</p>\n</section>\n");
            return;
        }

        html.Append("<table>\n<thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">The article says</th><th scope=\"col\">The data say</th><th scope=\"col\">About</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
        foreach (var claim in report.Claims)
        {
            AppendRow(html, claim);
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static void AppendRow(StringBuilder html, CheckedClaim claim)
    {
        var sign = VerdictSign.Of(claim.Verdict);
        var computed = claim.Computed is { } value ? CheckPage.Escape(Figure.Text(value.Value, value.Unit)) : "–";
        var subject = claim.Subject.Id is { } id ? $"<code>{CheckPage.Escape(id)}</code>" : CheckPage.Escape(claim.Subject.Text);
        var window = claim.Window is { } span && CheckSummary.Days(span) is { } days ? $"<br><span class=\"days\">{days}</span>" : "";
        html.Append($"<tr id=\"{CheckPage.Escape(claim.Id)}\">")
            .Append($"<th scope=\"row\" class=\"{sign.Name}\" data-label=\"Verdict\"><span aria-hidden=\"true\">{sign.Mark}</span> {sign.Name}</th>")
            .Append($"<td data-label=\"The article says\">“{CheckPage.Escape(claim.Span.Text)}”</td>")
            .Append($"<td data-label=\"The data say\">{computed}</td>")
            .Append($"<td data-label=\"About\">{subject}{window}</td>")
            .Append("<td data-label=\"Why\">")
            .Append(CheckPage.Escape(claim.Reason));
        AppendWorking(html, claim);
        html.Append("</td></tr>\n");
    }

    private static void AppendWorking(StringBuilder html, CheckedClaim claim)
    {
        if (claim.Working is null && claim.Readings.IsEmpty && claim.Expression is null)
        {
            return;
        }

        html.Append("<details><summary>Working</summary><dl>");
        Item(html, "sentence", claim.Sentence);
        Item(html, "subject", CheckSummary.Understood(claim.Subject.Text, claim.Subject.How));
        Item(html, "window", claim.Window is { } window ? CheckSummary.Understood(window.Text, window.How) : null);
        Item(html, "said by", claim.Attribution);
        Item(html, "expression", claim.Expression);
        if (claim.Working is { } working)
        {
            Item(html, "formula", working.Formula);
            foreach (var step in working.Steps)
            {
                Item(html, step.Name, $"{step.Formula} = {Figure.Text(step.Value, step.Unit.ToString())}");
            }

            foreach (var input in working.Inputs)
            {
                Item(html, "input", $"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} = {Figure.Exact(input.Value)} ({input.Source})");
            }

            foreach (var convention in working.Conventions)
            {
                Item(html, "note", convention);
            }
        }

        foreach (var reading in claim.Readings)
        {
            Item(html, "reading", CheckSummary.Reading(reading));
        }

        html.Append("</dl></details>");
    }

    private static void Item(StringBuilder html, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append($"<dt>{CheckPage.Escape(name)}</dt><dd>{CheckPage.Escape(text)}</dd>");
        }
    }
}
