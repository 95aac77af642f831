using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class PanelExuberanceTests
{
    [Fact]
    public void Test_AveragesTheMembersSequences() => Property.Holds(
        random =>
        {
            ReadOnlyMemory<double>[] panel = [TestSeries.Walk(random, 70), TestSeries.Walk(random, 70), TestSeries.Walk(random, 70)];

            var result = PanelExuberance.Test(panel, new ExuberanceOptions { Lag = 1 }).Value;

            var single = panel.Select(series => Exuberance.Test(series.Span, new ExuberanceOptions { Lag = 1 }).Value).ToArray();
            Assert.Equal(single.Select(one => one.Gsadf), result.Members.Select(member => member.Gsadf));
            Assert.All(result.Bsadf.Defined, point => Assert.Equal(single.Average(one => one.Bsadf[point.End]), point.Value, 1e-12));
            Assert.Equal(result.Bsadf.Defined.Max(point => point.Value), result.Gsadf);
            Assert.Equal(result.Gsadf, result.Bsadf[result.GsadfEnd]);
            Assert.True(result.Gsadf <= single.Average(one => one.Gsadf));
        },
        20);

    /// <summary>Order 0: the null is a drift, and residuals are changes less their mean; one draw of times for all series.</summary>
    [Fact]
    public void SieveBootstrap_FollowsItsFormula()
    {
        double[][] panel = [TestSeries.Walk(new Random(1), 50), TestSeries.Walk(new Random(2), 50)];
        ReadOnlyMemory<double>[] memory = [panel[0], panel[1]];

        var simulated = PanelExuberance.SieveBootstrap(memory, null, new SimulationOptions { Replicates = 19, Seed = 4 }, 0).Value;

        var plain = Enumerable.Range(0, 19).Select(number =>
        {
            var random = StudyRandom.Of(4, number);
            var times = Enumerable.Range(0, 49).Select(_ => random.Below(49)).ToArray();
            ReadOnlyMemory<double>[] replicates = [.. panel.Select(series => (ReadOnlyMemory<double>)Replicate(series, times))];
            return PanelExuberance.Test(replicates).Value.Gsadf;
        });
        Assert.All(plain.Order().Zip(simulated.Gsadf.Ascending), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        Assert.True(simulated.Line(0.95).Value.Values.Count == 50 - MinimumWindow.RegressionRows(50));
    }

    [Fact]
    public void SieveBootstrap_GivesTheSameBytesOnAnyThreads()
    {
        ReadOnlyMemory<double>[] panel = [TestSeries.Walk(new Random(1), 80), TestSeries.Walk(new Random(2), 80)];
        var (one, two) = (Simulate(1), Simulate(2));

        Assert.Equal(one.Gsadf.Ascending.AsEnumerable(), two.Gsadf.Ascending);
        Assert.Equal(one.Line(0.9).Value.Values.Defined, two.Line(0.9).Value.Values.Defined);

        PanelCriticalValues Simulate(int threads) => PanelExuberance.SieveBootstrap(panel, new ExuberanceOptions { Lag = 1 }, new SimulationOptions { Replicates = 99, Threads = threads }).Value;
    }

    /// <summary>One bubble in all three series at once stands out; the same length of plain walks does not reach as far.</summary>
    [Fact]
    public void Bubble_InAllSeriesIsFound()
    {
        ReadOnlyMemory<double>[] panel = [.. Enumerable.Range(1, 3).Select(seed => (ReadOnlyMemory<double>)TestSeries.Bubble(new Random(seed), 120, 60, 85, 1.04))];

        var result = PanelExuberance.Test(panel).Value;
        var law = PanelExuberance.SieveBootstrap(panel, null, new SimulationOptions { Replicates = 199 }).Value;

        Assert.True(law.Gsadf.PValue(result.Gsadf) <= 0.05);
        Assert.InRange(result.GsadfEnd, 62, 86);
    }

    [Fact]
    public void BadPanel_NamesTheSeries()
    {
        ReadOnlyMemory<double> good = TestSeries.Walk(new Random(1), 80);
        ReadOnlyMemory<double> flat = Enumerable.Repeat(3.0, 80).ToArray();
        ReadOnlyMemory<double> line = Enumerable.Range(0, 80).Select(t => (double)t).ToArray();

        Assert.Contains("at least 2", PanelExuberance.Test([good]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("Series 1 (counted from 0) has 79", PanelExuberance.Test([good, good[..79]]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("Series 1 (counted from 0): All 80 points are 3", PanelExuberance.Test([good, flat]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("Series 1 (counted from 0): The regression", PanelExuberance.Test([good, line]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("-1 lagged changes", PanelExuberance.SieveBootstrap([good, good], order: -1).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("fitting 60 lagged changes", PanelExuberance.SieveBootstrap([good, good], order: 60).Problem!.Message, StringComparison.Ordinal);
    }

    private static double[] Replicate(double[] series, int[] times)
    {
        double[] changes = [.. series.Skip(1).Zip(series, (now, before) => now - before)];
        var (drift, drawn) = (changes.Average(), times.Select(time => changes[time]).ToArray());
        var replicate = new double[series.Length];
        replicate[0] = series[0];
        for (var t = 1; t < replicate.Length; t++)
        {
            replicate[t] = replicate[t - 1] + drift + (drawn[t - 1] - drawn.Average());
        }

        return replicate;
    }
}
