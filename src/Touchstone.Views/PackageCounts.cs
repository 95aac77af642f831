using Touchstone.Data;

namespace Touchstone.Views;

/// <summary>How much a package holds.</summary>
internal static class PackageCounts
{
    /// <summary>What is counted, and how many, in reading order.</summary>
    /// <param name="market">The package.</param>
    public static IReadOnlyList<(string Name, int Count)> Of(Market market)
    {
        var rows = market.Rows;
        return
        [
            ("instruments", rows.Instruments.Length),
            ("exchanges", rows.Exchanges.Length),
            ("bars", rows.Prices.Sum(history => history.Count)),
            ("observations", rows.Observations.Sum(series => series.Count)),
            ("shares", rows.Shares.Length),
            ("actions", rows.Actions.Length),
            ("constituents", rows.Constituents.Length),
            ("divisors", rows.Divisors.Length),
            ("rates", rows.Fx.Sum(pair => pair.Rates.Count)),
            ("events", rows.Events.Length),
        ];
    }
}
