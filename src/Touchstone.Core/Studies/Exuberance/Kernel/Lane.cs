namespace Touchstone.Studies;

/// <summary>The numbers of the lanes: 0, 1, 2 and so on.</summary>
internal static class Lane
{
    private static readonly double[] All = [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>The first of them, from which any register can be loaded.</summary>
    public static ref double Numbers => ref All[0];
}
