namespace Touchstone.Data;

/// <summary>
/// Finds closes that repeat. An index level in the hundreds does not stand still to the last digit, not even for two days; a low one may
/// for two; a thinly traded stock for longer, so that takes five rows without volume or ten with it.
/// </summary>
internal static class StaleCheck
{
    private const int IndexRun = 2;
    private const int LowIndexRun = 3;
    private const double LowIndex = 500;
    private const int SilentRun = 5;
    private const int AnyRun = 10;

    public static IEnumerable<DataFinding> Find(Market market)
    {
        foreach (var file in market.Rows.Prices.GroupBy(history => history.File.Name, StringComparer.Ordinal))
        {
            var runs = file.SelectMany(history => Runs(history, market.Instrument(history.Instrument)?.Kind == InstrumentKind.Index)).OrderByDescending(run => run.Rows).ToList();
            if (runs.Count == 0)
            {
                continue;
            }

            yield return new DataFinding
            {
                Severity = FindingSeverity.Warning,
                Code = "stale",
                Message = $"{file.Key}: {Phrases.Count(runs.Count, "run")} of repeated closes: {Phrases.Few(runs, 5, run => $"{run.History.Instrument} {run.Value:R} on {run.Rows} rows {Phrases.Span(run.History.DateAt(run.Start), run.History.DateAt(run.Start + run.Rows - 1))}")}.",
                File = file.Key,
                Instruments = [.. runs.Select(run => run.History.Instrument).Distinct().Order()],
                Days = [.. runs.Select(run => run.History.DateAt(run.Start)).Distinct().Order()],
                Sources = [.. runs.Take(5).Select(run => run.History.SourceAt(run.Start).ToString())],
                Count = runs.Sum(run => run.Rows),
            };
        }
    }

    private static IEnumerable<(PriceHistory History, int Start, int Rows, double Value)> Runs(PriceHistory history, bool index)
    {
        var field = history.Has(PriceField.Close) ? PriceField.Close : PriceField.Adjusted;
        var start = 0;
        while (start < history.Count)
        {
            var end = start + 1;
            if (history.TryGet(field, start, out var value))
            {
                while (end < history.Count && history.TryGet(field, end, out var next) && next == value)
                {
                    end++;
                }

                var rows = end - start;
                if (rows >= AnyRun || (index && rows >= (value < LowIndex ? LowIndexRun : IndexRun)) || (rows >= SilentRun && Silent(history, start, end)))
                {
                    yield return (history, start, rows, value);
                }
            }

            start = end;
        }
    }

    private static bool Silent(PriceHistory history, int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            if (history.TryGet(PriceField.Volume, row, out var volume) && volume > 0)
            {
                return false;
            }
        }

        return true;
    }
}
