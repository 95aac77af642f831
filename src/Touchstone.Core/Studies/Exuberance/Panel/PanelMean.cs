namespace Touchstone.Studies;

/// <summary>Adds up the members' BSADF and gives the mean. One thread at a time; used again for every replicate.</summary>
internal sealed class PanelMean
{
    private readonly double[] _sums;
    private readonly double[] _means;
    private readonly int _members;

    /// <summary>Room for panels of one size.</summary>
    public PanelMean(int points, ExuberanceOptions options, int members)
    {
        Sweep = new WindowSweep(points, options.Lag, SeriesChecks.MinimumRows(points, options));
        (_sums, _means, _members) = (new double[points - Sweep.FirstEnd], new double[points - Sweep.FirstEnd], members);
    }

    /// <summary>The sweep over the member added last.</summary>
    public WindowSweep Sweep { get; }

    /// <summary>Tests a member and adds its BSADF.</summary>
    public void Add(ReadOnlySpan<double> series)
    {
        Sweep.Run(series);
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += Sweep.Greatest[i];
        }
    }

    /// <summary>The means, minus infinity where a member has no statistic; starts the next panel.</summary>
    public double[] Take()
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            (_means[i], _sums[i]) = (_sums[i] / _members, 0);
        }

        return _means;
    }
}
