using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>The P/E of the subject and of the benchmark, week by week.</summary>
internal static class ValuationChart
{
    private const int LeastDays = 5;

    public static ImmutableArray<BriefChart> Draw(BriefDraft draft)
    {
        if (ValuationHistory.Window(draft) is not { } window || !(draft.Evaluator.Resolve(draft.Subject.Id, window, draft.AsOf) is { HasValue: true } resolved))
        {
            return [];
        }

        var days = ChartDays.Weekly(ChartDays.Daily(draft, resolved.Value.From));
        var own = Line(draft, draft.Subject, days);
        if (own.Values.Count(value => value is not null) < LeastDays)
        {
            return [];
        }

        var lines = new[] { own }.Concat(draft.Benchmark is { } benchmark ? [Line(draft, benchmark, days)] : []).Where(line => line.Values.Any(value => value is not null)).ToArray();
        return
        [
            new BriefLineChart(
                $"Trailing P/E of {string.Join(" and ", lines.Select(line => line.Name))}", $"Weekly from {Wording.Day(days[0])} to {Wording.Day(days[^1])}.",
                ChartDays.Table(days, 1, lines), "times earnings", days, [.. lines], []),
        ];
    }

    private static BriefLine Line(BriefDraft draft, Instrument instrument, ImmutableArray<DateOnly> days) =>
        new(instrument.Name, [.. days.Select(day => draft.Value(day, "pe", instrument.Id.Value))]);
}
