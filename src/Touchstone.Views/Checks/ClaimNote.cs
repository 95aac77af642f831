using System.Text;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>The short working of a claim, shown beside its words.</summary>
internal static class ClaimNote
{
    private const int InputsShown = 4;

    /// <summary>Appends the note; only inline elements, so that it may stand inside a paragraph.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="claim">The claim.</param>
    public static void Append(StringBuilder html, CheckedClaim claim)
    {
        var sign = VerdictSign.Of(claim.Verdict);
        html.Append($"<span class=\"{sign.Name}\"><b>{sign.Mark} {sign.Name}</b>");
        if (claim.Computed is { } computed)
        {
            html.Append($": data say <b>{CheckPage.Escape(Figure.Text(computed.Value, computed.Unit))}</b>");
        }

        html.Append("</span>");
        Line(html, claim.Reason);
        if (claim.Expression is { } expression)
        {
            html.Append($"<code>{CheckPage.Escape(expression)}</code>");
        }

        if (claim.Working is { } working)
        {
            foreach (var step in working.Steps)
            {
                Line(html, $"{step.Name}: {step.Formula} = {Figure.Text(step.Value, step.Unit.ToString())}");
            }

            foreach (var input in working.Inputs.Take(InputsShown))
            {
                Line(html, $"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} = {Figure.Exact(input.Value)} ({input.Source})");
            }

            if (working.Inputs.Length > InputsShown)
            {
                Line(html, $"and {working.Inputs.Length - InputsShown} more, listed below");
            }
        }
    }

    private static void Line(StringBuilder html, string text)
    {
        if (text.Length > 0)
        {
            html.Append($"<span>{CheckPage.Escape(text)}</span>");
        }
    }
}
