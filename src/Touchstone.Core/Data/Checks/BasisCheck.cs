using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>
/// Finds prices that are not on the basis they should be: two files that tell different closes for the same days, and adjusted prices
/// that were made by subtraction, whose percentages are not those of the price.
/// </summary>
internal static class BasisCheck
{
    /// <summary>Relative difference below which two closes are the same.</summary>
    private const double Same = 0.002;

    /// <summary>Difference of two daily moves, as a fraction, above which they are not the same move; the rounding of the price to cents comes on top.</summary>
    private const double SameMove = 0.0001;

    private const double Cent = 0.01;

    public static IEnumerable<DataFinding> Find(Market market)
    {
        foreach (var histories in market.Rows.Prices.GroupBy(history => history.Instrument.Value, StringComparer.Ordinal).Select(group => group.ToImmutableArray()))
        {
            for (var first = 0; first < histories.Length; first++)
            {
                if (Additive(histories[first]) is { } additive)
                {
                    yield return additive;
                }

                for (var second = first + 1; second < histories.Length; second++)
                {
                    foreach (var finding in Differences(histories[first], histories[second]))
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    /// <summary>The stretches on which two files differ, each with its factor.</summary>
    private static IEnumerable<DataFinding> Differences(PriceHistory one, PriceHistory other)
    {
        var stretches = new List<(double Factor, int First, int Last, int Rows)>();
        for (var row = 0; row < one.Count; row++)
        {
            var match = other.IndexOn(one.DateAt(row));
            if (match < 0 || !one.TryGet(PriceField.Close, row, out var a) || !other.TryGet(PriceField.Close, match, out var b) || Math.Abs((a / b) - 1) < Same)
            {
                continue;
            }

            if (stretches.Count > 0 && Math.Abs((a / b / stretches[^1].Factor) - 1) < Same)
            {
                stretches[^1] = stretches[^1] with { Last = row, Rows = stretches[^1].Rows + 1 };
            }
            else
            {
                stretches.Add((a / b, row, row, 1));
            }
        }

        if (stretches.Count == 0)
        {
            yield break;
        }

        var rows = stretches.Sum(stretch => stretch.Rows);
        var stated = one.Basis.Close != other.Basis.Close && one.Basis.Close != CloseBasis.Unstated && other.Basis.Close != CloseBasis.Unstated;
        yield return new DataFinding
        {
            Severity = stated ? FindingSeverity.Note : FindingSeverity.Warning,
            Code = "mixed-basis",
            Message = $"{one.Instrument}: {one.File.Name} ({Basis(one)}) and {other.File.Name} ({Basis(other)}) have different closes on {Phrases.Count(rows, "day")}: {Phrases.Few(stretches, 3, item => $"{1 / item.Factor:0.####} times from {Phrases.Span(one.DateAt(item.First), one.DateAt(item.Last))}")}. Take both ends of a return from one of them.",
            Exchange = one.Instrument.Exchange,
            Instruments = [one.Instrument],
            Days = [one.DateAt(stretches[0].First)],
            Sources = [one.SourceAt(stretches[0].First).ToString(), other.SourceAt(other.IndexOn(one.DateAt(stretches[0].First))).ToString()],
            Count = rows,
        };
    }

    private static DataFinding? Additive(PriceHistory history)
    {
        int rows = 0, differing = 0;
        var widest = 0.0;
        for (var row = 1; row < history.Count; row++)
        {
            if (!Move(history, PriceField.Close, row, out var move) || !Move(history, PriceField.Adjusted, row, out var adjusted))
            {
                continue;
            }

            rows++;
            var difference = Math.Abs(move - adjusted);
            differing += history.TryGet(PriceField.Adjusted, row - 1, out var price) && difference > SameMove + (Cent / price) ? 1 : 0;
            widest = Math.Max(widest, difference);
        }

        // A dividend makes one move differ; an adjustment by subtraction makes most of them differ.
        if (rows < 20 || differing < rows / 3)
        {
            return null;
        }

        return new DataFinding
        {
            Severity = FindingSeverity.Warning,
            Code = "mixed-basis",
            Message = $"{history.Instrument}: in {history.File.Name} adjusted ('{history.Basis.AdjustedText}') and close move by different percentages on {differing} of {rows} days, by up to {widest * 100:0.0} points. It was adjusted by subtraction or in part; returns from it are not returns of the stock.",
            Exchange = history.Instrument.Exchange,
            File = history.File.Name,
            Instruments = [history.Instrument],
            Days = [history.First],
            Sources = [history.SourceAt(0).ToString()],
            Count = differing,
        };
    }

    private static bool Move(PriceHistory history, PriceField field, int row, out double move)
    {
        var known = history.TryGet(field, row - 1, out var before) & history.TryGet(field, row, out var after);
        move = known ? (after / before) - 1 : 0;
        return known;
    }

    private static string Basis(PriceHistory history) => history.Basis.CloseText is { Length: > 0 } text ? text : "basis not stated";
}
