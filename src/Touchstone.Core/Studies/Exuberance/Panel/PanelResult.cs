using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>What the panel test says of several series together. Positions are data points, from 0.</summary>
public sealed record PanelResult
{
    /// <summary>The tests of the single series, in the order given.</summary>
    public required ImmutableArray<ExuberanceResult> Members { get; init; }

    /// <summary>At each end the mean of the members' BSADF; no statistic where a member has none.</summary>
    public required StatisticSequence Bsadf { get; init; }

    /// <summary>The greatest of <see cref="Bsadf"/>.</summary>
    public required double Gsadf { get; init; }

    /// <summary>Its end, the earliest of equals.</summary>
    public required int GsadfEnd { get; init; }
}
