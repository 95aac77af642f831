namespace Touchstone.Studies;

/// <summary>How critical values were drawn.</summary>
public enum CriticalValueMethod
{
    /// <summary>Random walks with normal steps.</summary>
    MonteCarlo,

    /// <summary>The series' own changes, each times a random multiplier.</summary>
    WildBootstrap,

    /// <summary>Changes from the fitted null with residuals drawn and multiplied, over a monitoring window.</summary>
    CompositeBootstrap,
}

/// <summary>The laws of the statistics under the null hypothesis, as simulated. Immutable.</summary>
public sealed class SimulatedCriticalValues
{
    private readonly SimulatedSequences? _sadfToDate;
    private readonly SimulatedSequences? _bsadf;

    internal SimulatedCriticalValues(CriticalValueMethod method, SimulationOptions options, ReplicateStatistics statistics)
    {
        (Method, Seed, _sadfToDate, _bsadf) = (method, options.Seed, statistics.SadfToDate, statistics.Bsadf);
        (Adf, Sadf, Gsadf) = (Draws.Of(statistics.Adf.Where(double.IsFinite)), Draws.Of(statistics.Sadf.Where(double.IsFinite)), Draws.Of(statistics.Gsadf.Where(double.IsFinite)));
    }

    /// <summary>How they were drawn.</summary>
    public CriticalValueMethod Method { get; }

    /// <summary>The seed they were drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>ADF of each replicate that has one.</summary>
    public Draws Adf { get; }

    /// <summary>SADF of each replicate that has one.</summary>
    public Draws Sadf { get; }

    /// <summary>GSADF of each replicate that has one; of a composite bootstrap, the greatest BSADF over the monitoring window.</summary>
    public Draws Gsadf { get; }

    /// <summary>A critical value for each end of the tested series.</summary>
    /// <param name="level">The level as a fraction, from 0 to 1: 0.95 for a test at 5%.</param>
    /// <param name="kind"><see cref="LineKind.SadfToDate"/> or <see cref="LineKind.Bsadf"/>.</param>
    /// <returns>The line, or <see cref="ProblemKind.NoData"/> when lines were not kept.</returns>
    /// <remarks>Of a composite bootstrap the ends are those of its own short sample, of as many points as <see cref="CriticalValues.Composite"/> says.</remarks>
    public Answer<CriticalLine> Line(double level, LineKind kind = LineKind.SadfToDate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 1);
        var sequences = kind switch
        {
            LineKind.SadfToDate => _sadfToDate,
            LineKind.Bsadf => _bsadf,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A simulated line is of SADF to date or of BSADF; a window's is made by OverWindow."),
        };
        return sequences is null
            ? new Problem(ProblemKind.NoData, "The simulation kept no lines; run it again with Lines set.")
            : Answer<CriticalLine>.Of(new CriticalLine(kind, level, sequences.Quantile(level)), new Working { Formula = $"quantile {level} over replicates at each end; {kind}" });
    }

    /// <summary>The critical value of GSADF (of a composite bootstrap: of the greatest BSADF over its window) as a line of one height.</summary>
    /// <param name="level">The level as a fraction, from 0 to 1.</param>
    /// <param name="firstEnd">The first end of the line, from 0.</param>
    /// <param name="lastEnd">The last end, included.</param>
    public CriticalLine OverWindow(double level, int firstEnd, int lastEnd)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastEnd, firstEnd);
        var values = new double[lastEnd - firstEnd + 1];
        Array.Fill(values, Gsadf.Quantile(level));
        return new CriticalLine(LineKind.MaximumOverWindow, level, StatisticSequence.Of(firstEnd, values));
    }
}
