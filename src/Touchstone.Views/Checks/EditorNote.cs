using System.Collections.Immutable;
using System.Text;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>A check as a note in Markdown that a checker sends to an editor: what to correct first, with the rows that show it; then what to look at, what was not checked, what holds.</summary>
internal static class EditorNote
{
    private const int RowsShown = 6;

    private static readonly ImmutableArray<(string Heading, ImmutableArray<Verdict> Verdicts)> Parts =
    [
        ("To correct", [Verdict.Contradicted, Verdict.Inconsistent]),
        ("To look at", [Verdict.Implausible, Verdict.OtherReading, Verdict.Near]),
        ("Not checked", [Verdict.Unchecked, Verdict.Pending]),
        ("Confirmed", [Verdict.Confirmed]),
    ];

    /// <summary>Writes the note.</summary>
    /// <param name="report">The report; whatever its texts hold, Markdown takes them for words.</param>
    /// <returns>Lines that end with a line feed.</returns>
    public static string Write(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var note = new StringBuilder();
        note.Append($"# Check of {Words(report.Article.File)}\n\n");
        note.Append($"Claims: {CheckSummary.Verdicts(report)}. {CheckSummary.Coverage(report.Coverage)}.\n");
        note.Append(report.Published is { } day ? $"Published {day:yyyy-MM-dd} ({Words(report.PublishedHow)}).\n" : $"Publication day: {Words(report.PublishedHow)}.\n");
        foreach (var (days, how) in CheckSummary.AsOf(report))
        {
            note.Append($"As of {Words(days)}{(how == report.PublishedHow ? "" : $" ({Words(how)})")}.\n");
        }

        foreach (var (heading, verdicts) in Parts)
        {
            CheckedClaim[] claims = [.. report.Claims.Where(claim => verdicts.Contains(claim.Verdict))];
            if (claims.Length == 0)
            {
                continue;
            }

            note.Append($"\n## {heading} ({claims.Length})\n\n");
            foreach (var claim in claims)
            {
                AppendClaim(note, claim);
            }
        }

        return note.Append($"\nData {Words(report.DataName)}, sha256 {Words(report.DataSha256)}; article sha256 {Words(report.Article.Sha256)}\n").ToString();
    }

    private static void AppendClaim(StringBuilder note, CheckedClaim claim)
    {
        var sign = VerdictSign.Of(claim.Verdict);
        note.Append($"- **{sign.Mark} {sign.Name}** “{Words(claim.Span.Text)}”");
        if (claim.Computed is { } computed)
        {
            note.Append($": the data say **{Words(Figure.Text(computed.Value, computed.Unit))}**");
        }

        note.Append('\n');
        if (claim.Verdict == Verdict.Confirmed)
        {
            return;
        }

        note.Append($"  {Words(claim.Reason)}\n");
        if (claim.Expression is { } expression)
        {
            note.Append($"  - asked: {Code(expression)}\n");
        }

        foreach (var reading in claim.Readings.Where(reading => reading.Expression != claim.Expression))
        {
            note.Append($"  - also tried: {Code(CheckSummary.Reading(reading))}\n");
        }

        foreach (var input in claim.Working?.Inputs.Take(RowsShown) ?? [])
        {
            note.Append($"  - {Code($"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} = {Figure.Exact(input.Value)}")} ({Words(input.Source)})\n");
        }

        if (claim.Working is { Inputs.Length: > RowsShown and var rows })
        {
            note.Append($"  - and {rows - RowsShown} rows more\n");
        }
    }

    /// <summary>A text as words: on one line, with a backslash before everything that Markdown or HTML acts on.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '!')
            {
                words.Append('\\');
            }

            words.Append(letter);
        }

        return words.ToString();
    }

    /// <summary>A text as code: between more backticks than it has in a row.</summary>
    private static string Code(string text)
    {
        var (most, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            most = Math.Max(most, run);
        }

        var fence = new string('`', most + 1);
        var gap = most > 0 ? " " : "";
        return $"{fence}{gap}{text.ReplaceLineEndings(" ")}{gap}{fence}";
    }
}
