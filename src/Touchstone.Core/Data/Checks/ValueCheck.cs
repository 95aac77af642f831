namespace Touchstone.Data;

/// <summary>Finds columns that are empty in part, and rows with a price and no volume.</summary>
internal static class ValueCheck
{
    /// <summary>Below this share of a file's rows, empty fields are not worth a line.</summary>
    private const double Share = 0.001;

    public static IEnumerable<DataFinding> Find(Market market)
    {
        foreach (var file in market.Rows.Prices.GroupBy(history => history.File.Name, StringComparer.Ordinal))
        {
            var rows = file.Sum(history => history.Count);
            var empty = Empty(file, PriceField.Close);
            if (empty.Rows > Share * rows && empty.Rows < rows)
            {
                yield return Finding("missing-values", file.Key, empty, $"{file.Key}: close is empty on {empty.Rows:#,0} of {rows:#,0} rows ({Phrases.Count(empty.Histories.Count, "instrument")}, {Phrases.Span(empty.First, empty.Last)}).");
            }

            var silent = Silent(file);
            if (silent.Rows > 0)
            {
                yield return Finding("zero-volume", file.Key, silent, $"{file.Key}: volume is zero on {Phrases.Count(silent.Rows, "row")} with a price ({Phrases.Few(silent.Histories, 5, history => history.Instrument.Value)}; {Phrases.Span(silent.First, silent.Last)}).");
            }
        }
    }

    private static Tally Empty(IEnumerable<PriceHistory> file, PriceField field) =>
        Tally.Of(file.Where(history => history.Has(field)), (history, row) => !history.TryGet(field, row, out _));

    private static Tally Silent(IEnumerable<PriceHistory> file) =>
        Tally.Of(file.Where(HasVolume), (history, row) => history.TryGet(PriceField.Volume, row, out var volume) && volume == 0 && (history.TryGet(PriceField.Close, row, out _) || history.TryGet(PriceField.Adjusted, row, out _)));

    /// <summary>Whether any volume is above zero; for some indices there is none at all, which is no fault.</summary>
    private static bool HasVolume(PriceHistory history)
    {
        foreach (var volume in history.Raw(PriceField.Volume))
        {
            if (volume > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static DataFinding Finding(string code, string file, Tally tally, string message) => new()
    {
        Severity = FindingSeverity.Note,
        Code = code,
        Message = message,
        File = file,
        Instruments = [.. tally.Histories.Select(history => history.Instrument).Order()],
        Days = [tally.First],
        Sources = [.. tally.Sources],
        Count = tally.Rows,
    };

    /// <summary>The rows of a file that have something in common.</summary>
    private sealed record Tally(int Rows, List<PriceHistory> Histories, DateOnly First, DateOnly Last, List<string> Sources)
    {
        public static Tally Of(IEnumerable<PriceHistory> histories, Func<PriceHistory, int, bool> has)
        {
            var tally = new Tally(0, [], DateOnly.MaxValue, DateOnly.MinValue, []);
            foreach (var history in histories)
            {
                for (var row = 0; row < history.Count; row++)
                {
                    tally = has(history, row) ? tally.With(history, row) : tally;
                }
            }

            return tally;
        }

        private Tally With(PriceHistory history, int row)
        {
            var day = history.DateAt(row);
            if (Histories.Count == 0 || Histories[^1] != history)
            {
                Histories.Add(history);
            }

            if (Sources.Count < 3)
            {
                Sources.Add(history.SourceAt(row).ToString());
            }

            return this with { Rows = Rows + 1, First = day < First ? day : First, Last = day > Last ? day : Last };
        }
    }
}
