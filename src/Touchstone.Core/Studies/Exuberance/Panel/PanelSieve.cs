namespace Touchstone.Studies;

/// <summary>One series' fitted null, ready to be run again with other residuals.</summary>
/// <param name="First">The series' own first points, as many as lagged changes and one.</param>
/// <param name="Null">The fitted null.</param>
internal sealed record PanelSieve(double[] First, NullAutoregression Null)
{
    /// <summary>Writes a replicate.</summary>
    /// <param name="times">For each change after the first ones, the residual to take.</param>
    /// <param name="series">Where to write.</param>
    public void Write(ReadOnlySpan<int> times, Span<double> series)
    {
        var mean = 0.0;
        foreach (var time in times)
        {
            mean += Null.Residuals[time];
        }

        mean /= times.Length;
        First.CopyTo(series);
        for (var t = First.Length; t < series.Length; t++)
        {
            var change = Null.Constant + Null.Residuals[times[t - First.Length]] - mean;
            for (var lag = 1; lag <= Null.Slopes.Length; lag++)
            {
                change += Null.Slopes[lag - 1] * (series[t - lag] - series[t - lag - 1]);
            }

            series[t] = series[t - 1] + change;
        }
    }
}
