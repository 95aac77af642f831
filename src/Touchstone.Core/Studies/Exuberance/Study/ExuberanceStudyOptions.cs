namespace Touchstone.Studies;

/// <summary>Where the critical values of a study come from.</summary>
public enum CriticalValueSource
{
    /// <summary>The table that comes with the library: Monte Carlo, lag 0, standard shortest window; no p-values.</summary>
    Stored,

    /// <summary>Random walks with normal steps: <see cref="CriticalValues.MonteCarlo"/>.</summary>
    MonteCarlo,

    /// <summary>The series' own changes with random signs or weights: <see cref="CriticalValues.WildBootstrap"/>.</summary>
    Wild,

    /// <summary>The fitted null over the whole sample as one monitoring window: <see cref="CriticalValues.Composite"/>.</summary>
    Composite,
}

/// <summary>How a series is examined for exuberance.</summary>
public sealed record ExuberanceStudyOptions
{
    /// <summary>Lag and shortest window.</summary>
    public ExuberanceOptions Test { get; init; } = new();

    /// <summary>Where critical values come from. Default: the wild bootstrap, which holds where volatility changes, as it does in daily prices.</summary>
    public CriticalValueSource Critical { get; init; } = CriticalValueSource.Wild;

    /// <summary>The multiplier of the wild bootstrap. Default: plus or minus one, whose level is near nominal in short samples too.</summary>
    public WildMultiplier Multiplier { get; init; } = WildMultiplier.Rademacher;

    /// <summary>Replicates, seed, threads, progress. Default 1,999 replicates from seed 1.</summary>
    public SimulationOptions Simulation { get; init; } = new() { Replicates = 1999 };

    /// <summary>The level of the critical line that dates episodes: 0.90, 0.95 or 0.99. Default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether logarithms are tested; null for logarithms of prices and ratios as they are. A price that grows at a constant rate is explosive in levels and no bubble.</summary>
    public bool? Logarithms { get; init; }
}
