using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Views;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>The days of a chart, with their names and the events on them.</summary>
/// <param name="Days">The days, ascending; at least two.</param>
internal sealed record DaysOfChart(ImmutableArray<DateOnly> Days)
{
    /// <summary>The days as places of a chart.</summary>
    public ImmutableArray<string> Places { get; } = [.. Days.Select(ShownDay.Write)];

    /// <summary>The days inside a window on which an instrument has a row of prices.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="id">The instrument.</param>
    /// <param name="window">The window.</param>
    /// <param name="day">The day that the window looks back from.</param>
    /// <returns>The days; a problem when there are fewer than two.</returns>
    public static (DaysOfChart? Days, Problem? Problem) OfPrices(PackageSnapshot snapshot, InstrumentId id, Window window, DateOnly day)
    {
        if (snapshot.Market.Prices(id) is not { Count: > 0 } history)
        {
            return (null, new Problem(ProblemKind.NoData, $"The package has no prices of {id}: rows of the role `prices` would settle it."));
        }

        return Of(snapshot, id, window, day, history.DayNumbers);
    }

    /// <summary>The days inside a window on which a series has a figure.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="series">The series.</param>
    /// <param name="window">The window.</param>
    /// <param name="day">The day that the window looks back from.</param>
    /// <returns>The days; a problem when there are fewer than two.</returns>
    public static (DaysOfChart? Days, Problem? Problem) OfSeries(PackageSnapshot snapshot, ObservationSeries series, Window window, DateOnly day) => Of(snapshot, series.Subject, window, day, series.DayNumbers);

    /// <summary>What happened on the days and concerns an instrument, or everybody.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The instrument.</param>
    public ImmutableArray<ChartEvent> Events(Market market, InstrumentId id) => [.. market.Rows.Events
        .Where(item => (item.Instruments.IsEmpty || item.Instruments.Contains(id)) && item.Date >= Days[0] && item.Date <= Days[^1])
        .OrderBy(item => item.Date).ThenBy(item => item.Id, StringComparer.Ordinal)
        .Select(item => new ChartEvent(PlaceOf(item.Date), item.Name))];

    /// <summary>The place of the first day on or after a day.</summary>
    /// <param name="day">The day, not after the last one.</param>
    public int PlaceOf(DateOnly day) => Days.BinarySearch(day) is var found && found >= 0 ? found : ~found;

    /// <summary>A table of lines, latest day first.</summary>
    /// <param name="caption">What it holds.</param>
    /// <param name="decimals">Decimals of the numbers.</param>
    /// <param name="lines">The lines.</param>
    public ChartTable Table(string caption, int decimals, params ChartLine[] lines) => new(
        caption,
        [new ChartColumn("day"), .. lines.Select(line => new ChartColumn(line.Name, true))],
        [.. Enumerable.Range(0, Days.Length).Reverse().Select(place => ImmutableArray.Create([Places[place], .. lines.Select(line => line.Values[place] is { } value ? Figure.Fixed(value, decimals) : "")]))]);

    private static (DaysOfChart? Days, Problem? Problem) Of(PackageSnapshot snapshot, InstrumentId id, Window window, DateOnly day, ReadOnlySpan<int> numbers)
    {
        var first = numbers.IsEmpty ? day : DateOnly.FromDayNumber(numbers[0]);
        var resolved = snapshot.Resolve(id, window, day);
        var (from, to) = window.Kind == WindowKind.All ? (first, day) : resolved.HasValue ? (resolved.Value.From, resolved.Value.To) : (first, day);
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var number in numbers)
        {
            if (number >= from.DayNumber && number <= to.DayNumber)
            {
                days.Add(DateOnly.FromDayNumber(number));
            }
        }

        return days.Count < 2
            ? (null, new Problem(ProblemKind.NoData, $"A chart needs two days; the package has {(days.Count == 0 ? "none" : "one")} of {id} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}."))
            : (new DaysOfChart(days.ToImmutable()), null);
    }
}
