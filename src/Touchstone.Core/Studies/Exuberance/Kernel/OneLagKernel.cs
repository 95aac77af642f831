using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Touchstone.Studies;

/// <summary>
/// <see cref="LaggedKernel"/> for one lag, with the triangle in registers: the same operations in the same order, and so the same bits,
/// at a fraction of the time.
/// </summary>
internal static class OneLagKernel
{
    /// <summary>As <see cref="PlainKernel.Run"/>, with the change before as a third regressor.</summary>
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
        var origin = start + 1;
        var first = TLanes.Load(ref Unsafe.Add(ref level, start));
        var anchor = TLanes.Load(ref Unsafe.Add(ref level, origin));
        var (zero, one) = (TLanes.Of(0), TLanes.Of(1));
        var (mean, residuals, perRow) = (zero, zero, zero);
        var (lagMoment, lagLevel, lagChange) = (TLanes.Of(Eligibility.NoVariation), zero, zero);
        var (moment, slope) = (lagMoment, zero);
        var rows = zero - TLanes.Load(ref Lane.Numbers);
        var allCount = origin + TLanes.Width - 1 + minimumRows;
        var earlier = TLanes.Of(Unsafe.Add(ref level, start));
        var before = TLanes.Of(Unsafe.Add(ref level, origin));
        for (var end = (nint)origin + 1; end < points; end++)
        {
            var now = TLanes.Of(Unsafe.Add(ref level, end));
            var lagged = TLanes.MultiplySubtract(earlier - first, perRow, before - earlier);
            var x = before - anchor;
            var offMean = x - mean;
            var change = TLanes.MultiplySubtract(x, perRow, now - before);
            perRow = TLanes.Load(ref Unsafe.Add(ref reciprocal, origin - end));
            mean = TLanes.MultiplyAdd(offMean, perRow, mean);
            var weight = rows * perRow;
            rows += one;
            (earlier, before) = (before, now);

            var weighted = weight * lagged;
            var grown = TLanes.MultiplyAdd(weighted, lagged, lagMoment);
            var inverse = one / grown;
            weight *= lagMoment * inverse;
            lagMoment = grown;
            var step = weighted * inverse;
            offMean = TLanes.MultiplySubtract(lagged, lagLevel, offMean);
            lagLevel = TLanes.MultiplyAdd(step, offMean, lagLevel);
            change = TLanes.MultiplySubtract(lagged, lagChange, change);
            lagChange = TLanes.MultiplyAdd(step, change, lagChange);

            weighted = weight * offMean;
            grown = TLanes.MultiplyAdd(weighted, offMean, moment);
            inverse = one / grown;
            weight *= moment * inverse;
            moment = grown;
            var error = TLanes.MultiplySubtract(offMean, slope, change);
            slope = TLanes.MultiplyAdd(weighted * inverse, error, slope);
            residuals = TLanes.MultiplyAdd(weight * error, error, residuals);
            if (end - origin < minimumRows)
            {
                continue;
            }

            var above = slope * TLanes.Abs(slope) * moment * (rows - TLanes.Of(3));
            if (end < allCount || TLanes.AnyPositive(TLanes.MultiplySubtract(TLanes.Load(ref Unsafe.Add(ref best, end * TLanes.Width)), residuals, above)))
            {
                var smallest = Eligibility.Rounding(anchor, now, rows);
                var least = TLanes.WhereAbove(lagMoment, moment, moment, lagMoment);
                Eligibility.Keep(tables, (int)end, start, Eligibility.Of(above / residuals, residuals, smallest, least, rows, minimumRows));
            }
        }
    }
}
