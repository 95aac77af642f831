using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Touchstone.Studies;

/// <summary>
/// The regressions of any fixed lag k of all windows: change on a constant, k changes before it, and the level before. As
/// <see cref="PlainKernel"/>, with one rotation for each lagged change before the level's; work for a row grows as k².
/// </summary>
/// <remarks>
/// The level is rotated in last, so that its coefficient and its own sum of squares stand in the triangle and nothing is solved:
/// t|t| = slope |slope| D (n - k - 2) / SSR. Means of changes are differences of levels: Σ d = y(last) - y(first).
/// </remarks>
internal static class LaggedKernel
{
    /// <summary>The greatest number of lags, so that a window's triangle stays on the stack.</summary>
    public const int MostLags = 24;

    /// <summary>As <see cref="PlainKernel.Run"/>, with lags.</summary>
    /// <param name="tables">The series and the room.</param>
    /// <param name="start">The first of the neighbouring starts, from 0.</param>
    /// <param name="minimumRows">Fewest rows of a window that counts.</param>
    /// <param name="lags">Lagged changes, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes>(WindowTables tables, int start, int minimumRows, int lags)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var points = tables.Points;
        ref var level = ref MemoryMarshal.GetArrayDataReference(tables.Scaled);
        ref var reciprocal = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables.Reciprocals), points);
        ref var best = ref MemoryMarshal.GetArrayDataReference(tables.Best);
        var columns = lags + 1;
        ref var moments = ref Room<TLanes>(stackalloc TLanes[columns], Eligibility.NoVariation);
        ref var triangle = ref Room<TLanes>(stackalloc TLanes[columns * (columns + 1) / 2], 0);
        ref var values = ref Room<TLanes>(stackalloc TLanes[columns], 0);
        ref var steps = ref Room<TLanes>(stackalloc TLanes[columns], 0);
        ref var firsts = ref Room<TLanes>(stackalloc TLanes[columns], 0);
        var origin = start + lags;
        for (var lag = 0; lag <= lags; lag++)
        {
            Unsafe.Add(ref firsts, lag) = TLanes.Load(ref Unsafe.Add(ref level, origin - lag));
        }

        var anchor = firsts;
        var one = TLanes.Of(1);
        var (mean, residuals, perRow) = (TLanes.Of(0), TLanes.Of(0), TLanes.Of(0));
        var rows = TLanes.Of(0) - TLanes.Load(ref Lane.Numbers);
        var spare = TLanes.Of(lags + 1);
        var allCount = origin + TLanes.Width - 1 + minimumRows;
        for (var end = (nint)origin + 1; end < points; end++)
        {
            var old = perRow;
            perRow = TLanes.Load(ref Unsafe.Add(ref reciprocal, origin - end));
            var weight = rows * perRow;
            rows += one;
            var cell = 0;
            for (var column = 0; column <= columns; column++)
            {
                // The lagged changes, then the level, then the change itself; each less its mean so far.
                var lag = column < lags ? column + 1 : 0;
                var after = TLanes.Of(Unsafe.Add(ref level, end - lag));
                var before = TLanes.Of(Unsafe.Add(ref level, end - lag - 1));
                var value = TLanes.MultiplySubtract(before - Unsafe.Add(ref firsts, lag), old, after - before);
                if (column == lags)
                {
                    value = before - anchor - mean;
                    mean = TLanes.MultiplyAdd(value, perRow, mean);
                }

                for (var earlier = 0; earlier < column; earlier++, cell++)
                {
                    var coefficient = Unsafe.Add(ref triangle, cell);
                    value = TLanes.MultiplySubtract(Unsafe.Add(ref values, earlier), coefficient, value);
                    Unsafe.Add(ref triangle, cell) = TLanes.MultiplyAdd(Unsafe.Add(ref steps, earlier), value, coefficient);
                }

                if (column == columns)
                {
                    residuals = TLanes.MultiplyAdd(weight * value, value, residuals);
                    break;
                }

                var moment = Unsafe.Add(ref moments, column);
                var weighted = weight * value;
                var grown = TLanes.MultiplyAdd(weighted, value, moment);
                var inverse = one / grown;
                Unsafe.Add(ref moments, column) = grown;
                Unsafe.Add(ref values, column) = value;
                Unsafe.Add(ref steps, column) = weighted * inverse;
                weight *= moment * inverse;
            }

            if (end - origin < minimumRows)
            {
                continue;
            }

            var slope = Unsafe.Add(ref triangle, cell - 1);
            var above = slope * TLanes.Abs(slope) * Unsafe.Add(ref moments, lags) * (rows - one - spare);
            if (end < allCount || TLanes.AnyPositive(TLanes.MultiplySubtract(TLanes.Load(ref Unsafe.Add(ref best, end * TLanes.Width)), residuals, above)))
            {
                var least = moments;
                for (var column = 1; column < columns; column++)
                {
                    var moment = Unsafe.Add(ref moments, column);
                    least = TLanes.WhereAbove(least, moment, moment, least);
                }

                var smallest = Eligibility.Rounding(anchor, TLanes.Of(Unsafe.Add(ref level, end)), rows);
                Eligibility.Keep(tables, (int)end, start, Eligibility.Of(above / residuals, residuals, smallest, least, rows, minimumRows));
            }
        }
    }

    private static ref TLanes Room<TLanes>(Span<TLanes> room, double value)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        room.Fill(TLanes.Of(value));
        return ref MemoryMarshal.GetReference(room);
    }
}
