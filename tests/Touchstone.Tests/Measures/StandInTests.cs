using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class StandInTests
{
    /// <summary>The half day of 31 December has no row.</summary>
    private static readonly Market HalfDay = new TestMarket().Equity("XHKG:700")
        .Closed("XHKG", "2025-01-01").Half("XHKG", "2024-12-31")
        .Closes("XHKG:700", ("2024-12-27", 400), ("2024-12-30", 410), ("2025-01-02", 420), ("2025-01-03", 430), ("2025-01-20", 440))
        .Build();

    [Fact]
    public void Return_FromAMissingHalfDay_LetsTheDayBeforeStandIn()
    {
        var answer = HalfDay.Ask("return(XHKG:700, ytd) @ 2025-01-03");

        Assert.Equal(100 * ((430 / 410.0) - 1), answer.Value.Value, 12);
        Assert.True(answer.Working.StandIn);
        Assert.Contains("No close of XHKG:700 on 2024-12-31 (half day); the close of 2024-12-30 stands in.", answer.Working.Conventions);
        Assert.Equal(TestMarket.Day("2024-12-31"), answer.Working.Window!.First);
        Assert.Equal(TestMarket.Day("2024-12-30"), answer.Working.Inputs[0].Date);
    }

    [Fact]
    public void Level_OnAMissingHalfDay_StandsIn()
    {
        var answer = HalfDay.Ask("level(XHKG:700) @ 2024-12-31");

        Assert.Equal(410, answer.Value.Value);
        Assert.True(answer.Working.StandIn);
    }

    [Fact]
    public void Return_WhoseEndsFallOnOneClose_IsNoData() => Assert.Equal(ProblemKind.NoData, HalfDay.Problem("return(XHKG:700, 1d) @ 2024-12-31").Kind);

    [Fact]
    public void Return_AcrossMoreThanAWeek_NamesTheMissingDay()
    {
        var problem = HalfDay.Problem("return(XHKG:700, 1d) @ 2025-01-20");

        Assert.Equal(ProblemKind.NoData, problem.Kind);
        Assert.Contains("No close of XHKG:700 on 2025-01-17", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Level_OnASundayIsThatOfFriday_AndNoStandIn()
    {
        var answer = HalfDay.Ask("level(XHKG:700) @ 2025-01-05");

        Assert.Equal(430, answer.Value.Value);
        Assert.False(answer.Working.StandIn);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.StartsWith("2025-01-05 is no session of XHKG", StringComparison.Ordinal));
    }
}
