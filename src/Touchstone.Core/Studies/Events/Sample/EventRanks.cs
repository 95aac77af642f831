using System.Numerics;

namespace Touchstone.Studies;

/// <summary>The estimation residuals of one event in ascending order; room that is used again for one event after another.</summary>
internal sealed class EventRanks(int estimationDays)
{
    /// <summary>Buckets of four deviations on either side.</summary>
    private const int Buckets = 256;

    /// <summary>A bucket with more than this is sorted before insertion.</summary>
    private const int Crowded = 12;

    private readonly int[] _ends = new int[Buckets];
    private readonly long[] _keys = new long[estimationDays];
    private readonly double[] _sorted = new double[estimationDays];
    private readonly int[] _order = new int[estimationDays];
    private readonly double[] _ranks = new double[estimationDays];
    private int _count;

    /// <summary>The residuals that are there, ascending.</summary>
    public ReadOnlySpan<double> Sorted => _sorted.AsSpan(0, _count);

    /// <summary>The estimation day of each.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _count);

    /// <summary>The rank of each estimation day among those there, ties sharing the middle one; 0 where missing.</summary>
    public ReadOnlySpan<double> Ranks => _ranks;

    /// <summary>Sorts the residuals of an event.</summary>
    public void Sort(EventFit fit)
    {
        Sort(fit.Residuals, fit.Deviation);
        if (_count < _ranks.Length)
        {
            Array.Clear(_ranks);
        }

        for (var first = 0; first < _count;)
        {
            var next = first + 1;
            while (next < _count && _sorted[next] == _sorted[first])
            {
                next++;
            }

            var rank = (first + 1 + next) / 2.0;
            for (var k = first; k < next; k++)
            {
                _ranks[_order[k]] = rank;
            }

            first = next;
        }
    }

    /// <summary>How many residuals lie below a value, and how many equal it.</summary>
    public (int Below, int Equal) Place(double value)
    {
        var found = Sorted.BinarySearch(value);
        if (found < 0)
        {
            return (~found, 0);
        }

        var (first, next) = (found, found + 1);
        while (first > 0 && _sorted[first - 1] == value)
        {
            first--;
        }

        while (next < _count && _sorted[next] == value)
        {
            next++;
        }

        return (first, next - first);
    }

    /// <summary>
    /// Throws the residuals into narrow buckets of their own deviation, which nearly sorts them, and puts the rest right by insertion. A crowded bucket is sorted
    /// first, as whole numbers that order as the values do and carry the day in their lowest bits; so no residuals take long.
    /// </summary>
    private void Sort(double[] values, double deviation)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)values.Length);
        var mask = (1L << bits) - 1;
        var scale = Buckets / 8 / deviation;
        Array.Clear(_ends);
        _count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                _ends[Bucket(values[i], scale)]++;
                _count++;
            }
        }

        var start = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            (start, _ends[bucket]) = (start + _ends[bucket], start);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                // Adding zero turns -0 into 0; flipping the other bits of a negative number makes the bits order as the numbers do.
                var raw = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                _keys[_ends[Bucket(values[i], scale)]++] = ((raw ^ ((raw >> 63) & long.MaxValue)) & ~mask) | (long)i;
            }
        }

        start = 0;
        foreach (var end in _ends)
        {
            if (end - start > Crowded)
            {
                _keys.AsSpan(start, end - start).Sort();
            }

            start = end;
        }

        for (var k = 0; k < _count; k++)
        {
            var day = (int)(_keys[k] & mask);
            var value = values[day] + 0.0;
            var at = k;
            for (; at > 0 && _sorted[at - 1] > value; at--)
            {
                (_sorted[at], _order[at]) = (_sorted[at - 1], _order[at - 1]);
            }

            (_sorted[at], _order[at]) = (value, day);
        }
    }

    private static int Bucket(double value, double scale) => (int)Math.Clamp((value * scale) + (Buckets / 2), 0, Buckets - 1);
}
