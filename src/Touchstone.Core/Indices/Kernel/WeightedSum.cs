using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Indices;

/// <summary>Σ price × units over the members of an index, for the days of one block of a <see cref="PricePanel"/>.</summary>
/// <remarks>
/// Every day has its own sum: sum = fma(price, units, sum), members in the order given, one rounding a member. How many days stand in one register changes
/// nothing of that, so all ways below give the same bits on every machine. With prices and units of zero or more the sum of n members is off by at most
/// n × 2^-53 of itself (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 4.2): 1.1e-14 for 100 members.
/// </remarks>
internal static class WeightedSum
{
    private const int Days = PricePanel.BlockDays;

    /// <summary>Sums for some days of a block, the fastest way that the processor has.</summary>
    /// <param name="block">The block: <see cref="PricePanel.BlockDays"/> closes for each row.</param>
    /// <param name="rows">The members' rows.</param>
    /// <param name="units">Their units.</param>
    /// <param name="first">The first day of the block that is wanted.</param>
    /// <param name="end">The first day that is not.</param>
    /// <param name="sums">The sums, by day of the block; days that are not wanted may be written too.</param>
    public static void Of(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int first, int end, Span<double> sums)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Wide(block, rows, units, first, end, sums);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Narrow(block, rows, units, first, end, sums);
        }
        else
        {
            Plain(block, rows, units, first, end, sums);
        }
    }

    /// <summary>One day after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Plain(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int first, int end, Span<double> sums)
    {
        for (var day = first; day < end; day++)
        {
            var sum = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                sum = Math.FusedMultiplyAdd(block[(rows[i] * Days) + day], units[i], sum);
            }

            sums[day] = sum;
        }
    }

    /// <summary>16 days at a time in four registers of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int first, int end, Span<double> sums)
    {
        sums = sums[..Days];
        units = units[..rows.Length];
        for (var day = first & ~15; day < end; day += 16)
        {
            Vector256<double> a = default, b = default, c = default, d = default;
            for (var i = 0; i < rows.Length; i++)
            {
                ref var closes = ref MemoryMarshal.GetReference(block.Slice((rows[i] * Days) + day, 16));
                var held = Vector256.Create(units[i]);
                a = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref closes, 0), held, a);
                b = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref closes, 4), held, b);
                c = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref closes, 8), held, c);
                d = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref closes, 12), held, d);
            }

            a.CopyTo(sums[day..]);
            b.CopyTo(sums[(day + 4)..]);
            c.CopyTo(sums[(day + 8)..]);
            d.CopyTo(sums[(day + 12)..]);
        }
    }

    /// <summary>Up to 32 days at once in four registers of 512 bits.</summary>
    public static void Wide(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int first, int end, Span<double> sums)
    {
        // A single register would take as long as two, since each addition waits for the one before it.
        var day = first & ~15;
        units = units[..rows.Length];
        if (end - day > 16)
        {
            Four(block, rows, units, day, sums.Slice(day, 32));
        }
        else
        {
            Two(block, rows, units, day, sums.Slice(day, 16));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int day, Span<double> sums)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        for (var i = 0; i < rows.Length; i++)
        {
            ref var closes = ref MemoryMarshal.GetReference(block.Slice((rows[i] * Days) + day, 32));
            var held = Vector512.Create(units[i]);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 0), held, a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 8), held, b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 16), held, c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 24), held, d);
        }

        Store(sums, a, b);
        Store(sums[16..], c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(ReadOnlySpan<double> block, ReadOnlySpan<int> rows, ReadOnlySpan<double> units, int day, Span<double> sums)
    {
        Vector512<double> a = default, b = default;
        for (var i = 0; i < rows.Length; i++)
        {
            ref var closes = ref MemoryMarshal.GetReference(block.Slice((rows[i] * Days) + day, 16));
            var held = Vector512.Create(units[i]);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 0), held, a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref closes, 8), held, b);
        }

        Store(sums, a, b);
    }

    private static void Store(Span<double> sums, Vector512<double> a, Vector512<double> b)
    {
        a.CopyTo(sums);
        b.CopyTo(sums[8..]);
    }
}
