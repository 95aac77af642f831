namespace Touchstone.Studies;

/// <summary>What is kept of every replicate: minus infinity where one has no statistic.</summary>
internal sealed class ReplicateStatistics
{
    private ReplicateStatistics(int points, ExuberanceOptions test, SimulationOptions simulation)
    {
        var (minimum, replicates) = (SeriesChecks.MinimumRows(points, test), simulation.Replicates);
        (Adf, Sadf, Gsadf) = (new double[replicates], new double[replicates], new double[replicates]);
        if (simulation.Lines)
        {
            var first = minimum + test.Lag;
            (SadfToDate, Bsadf) = (new SimulatedSequences(first, points - first, replicates), new SimulatedSequences(first, points - first, replicates));
        }
    }

    /// <summary>ADF by replicate.</summary>
    public double[] Adf { get; }

    /// <summary>SADF by replicate.</summary>
    public double[] Sadf { get; }

    /// <summary>GSADF by replicate.</summary>
    public double[] Gsadf { get; }

    /// <summary>SADF to date by end and replicate, when kept.</summary>
    public SimulatedSequences? SadfToDate { get; }

    /// <summary>BSADF by end and replicate, when kept.</summary>
    public SimulatedSequences? Bsadf { get; }

    /// <summary>Draws replicates and tests each as the series is tested.</summary>
    /// <param name="points">Points of a replicate.</param>
    /// <param name="test">Lag and window.</param>
    /// <param name="simulation">Count, seed and threads.</param>
    /// <param name="draw">Writes one replicate's series.</param>
    public static ReplicateStatistics Of(int points, ExuberanceOptions test, SimulationOptions simulation, Action<StudyRandom, double[]> draw)
    {
        var kept = new ReplicateStatistics(points, test, simulation);
        ReplicateRun.All(
            simulation,
            () => (Sweep: new WindowSweep(points, test.Lag, SeriesChecks.MinimumRows(points, test)), Series: new double[points]),
            (room, random, number) =>
            {
                draw(random, room.Series);
                room.Sweep.Run(room.Series);
                (kept.Adf[number], kept.Sadf[number], kept.Gsadf[number]) = (room.Sweep.Whole, room.Sweep.Sup, room.Sweep.GeneralSup);
                kept.SadfToDate?.TakeGreatestToDate(number, room.Sweep.FromFirst);
                kept.Bsadf?.Take(number, room.Sweep.Greatest);
            });
        return kept;
    }
}
