namespace Touchstone.Studies;

/// <summary>How the regressions of a bubble test are set up.</summary>
public sealed record ExuberanceOptions
{
    /// <summary>Lagged changes in each regression, the same in every window. Default 0; at most 24.</summary>
    /// <remarks>
    /// Fixed on purpose: a lag chosen in each window by an information criterion distorts the size of the test (Phillips, Shi and Yu 2015
    /// advise a small fixed lag, 0 or 1).
    /// </remarks>
    public int Lag { get; init; }

    /// <summary>Fewest regression rows of a window; null for the standard rule of <see cref="MinimumWindow"/>. At least lag + 3.</summary>
    public int? MinimumRegressionRows { get; init; }
}
