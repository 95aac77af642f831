using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Touchstone.Studies;

/// <summary>
/// The regressions of lag 0 of all windows: change on a constant and the level before. Neighbouring starts stand in the lanes of a
/// register; each end adds one row to all of them, so the work grows as the square of the length.
/// </summary>
/// <remarks>
/// Levels are measured from the window's first point. A row is added by a square-root-free rotation (Gentleman, "Least squares
/// computations by Givens transformations without square roots", Journal of the Institute of Mathematics and its Applications 12, 1973):
/// the sum of squared residuals grows by squares and is never a difference of large numbers. With weight 1, level x and change d:
/// <code>
/// dx = x - mean x;  dd = d - mean d;  w = n / (n + 1);  D' = D + w dx²
/// e = dd - slope dx;  slope' = slope + (w dx / D') e;  SSR' = SSR + w (D / D') e²
/// t |t| = slope |slope| D (n - 2) / SSR
/// </code>
/// </remarks>
internal static class PlainKernel
{
    /// <summary>Adds every row to every window whose first point lies in one register of starts, and keeps the greatest t|t| at each end.</summary>
    /// <param name="tables">The series and the room.</param>
    /// <param name="start">The first of the neighbouring starts, from 0.</param>
    /// <param name="minimumRows">Fewest rows of a window that counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes>(WindowTables tables, int start, int minimumRows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var points = tables.Points;
        ref var level = ref MemoryMarshal.GetArrayDataReference(tables.Scaled);
        ref var reciprocal = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables.Reciprocals), points);
        ref var best = ref MemoryMarshal.GetArrayDataReference(tables.Best);
        var anchor = TLanes.Load(ref Unsafe.Add(ref level, start));
        var one = TLanes.Of(1);
        var zero = TLanes.Of(0);
        var (mean, slope, residuals, moment, perRow) = (zero, zero, zero, TLanes.Of(Eligibility.NoVariation), zero);
        var rows = zero - TLanes.Load(ref Lane.Numbers);
        var before = TLanes.Of(Unsafe.Add(ref level, start));
        var end = (nint)start + 1;
        var allCount = start + TLanes.Width - 1 + minimumRows;
        for (; end < points; end++)
        {
            var now = TLanes.Of(Unsafe.Add(ref level, end));
            var x = before - anchor;
            var offMean = x - mean;
            var change = TLanes.MultiplySubtract(x, perRow, now - before);
            perRow = TLanes.Load(ref Unsafe.Add(ref reciprocal, start - end));
            var weight = rows * perRow;
            mean = TLanes.MultiplyAdd(offMean, perRow, mean);
            var weighted = weight * offMean;
            var grown = TLanes.MultiplyAdd(weighted, offMean, moment);
            var inverse = one / grown;
            var error = TLanes.MultiplySubtract(offMean, slope, change);
            slope = TLanes.MultiplyAdd(weighted * inverse, error, slope);
            residuals = TLanes.MultiplyAdd(weight * (moment * inverse) * error, error, residuals);
            moment = grown;
            var above = slope * TLanes.Abs(slope) * moment * (rows - one);
            rows += one;
            before = now;
            if (end - start < minimumRows)
            {
                continue;
            }

            // Above the best of this lane so far? above - best × residuals is rounded once, so its sign is exact and no division is wasted.
            if (end < allCount || TLanes.AnyPositive(TLanes.MultiplySubtract(TLanes.Load(ref Unsafe.Add(ref best, end * TLanes.Width)), residuals, above)))
            {
                var smallest = Eligibility.Rounding(anchor, now, rows);
                var candidate = Eligibility.Of(above / residuals, residuals, smallest, moment, rows, minimumRows);
                Eligibility.Keep(tables, (int)end, start, candidate);
            }
        }
    }
}
