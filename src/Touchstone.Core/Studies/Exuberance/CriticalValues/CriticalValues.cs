namespace Touchstone.Studies;

/// <summary>The multiplier of a wild bootstrap.</summary>
public enum WildMultiplier
{
    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>Plus or minus one, each with probability a half.</summary>
    Rademacher,
}

/// <summary>Critical values of bubble tests: how large the statistics get where there is no bubble.</summary>
/// <remarks>Every replicate is tested as the series is: same lag, same shortest window. Same seed, same numbers, on any number of threads.</remarks>
public static class CriticalValues
{
    /// <summary>Critical values from random walks of the same length: level(t) = level(t-1) + 1/T + standard normal.</summary>
    /// <param name="points">Data points of the series, T.</param>
    /// <param name="test">Lag and shortest window; null for lag 0 and the standard rule.</param>
    /// <param name="simulation">Replicates, seed, threads; null for 1,000 from seed 1.</param>
    /// <returns>The simulated laws, or the problem that <see cref="Exuberance.Test"/> would have.</returns>
    /// <remarks>
    /// Right where changes are independent with one variance. Source: Phillips, Shi and Yu, "Testing for multiple bubbles", International
    /// Economic Review 56(4), 2015, section 3 (their null has a drift of d T^(-η); here d = η = 1).
    /// </remarks>
    public static Answer<SimulatedCriticalValues> MonteCarlo(int points, ExuberanceOptions? test = null, SimulationOptions? simulation = null)
    {
        (test, simulation) = (test ?? new ExuberanceOptions(), simulation ?? new SimulationOptions());
        return (SeriesChecks.Of(points, test) ?? simulation.Check(points)) is { } problem
            ? problem
            : Simulate(CriticalValueMethod.MonteCarlo, points, test, simulation, "level(t) = level(t-1) + 1/T + N(0,1)", (random, walk) =>
            {
                var level = 0.0;
                for (var t = 0; t < walk.Length; t++)
                {
                    walk[t] = level += (1.0 / points) + random.Normal();
                }
            });
    }

    /// <summary>Critical values from the series' own changes, each times its own random multiplier: level*(t) = level*(t-1) + w(t) change(t).</summary>
    /// <param name="series">The tested series.</param>
    /// <param name="test">Lag and shortest window, as the series is tested.</param>
    /// <param name="simulation">Replicates, seed, threads.</param>
    /// <param name="multiplier">The law of w; a fresh draw for every change of every replicate.</param>
    /// <returns>The simulated laws, or the problem that <see cref="Exuberance.Test"/> has.</returns>
    /// <remarks>
    /// Keeps the path of the variance, so it holds where volatility changes; breaks serial correlation. Source: Harvey, Leybourne, Sollis
    /// and Taylor, "Tests for explosive financial bubbles in the presence of non-stationary volatility", Journal of Empirical Finance 38, 2016.
    /// </remarks>
    public static Answer<SimulatedCriticalValues> WildBootstrap(ReadOnlySpan<double> series, ExuberanceOptions? test = null, SimulationOptions? simulation = null, WildMultiplier multiplier = WildMultiplier.Normal)
    {
        (test, simulation) = (test ?? new ExuberanceOptions(), simulation ?? new SimulationOptions());
        if ((SeriesChecks.Of(series, test) ?? simulation.Check(series.Length)) is { } problem)
        {
            return problem;
        }

        var levels = series.ToArray();
        return Simulate(CriticalValueMethod.WildBootstrap, levels.Length, test, simulation, "level*(t) = level*(t-1) + w(t) change(t)", (random, replicate) =>
        {
            replicate[0] = levels[0];
            for (var t = 1; t < levels.Length; t++)
            {
                var weight = multiplier == WildMultiplier.Normal ? random.Normal() : random.Sign();
                replicate[t] = replicate[t - 1] + (weight * (levels[t] - levels[t - 1]));
            }
        });
    }

