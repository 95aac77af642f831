using Touchstone.Claims;

namespace Touchstone.Cli.Terminal;

/// <summary>A check for reading on a terminal: the claims in reading order, then the count.</summary>
internal static class CheckView
{
    private const int WorkingIndent = 2;
    private const int LongestUnread = 40;

    /// <summary>The lines of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="verbose">Whether to show the working of every claim.</param>
    public static IEnumerable<SheetLine> Of(CheckReport report, bool verbose)
    {
        foreach (var claim in report.Claims)
        {
            if (verbose && claim != report.Claims[0])
            {
                yield return SheetLine.Empty;
            }

            foreach (var line in OfClaim(claim, verbose))
            {
                yield return line;
            }
        }

        if (!report.Claims.IsEmpty)
        {
            yield return SheetLine.Empty;
        }

        foreach (var (days, how) in CheckSummary.AsOf(report))
        {
            yield return new SheetLine("as of", $"{days}, {how}", Tone.Muted);
        }

        yield return new SheetLine("claims", CheckSummary.Verdicts(report), Tone.Strong);
        yield return new SheetLine("coverage", CheckSummary.Coverage(report.Coverage), Tone.Strong);
        if (!report.Unread.IsEmpty)
        {
            yield return new SheetLine("unread", string.Join(" · ", report.Unread.Select(span => Short(span.Text))), Tone.Strong);
        }
    }

    private static IEnumerable<SheetLine> OfClaim(CheckedClaim claim, bool verbose)
    {
        var sign = VerdictSign.Of(claim.Verdict);
        yield return new SheetLine($"{sign.Mark} {sign.Name}", $"“{claim.Span.Text}”", ToneOf(claim.Verdict), Tone.Strong);
        var result = (claim.Computed, claim.Expression) switch
        {
            ({ } computed, { } expression) => $"{Figure.Text(computed.Value, computed.Unit)} = {expression}",
            ({ } computed, null) => Figure.Text(computed.Value, computed.Unit),
            (null, { } expression) => expression,
            _ => null,
        };
        if (result is not null)
        {
            yield return new SheetLine("", result);
        }

        if (claim.Reason.Length > 0 && (verbose || claim.Verdict != Verdict.Confirmed))
        {
            yield return new SheetLine("", claim.Reason, TextTone: Tone.Muted);
        }

        if (!verbose)
        {
            yield break;
        }

        foreach (var line in OfWorking(claim))
        {
            yield return line;
        }
    }

    private static IEnumerable<SheetLine> OfWorking(CheckedClaim claim)
    {
        yield return new SheetLine("claim", $"{claim.Id}, {claim.Type}", Tone.Muted, Indent: WorkingIndent);
        var subject = claim.Subject;
        yield return new SheetLine("subject", $"{subject.Id ?? "unknown"}: {CheckSummary.Understood(subject.Text, subject.How)}", Tone.Muted, Indent: WorkingIndent);
        if (claim.Window is { } window)
        {
            yield return new SheetLine("window", $"{(CheckSummary.Days(window) is { } days ? $"{days}: " : "")}{CheckSummary.Understood(window.Text, window.How)}", Tone.Muted, Indent: WorkingIndent);
        }

        if (claim.Attribution is { } attribution)
        {
            yield return new SheetLine("said by", attribution, Tone.Muted, Indent: WorkingIndent);
        }

        if (claim.Working is { } working)
        {
            foreach (var line in WorkingLines.Of(working, WorkingIndent))
            {
                yield return line;
            }
        }

        foreach (var reading in claim.Readings)
        {
            yield return new SheetLine("reading", CheckSummary.Reading(reading), Tone.Muted, Indent: WorkingIndent);
        }
    }

    private static string Short(string text) => text.Length <= LongestUnread ? text : $"{text[..LongestUnread]}…";

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => Tone.Good,
        Verdict.Near or Verdict.OtherReading or Verdict.Implausible => Tone.Caution,
        Verdict.Contradicted or Verdict.Inconsistent => Tone.Bad,
        _ => Tone.Muted,
    };
}
