using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>The worked examples of the methodology pages are what the studies give.</summary>
public class StudyPageTests
{
    private static readonly double[] Eleven = [10, 11, 10, 11, 13, 16, 20, 26, 33, 25, 26];

    private static ExuberanceResult Example => Exuberance.Test(Eleven, new ExuberanceOptions { MinimumRegressionRows = 4 }).Value;

    /// <summary>The window 3 to 7 is worked by hand on the page; all windows are regressions in exact fractions in ExuberanceTests.</summary>
    [Fact]
    public void Exuberance_IsAsThePageSays()
    {
        var rows = Example.Bsadf.Defined.Select(point => Invariant($"| {point.End} | {Eleven[point.End]} | {Example.Badf[point.End]:F4} | {point.Value:F4} | {Example.BsadfStarts[point.End - 4]} to {point.End} |\n"));

        Assert.Contains(string.Concat(rows), Page("exuberance.md"), StringComparison.Ordinal);
        Assert.Contains(Invariant($"ADF {Example.Adf:F4}, SADF {Example.Sadf:F4}, GSADF {Example.Gsadf:F4}."), Page("exuberance.md"), StringComparison.Ordinal);
        Assert.Equal((3, 7), (Example.GsadfStart, Example.GsadfEnd));
    }

    [Fact]
    public void DateStamping_IsAsThePageSays()
    {
        var line = new CriticalLine(LineKind.Given, 0.95, StatisticSequence.Of(4, [2.0, 2, 2, 2, 2, 2, 2]));

        var episode = Assert.Single(DateStamping.Episodes(Eleven, Example.Bsadf, line).Value);

        Assert.Contains(Invariant($"| {episode.Start} | {episode.Peak} | {episode.End} | {episode.Duration} | {episode.Kind} |\n"), Page("date-stamping.md"), StringComparison.Ordinal);
        Assert.Equal(2, DateStamping.MinimumDuration(11));
    }

    [Fact]
    public void CriticalValues_AreAsThePageSays()
    {
        foreach (var points in new[] { 100, 200, 500, 1000, 2000, 5000 })
        {
            var row = StoredCriticalValues.For(points).Value;
            Assert.Contains(Invariant($"| {points:#,0} | {row.MinimumRegressionRows} | {Levels(row.Adf)} | {Levels(row.Sadf)} | {Levels(row.Gsadf)} | {row.Replicates:#,0} |\n"), Page("critical-values.md"), StringComparison.Ordinal);
        }

        var draws = Draws.Of([1, 2, 2.5, 4]);
        Assert.Contains(Invariant($"= {draws.Quantile(0.95):0.###}. A statistic of 3 has p = (1 + 1) / (1 + 4) = {draws.PValue(3):0.##}."), Page("critical-values.md"), StringComparison.Ordinal);

        static string Levels(UsualLevels levels) => Invariant($"{levels.At90:F2} {levels.At95:F2} {levels.At99:F2}");
    }

    [Fact]
    public void Scenarios_AreAsThePageSays()
    {
        var page = Page("scenarios.md");
        var table = ScenarioTable.Of([8, 9, 10], [3, 4, 8], (rate, growth) => Gordon.Value(1, Points(rate), Points(growth)).Map(stream => stream.Value));
        var rows = Enumerable.Range(0, 3).Select(row => $"| {8 + row}% | {string.Join(" | ", Enumerable.Range(0, 3).Select(column => table[row, column] is { HasValue: true } cell ? Invariant($"{cell.Value:F2}") : "none"))} |\n");
        var beliefs = EarningsAndMultiple.Frontier(Points(-20), 4).Select(belief => Invariant($"| {belief.Earnings.Points:F2}% | {belief.Multiple.Points:F2}% |\n"));

        Assert.Contains(string.Concat(rows), page, StringComparison.Ordinal);
        Assert.Contains(string.Concat(beliefs), page, StringComparison.Ordinal);
        Assert.Contains(Invariant($"is worth {Gordon.Value(1, Points(8), Points(4)).Value.Value:F4}, growth of 3% is worth {Gordon.Value(1, Points(8), Points(3)).Value.Value:F4}: a loss of {-GrowthShock.PayoutHeld(Points(8), Points(4), Points(3)).Value.Points:F2}%."), page, StringComparison.Ordinal);
        Assert.Contains(Invariant($"is worth {GrowthFade.Linear(1, Points(8), Points(8), Points(4), 10).Value.Value:F4} when it ends at 4% and {GrowthFade.Linear(1, Points(8), Points(8), Points(3), 10).Value.Value:F4} when it ends at 3%; by the H-model, with H of 5, {HModel.Value(1, Points(8), Points(8), Points(4), 5).Value.Value:F4}."), page, StringComparison.Ordinal);

        static Percent Points(double points) => Percent.FromPoints(points);
    }

    [Fact]
    public void Regimes_AreAsThePageSays()
    {
        double[] closes = [95, 100, 90, 80, 85, 95.9, 96, 90];
        var regimes = Regimes.TwentyPercent(DailySeries.Of(closes.Select((close, i) => (new DateOnly(2000, 1, 31).AddDays(i), close)))).Value;

        var turns = regimes.Turns.Select(turn => Invariant($"| {turn.Kind} | {turn.Day:yyyy-MM-dd} | {turn.Level} | {turn.KnownOn:yyyy-MM-dd} |\n"));
        var phases = regimes.Phases.Select(phase => Invariant($"| {phase.State} | {phase.Span.First:yyyy-MM-dd} | {phase.Span.Last:yyyy-MM-dd} | {phase.Amplitude.Points:0.##}% | {(phase.Complete ? "yes" : "no")} |\n"));

        Assert.Contains(string.Concat(turns), Page("regimes.md"), StringComparison.Ordinal);
        Assert.Contains(string.Concat(phases), Page("regimes.md"), StringComparison.Ordinal);
        Assert.Equal((MarketState.Bull, MarketState.Bear), (regimes.StateOn(new DateOnly(2000, 2, 5)).Value, regimes.KnownStateOn(new DateOnly(2000, 2, 5)).Value));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "methodology", name));
}
