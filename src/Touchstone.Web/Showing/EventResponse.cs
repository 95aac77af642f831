using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>How a stock moved around events beyond what its benchmark explains.</summary>
internal static class EventResponse
{
    /// <summary>The windows of the table, in sessions around the event.</summary>
    public static ImmutableArray<string> Windows { get; } = ["-1..1", "0..1", "0..5", "0..20"];

    private const int FirstDay = -10;
    private const int LastDay = 20;
    private const int MostLines = 6;
    private const int LongestName = 34;

    /// <summary>The events up to a day that concern a stock, or everybody, its own first and the latest before the earlier.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The stock.</param>
    /// <param name="day">The day.</param>
    public static ImmutableArray<MarketEvent> Events(Market market, InstrumentId id, DateOnly day) => [.. market.Rows.Events
        .Where(item => item.Date <= day && (item.Instruments.IsEmpty || item.Instruments.Contains(id)))
        .OrderBy(item => item.Instruments.IsEmpty ? 1 : 0).ThenByDescending(item => item.Date).ThenBy(item => item.Id, StringComparer.Ordinal)];

    /// <summary>The question for a window around an event.</summary>
    /// <param name="id">The stock.</param>
    /// <param name="item">The event.</param>
    /// <param name="benchmark">What is expected of it follows this.</param>
    /// <param name="window">The window, in sessions around the event.</param>
    public static string Question(InstrumentId id, MarketEvent item, InstrumentId benchmark, string window) => Questions.For("car", id.Value, item.Id, benchmark.Value, $"window={window}");

    /// <summary>The cumulative abnormal returns day by day; null when no event has one.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="stock">The stock.</param>
    /// <param name="events">The events.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="day">The day that the page shows; nothing after it is looked at.</param>
    public static PanelChart? Paths(PackageSnapshot snapshot, Instrument stock, ImmutableArray<MarketEvent> events, Instrument benchmark, DateOnly day)
    {
        var days = Enumerable.Range(FirstDay, LastDay - FirstDay + 1).ToArray();
        var paths = events.Select(item => (item.Name, Values: days.Select(last => snapshot.Value(Question(stock.Id, item, benchmark.Id, $"{FirstDay}..{last}"), day)).ToImmutableArray()))
            .Where(path => path.Values.Any(value => value is not null)).Take(MostLines).ToArray();
        if (paths.Length == 0)
        {
            return null;
        }

        var lines = paths.Select((path, place) => LineLook.Of(place, Short(path.Name), path.Values)).ToArray();
        return new PanelChart(
            "Cumulative abnormal return around events",
            $"Percent by which {stock.Name} moved beyond its market model on {benchmark.Name}, added up from session {FirstDay} to session {LastDay} around {(paths.Length == 1 ? "the event" : $"each of {paths.Length} events")}.",
            [.. days.Select(number => $"{number}")],
            [new ChartPanel("percent", [.. lines], [], [])],
            [],
            new ChartTable("Cumulative abnormal returns by session", [new ChartColumn("session", true), .. lines.Select(line => new ChartColumn($"{line.Name}, %", true))],
                [.. days.Select((number, place) => ImmutableArray.Create([$"{number}", .. lines.Select(line => line.Values[place] is { } value ? Touchstone.Views.Figure.Fixed(value, 2) : "")]))]))
        {
            HasSlider = false,
            Events = [new ChartEvent(-FirstDay, "event")],
        };
    }

    private static string Short(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - 1)].TrimEnd()}…";
}
