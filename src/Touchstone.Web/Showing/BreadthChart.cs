using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>How many members stood above their averages over the past year.</summary>
internal static class BreadthChart
{
    private static readonly int[] Averages = [50, 200];

    private static readonly Window Year = Window.Parse("1y").Value!;

    /// <summary>The chart; null where the members' closes do not give one.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="index">The index or basket.</param>
    /// <param name="day">Its last day.</param>
    public static PanelChart? Of(PackageSnapshot snapshot, Instrument index, DateOnly day)
    {
        if (DaysOfChart.OfPrices(snapshot, index.Id, Year, day).Days is not { } days)
        {
            return null;
        }

        ChartLine[] lines =
        [
            .. Averages.Select((sessions, place) => LineLook.Of(place, $"above their {sessions}-day average", snapshot.Values(Questions.For("share-above-average", index.Id.Value, $"{sessions}"), days.Days)))
                .Where(line => line.Values.Count(value => value is not null) > 1),
        ];
        return lines.Length == 0 ? null : new PanelChart(
            "Members above their averages",
            $"Percent of the members of {index.Name} with a close above the mean of their last 50 and 200, from {days.Places[0]} to {days.Places[^1]}.",
            days.Places,
            [new ChartPanel("percent", [.. lines], [], []) { Ends = (0, 100) }],
            [],
            days.Table("Members above their averages, %", 2, lines))
        {
            HasSlider = false,
            Events = days.Events(snapshot.Market, index.Id),
        };
    }
}
