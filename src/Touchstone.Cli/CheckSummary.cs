using Touchstone.Claims;

namespace Touchstone.Cli;

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
