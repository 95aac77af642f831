using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The as-traded closes of a package. A close of another day never stands in, but for a stock whose own exchange is closed or whose trading is suspended.</summary>
/// <param name="market">The package.</param>
internal sealed class PackageCloses(Market market)
{
    private readonly Dictionary<InstrumentId, (PriceHistory? History, ExchangeCalendar Calendar)> _known = [];

    /// <summary>The close of a stock on a day, or null.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day.</param>
    public double? On(InstrumentId instrument, DateOnly day) =>
        Of(instrument).History is { } history && history.IndexOn(day) is >= 0 and var row && history.TryGet(PriceField.Close, row, out var close) ? close : null;

    /// <summary>Whether the stock's own exchange trades on a day.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day.</param>
    public bool IsSession(InstrumentId instrument, DateOnly day) => Of(instrument).Calendar.IsSession(day);

    /// <summary>The close with which a stock joins, or stands on a base day: that of the last session of its own exchange on or before the day.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day.</param>
    public double? AtLastSession(InstrumentId instrument, DateOnly day) => On(instrument, Of(instrument).Calendar.OnOrBefore(day));

    /// <summary>The last close of a stock that does not trade, as its splits since then leave it; null when it has never had one.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day, included.</param>
    public double? LastKnown(InstrumentId instrument, DateOnly day) =>
        Of(instrument).History is { } history && history.IndexWithValue(PriceField.Close, day) is >= 0 and var row && history.TryGet(PriceField.Close, row, out var close)
            ? close / ShareRatio.Between(market.Actions(instrument), history.DateAt(row), day)
            : null;

    /// <summary>The problem of members without a close on a day.</summary>
    /// <param name="missing">The members.</param>
    /// <param name="count">How many members there are.</param>
    /// <param name="day">The day.</param>
    public Problem Missing(IReadOnlyList<InstrumentId> missing, int count, DateOnly day)
    {
        var adjusted = missing.Where(instrument => Of(instrument).History is null && market.Prices(instrument) is not null).ToArray();
        if (adjusted.Length > 0)
        {
            return new Problem(
                ProblemKind.Basis,
                $"The closes of {string.Join(", ", adjusted)} are {string.Join(", ", adjusted.Select(instrument => $"'{market.Prices(instrument)!.Basis.CloseText}'").Distinct())}; an index needs closes as traded.",
                market.Prices(adjusted[0])!.File.Name);
        }

        return new Problem(
            ProblemKind.NoData,
            $"No close on {day:yyyy-MM-dd} for {missing.Count} of {count} members, and the package says neither that they are suspended nor that their exchange is closed: {string.Join(", ", missing)}.{Ends(missing, day)}");
    }

    /// <summary>That the package's closes of all of them end before a day, as a sentence after a space; or nothing.</summary>
    private string Ends(IReadOnlyList<InstrumentId> missing, DateOnly day)
    {
        var last = missing.Select(instrument => Of(instrument).History?.Last).ToArray();
        return last.All(end => end < day) ? $" The package's closes of {(missing.Count == 1 ? "it" : "them")} end on {last.Max():yyyy-MM-dd}." : "";
    }

    private (PriceHistory? History, ExchangeCalendar Calendar) Of(InstrumentId instrument)
    {
        if (!_known.TryGetValue(instrument, out var found))
        {
            _known.Add(instrument, found = (market.AsTraded(instrument), market.CalendarOf(instrument)));
        }

        return found;
    }
}
