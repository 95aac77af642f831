using System.Numerics;

namespace Touchstone.Studies;

/// <summary>The estimation residuals of one event in ascending order; room that is used again for one event after another.</summary>
internal sealed class EventRanks(int estimationDays)
{
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
        Sort(fit.Residuals);
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
    /// Sorts whole numbers that order as the values do, each carrying its day in the lowest bits: several times quicker than sorting pairs. Values that differ only in
    /// those bits are put right by the insertion pass, which has next to nothing to do.
    /// </summary>
    private void Sort(double[] values)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)values.Length);
        var mask = (1L << bits) - 1;
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                // Adding zero turns -0 into 0; flipping the other bits of a negative number makes the bits order as the numbers do.
                var raw = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                _keys[count++] = ((raw ^ ((raw >> 63) & long.MaxValue)) & ~mask) | (long)i;
            }
        }

        _keys.AsSpan(0, count).Sort();
        _count = count;
        for (var k = 0; k < count; k++)
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
}
