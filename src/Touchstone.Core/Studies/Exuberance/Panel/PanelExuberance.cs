using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Studies;

/// <summary>Is there exuberance across several series at once? Panel BSADF is the mean of the members' BSADF, panel GSADF its greatest value.</summary>
/// <remarks>
/// Source: Pavlidis, Yusupova, Paya, Peel, Martínez-García, Mack and Grossman, "Episodes of exuberance in housing markets: In search of
/// the smoking gun", Journal of Real Estate Finance and Economics 53(4), 2016.
/// </remarks>
public static class PanelExuberance
{
    /// <summary>Tests the panel.</summary>
    /// <param name="panel">Series over the same points in time, all of one length; at least two.</param>
    /// <param name="options">Lag and shortest window, the same for all.</param>
    /// <returns>The statistics, or the problem of the first series that has one, naming its place.</returns>
    public static Answer<PanelResult> Test(IReadOnlyList<ReadOnlyMemory<double>> panel, ExuberanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new ExuberanceOptions();
        if (Check(panel, options) is { } fault)
        {
            return fault;
        }

        var members = ImmutableArray.CreateBuilder<ExuberanceResult>();
        var mean = new PanelMean(panel[0].Length, options, panel.Count);
        for (var i = 0; i < panel.Count; i++)
        {
            mean.Add(panel[i].Span);
            if (!double.IsFinite(mean.Sweep.Whole))
            {
                return InSeries(SeriesChecks.NoResidual, i);
            }

            members.Add(Exuberance.Result(panel[i].Length, mean.Sweep));
        }

        var averages = mean.Take();
        var greatest = averages.Max();
        if (!double.IsFinite(greatest))
        {
            return SeriesChecks.Undefined($"At no window end do all {panel.Count} series have a statistic.");
        }

        var end = mean.Sweep.FirstEnd + Array.IndexOf(averages, greatest);
        var result = new PanelResult { Members = members.ToImmutable(), Bsadf = StatisticSequence.Marked(mean.Sweep.FirstEnd, averages), Gsadf = greatest, GsadfEnd = end };
        return Answer<PanelResult>.Of(result, new Working
        {
            Formula = "panel GSADF = max over ends of the mean over series of BSADF",
            Steps = [new Step("gsadf", string.Create(CultureInfo.InvariantCulture, $"{panel.Count} series, end {end}"), greatest, Unit.Number)],
        });
    }

    /// <summary>Critical values by a sieve bootstrap that keeps the dependence between the series.</summary>
    /// <param name="panel">The tested panel.</param>
    /// <param name="options">Lag and shortest window, as the panel is tested.</param>
    /// <param name="simulation">Replicates, seed, threads.</param>
    /// <param name="order">Lagged changes of the fitted null; null for one more than the lag.</param>
    /// <returns>The simulated law, or a problem.</returns>
    /// <remarks>
    /// Each series: change(t) = a + Σ f(j) change(t-j) + e(t) is fitted. A replicate draws points of time with replacement, one draw for all
    /// series together, centres each series' residuals, and runs its recursion from its own first points.
    /// </remarks>
    public static Answer<PanelCriticalValues> SieveBootstrap(IReadOnlyList<ReadOnlyMemory<double>> panel, ExuberanceOptions? options = null, SimulationOptions? simulation = null, int? order = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        (options, simulation) = (options ?? new ExuberanceOptions(), simulation ?? new SimulationOptions());
        if ((Check(panel, options) ?? simulation.Check(panel[0].Length)) is { } fault)
        {
            return fault;
        }

        var sieveOrder = order ?? (options.Lag + 1);
        if (sieveOrder < 0)
        {
            return SeriesChecks.Invalid($"The sieve has {sieveOrder} lagged changes; it needs 0 or more.");
        }

        var sieves = new PanelSieve[panel.Count];
        for (var i = 0; i < panel.Count; i++)
        {
            var fitted = NullAutoregression.Fit(panel[i].Span, sieveOrder);
            if (!fitted.HasValue)
            {
                return InSeries(fitted.Problem, i);
            }

            sieves[i] = new PanelSieve(panel[i].Span[..(sieveOrder + 1)].ToArray(), fitted.Value);
        }

        var points = panel[0].Length;
        var gsadf = new double[simulation.Replicates];
        var first = SeriesChecks.MinimumRows(points, options) + options.Lag;
        var lines = simulation.Lines ? new SimulatedSequences(first, points - first, simulation.Replicates) : null;
        ReplicateRun.All(
            simulation,
            () => (Mean: new PanelMean(points, options, panel.Count), Times: new int[points - sieveOrder - 1], Series: new double[points]),
            (room, random, number) =>
            {
                for (var i = 0; i < room.Times.Length; i++)
                {
                    room.Times[i] = random.Below(room.Times.Length);
                }

                foreach (var sieve in sieves)
                {
                    sieve.Write(room.Times, room.Series);
                    room.Mean.Add(room.Series);
                }

                var averages = room.Mean.Take();
                gsadf[number] = averages.Max();
                lines?.Take(number, averages);
            });
        return Array.Exists(gsadf, double.IsFinite)
            ? Answer<PanelCriticalValues>.Of(new PanelCriticalValues(simulation.Seed, gsadf, lines), new Working
            {
                Formula = "change*(t) = a + Σ f(j) change*(t-j) + e(s(t)), the same s for all series",
                Conventions = [FormattableString.Invariant($"{simulation.Replicates} replicates from seed {simulation.Seed}; {sieveOrder} lagged changes in the sieve, {options.Lag} in the test.")],
            })
            : SeriesChecks.Undefined($"None of the {simulation.Replicates} replicates has a panel statistic; the series hardly ever move together.");
    }

    private static Problem? Check(IReadOnlyList<ReadOnlyMemory<double>> panel, ExuberanceOptions options)
    {
        if (panel.Count < 2)
        {
            return SeriesChecks.Invalid($"The panel has {panel.Count} series; it needs at least 2.");
        }

        for (var i = 0; i < panel.Count; i++)
        {
            if (panel[i].Length != panel[0].Length)
            {
                return SeriesChecks.Invalid($"Series {i} (counted from 0) has {panel[i].Length} points and series 0 has {panel[0].Length}; all must cover the same points in time.");
            }

            if (SeriesChecks.Of(panel[i].Span, options) is { } problem)
            {
                return InSeries(problem, i);
            }
        }

        return null;
    }

    private static Problem InSeries(Problem problem, int place) => problem with { Message = FormattableString.Invariant($"Series {place} (counted from 0): {problem.Message}") };
}
