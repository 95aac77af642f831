using System.Numerics;

namespace Touchstone.Studies;

/// <summary>The estimation residuals of one event in ascending order.</summary>
internal sealed class EventRanks
{
    private EventRanks(double[] sorted, int[] order, double[] ranks) => (Sorted, Order, Ranks) = (sorted, order, ranks);

    /// <summary>The residuals that are there, ascending.</summary>
    public double[] Sorted { get; }

    /// <summary>The estimation day of each.</summary>
    public int[] Order { get; }

    /// <summary>The rank of each estimation day among those there, ties sharing the middle one; 0 where missing.</summary>
    public double[] Ranks { get; }

    /// <summary>Sorts the residuals of an event.</summary>
    public static EventRanks Of(EventFit fit)
    {
        var residuals = fit.Residuals;
        var sorted = new double[fit.Used];
        var order = new int[fit.Used];
        Sort(residuals, sorted, order);
        var ranks = new double[residuals.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            for (var k = first; k < next; k++)
            {
                ranks[order[k]] = (first + 1 + next) / 2.0;
            }

            first = next;
        }

        return new EventRanks(sorted, order, ranks);
    }

    /// <summary>How many residuals lie below a value, and how many equal it.</summary>
    public (int Below, int Equal) Place(double value)
    {
        var found = Array.BinarySearch(Sorted, value);
        if (found < 0)
        {
            return (~found, 0);
        }

        var (first, next) = (found, found + 1);
        while (first > 0 && Sorted[first - 1] == value)
        {
            first--;
        }

        while (next < Sorted.Length && Sorted[next] == value)
        {
            next++;
        }

        return (first, next - first);
    }

    /// <summary>
    /// Sorts whole numbers that order as the values do, each carrying its day in the lowest bits: several times quicker than sorting pairs. Values that differ only in
    /// those bits are put right by the insertion pass, which has next to nothing to do.
    /// </summary>
    private static void Sort(double[] values, double[] sorted, int[] order)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)values.Length);
        var mask = (1L << bits) - 1;
        var keys = new long[sorted.Length];
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                // Adding zero turns -0 into 0; flipping the other bits of a negative number makes the bits order as the numbers do.
                var raw = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                keys[count++] = ((raw ^ ((raw >> 63) & long.MaxValue)) & ~mask) | (long)i;
            }
        }

        Array.Sort(keys);
        for (var k = 0; k < count; k++)
        {
            var day = (int)(keys[k] & mask);
            var value = values[day] + 0.0;
            var at = k;
            for (; at > 0 && sorted[at - 1] > value; at--)
            {
                (sorted[at], order[at]) = (sorted[at - 1], order[at - 1]);
            }

            (sorted[at], order[at]) = (value, day);
        }
    }
}