    /// <summary>Critical values of the greatest BSADF over a monitoring window, so that watching the whole window is one test of its level.</summary>
    /// <param name="series">The tested series.</param>
    /// <param name="monitored">Ends in the monitoring window: points over which the error rate is to hold (24 months, say). At least 1.</param>
    /// <param name="test">Lag and shortest window, as the series is tested.</param>
    /// <param name="simulation">Replicates, seed, threads.</param>
    /// <returns>
    /// The simulated laws: use <see cref="SimulatedCriticalValues.OverWindow"/>. Otherwise the problem that <see cref="Exuberance.Test"/> has,
    /// or <see cref="ProblemKind.Invalid"/> for a window longer than the series has ends.
    /// </returns>
    /// <remarks>
    /// The null with as many lagged changes as the test is fitted to the whole series. A replicate has shortest window + monitored - 1
    /// points' worth of ends: change*(t) = Σ f(j) change*(t-j) + w(t) e(s), w standard normal, e(s) a residual drawn with replacement,
    /// starting from the series' own first points. Source: Phillips and Shi, "Real time monitoring of asset markets: Bubbles and crises",
    /// Handbook of Statistics 42, 2020, section 3.
    /// </remarks>
    public static Answer<SimulatedCriticalValues> Composite(ReadOnlySpan<double> series, int monitored, ExuberanceOptions? test = null, SimulationOptions? simulation = null)
    {
        (test, simulation) = (test ?? new ExuberanceOptions(), simulation ?? new SimulationOptions());
        if ((SeriesChecks.Of(series, test) ?? simulation.Check(series.Length)) is { } problem)
        {
            return problem;
        }

        var rows = SeriesChecks.MinimumRows(series.Length, test);
        var ends = series.Length - rows - test.Lag;
        if (monitored < 1 || monitored > ends)
        {
            return SeriesChecks.Invalid($"The monitoring window has {monitored} ends; it must have from 1 to {ends}, the ends that windows of {rows} regression rows have in {series.Length} points.");
        }

        var fitted = NullAutoregression.Fit(series, test.Lag);
        if (!fitted.HasValue)
        {
            return fitted.Problem;
        }

        var (first, slopes, residuals) = (series[..(test.Lag + 1)].ToArray(), fitted.Value.Slopes, fitted.Value.Residuals);
        return Simulate(
            CriticalValueMethod.CompositeBootstrap,
            rows + test.Lag + monitored,
            test with { MinimumRegressionRows = rows },
            simulation,
            "change*(t) = Σ f(j) change*(t-j) + w(t) e(s)",
            (random, replicate) =>
            {
                first.CopyTo(replicate, 0);
                for (var t = first.Length; t < replicate.Length; t++)
                {
                    var change = random.Normal() * residuals[random.Below(residuals.Length)];
                    for (var lag = 1; lag <= slopes.Length; lag++)
                    {
                        change += slopes[lag - 1] * (replicate[t - lag] - replicate[t - lag - 1]);
                    }

                    replicate[t] = replicate[t - 1] + change;
                }
            });
    }

    private static Answer<SimulatedCriticalValues> Simulate(CriticalValueMethod method, int points, ExuberanceOptions test, SimulationOptions simulation, string formula, Action<StudyRandom, double[]> draw)
    {
        var statistics = ReplicateStatistics.Of(points, test, simulation, draw);
        return Array.Exists(statistics.Adf, double.IsFinite)
            ? Answer<SimulatedCriticalValues>.Of(
                new SimulatedCriticalValues(method, simulation, statistics),
                new Working { Formula = formula, Conventions = [FormattableString.Invariant($"{simulation.Replicates} replicates of {points} points from seed {simulation.Seed}; lag {test.Lag}, windows of {SeriesChecks.MinimumRows(points, test)} regression rows or more.")] })
            : SeriesChecks.Undefined($"None of the {simulation.Replicates} replicates has a test statistic; the series hardly ever moves.");
    }
}
