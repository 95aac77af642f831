using System.Buffers;

namespace Touchstone.Indices;

/// <summary>Puts stocks in the order of a figure, largest first, equal ones by their place.</summary>
/// <remarks>
/// A radix sort by the upper half of the bits of a double, three times eleven bits, which leaves equal keys as they stand; then an insertion sort, which meets only figures that differ by less
/// than a millionth. The outcome is that of any correct sort.
/// </remarks>
internal static class DescendingOrder
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts.</summary>
    /// <param name="values">The figure by stock; NaN for one that is not ranked.</param>
    /// <param name="order">Takes the stocks in order; as long as the figures.</param>
    /// <returns>How many are ranked.</returns>
    public static int Of(ReadOnlySpan<double> values, int[] order)
    {
        var (rented, rentedOther, rentedSpare) = (ArrayPool<uint>.Shared.Rent(values.Length), ArrayPool<uint>.Shared.Rent(values.Length), ArrayPool<int>.Shared.Rent(values.Length));
        var count = Of(values, order, rented, rentedOther, rentedSpare);
        ArrayPool<uint>.Shared.Return(rented);
        ArrayPool<uint>.Shared.Return(rentedOther);
        ArrayPool<int>.Shared.Return(rentedSpare);
        return count;
    }

    private static int Of(ReadOnlySpan<double> values, int[] order, uint[] keys, uint[] other, int[] spare)
    {
        var count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                (keys[count], order[count]) = (~(uint)(BitConverter.DoubleToUInt64Bits(values[row]) >> 32), row);
                count++;
            }
        }

        var (from, to) = (order, spare);
        for (var shift = 0; shift < 32; shift += Bits)
        {
            Pass(keys, other, from, to, count, shift);
            (keys, other, from, to) = (other, keys, to, from);
        }

        // Three passes: the order stands in the spare list.
        from.AsSpan(0, count).CopyTo(order);
        for (var i = 1; i < count; i++)
        {
            var (row, place) = (order[i], i);
            for (; place > 0 && IsBefore(values, row, order[place - 1]); place--)
            {
                order[place] = order[place - 1];
            }

            order[place] = row;
        }

        return count;
    }

    private static bool IsBefore(ReadOnlySpan<double> values, int row, int other) => values[row] > values[other] || (values[row] == values[other] && row < other);

    private static void Pass(uint[] keys, uint[] sortedKeys, int[] rows, int[] sortedRows, int count, int shift)
    {
        Span<int> places = stackalloc int[Buckets];
        places.Clear();
        for (var i = 0; i < count; i++)
        {
            places[(int)((keys[i] >> shift) & (Buckets - 1))]++;
        }

        var next = 0;
        foreach (ref var place in places)
        {
            (place, next) = (next, next + place);
        }

        for (var i = 0; i < count; i++)
        {
            var place = places[(int)((keys[i] >> shift) & (Buckets - 1))]++;
            (sortedKeys[place], sortedRows[place]) = (keys[i], rows[i]);
        }
    }
}
