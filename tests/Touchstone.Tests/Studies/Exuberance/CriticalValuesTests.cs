using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Simulated and stored critical values.</summary>
public class CriticalValuesTests
{
    /// <summary>Replicates made from multipliers that the file's own generator gives; statistics and quantiles by R exuber 1.1.0 and R's type 7.</summary>
    [SharedFact]
    public void WildBootstrap_WithGivenMultipliersAgreesWithExuber()
    {
        var expected = ExuberanceVectors.File("psy_wildboot_vectors.json");
        var series = ExuberanceVectors.Series("randomwalk100");
        var multipliers = new ParkMiller(99);
        var results = Enumerable.Range(0, expected.GetProperty("B").GetInt32()).Select(_ => Exuberance.Test(Wild(series, multipliers.Next)).Value).ToArray();

        AllClose(ExuberanceVectors.Numbers(expected.GetProperty("adf")), [.. results.Select(result => result.Adf)], 1e-9);
        AllClose(ExuberanceVectors.Numbers(expected.GetProperty("sadf")), [.. results.Select(result => result.Sadf)], 1e-9);
        AllClose(ExuberanceVectors.Numbers(expected.GetProperty("gsadf")), [.. results.Select(result => result.Gsadf)], 1e-9);
        var quantiles = expected.GetProperty("q90_95_99");
        double[] levels = [0.90, 0.95, 0.99];
        AllClose(ExuberanceVectors.Numbers(quantiles.GetProperty("adf")), [.. levels.Select(Draws.Of(results.Select(result => result.Adf)).Quantile)], 1e-9);
        AllClose(ExuberanceVectors.Numbers(quantiles.GetProperty("sadf")), [.. levels.Select(Draws.Of(results.Select(result => result.Sadf)).Quantile)], 1e-9);
        AllClose(ExuberanceVectors.Numbers(quantiles.GetProperty("gsadf")), [.. levels.Select(Draws.Of(results.Select(result => result.Gsadf)).Quantile)], 1e-9);
    }

