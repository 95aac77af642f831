namespace Touchstone.Studies;

/// <summary>What a critical line is the quantile of.</summary>
public enum LineKind
{
    /// <summary>At each end, SADF of the sample up to that end: the line that Phillips, Shi and Yu date BSADF with.</summary>
    SadfToDate,

    /// <summary>At each end, BSADF at that end.</summary>
    Bsadf,

    /// <summary>One number at all ends: the greatest BSADF over a monitoring window, so that the whole window is one test.</summary>
    MaximumOverWindow,

    /// <summary>Numbers that a caller brought.</summary>
    Given,
}

/// <summary>A critical value for each window end.</summary>
/// <param name="Kind">What it is the quantile of.</param>
/// <param name="Level">The level as a fraction: 0.95 for a test at 5%.</param>
/// <param name="Values">The values.</param>
public sealed record CriticalLine(LineKind Kind, double Level, StatisticSequence Values);
