using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>The levels of an index with what happened.</summary>
internal static class LevelChart
{
    /// <summary>The chart.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="index">The index.</param>
    /// <param name="span">How far it goes back.</param>
    /// <param name="day">Its last day.</param>
    /// <returns>The chart, or why there is none.</returns>
    public static (PanelChart? Chart, Problem? Problem) Of(PackageSnapshot snapshot, Instrument index, Window span, DateOnly day)
    {
        var (days, problem) = DaysOfChart.OfPrices(snapshot, index.Id, span, day);
        if (days is null)
        {
            return (null, problem);
        }

        var line = LineLook.Of(0, index.Name, snapshot.Values(Questions.For("level", index.Id.Value), days.Days));
        return (new PanelChart(
            $"{index.Name}: level with events",
            $"Closing levels of {index.Name} from {days.Places[0]} to {days.Places[^1]}, in points, with the events of the package marked.",
            days.Places,
            [new ChartPanel("points", [line], [], [])],
            [],
            days.Table("Closes", 2, line))
        {
            Events = days.Events(snapshot.Market, index.Id),
        }, null);
    }
}
