using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Looks for what is wrong with the data of a package before it gets into print.</summary>
/// <remarks>docs/methodology/data-package.md says what each code means and which thresholds it has.</remarks>
public static class DataCheck
{
    /// <summary>The codes of findings, each with what it means.</summary>
    public static ImmutableSortedDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["bad-row"] = "A row could not be read and was left out.",
        ["duplicate"] = "A key occurs twice; the first row was kept.",
        ["ends-early"] = "A series ends before the others of its file and exchange.",
        ["gap"] = "The exchange traded and there is no row.",
        ["missing-values"] = "Rows are there and a column of them is empty.",
        ["mixed-basis"] = "Two columns or files that should tell the same prices differ by more than their bases explain.",
        ["no-calendar"] = "An exchange lists no closures, so holidays and gaps cannot be told apart.",
        ["non-positive"] = "A price of zero or less, or a negative quantity, was treated as missing.",
        ["out-of-order"] = "Rows were not in date order and were sorted.",
        ["overlap"] = "Two memberships of one instrument in one index overlap.",
        ["split-jump"] = "A price jumps by a ratio that looks like a split which no action explains.",
        ["spike"] = "A price jumps and is back on the next row.",
        ["stale"] = "A close repeats day after day.",
        ["unexpected-session"] = "There are rows for a day on which the exchange was closed.",
        ["unknown-instrument"] = "Rows are about something that the instruments table does not have.",
        ["zero-volume"] = "Rows have a price and no volume; the price may be a filler.",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Checks an opened package.</summary>
    /// <param name="loaded">The market and the problems of its rows.</param>
    public static DataReport Run(Loaded<Market> loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return Run(loaded.Value, loaded.Problems);
    }

    /// <summary>Checks a market.</summary>
    /// <param name="market">The market.</param>
    /// <param name="problems">The problems of its rows, as opening it reported them.</param>
    public static DataReport Run(Market market, ImmutableArray<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(market);
        var peers = PeerGroup.Of(market);
        var findings = RowFindings.Find(problems)
            .Concat(peers.SelectMany(SessionCheck.Find))
            .Concat(peers.SelectMany(group => EndsEarlyCheck.Find(market, group)))
            .Concat(CalendarCheck.Find(market, peers))
            .Concat(JumpCheck.Find(market))
            .Concat(StaleCheck.Find(market))
            .Concat(BasisCheck.Find(market))
            .Concat(ValueCheck.Find(market))
            .Concat(MembershipCheck.Find(market));
        return new DataReport(market.Name, market.Sha256, [.. findings
            .OrderBy(finding => finding.Severity)
            .ThenByDescending(finding => finding.Instruments.Length)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Days.IsEmpty ? default : finding.Days[0])
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)]);
    }
}
