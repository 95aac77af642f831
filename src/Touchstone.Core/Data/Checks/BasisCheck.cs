using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>
/// Finds prices that are not on the basis they should be: two files that tell different closes for the same days, and adjusted prices
/// that were made by subtraction (as some Chinese sites do), whose percentages are not those of the price.
/// </summary>
internal static class BasisCheck
{
    /// <summary>Relative difference below which two closes are the same.</summary>
    private const double Same = 0.002;

    /// <summary>How far, in logarithms, the ratio of two columns must come back to count as a turn; rounding to cents comes on top.</summary>
    private const double Turn = 0.002;

    private const int FewestTurns = 3;

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

    /// <summary>
    /// Close over adjusted only ever falls towards 1 when dividends and splits were divided out. When they were subtracted, it goes up and
    /// down with the price; so turns of that ratio, each wider than rounding can make, give such a series away.
    /// </summary>
    private static DataFinding? Additive(PriceHistory history)
    {
        int rows = 0, turns = 0, direction = 0;
        double low = double.NaN, high = double.NaN, extreme = double.NaN;
        for (var row = 0; row < history.Count; row++)
        {
            if (!history.TryGet(PriceField.Close, row, out var close) || !history.TryGet(PriceField.Adjusted, row, out var adjusted))
            {
                continue;
            }

            var ratio = Math.Log(close / adjusted);
            var step = Turn + (Cent / Math.Min(close, adjusted));
            rows++;
            (low, high) = rows == 1 ? (ratio, ratio) : (Math.Min(low, ratio), Math.Max(high, ratio));
            extreme = rows == 1 || (direction >= 0 && ratio > extreme) || (direction <= 0 && ratio < extreme && direction != 0) ? ratio : extreme;
            if (Math.Abs(ratio - extreme) > step)
            {
                turns += direction == 0 ? 0 : 1;
                direction = ratio > extreme ? 1 : -1;
                extreme = ratio;
            }
        }

        return turns < FewestTurns ? null : new DataFinding
        {
            Severity = FindingSeverity.Warning,
            Code = "mixed-basis",
            Message = $"{history.Instrument}: in {history.File.Name} close over adjusted ('{history.Basis.AdjustedText}') goes up and down between {Math.Exp(low):0.####} and {Math.Exp(high):0.####}, {turns} times in {rows:#,0} rows. Such a series was adjusted by subtraction; its percentages are not returns of the stock.",
            Exchange = history.Instrument.Exchange,
            File = history.File.Name,
            Instruments = [history.Instrument],
            Days = [history.First],
            Sources = [history.SourceAt(0).ToString()],
            Count = rows,
        };
    }

    private static string Basis(PriceHistory history) => history.Basis.CloseText is { Length: > 0 } text ? text : "basis not stated";
}
