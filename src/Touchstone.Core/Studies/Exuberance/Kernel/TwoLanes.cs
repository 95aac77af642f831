using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Studies;

/// <summary>Two lanes in one register.</summary>
internal readonly struct TwoLanes : ILanes<TwoLanes>
{
    private readonly Vector128<double> _v;

    private TwoLanes(Vector128<double> value) => _v = value;

    /// <inheritdoc/>
    public static int Width => Vector128<double>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes Of(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes Load(ref double first) => new(Vector128.LoadUnsafe(ref first));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TwoLanes value, ref double first) => value._v.StoreUnsafe(ref first);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator +(TwoLanes left, TwoLanes right) => new(left._v + right._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator -(TwoLanes left, TwoLanes right) => new(left._v - right._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator *(TwoLanes left, TwoLanes right) => new(left._v * right._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator /(TwoLanes left, TwoLanes right) => new(left._v / right._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes Abs(TwoLanes value) => new(Vector128.Abs(value._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes MultiplyAdd(TwoLanes left, TwoLanes right, TwoLanes sum) => new(Vector128.FusedMultiplyAdd(left._v, right._v, sum._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes MultiplySubtract(TwoLanes left, TwoLanes right, TwoLanes sum) => new(Vector128.FusedMultiplyAdd(-left._v, right._v, sum._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes WhereAbove(TwoLanes left, TwoLanes right, TwoLanes chosen, TwoLanes otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(left._v, right._v), chosen._v, otherwise._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyPositive(TwoLanes value) => Vector128.GreaterThanAny(value._v, Vector128<double>.Zero);
}
