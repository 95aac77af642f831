namespace Touchstone.Indices;

/// <summary>What a screen says of a stock.</summary>
/// <param name="State">Whether it passes.</param>
/// <param name="Reason">Why not, in words with the figures; empty when it passes.</param>
internal readonly record struct ScreenVerdict(ScreenState State, string Reason)
{
    /// <summary>It passes.</summary>
    public static ScreenVerdict Pass { get; } = new(ScreenState.Passes, "");

    /// <summary>It does not pass.</summary>
    /// <param name="reason">Why, with the figures.</param>
    public static ScreenVerdict Fail(string reason) => new(ScreenState.Fails, reason);

    /// <summary>It cannot be judged.</summary>
    /// <param name="gap">What the package lacks.</param>
    public static ScreenVerdict Lacks(string gap) => new(ScreenState.Lacks, $"not in the package: {gap}");
}

/// <summary>Whether a stock passes a screen.</summary>
internal enum ScreenState
{
    /// <summary>It passes.</summary>
    Passes,

    /// <summary>It does not.</summary>
    Fails,

    /// <summary>The package lacks a figure for it.</summary>
    Lacks,
}
