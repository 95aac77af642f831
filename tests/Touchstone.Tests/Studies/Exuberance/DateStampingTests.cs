using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Episodes above a critical line.</summary>
public class DateStampingTests
{
    private static readonly double[] Rising = [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>R exuber 1.1.0 datestamp() with the critical sequence it used; its positions count from 1.</summary>
    [SharedFact]
    public void Episodes_AgreeWithExuber()
    {
        var expected = ExuberanceVectors.File("psy_datestamp_vector.json");
        var series = ExuberanceVectors.Series("bubble200");
        var result = Exuberance.Test(series).Value;
        var line = new CriticalLine(LineKind.Given, 0.95, StatisticSequence.Of(expected.GetProperty("first_sequence_point_1based").GetInt32() - 1, ExuberanceVectors.Numbers(expected.GetProperty("bsadf_cv95"))));

        var all = DateStamping.Episodes(series, result.Bsadf, line, 1).Value;

        var theirs = expected.GetProperty("datestamp").EnumerateArray().Select(row => new Episode(
            row.GetProperty("Start").GetInt32() - 1,
            row.GetProperty("Peak").GetInt32() - 1,
            row.GetProperty("Ongoing").GetBoolean() ? null : row.GetProperty("End").GetInt32() - 1,
            row.GetProperty("Duration").GetInt32(),
            row.GetProperty("Signal").GetString() == "positive" ? EpisodeKind.Boom : EpisodeKind.Collapse));
        Assert.Equal(theirs, all);
        Assert.Equal(expected.GetProperty("min_duration_rule_log_T").GetInt32(), DateStamping.MinimumDuration(series.Length));
        Assert.Equal(theirs.Where(episode => episode.Duration >= 5), DateStamping.Episodes(series, result.Bsadf, line).Value);
        Assert.Equal(
            ExuberanceVectors.Wholes(expected.GetProperty("points_above_1based")),
            all.SelectMany(episode => Enumerable.Range(episode.Start + 1, episode.Duration)));
    }

    [Fact]
    public void Episodes_EndAtTheFirstNoLongerAbove() =>
        Assert.Equal([new Episode(3, 4, 6, 3, EpisodeKind.Boom)], Episodes(Rising, [0, 2, 5, 3, 1, 0]));

    [Fact]
    public void Episodes_MayBeOngoing()
    {
        var episode = Assert.Single(Episodes(Rising, [0, 0, 0, 0, 2, 3]));

        Assert.Equal(new Episode(6, 7, null, 2, EpisodeKind.Boom), episode);
        Assert.True(episode.Ongoing);
    }

    [Fact]
    public void Episodes_TellACollapseFromABoom() =>
        Assert.Equal(EpisodeKind.Collapse, Assert.Single(Episodes([.. Rising.Reverse()], [0, 2, 5, 3, 1, 0])).Kind);

    /// <summary>Where the statistic peaks at the start, the point before the start tells.</summary>
    [Fact]
    public void Episodes_OfOneEndLookAtThePointBefore()
    {
        Assert.Equal(EpisodeKind.Boom, Assert.Single(Episodes(Rising, [0, 2, 0, 0, 0, 0])).Kind);
        Assert.Equal(EpisodeKind.Collapse, Assert.Single(Episodes([.. Rising.Reverse()], [0, 2, 0, 0, 0, 0])).Kind);
    }

    [Fact]
    public void Episodes_ShorterThanAskedAreLeftOut()
    {
        Assert.Equal(2, Episodes(Rising, [2, 0, 2, 2, 0, 0]).Length);
        Assert.Equal(4, Assert.Single(Episodes(Rising, [2, 0, 2, 2, 0, 0], 2)).Start);
    }

    [Fact]
    public void Line_ThatDoesNotFitIsAProblem()
    {
        var statistics = StatisticSequence.Of(2, [1.0, 2, 3]);
        var shortLine = new CriticalLine(LineKind.Given, 0.95, StatisticSequence.Of(3, [1.0, 1]));

        Assert.Contains("covers ends 3 to 4", DateStamping.Episodes(Rising, statistics, shortLine).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("the series has 3 points", DateStamping.Episodes([1, 2, 3], statistics, shortLine).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("at least 1", DateStamping.Episodes(Rising, statistics, shortLine with { Values = statistics }, 0).Problem!.Message, StringComparison.Ordinal);
    }

    /// <summary>A bubble from point 60 on, burst at 100: the boom is found near its start and over right after the burst.</summary>
    [Fact]
    public void Bubble_IsDated()
    {
        var series = TestSeries.Bubble(new Random(12), 160, 60, 100, 1.05);
        var line = CriticalValues.MonteCarlo(160).Value.Line(0.95).Value;

        var boom = DateStamping.Episodes(series, Exuberance.Test(series).Value.Bsadf, line).Value.MaxBy(episode => episode.Duration)!;

        Assert.Equal(EpisodeKind.Boom, boom.Kind);
        Assert.InRange(boom.Start, 58, 75);
        Assert.InRange(boom.End!.Value, 100, 102);
    }

    private static Episode[] Episodes(double[] series, double[] statistics, int least = 1) =>
        [.. DateStamping.Episodes(series, StatisticSequence.Of(2, statistics), new CriticalLine(LineKind.Given, 0.95, StatisticSequence.Of(2, [1.0, 1, 1, 1, 1, 1])), least).Value];
}
