using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>When a new number of shares, or a new float, reaches the index.</summary>
public enum ShareUpdates
{
    /// <summary>At the next review.</summary>
    AtReviews,

    /// <summary>On the day it is in force.</summary>
    AtOnce,

    /// <summary>On the day it is in force when it changes by at least <see cref="ShareRule.AtOnceFrom"/>, otherwise at the next review.</summary>
    AtOnceWhenLarge,
}

/// <summary>Which shares count, and when a change of them does.</summary>
public sealed record ShareRule
{
    /// <summary>All shares of the line, changes at reviews.</summary>
    public static ShareRule Total { get; } = new();

    /// <summary>Whether only the free float counts; the package's <c>free_float</c> is needed then.</summary>
    public bool FreeFloat { get; init; }

    /// <summary>How a free float becomes an inclusion factor, by rising upper end, the last at 100%; empty to take it as it is.</summary>
    public ImmutableArray<FloatBand> Bands { get; init; } = [];

    /// <summary>A stock of low float counts at most this multiple of it: inclusion = min(1, multiple × float); null to count all shares (or the float, by <see cref="FreeFloat"/>).</summary>
    public double? FloatMultiple { get; init; }

    /// <summary>When changes between reviews are taken.</summary>
    public ShareUpdates Updates { get; init; }

    /// <summary>The change of the count, as a part of the old one, from which it is taken at once, under <see cref="ShareUpdates.AtOnceWhenLarge"/>.</summary>
    public Percent? AtOnceFrom { get; init; }
}

/// <summary>One row of a banding table: floats up to an end become a fixed factor, or are rounded up to a step.</summary>
/// <param name="UpTo">The upper end, included.</param>
/// <param name="Factor">The factor of the whole band, or null when it is rounded.</param>
/// <param name="RoundUpTo">The step to whose next multiple the float is rounded up, or null; null for both means the float itself.</param>
public sealed record FloatBand(Percent UpTo, Percent? Factor = null, Percent? RoundUpTo = null);
