using System.Runtime.InteropServices;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The shares in force of a batch's stocks from day to day, and the fraction of them that counts by each share rule of the batch.</summary>
internal sealed class BatchShares
{
    private readonly int[] _starts;
    private readonly int[] _from;
    private readonly double[] _shares;
    private readonly int[] _floats;
    private readonly double[][] _inclusions;

    /// <summary>Reads the share rows of the package.</summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="rules">The share rules.</param>
    public BatchShares(BatchStocks stocks, IReadOnlyList<ShareRule> rules)
    {
        _starts = new int[stocks.All.Length + 1];
        // A market has few different floats, and banding them takes decimals.
        var (from, shares, floats, known) = (new List<int>(), new List<double>(), new List<int>(), new Dictionary<double, int>());
        for (var row = 0; row < stocks.All.Length; row++)
        {
            Read(stocks, row, from, shares, floats, known);
            _starts[row + 1] = from.Count;
        }

        (_from, _shares, _floats) = ([.. from], [.. shares], [.. floats]);
        _inclusions = [.. rules.Select(rule => known.OrderBy(pair => pair.Value).Select(pair => Inclusion(rule, pair.Key)).ToArray())];
    }

    /// <summary>The place before the first count of a stock.</summary>
    /// <param name="row">The stock.</param>
    public int Before(int row) => _starts[row] - 1;

    /// <summary>Goes on to the counts in force on a day.</summary>
    /// <param name="day">The day number; not before the last one asked for.</param>
    /// <param name="first">The first stock.</param>
    /// <param name="steps">The places of the stocks' counts; takes the new ones.</param>
    /// <param name="shares">Takes the counts; NaN before the first one.</param>
    public void Advance(int day, int first, Span<int> steps, Span<double> shares)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var (step, end) = (steps[i], _starts[first + i + 1]);
            while (step + 1 < end && _from[step + 1] <= day)
            {
                step++;
            }

            steps[i] = step;
            shares[i] = step >= _starts[first + i] ? _shares[step] : double.NaN;
        }
    }

    /// <summary>Multiplies by the fraction that counts by a share rule.</summary>
    /// <param name="rule">The share rule.</param>
    /// <param name="first">The first stock.</param>
    /// <param name="steps">The places of the stocks' counts.</param>
    /// <param name="amounts">What is multiplied; NaN where there is no count.</param>
    /// <param name="counted">Takes the products; NaN where the float is not known.</param>
    public void Include(int rule, int first, ReadOnlySpan<int> steps, ReadOnlySpan<double> amounts, Span<double> counted)
    {
        var inclusions = _inclusions[rule];
        for (var i = 0; i < steps.Length; i++)
        {
            counted[i] = amounts[i] * (steps[i] >= _starts[first + i] ? inclusions[_floats[steps[i]]] : double.NaN);
        }
    }

    /// <summary>A row states the count from its day on; splits after that day multiply it until the next row.</summary>
    private static void Read(BatchStocks stocks, int row, List<int> from, List<double> shares, List<int> floats, Dictionary<double, int> known)
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
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, freeFloat ?? double.NaN, out var isKnown);
            number = isKnown ? number : known.Count - 1;
            floats.Add(number);
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

    private static double Inclusion(ShareRule rule, double freeFloat) =>
        rule.FloatMultiple is { } multiple ? Math.Min(1, multiple * freeFloat)
        : !rule.FreeFloat ? 1
        : double.IsNaN(freeFloat) ? double.NaN
        : FloatBands.Inclusion(Percent.FromFraction(freeFloat), rule.Bands.IsDefault ? [] : rule.Bands).Fraction;
}
