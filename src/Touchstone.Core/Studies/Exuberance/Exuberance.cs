using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Studies;

/// <summary>Tests for a bubble: recursive right-tailed unit-root tests over windows of one series.</summary>
/// <remarks>
/// In each window: change(t) = a + c level(t-1) + Σ f(j) change(t-j) + e(t), j = 1..lag; ADF = c / standard error of c, with SSR / (rows -
/// lag - 2) for the variance.
/// <code>
/// BADF(e) = ADF(first point .. e)              SADF  = max over e of BADF(e)
/// BSADF(e) = max over s of ADF(s .. e)         GSADF = max over e of BSADF(e)
/// </code>
/// Sources: Phillips, Wu and Yu, "Explosive behavior in the 1990s Nasdaq: When did exuberance escalate asset values?", International
/// Economic Review 52(1), 2011; Phillips, Shi and Yu, "Testing for multiple bubbles", International Economic Review 56(4), 2015.
/// </remarks>
public static class Exuberance
{
    /// <summary>Computes ADF, SADF, GSADF and the sequences behind them.</summary>
    /// <param name="series">Levels in order of time, evenly spaced: prices, their logarithms, or ratios such as price to dividend. Finite.</param>
    /// <param name="options">Lag and shortest window; null for lag 0 and the standard rule.</param>
    /// <returns>
    /// The statistics. <see cref="ProblemKind.Invalid"/> for a lag or window that cannot be, or a value that is no finite number;
    /// <see cref="ProblemKind.Undefined"/> for a series too short, one that does not move, and one that its regression fits without residual.
    /// </returns>
    /// <remarks>
    /// A window in which the level (or a lagged change) does not vary, or whose residuals are no larger than the rounding of the data (4
    /// units in the last place of its larger end), has no ADF and is left out of the maxima.
    /// </remarks>
    public static Answer<ExuberanceResult> Test(ReadOnlySpan<double> series, ExuberanceOptions? options = null)
    {
        options ??= new ExuberanceOptions();
        if (SeriesChecks.Of(series, options) is { } problem)
        {
            return problem;
        }

        var sweep = new WindowSweep(series.Length, options.Lag, SeriesChecks.MinimumRows(series.Length, options));
        sweep.Run(series);
        return double.IsFinite(sweep.Whole) ? Answer<ExuberanceResult>.Of(Result(series.Length, sweep), Working(series.Length, sweep)) : SeriesChecks.NoResidual;
    }

    /// <summary>The findings of a sweep whose whole series has a statistic.</summary>
    internal static ExuberanceResult Result(int points, WindowSweep sweep)
    {
        var general = Array.IndexOf(sweep.Greatest, sweep.GeneralSup);
        return new ExuberanceResult
        {
            Points = points,
            Lag = sweep.Lag,
            MinimumRegressionRows = sweep.MinimumRows,
            Adf = sweep.Whole,
            Sadf = sweep.Sup,
            SadfEnd = sweep.FirstEnd + Array.IndexOf(sweep.FromFirst, sweep.Sup),
            Gsadf = sweep.GeneralSup,
            GsadfStart = sweep.Start[general],
            GsadfEnd = sweep.FirstEnd + general,
            Badf = StatisticSequence.Marked(sweep.FirstEnd, sweep.FromFirst),
            Bsadf = StatisticSequence.Marked(sweep.FirstEnd, sweep.Greatest),
            BsadfStarts = [.. sweep.Start],
        };
    }

    private static Working Working(int points, WindowSweep sweep)
    {
        var (general, first) = (Array.IndexOf(sweep.Greatest, sweep.GeneralSup), sweep.FirstEnd);
        return new Working
        {
            Formula = "GSADF = max over windows of c / se(c); change = a + c level before + lagged changes + residual",
            Steps =
            [
                new Step("adf", string.Create(CultureInfo.InvariantCulture, $"points 0 to {points - 1}"), sweep.Whole, Unit.Number),
                new Step("sadf", string.Create(CultureInfo.InvariantCulture, $"points 0 to {first + Array.IndexOf(sweep.FromFirst, sweep.Sup)}"), sweep.Sup, Unit.Number),
                new Step("gsadf", string.Create(CultureInfo.InvariantCulture, $"points {sweep.Start[general]} to {first + general}"), sweep.GeneralSup, Unit.Number),
            ],
            Conventions =
            [
                string.Create(CultureInfo.InvariantCulture, $"Lag {sweep.Lag} in every window; windows of {sweep.MinimumRows} regression rows ({sweep.MinimumRows + sweep.Lag + 1} points) or more; points are counted from 0."),
            ],
        };
    }
}
