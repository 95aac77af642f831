using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Touchstone.Studies;

/// <summary>Which windows have a statistic: enough rows, a level that varies, residuals larger than the rounding of the data.</summary>
internal static class Eligibility
{
    /// <summary>What sums of squares start from, in place of 0, so that nothing is divided by zero; far below any real one.</summary>
    public const double NoVariation = 1e-300;

    /// <summary>Four units in the last place of a number between 1 and 2.</summary>
    private const double Unit = 4.0 / (1L << 52);

    private const double LeastMoment = 1e-290;

    /// <summary>The sum of squares that rounding alone can leave: rows × (4 units in the last place of the larger end)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Rounding<TLanes>(TLanes first, TLanes last, TLanes rows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var (left, right) = (TLanes.Abs(first), TLanes.Abs(last));
        var unit = TLanes.WhereAbove(left, right, left, right) * TLanes.Of(Unit);
        return unit * unit * rows;
    }

    /// <summary>The statistic where the window has one, minus infinity elsewhere.</summary>
    /// <param name="statistic">t|t| as computed, whatever it is.</param>
    /// <param name="residuals">Sum of squared residuals.</param>
    /// <param name="smallest">What rounding alone can leave.</param>
    /// <param name="moment">Least sum of squares of a regressor, after those before it are taken out.</param>
    /// <param name="rows">Rows of the window.</param>
    /// <param name="minimumRows">Fewest rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes statistic, TLanes residuals, TLanes smallest, TLanes moment, TLanes rows, int minimumRows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var none = TLanes.Of(double.NegativeInfinity);
        var fitted = TLanes.WhereAbove(residuals, smallest, statistic, none);
        var varied = TLanes.WhereAbove(moment, smallest, TLanes.WhereAbove(moment, TLanes.Of(LeastMoment), fitted, none), none);
        return TLanes.WhereAbove(rows, TLanes.Of(minimumRows - 0.5), varied, none);
    }

    /// <summary>Keeps the candidates that are above the best so far at an end, with their starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep<TLanes>(WindowTables tables, int end, int start, TLanes candidate)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        ref var best = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables.Best), end * TLanes.Width);
        ref var bestStart = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables.BestStart), end * TLanes.Width);
        var old = TLanes.Load(ref best);
        var starts = TLanes.Of(start) + TLanes.Load(ref Lane.Numbers);
        TLanes.Store(TLanes.WhereAbove(candidate, old, starts, TLanes.Load(ref bestStart)), ref bestStart);
        TLanes.Store(TLanes.WhereAbove(candidate, old, candidate, old), ref best);
    }
}
