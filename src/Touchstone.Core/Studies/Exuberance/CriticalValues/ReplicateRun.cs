namespace Touchstone.Studies;

/// <summary>Runs replicates on several threads. Each writes to its own place, so nothing depends on their order.</summary>
internal static class ReplicateRun
{
    /// <summary>Runs all replicates.</summary>
    /// <typeparam name="TRoom">What one thread computes in.</typeparam>
    /// <param name="options">Count, seed, threads, progress, cancellation.</param>
    /// <param name="room">Makes the room of one thread.</param>
    /// <param name="replicate">Computes one replicate: room, generator, number.</param>
    public static void All<TRoom>(SimulationOptions options, Func<TRoom> room, Action<TRoom, StudyRandom, int> replicate)
    {
        var done = 0;
        var every = Math.Max(1, options.Replicates / 100);
        var plan = new ParallelOptions { CancellationToken = options.Cancellation, MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(
            0,
            options.Replicates,
            plan,
            room,
            (number, _, mine) =>
            {
                plan.CancellationToken.ThrowIfCancellationRequested();
                replicate(mine, StudyRandom.Of(options.Seed, number), number);
                var sofar = Interlocked.Increment(ref done);
                if (sofar % every == 0 || sofar == options.Replicates)
                {
                    options.Progress?.Report(sofar);
                }

                return mine;
            },
            _ => { });
    }
}