    /// <summary>A program in another language with another generator, within four standard errors of the difference of two simulated quantiles.</summary>
    [SharedFact]
    public void Stored_LiesInTheBandsOfAnotherProgram()
    {
        foreach (var row in ExuberanceVectors.File("psy_critical_values_mc.json").GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("T").GetInt32() != 1680))
        {
            var stored = StoredCriticalValues.For(row.GetProperty("T").GetInt32()).Value;
            Assert.Equal(row.GetProperty("min_regression_rows").GetInt32(), stored.MinimumRegressionRows);
            var spread = Math.Sqrt((1.0 / row.GetProperty("reps").GetInt32()) + (1.0 / stored.Replicates));
            Within(spread, ExuberanceVectors.Numbers(row.GetProperty("adf")), stored.Adf);
            Within(spread, ExuberanceVectors.Numbers(row.GetProperty("sadf")), stored.Sadf);
            Within(spread, ExuberanceVectors.Numbers(row.GetProperty("gsadf")), stored.Gsadf);
        }
    }

    [Fact]
    public void Stored_IsWhatTheSimulationGives()
    {
        var stored = StoredCriticalValues.For(50).Value;

        var again = CriticalValues.MonteCarlo(50, null, new SimulationOptions { Replicates = stored.Replicates, Seed = stored.Seed, Lines = false }).Value;

        Assert.Equal(stored.Gsadf.At95, Math.Round(again.Gsadf.Quantile(0.95), 4));
        Assert.Equal(stored.Sadf.At99, Math.Round(again.Sadf.Quantile(0.99), 4));
        Assert.Equal(stored.Adf.At90, Math.Round(again.Adf.Quantile(0.90), 4));
    }

    [Fact]
    public void Stored_IsInOrder()
    {
        Assert.Equal(StoredCriticalValues.All.Select(row => row.Points).Order().Distinct(), StoredCriticalValues.All.Select(row => row.Points));
        Assert.All(StoredCriticalValues.All, row => Assert.Equal(MinimumWindow.RegressionRows(row.Points), row.MinimumRegressionRows));
        Assert.All(StoredCriticalValues.All, row => Assert.True(row.Adf.At95 < row.Sadf.At95 && row.Sadf.At95 < row.Gsadf.At95 && row.Gsadf.At90 < row.Gsadf.At95 && row.Gsadf.At95 < row.Gsadf.At99));
        Assert.Contains("100, 120, 150", StoredCriticalValues.For(101).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulations_GiveTheSameBytesOnAnyThreads()
    {
        var series = TestSeries.Walk(new Random(3), 90);
        Func<SimulationOptions, SimulatedCriticalValues>[] simulations =
        [
            options => CriticalValues.MonteCarlo(90, null, options).Value,
            options => CriticalValues.WildBootstrap(series, null, options).Value,
            options => CriticalValues.WildBootstrap(series, null, options, WildMultiplier.Rademacher).Value,
            options => CriticalValues.Composite(series, 12, new ExuberanceOptions { Lag = 1 }, options).Value,
        ];
        foreach (var simulation in simulations)
        {
            var (one, two) = (simulation(new SimulationOptions { Replicates = 99, Threads = 1 }), simulation(new SimulationOptions { Replicates = 99, Threads = 2 }));
            Assert.Equal(one.Gsadf.Ascending.AsEnumerable(), two.Gsadf.Ascending);
            Assert.Equal(one.Adf.Ascending.AsEnumerable(), two.Adf.Ascending);
            Assert.Equal(one.Line(0.95).Value.Values.Defined, two.Line(0.95).Value.Values.Defined);
            Assert.NotEqual(one.Gsadf.Ascending.AsEnumerable(), simulation(new SimulationOptions { Replicates = 99, Seed = 2 }).Gsadf.Ascending);
        }
    }

    [Fact]
    public void WildBootstrap_FollowsItsFormula()
    {
        var series = TestSeries.Walk(new Random(4), 60);
        var plain = Enumerable.Range(0, 25).Select(replicate => Exuberance.Test(Wild(series, StudyRandom.Of(8, replicate).Normal)).Value);

        var simulated = CriticalValues.WildBootstrap(series, null, new SimulationOptions { Replicates = 25, Seed = 8 }).Value;

        Assert.Equal(plain.Select(result => result.Gsadf).Order(), simulated.Gsadf.Ascending);
    }

    /// <summary>With one lag the null is a simple regression of each change on the one before, written out here.</summary>
    [Fact]
    public void Composite_FollowsItsFormula()
    {
        var series = TestSeries.Walk(new Random(5), 80);
        double[] changes = [.. series.Skip(1).Zip(series, (now, before) => now - before)];
        var (x, d) = (changes[..^1], changes[1..]);
        var slope = x.Zip(d, (a, b) => (a - x.Average()) * (b - d.Average())).Sum() / x.Sum(a => Math.Pow(a - x.Average(), 2));
        double[] residuals = [.. x.Zip(d, (a, b) => b - d.Average() - (slope * (a - x.Average())))];
        var options = new ExuberanceOptions { Lag = 1, MinimumRegressionRows = 20 };

        var simulated = CriticalValues.Composite(series, 10, options, new SimulationOptions { Replicates = 25, Seed = 8 }).Value;

        var plain = Enumerable.Range(0, 25).Select(number =>
        {
            var random = StudyRandom.Of(8, number);
            var replicate = new double[20 + 1 + 10];
            (replicate[0], replicate[1]) = (series[0], series[1]);
            for (var t = 2; t < replicate.Length; t++)
            {
                var weight = random.Normal();
                replicate[t] = replicate[t - 1] + (slope * (replicate[t - 1] - replicate[t - 2])) + (weight * residuals[random.Below(residuals.Length)]);
            }

            return Exuberance.Test(replicate, options).Value.Gsadf;
        });
        AllClose([.. plain.Order()], [.. simulated.Gsadf.Ascending], 1e-7);
        Assert.Equal(10, simulated.Line(0.9, LineKind.Bsadf).Value.Values.Count);
    }

    [Fact]
    public void Composite_RisesWithTheMonitoringWindow()
    {
        var series = TestSeries.Walk(new Random(6), 120);
        var heights = new[] { 1, 12, 60 }.Select(monitored => CriticalValues.Composite(series, monitored, null, new SimulationOptions { Replicates = 499 }).Value.OverWindow(0.95, 50, 61)).ToArray();

        Assert.True(heights[0].Values[50] < heights[1].Values[50] && heights[1].Values[50] < heights[2].Values[50]);
        Assert.Equal(heights[1].Values[50], heights[1].Values[61]);
        Assert.Equal(LineKind.MaximumOverWindow, heights[0].Kind);
    }

    [Fact]
    public void Lines_AreTheQuantilesOfTheirSequences()
    {
        var simulated = CriticalValues.MonteCarlo(60, null, new SimulationOptions { Replicates = 199 }).Value;
        var (sadf, bsadf) = (simulated.Line(0.95).Value.Values, simulated.Line(0.95, LineKind.Bsadf).Value.Values);

        Assert.Equal(simulated.Sadf.Quantile(0.95), sadf[59]);
        Assert.All(Enumerable.Range(sadf.FirstEnd + 1, sadf.Count - 1), end => Assert.True(sadf[end] >= sadf[end - 1]));
        Assert.Equal(sadf.FirstEnd, bsadf.FirstEnd);
        Assert.True(bsadf.Defined.Max(point => point.Value) < simulated.Gsadf.Quantile(0.95));
        Assert.Equal(ProblemKind.NoData, CriticalValues.MonteCarlo(60, null, new SimulationOptions { Replicates = 19, Lines = false }).Value.Line(0.95).Problem!.Kind);
    }

    /// <summary>1 of 4 draws is at or above 3; (1 + 1) / (1 + 4) = 0.4. Type 7 of 1, 2, 3, 4 at 0.5: halfway between 2 and 3.</summary>
    [Fact]
    public void Draws_GiveQuantilesAndPValues()
    {
        var draws = Draws.Of([4, 1, 2.5, 2]);

        Assert.Equal(0.4, draws.PValue(3));
        Assert.Equal(0.4, draws.PValue(4));
        Assert.Equal(0.2, draws.PValue(4.5));
        Assert.Equal(2.25, draws.Quantile(0.5));
        Assert.Equal((1, 4), (draws.Quantile(0), draws.Quantile(1)));
        Assert.Throws<ArgumentException>(() => Draws.Of([]));
        Assert.Throws<ArgumentException>(() => Draws.Of([double.NaN]));
    }

    /// <summary>On walks whose volatility triples half way, the wild bootstrap keeps its level near 10% where the table of constant variance rejects more.</summary>
    [Fact]
    public void WildBootstrap_KeepsItsLevelWhereVolatilityChanges()
    {
        var (wild, table) = (0, 0);
        for (var panel = 0; panel < 100; panel++)
        {
            var series = new double[100];
            var random = StudyRandom.Of(77, panel);
            for (var t = 1; t < 100; t++)
            {
                series[t] = series[t - 1] + ((t < 70 ? 1 : 4) * random.Normal());
            }

            var statistic = Exuberance.Test(series).Value.Gsadf;
            wild += CriticalValues.WildBootstrap(series, null, new SimulationOptions { Replicates = 99, Lines = false }).Value.Gsadf.PValue(statistic) <= 0.10 ? 1 : 0;
            table += statistic > StoredCriticalValues.For(100).Value.Gsadf.At90 ? 1 : 0;
        }

        Assert.InRange(wild, 3, 20);
        Assert.True(table > 2 * wild, $"Table {table}, wild bootstrap {wild} of 100.");
    }

    [Fact]
    public void Progress_IsToldAndTheWorkCanBeStopped()
    {
        var told = new Told();
        CriticalValues.MonteCarlo(60, null, new SimulationOptions { Replicates = 250, Threads = 1, Progress = told });
        Assert.Equal(Enumerable.Range(1, 125).Select(part => 2 * part), told.Counts);

        using var stop = new CancellationTokenSource();
        var stopping = new Told { At = 100, Do = stop.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => CriticalValues.MonteCarlo(60, null, new SimulationOptions { Replicates = 100_000, Threads = 1, Progress = stopping, Cancellation = stop.Token }));
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        var series = TestSeries.Walk(new Random(1), 100);
        Assert.Contains("19", CriticalValues.MonteCarlo(100, null, new SimulationOptions { Replicates = 5 }).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("0 threads", CriticalValues.MonteCarlo(100, null, new SimulationOptions { Threads = 0 }).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("set Lines to false", CriticalValues.MonteCarlo(5000, null, new SimulationOptions { Replicates = 100_000 }).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to 81", CriticalValues.Composite(series, 82).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("NaN", CriticalValues.WildBootstrap([.. series, double.NaN]).Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.Invalid, CriticalValues.MonteCarlo(2).Problem!.Kind);
        Assert.Equal(ProblemKind.Undefined, CriticalValues.MonteCarlo(0).Problem!.Kind);
    }

    private static double[] Wild(double[] series, Func<double> multiplier)
    {
        var replicate = new double[series.Length];
        replicate[0] = series[0];
        for (var t = 1; t < series.Length; t++)
        {
            replicate[t] = replicate[t - 1] + (multiplier() * (series[t] - series[t - 1]));
        }

        return replicate;
    }

    private static void AllClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    /// <summary>
    /// The standard error of a quantile is √(p (1 - p) / n) over the density there, which the distance between neighbouring quantiles gives:
    /// it is lower than their mean density at 95%, and lower still at 99%.
    /// </summary>
    private static void Within(double spread, double[] expected, UsualLevels actual)
    {
        var (near, far) = ((actual.At95 - actual.At90) / 0.05, (actual.At99 - actual.At95) / 0.04);
        Assert.Equal(expected[0], actual.At90, 4 * Math.Sqrt(0.90 * 0.10) * spread * near);
        Assert.Equal(expected[1], actual.At95, 4 * Math.Sqrt(0.95 * 0.05) * spread * near * 1.4);
        Assert.Equal(expected[2], actual.At99, 4 * Math.Sqrt(0.99 * 0.01) * spread * far * 2.5);
    }

    /// <summary>The minimal standard generator of Park and Miller, twelve draws a shock, as the files' provenance says.</summary>
    private sealed class ParkMiller(long state)
    {
        public double Next() => Enumerable.Range(0, 12).Sum(_ => (state = 16807 * state % 2147483647) / 2147483647.0) - 6;
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public int At { get; init; } = -1;

        public Action Do { get; init; } = () => { };

        public void Report(int value)
        {
            Counts.Add(value);
            if (value >= At && At >= 0)
            {
                Do();
            }
        }
    }
}
