namespace Touchstone.Studies;

/// <summary>The law of the panel statistic under the null hypothesis, as simulated. Immutable.</summary>
public sealed class PanelCriticalValues
{
    private readonly SimulatedSequences? _bsadf;

    internal PanelCriticalValues(ulong seed, IEnumerable<double> gsadf, SimulatedSequences? bsadf) =>
        (Seed, Gsadf, _bsadf) = (seed, Draws.Of(gsadf.Where(double.IsFinite)), bsadf);

    /// <summary>The seed of the draws.</summary>
    public ulong Seed { get; }

    /// <summary>Panel GSADF of each replicate that has one.</summary>
    public Draws Gsadf { get; }

    /// <summary>The quantile of panel BSADF at each end, to date episodes of the panel with.</summary>
    /// <param name="level">The level as a fraction, from 0 to 1: 0.95 for a test at 5%.</param>
    /// <returns>The line, or <see cref="ProblemKind.NoData"/> when lines were not kept.</returns>
    public Answer<CriticalLine> Line(double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 1);
        return _bsadf is null
            ? new Problem(ProblemKind.NoData, "The simulation kept no lines; run it again with Lines set.")
            : Answer<CriticalLine>.Of(new CriticalLine(LineKind.Bsadf, level, _bsadf.Quantile(level)), new Working { Formula = "quantile over replicates of the mean BSADF at each end" });
    }
}
