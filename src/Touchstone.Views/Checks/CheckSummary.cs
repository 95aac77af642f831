using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>Sentences about a report that every view shares.</summary>
internal static class CheckSummary
{
    /// <summary>How many claims there are of each verdict: <c>12: 9 confirmed, 1 near, 2 contradicted</c>.</summary>
    public static string Verdicts(CheckReport report)
    {
        var counts = VerdictSign.All
            .Select(sign => (sign.Name, Count: report.Claims.Count(claim => claim.Verdict == sign.Verdict)))
            .Where(item => item.Count > 0)
            .Select(item => $"{item.Count} {item.Name}");
        return report.Claims.IsEmpty ? "none found" : $"{report.Claims.Length}: {string.Join(", ", counts)}";
    }

    /// <summary>The sessions that the article speaks of, exchanges of one day together: <c>XHKG, XSHG 2025-02-28; XNYS 2025-02-27</c>, and how they are known.</summary>
    public static IEnumerable<(string Days, string How)> AsOf(CheckReport report) => report.AsOf
        .GroupBy(asOf => asOf.How)
        .Select(known => (string.Join("; ", known.GroupBy(asOf => asOf.Date).Select(day => $"{string.Join(", ", day.Select(asOf => asOf.Exchange))} {day.Key:yyyy-MM-dd}")), known.Key));

    /// <summary>The days of a claim, or null when none is known; a claim about one day has no first day.</summary>
    public static string? Days(ClaimWindow window) => (window.From, window.To) switch
    {
        ({ } from, { } to) => $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}",
        (null, { } to) => $"as of {to:yyyy-MM-dd}",
        ({ } from, null) => $"from {from:yyyy-MM-dd}",
        _ => null,
    };

    /// <summary>The words for something, quoted, and how they were understood.</summary>
    public static string Understood(string words, string how) => words.Length == 0 ? how : $"“{words}”, {how}";

    /// <summary>How much was read.</summary>
    public static string Coverage(Coverage coverage) =>
        $"{coverage.Numbers} {(coverage.Numbers == 1 ? "number" : "numbers")} seen: {coverage.Claims} read as claims, {coverage.Masked} masked, {coverage.Unread} unread";

    /// <summary>A reading that was tried: what it gave, and whether the claim holds under it.</summary>
    public static string Reading(Reading reading)
    {
        var value = reading.Value is { } number ? Figure.Text(number, reading.Unit) : "no answer";
        var holds = reading.Holds switch { true => ", holds", false => ", fails", null => "" };
        return $"{reading.Expression} = {value}{holds}{(reading.Note.Length == 0 ? "" : $": {reading.Note}")}";
    }
}
