using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Views;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>A figure that is observed of a subject, over time and against its own history.</summary>
internal static class ValuationHistory
{
    /// <summary>The history that a percentile looks back over.</summary>
    public const string Own = "3y";

    // More figures than these are drawn no finer on any screen.
    private const int MostPlaces = 1200;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["pe_trailing"] = "P/E, trailing", ["price_to_book"] = "price to book", ["dividend_yield"] = "dividend yield", ["price_to_sales"] = "price to sales", ["market_cap"] = "market value", ["yield_10y"] = "ten-year yield",
    };

    /// <summary>What a field is called.</summary>
    /// <param name="field">The field.</param>
    public static string NameOf(string field) => Names.GetValueOrDefault(field) ?? field.Replace('_', ' ');

    /// <summary>The chart: the figure, and below it its percentile in the three years up to each day.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="series">Its figures.</param>
    /// <param name="span">How far it goes back.</param>
    /// <param name="day">Its last day.</param>
    /// <returns>The chart, or why there is none.</returns>
    public static (PanelChart? Chart, Problem? Problem) Of(PackageSnapshot snapshot, Instrument subject, ObservationSeries series, Window span, DateOnly day)
    {
        var (days, problem) = DaysOfChart.OfSeries(snapshot, series, span, day);
        if (days is null)
        {
            return (null, problem);
        }

        if (days.Days.Length > MostPlaces)
        {
            var step = (days.Days.Length / MostPlaces) + 1;
            days = new DaysOfChart([.. days.Days.Where((_, place) => (days.Days.Length - 1 - place) % step == 0)]);
        }

        var name = NameOf(series.Field);
        var figures = LineLook.Of(0, name, snapshot.Values(Questions.For("observation", subject.Id.Value, series.Field), days.Days));
        var percentiles = LineLook.Of(1, $"percentile in the {Own} before", snapshot.Values(Questions.For("percentile", subject.Id.Value, series.Field, Own), days.Days));
        return (new PanelChart(
            $"{subject.Name}: {name}",
            $"The {name} of {subject.Name} from {days.Places[0]} to {days.Places[^1]}, and how many percent of its figures of the three years up to each day were at or below it.",
            days.Places,
            [new ChartPanel(series.Unit, [figures], [], []), new ChartPanel("percentile", [percentiles], [], []) { Ends = (0, 100) }],
            [],
            days.Table($"{name} and percentile", 2, figures, percentiles))
        {
            Events = days.Events(snapshot.Market, subject.Id),
        }, null);
    }
}
