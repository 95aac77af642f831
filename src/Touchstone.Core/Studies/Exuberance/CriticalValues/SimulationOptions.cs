namespace Touchstone.Studies;

/// <summary>How many replicates are drawn, from which seed, on how many threads. Numbers depend on the first two alone.</summary>
public sealed record SimulationOptions
{
    private const long MostKept = 100_000_000;

    /// <summary>Replicates. Default 1,000; at least 19.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The seed. Replicate i draws from a generator made of seed and i. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads at most; null for as many as there are processors. Every number is the same on any.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether critical lines (a value for each end) are kept as well. Takes 16 bytes for each replicate and end, 100 million at most. Default true.</summary>
    public bool Lines { get; init; } = true;

    /// <summary>Told how many replicates are done, at most about a hundred times, from whichever thread finished one; null for nobody.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Stops the work; the call then throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The first thing wrong, or null.</summary>
    /// <param name="points">Points of a replicate.</param>
    internal Problem? Check(int points) =>
        Replicates < 19 ? SeriesChecks.Invalid($"The simulation has {Replicates} replicates; a 95% critical value needs at least 19.")
        : Threads is < 1 ? SeriesChecks.Invalid($"The simulation is given {Threads} threads; it needs at least 1.")
        : Lines && (long)Replicates * points > MostKept ? SeriesChecks.Invalid($"Critical lines of {Replicates} replicates of {points} points take more memory than they are given ({MostKept} values); set Lines to false, or draw fewer.")
        : null;
}
