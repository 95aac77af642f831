using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>Shares of turnover and value, and concentration, on four stocks; every expected number worked by hand.</summary>
public class CrowdingTests
{
    [Theory]
    [InlineData("turnover-share(XTST:A, 1d, IX, XTST:B) @ 2025-03-04", 50)] // 30 + 20 of 100
    [InlineData("turnover-share(XTST:A, 2d, IX, XTST:B) @ 2025-03-05", 50)] // 90 of 180
    [InlineData("turnover-share(XTST:A, 1d, XTST, XTST:B) @ 2025-03-04", 25)] // of the 200 published for the market
    [InlineData("turnover-share(XTST:A, 2d, XTST, XTST:B) @ 2025-03-05", 30)] // 90 of 300
    [InlineData("value-share(XTST:A, IX, XTST:B) @ 2025-03-04", 25)] // 11,000 + 19,000 of 120,000
    [InlineData("value-share(XTST:A, XTST, XTST:B) @ 2025-03-04", 10)] // of 300 thousand
    [InlineData("crowding(XTST:A, 1d, IX, XTST:B) @ 2025-03-04", 2)] // 50 / 25
    [InlineData("crowding(XTST:A, 1d, IX, XTST:B, in=percentile, history=2d) @ 2025-03-05", 50)] // on the 5th 50 / (31 / 123.7) is less than 2
    [InlineData("crowding(XTST:A, 1d, IX, XTST:B, in=percentile, history=1d) @ 2025-03-04", 100)]
    [InlineData("hhi(IX, of=turnover, window=1d) @ 2025-03-04", 0.30)] // 0.09 + 0.04 + 0.16 + 0.01
    [InlineData("effective-number(IX, of=turnover, window=1d) @ 2025-03-04", 3.333333333)]
    [InlineData("normalised-hhi(IX, of=turnover, window=1d) @ 2025-03-04", 0.066666667)] // (0.30 - 0.25) / 0.75
    [InlineData("gini(IX, of=turnover, window=1d) @ 2025-03-04", 0.25)] // 2 * (0.1 + 0.4 + 0.9 + 1.6) / 4 - 5 / 4
    [InlineData("entropy(IX, of=turnover, window=1d) @ 2025-03-04", 1.279854226)] // 0.3 ln + 0.2 ln + 0.4 ln + 0.1 ln, by pocket calculator
    [InlineData("entropy(IX, of=turnover, window=1d, in=number) @ 2025-03-04", 3.596115467)]
    [InlineData("top-share(IX, 2, of=turnover, window=1d) @ 2025-03-04", 70)]
    [InlineData("top-share(IX, 1) @ 2025-03-04", 32.352941176)] // by units: 44 of 136
    [InlineData("top-share(IX, 1, of=value) @ 2025-03-04", 47.5)] // C 57,000 of 120,000
    [InlineData("hhi(XTST:A, XTST:B, of=value) @ 2025-03-04", 0.535555556)] // (11^2 + 19^2) / 30^2
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, FourStocks.Market().Build().Value(expression), 6);

    [Fact]
    public void Turnover_WithoutItsColumn_IsCloseTimesVolume() // 10 * 30 = 300 and 20 * 5 = 100
    {
        var market = Plain().Build();
        var answer = market.Ask("top-share(XTST:A, 1, XTST:B, of=turnover, window=1d)");

        Assert.Equal(75, answer.Value.Value, 9);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("close times volume stands for it", StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_OfTwoCurrencies_AreInThatOfTheFirst() // 300 HKD and 100 USD at 8: 300 of 1,100
    {
        var market = Plain("USD").Fx("USD", "HKD", ("2025-03-03", 8), ("2025-03-04", 8)).Build();

        Assert.Equal(100.0 * 800 / 1100, market.Value("top-share(XTST:A, 1, XTST:B, of=turnover, window=1d)"), 9);
    }

    [Fact]
    public void TurnoverShare_OfAPublishedMarket_IsByWholeMonths() // March 2025: 21 sessions of 50 published, 10 a day in the list
    {
        var days = Enumerable.Range(0, 85).Select(TestMarket.Day("2025-01-30").AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
        var market = new TestMarket().Place("XTST", "XTST").Equity("XTST:A").Equity("XTST:B").Observed("XTST", "average_daily_turnover", "HKD", ("2025-03-31", 50), ("2025-04-30", 100));
        foreach (var id in new[] { "XTST:A", "XTST:B" })
        {
            market.Bars(id, null, days, (PriceField.Close, [.. days.Select(_ => 1.0)]), (PriceField.Turnover, [.. days.Select(_ => 5.0)]));
        }

        var built = market.Build();

        Assert.Equal(20, built.Value("turnover-share(XTST:A, 2025-03, XTST, XTST:B) @ 2025-04-10"), 9);
        Assert.Equal(20, built.Value("turnover-share(XTST:A, last-month, XTST, XTST:B) @ 2025-04-10"), 9);
        Assert.Contains("not whole months", built.Problem("turnover-share(XTST:A, 5d, XTST, XTST:B) @ 2025-04-10").Message, StringComparison.Ordinal);
        Assert.Contains("for 2025-02", built.Problem("turnover-share(XTST:A, 2025-02, XTST, XTST:B) @ 2025-04-10").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("turnover-share(IX, 1d, IY) @ 2025-03-04", ProblemKind.Undefined, "2 of 4 members of IX are no part of IY: XTST:C, XTST:D")]
    [InlineData("turnover-share(IX, 5d, XTST) @ 2025-03-05", ProblemKind.NoData, "begin on 2025-03-03")]
    [InlineData("turnover-share(IX, 1d, XTST) @ 2025-03-06", ProblemKind.NoData, "No turnover of XTST on 2025-03-06")]
    [InlineData("value-share(IX, XBAR) @ 2025-03-04", ProblemKind.Undefined, "are no part of XBAR")]
    [InlineData("value-share(IY, XTST:A)", ProblemKind.NoData, "market_cap")]
    [InlineData("hhi(XTST:A, XTST:B)", ProblemKind.Invalid, "of=value")]
    [InlineData("hhi(XTST:A)", ProblemKind.NoData, "no units and divisor of XTST:A")]
    [InlineData("top-share(IX, 5, of=value) @ 2025-03-04", ProblemKind.Undefined, "5 or more are needed")]
    [InlineData("crowding(XTST:A, 1d, IX, XTST:B, in=percentile) @ 2025-03-05", ProblemKind.NoData, "begin on 2025-03-03")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var market = FourStocks.Market().Index("IY", "XTST").Place("XBAR", "XBAR").Member("IY", "XTST:A", "2025-03-03").Member("IY", "XTST:B", "2025-03-03").Build();
        var problem = market.Problem(expression);

        Assert.Equal((kind, true), (problem.Kind, problem.Message.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Problem_NamesTheMissingVolumeAndRate()
    {
        var bare = new TestMarket().Equity("XTST:A").Equity("XTST:B").Closes("XTST:A", ("2025-03-03", 1), ("2025-03-04", 1)).Closes("XTST:B", ("2025-03-03", 1), ("2025-03-04", 1)).Build();

        Assert.Contains("`turnover` or `volume`", bare.Problem("hhi(XTST:A, XTST:B, of=turnover, window=1d)").Message, StringComparison.Ordinal);
        Assert.Contains("rows of the role `fx`", Plain("USD").Build().Problem("hhi(XTST:A, XTST:B, of=turnover, window=1d)").Message, StringComparison.Ordinal);
        Assert.Contains("rows of the role `shares`", Missing(bare.Problem("hhi(XTST:A, XTST:B, of=value)").Message), StringComparison.Ordinal);
    }

    private static string Missing(string message) => message.Replace("a row of the role", "rows of the role", StringComparison.Ordinal);

    private static TestMarket Plain(string other = "HKD")
    {
        DateOnly[] days = [TestMarket.Day("2025-03-03"), TestMarket.Day("2025-03-04")];
        return new TestMarket().Equity("XTST:A").Equity("XTST:B", other)
            .Bars("XTST:A", null, days, (PriceField.Close, [10, 10]), (PriceField.Volume, [1, 30]))
            .Bars("XTST:B", null, days, (PriceField.Close, [20, 20]), (PriceField.Volume, [1, 5]));
    }
}
