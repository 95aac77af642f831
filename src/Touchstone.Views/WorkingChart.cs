using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>The series that a number was read from, around its window: what a reader looks at to see whether it can be so.</summary>
internal static class WorkingChart
{
    private const int MostPanels = 2;
    private const int LeastBeside = 20;
    private const int MostBehind = 20;
    private const int MostMarks = 6;

    /// <summary>Draws the series of a working.</summary>
    /// <param name="market">The package.</param>
    /// <param name="working">The working.</param>
    /// <returns>A chart of the first series that went in, and of a second where there is one, with the window shaded and the rows marked; null when no row belongs to a series.</returns>
    public static PanelChart? Of(Market market, Working working)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(working);
        var drawn = Drawn(market, working);
        if (drawn.IsEmpty)
        {
            return null;
        }

        var dates = drawn.SelectMany(line => line.Dates).ToArray();
        var (from, to) = working.Window is { } window ? (window.First, window.Last) : (dates.Min(), dates.Max());
        var days = Days(drawn[0].Series.Values, from, to);
        var places = days.Select(day => $"{day:yyyy-MM-dd}").ToImmutableArray();
        var (first, last) = (Array.FindIndex(days, day => day >= from), Array.FindLastIndex(days, day => day <= to));
        var isSpan = first >= 0 && last > first;
        var names = drawn.Select(line => $"{market.Instrument(line.Series.Subject)?.Name ?? line.Series.Subject.Value} ({line.Series.Field})").ToArray();
        return new PanelChart(
            string.Join(" and ", names),
            $"{string.Join(" and ", names)} from {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}{(isSpan ? $"; the window from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is shaded" : "")}.",
            places,
            [.. drawn.Select((line, i) => PanelOf(line, days, i))],
            isSpan ? [new ChartBand(first, last, "window", ChartTone.Main)] : [],
            TableOf(drawn, days, from, to))
        { HasSlider = false };
    }

    private static ImmutableArray<DrawnSeries> Drawn(Market market, Working working)
    {
        var drawn = ImmutableArray.CreateBuilder<DrawnSeries>();
        foreach (var inputs in working.Inputs.GroupBy(input => (input.Instrument, Field: input.Field.Split(" (")[0])))
        {
            if (drawn.Count < MostPanels && StudySeries.Of(market, inputs.Key.Instrument, inputs.Key.Field) is { HasValue: true } series)
            {
                drawn.Add(new DrawnSeries(series.Value, [.. inputs.Select(input => input.Date)]));
            }
        }

        return drawn.ToImmutable();
    }

    /// <summary>The days of the window and as many before it, few behind it: what came later is no part of the claim.</summary>
    private static DateOnly[] Days(DailySeries values, DateOnly from, DateOnly to)
    {
        var days = values.Days;
        var (first, last) = (0, days.Length - 1);
        while (first < last && days[first] < from)
        {
            first++;
        }

        while (last > first && days[last] > to)
        {
            last--;
        }

        var beside = Math.Max(LeastBeside, last - first);
        return [.. days[Math.Max(0, first - beside)..Math.Min(days.Length, last + 1 + Math.Min(beside, MostBehind))]];
    }

    private static ChartPanel PanelOf(DrawnSeries line, DateOnly[] days, int place)
    {
        var tone = place == 0 ? ChartTone.Main : ChartTone.Second;
        var values = days.Select(day => line.At(day)).ToImmutableArray();
        var marked = line.Dates.Distinct().Order().Select(day => Array.IndexOf(days, day)).Where(at => at >= 0 && values[at] is not null).ToArray();
        int[] shown = marked.Length > MostMarks ? [marked[0], marked[^1]] : marked;
        return new ChartPanel(
            $"{line.Series.Subject}, {line.Series.UnitText}",
            [new ChartLine($"{line.Series.Subject} {line.Series.Field}", values, tone)],
            [],
            [.. shown.Select(at => new ChartMark(at, values[at]!.Value, $"{values[at]:#,##0.##}", tone))]);
    }

    private static ChartTable TableOf(ImmutableArray<DrawnSeries> drawn, DateOnly[] days, DateOnly from, DateOnly to) => StudyPage.Table(
        "Numbers of the chart",
        [new TextColumn("date"), .. drawn.Select(line => new TextColumn($"{line.Series.Subject} {line.Series.Field}", true)), new TextColumn("in the window")],
        days.Select(day => (string[])[$"{day:yyyy-MM-dd}", .. drawn.Select(line => line.At(day) is { } value ? Figure.Exact(value) : ""), day >= from && day <= to ? "yes" : ""]));

    private sealed record DrawnSeries(StudySeries Series, ImmutableArray<DateOnly> Dates)
    {
        public double? At(DateOnly day) => Series.Values.Days.BinarySearch(day) is >= 0 and var at ? Series.Values.Values[at] : null;
    }
}
