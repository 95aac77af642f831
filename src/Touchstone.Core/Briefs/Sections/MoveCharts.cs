using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>The closes of the past year with events, and the benchmark beside them from the same start.</summary>
internal static class MoveCharts
{
    private const int LeastDays = 5;

    public static ImmutableArray<BriefChart> Draw(BriefDraft draft)
    {
        var days = ChartDays.Daily(draft, draft.Day.AddYears(-1));
        double?[] closes = [.. days.Select(day => Close(draft, draft.Subject, day))];
        var first = Array.FindIndex(closes, close => close is not null);
        if (first < 0 || closes.Length - first < LeastDays)
        {
            return [];
        }

        days = days[first..];
        closes = closes[first..];
        var marks = Marks(draft, days);
        var own = new BriefLine(draft.Subject.Name, [.. closes]);
        var axis = draft.Subject.Kind == InstrumentKind.Index ? "points" : draft.Subject.Currency ?? "price";
        var level = new BriefLineChart($"{draft.Subject.Name}: closes of the past year", $"Daily closes from {Wording.Day(days[0])} to {Wording.Day(days[^1])}.", ChartDays.Table(days, 2, own), axis, days, [own], marks);
        return Compared(draft, days, closes, marks) is { } compared ? [level, compared] : [level];
    }

    private static BriefLineChart? Compared(BriefDraft draft, ImmutableArray<DateOnly> days, double?[] closes, ImmutableArray<BriefMark> marks)
    {
        if (draft.Benchmark is not { } benchmark)
        {
            return null;
        }

        double?[] others = [.. days.Select(day => Close(draft, benchmark, day))];
        if (others[0] is not > 0 || closes[0] is not > 0)
        {
            return null;
        }

        var (own, other) = (Rebased(draft.Subject.Name, closes), Rebased(benchmark.Name, others));
        return new BriefLineChart(
            $"{draft.Subject.Name} and {benchmark.Name}", $"Change since {Wording.Day(days[0])} in percent.", ChartDays.Table(days, 1, own, other), "percent", days, [own, other], marks);
    }

    private static BriefLine Rebased(string name, double?[] closes) => new(name, [.. closes.Select(close => ((close / closes[0]) - 1) * 100)]);

    private static ImmutableArray<BriefMark> Marks(BriefDraft draft, ImmutableArray<DateOnly> days) =>
        [.. draft.Events.Select(item => (item.Name, Place: days.BinarySearch(item.Date))).Select(mark => new BriefMark(mark.Place >= 0 ? mark.Place : ~mark.Place, mark.Name)).Where(mark => mark.Day < days.Length)];

    // The close of exactly this day: a gap in the data is a gap in the line. Earlier closes are in the terms of the last day.
    private static double? Close(BriefDraft draft, Instrument instrument, DateOnly day) =>
        Measures.PriceLine.Find(draft.Evaluator.Subject(instrument.Id), PriceField.Close, out var line) is null && line.IndexOnOrBefore(day) is >= 0 and var row && line.DateAt(row) == day
            ? line.InTermsOf(line.IndexOnOrBefore(draft.Day), line.Values[row])
            : null;
}
