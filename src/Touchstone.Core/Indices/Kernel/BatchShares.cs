using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The shares in force of a batch's stocks from day to day, and the fraction of them that counts by each share rule of the batch.</summary>
internal sealed class BatchShares
{
    private readonly int[] _starts;
    private readonly int[] _from;
    private readonly double[] _shares;
    private readonly double[] _floats;
    private readonly double[][] _inclusions;

    /// <summary>Reads the share rows of the package.</summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="rules">The share rules.</param>
    public BatchShares(BatchStocks stocks, IReadOnlyList<ShareRule> rules)
    {
        _starts = new int[stocks.All.Length + 1];
        var (from, shares, floats) = (new List<int>(), new List<double>(), new List<double>());
        for (var row = 0; row < stocks.All.Length; row++)
        {
            Read(stocks, row, from, shares, floats);
            _starts[row + 1] = from.Count;
        }

        (_from, _shares, _floats) = ([.. from], [.. shares], [.. floats]);
        _inclusions = [.. rules.Select(Inclusions)];
    }

    /// <summary>The shares of some stocks in force on days, and what counts of them.</summary>
    /// <param name="days">The days, ascending.</param>
    /// <param name="first">The first stock.</param>
    /// <param name="end">The first stock that is not wanted.</param>
    public void Fill(ReadOnlySpan<BatchPrices> days, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            var (step, last) = (_starts[row] - 1, _starts[row + 1] - 1);
            foreach (var day in days)
            {
                while (step < last && _from[step + 1] <= day.Day.DayNumber)
                {
                    step++;
                }

                var isKnown = step >= _starts[row];
                day.Shares[row] = isKnown ? _shares[step] : double.NaN;
                for (var rule = 0; rule < _inclusions.Length; rule++)
                {
                    day.Inclusions(rule)[row] = isKnown ? _inclusions[rule][step] : double.NaN;
                }
            }
        }
    }

    /// <summary>A row states the count from its day on; splits after that day multiply it until the next row.</summary>
    private static void Read(BatchStocks stocks, int row, List<int> from, List<double> shares, List<double> floats)
    {
        var splits = stocks.Actions.SplitsOf(row);
        var start = from.Count;
        ShareCount? last = null;
        foreach (var count in stocks.Market.Shares(stocks.All[row].Id))
        {
            Add(last, count.From.DayNumber);
            last = count;
            Step(count.From.DayNumber, count.Shares, count.FreeFloat);
        }

        Add(last, int.MaxValue);
        return;

        void Step(int day, double count, double? freeFloat)
        {
            if (from.Count > start && from[^1] == day)
            {
                from.RemoveAt(from.Count - 1);
                shares.RemoveAt(shares.Count - 1);
                floats.RemoveAt(floats.Count - 1);
            }

            from.Add(day);
            shares.Add(count);
            floats.Add(freeFloat ?? double.NaN);
        }

        void Add(ShareCount? count, int until)
        {
            var number = count?.Shares ?? 0;
            foreach (var (day, ratio) in splits)
            {
                if (count is not null && day > count.From.DayNumber && day < until)
                {
                    number *= ratio;
                    Step(day, number, count.FreeFloat);
                }
            }
        }
    }

    private double[] Inclusions(ShareRule rule)
    {
        // A market has few different floats, and banding them takes decimals.
        var (inclusions, known) = (new double[_floats.Length], new Dictionary<double, double>());
        for (var i = 0; i < inclusions.Length; i++)
        {
            if (!known.TryGetValue(_floats[i], out inclusions[i]))
            {
                known.Add(_floats[i], inclusions[i] = Inclusion(rule, _floats[i]));
            }
        }

        return inclusions;
    }

    private static double Inclusion(ShareRule rule, double freeFloat) =>
        rule.FloatMultiple is { } multiple ? Math.Min(1, multiple * freeFloat)
        : !rule.FreeFloat ? 1
        : double.IsNaN(freeFloat) ? double.NaN
        : FloatBands.Inclusion(Percent.FromFraction(freeFloat), rule.Bands.IsDefault ? [] : rule.Bands).Fraction;
}
