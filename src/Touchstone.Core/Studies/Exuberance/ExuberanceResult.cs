using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>What the recursive right-tailed unit-root tests say of one series. Positions are data points, from 0.</summary>
public sealed record ExuberanceResult
{
    /// <summary>Data points of the series.</summary>
    public required int Points { get; init; }

    /// <summary>Lagged changes in each regression.</summary>
    public required int Lag { get; init; }

    /// <summary>Fewest regression rows of a window.</summary>
    public required int MinimumRegressionRows { get; init; }

    /// <summary>The ADF statistic of the whole series: the t ratio of the level's coefficient.</summary>
    public required double Adf { get; init; }

    /// <summary>The greatest ADF over windows from the first point on.</summary>
    public required double Sadf { get; init; }

    /// <summary>The end of the window that gave <see cref="Sadf"/>, the earliest of equals.</summary>
    public required int SadfEnd { get; init; }

    /// <summary>The greatest ADF over all windows.</summary>
    public required double Gsadf { get; init; }

    /// <summary>The first data point of the window that gave <see cref="Gsadf"/>.</summary>
    public required int GsadfStart { get; init; }

    /// <summary>The end of the window that gave <see cref="Gsadf"/>, the earliest of equals.</summary>
    public required int GsadfEnd { get; init; }

    /// <summary>BADF: at each end the ADF of the window from the first point.</summary>
    public required StatisticSequence Badf { get; init; }

    /// <summary>BSADF: at each end the greatest ADF over starts.</summary>
    public required StatisticSequence Bsadf { get; init; }

    /// <summary>The first data point of the window that gave each <see cref="Bsadf"/>, one for each of its ends; 0 at ends without one.</summary>
    public required ImmutableArray<int> BsadfStarts { get; init; }
}
