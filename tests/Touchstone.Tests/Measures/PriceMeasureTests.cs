using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

public class PriceMeasureTests
{
    /// <summary>Monday 6 to Friday 10 January 2025, then Monday 13 to Wednesday 15.</summary>
    private static readonly Market Week = new TestMarket()
        .Index("I").Index("J").Equity("XNYS:A", "USD")
        .Closes("I", ("2025-01-03", 95), ("2025-01-06", 100), ("2025-01-07", 120), ("2025-01-08", 90), ("2025-01-09", 99), ("2025-01-10", 110), ("2025-01-13", 104.5), ("2025-01-14", 114.95), ("2025-01-15", 115))
        .Closes("J", ("2025-01-03", 200), ("2025-01-06", 210), ("2025-01-14", 200), ("2025-01-15", 202))
        .Bars("XNYS:A", null, [TestMarket.Day("2025-01-14"), TestMarket.Day("2025-01-15")], (PriceField.Close, [50, 55]), (PriceField.High, [51, 60]), (PriceField.Low, [49, 45]))
        .Shares("XNYS:A", "2025-01-01", 1_000_000)
        .Fx("USD", "CNY", ("2025-01-14", 7.2), ("2025-01-15", 7.3))
        .Fx("HKD", "CNY", ("2025-01-14", 0.9), ("2025-01-15", 0.9))
        .Event("start", "2025-01-07").Event("holiday", "2025-01-11")
        .Build();

    [Theory]
    [InlineData("level(I) @ 2025-01-14", 114.95)]
    [InlineData("return(I, 1d) @ 2025-01-07", 20)] // 120 / 100 - 1
    [InlineData("return(I, 1w) @ 2025-01-14", 4.5)] // 114.95 / 110 - 1
    [InlineData("return(I, last-week) @ 2025-01-14", 15.789473684210526)] // 110 / 95 - 1
    [InlineData("return(I, all) @ 2025-01-10", 15.789473684210526)]
    [InlineData("points(I, 1d) @ 2025-01-08", -30)] // 90 - 120
    [InlineData("high(I, 5d) @ 2025-01-10", 120)] // 6 to 10 January
    [InlineData("low(I, 1w) @ 2025-01-14", 104.5)] // 13 and 14 January; the base of the 10th is not inside
    [InlineData("low(I, 2025-01-03..2025-01-06) @ 2025-01-14", 95)] // both days are inside
    [InlineData("drawdown(I, 1w) @ 2025-01-13", -5)] // 104.5 / 110 - 1: the base is inside
    [InlineData("drawdown(I, all) @ 2025-01-10", -8.333333333333337)] // 110 / 120 - 1
    [InlineData("fall-from-peak(I, 5d) @ 2025-01-10", -8.333333333333337)]
    [InlineData("max-drawdown(I, all) @ 2025-01-15", -25)] // 90 / 120 - 1
    [InlineData("rise-from-trough(I) @ 2025-01-10", 22.22222222222223)] // 110 / 90 - 1, after the fall from 120
    [InlineData("rise-from-trough(I) @ 2025-01-07", 26.315789473684205)] // 120 / 95 - 1: no fall of a fifth yet
    [InlineData("rise-from-trough(I) @ 2025-01-08", 0)] // the day of the fall
    [InlineData("new-low(I) @ 2025-01-13", 4 / 365.25)] // 104.5; 99 was on the 9th
    [InlineData("new-high(I) @ 2025-01-14", 7 / 365.25)] // 114.95; 120 was on the 7th
    [InlineData("streak(I) @ 2025-01-10", 2)] // 99, 110
    [InlineData("streak(I) @ 2025-01-08", -1)]
    [InlineData("streak(I) @ 2025-01-15", 2)]
    [InlineData("rank(I, day) @ 2025-01-10", 2)] // 11.11% after 20%
    [InlineData("rank(I, day, order=worst) @ 2025-01-13", 2)] // -5% after -25%
    [InlineData("rank(I, day, since=2025-01-08) @ 2025-01-10", 1)] // 20% was on the 7th
    [InlineData("rank(I, last-week) @ 2025-01-14", 1)]
    [InlineData("excess(I, 1d, J) @ 2025-01-15", -0.9565028273162238)] // 115 / 114.95 - 1 less 1%
    [InlineData("rank-among(J, 1d, I, XNYS:A) @ 2025-01-15", 2)] // A 10%, J 1%, I 0.04%
    [InlineData("rank-among(J, 1d, I, XNYS:A, order=worst) @ 2025-01-15", 2)]
    [InlineData("best-return-within(I, since:start, 3d) @ 2025-01-15", 20)] // from 100 on the 6th: 120, 90, 99
    [InlineData("best-return-within(I, since:2025-01-08, 1m) @ 2025-01-15", -4.166666666666663)] // from 120 to at best 115
    [InlineData("market-value(XNYS:A) @ 2025-01-15", 55_000_000)]
    [InlineData("market-value-change(XNYS:A, 1d) @ 2025-01-15", 5_000_000)]
    [InlineData("intraday-high-return(XNYS:A) @ 2025-01-15", 20)] // 60 / 50 - 1
    [InlineData("intraday-low-return(XNYS:A, 1d) @ 2025-01-15", -10)] // 45 / 50 - 1
    [InlineData("level(XNYS:A, field=high) @ 2025-01-15", 60)]
    [InlineData("return(XNYS:A, 1d, currency=CNY) @ 2025-01-15", 11.527777777777782)] // 1.1 * 7.3 / 7.2 - 1
    [InlineData("return(XNYS:A, 1d, currency=HKD) @ 2025-01-15", 11.527777777777782)] // through CNY, inverse leg of 0.9 on both days
    [InlineData("return(XNYS:A, 1d, currency=USD) @ 2025-01-15", 10.000000000000009)]
    [InlineData("event(start) @ 2025-01-07", 1)]
    [InlineData("event(start) @ 2025-01-06", 0)]
    [InlineData("event(start, on=2025-01-08)", 0)]
    [InlineData("event-in(holiday, 2025-01)", 1)]
    [InlineData("event-in(holiday, last-week) @ 2025-01-14", 1)] // a Saturday belongs to its calendar week
    [InlineData("event-in(holiday, 1w) @ 2025-01-14", 0)]
    [InlineData("years-since-event(start) @ 2026-01-07", 0.999315537303217)] // 365 / 365.25
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, Week.Value(expression), 12);

    [Fact]
    public void NewHigh_NamesTheLastDayAsHigh()
    {
        var answer = Week.Ask("new-high(I) @ 2025-01-15");

        Assert.Equal(8 / 365.25, answer.Value.Value, 12); // 120 on the 7th
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("2025-01-07", StringComparison.Ordinal));
    }

    [Fact]
    public void NewHigh_WithoutAHigherDay_SaysWhereTheDataBegin()
    {
        var answer = Week.Ask("new-high(I) @ 2025-01-07");

        Assert.Equal(4 / 365.25, answer.Value.Value, 12);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("highest close in the data, which begin on 2025-01-03", StringComparison.Ordinal));
    }

    [Fact]
    public void Rank_NamesTheBetterOnes() =>
        Assert.Contains(Week.Ask("rank(I, day) @ 2025-01-10").Working.Steps, step => step.Name == "better" && step.Formula.Contains("2025-01-07", StringComparison.Ordinal));

    [Fact]
    public void Rank_OfAWeekNotOver_IsPending() => Assert.Equal(ProblemKind.Pending, Week.Problem("rank(I, week) @ 2025-01-14").Kind);

    [Fact]
    public void Rank_FirstSinceATimeBeforeTheData_IsNoData() => Assert.Equal(ProblemKind.NoData, Week.Problem("rank(I, day, since=2020) @ 2025-01-07").Kind);

    [Fact]
    public void Rank_LaterPlaceSinceATimeBeforeTheData_SaysSo() =>
        Assert.Contains(Week.Ask("rank(I, day, since=2020) @ 2025-01-10").Working.Conventions, sentence => sentence.Contains("can only be lower", StringComparison.Ordinal));

    [Fact]
    public void Return_AfterTheData_IsPending() => Assert.Equal(ProblemKind.Pending, Week.Problem("return(I, 1d) @ 2025-01-16").Kind);

    [Fact]
    public void Return_OnAWeekendAfterTheLastFriday_IsThatOfFriday()
    {
        var market = new TestMarket().Index("I").Closes("I", ("2025-01-09", 100), ("2025-01-10", 101)).Build();

        Assert.Equal(1, market.Value("return(I, 1d) @ 2025-01-12"), 12);
    }

    [Fact]
    public void Return_BeforeTheData_IsNoData() => Assert.Equal(ProblemKind.NoData, Week.Problem("return(I, 1m) @ 2025-01-14").Kind);

    [Fact]
    public void Return_WithADayOfItsOwnForAnExchange_UsesIt() => Assert.Equal(10, Week.Value("return(XNYS:A, 1d) @ 2025-01-14 XNYS=2025-01-15"), 12);

    [Fact]
    public void Return_InACurrencyWithoutRates_NamesTheRole() => Assert.Contains("`fx`", Week.Problem("return(XNYS:A, 1d, currency=EUR)").Message, StringComparison.Ordinal);

    [Fact]
    public void MarketValue_WithoutACount_NamesTheRow()
    {
        var market = new TestMarket().Equity("XNYS:A", "USD").Closes("XNYS:A", ("2025-01-14", 50)).Shares("XNYS:A", "2025-01-15", 10).Build();

        var problem = market.Problem("market-value(XNYS:A)");

        Assert.Equal(ProblemKind.NoData, problem.Kind);
        Assert.Contains("row of the role `shares` (XNYS:A, from a day on or before 2025-01-14)", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Volatility_IsAnnualisedSampleDeviation()
    {
        // ln returns are +r, -r, +r with r = ln 2: mean r/3, squares (4 + 16 + 4)/9 r^2 = 24/9 r^2, variance 12/9 r^2.
        var market = new TestMarket().Index("I").Closes("I", ("2025-01-13", 1), ("2025-01-14", 2), ("2025-01-15", 1), ("2025-01-16", 2)).Build();

        Assert.Equal(100 * Math.Sqrt(252 * 12 / 9.0) * Math.Log(2), market.Value("volatility(I, all)"), 9);
    }

    [Fact]
    public void Correlation_OfAMoveAndItsDouble_IsOne()
    {
        var market = new TestMarket().Index("I").Index("J")
            .Closes("I", ("2025-01-13", 1), ("2025-01-14", 2), ("2025-01-15", 1), ("2025-01-16", 8))
            .Closes("J", ("2025-01-13", 1), ("2025-01-14", 4), ("2025-01-15", 1), ("2025-01-16", 64))
            .Build();

        Assert.Equal(1, market.Value("correlation(I, all, J)"), 12);
    }

    [Fact]
    public void Correlation_IsOfLogReturnsAboutTheirMeans()
    {
        // In units of ln 2: I is +1, -1, +1, J is +1, +1, -1; both means are 1/3. Covariance -1 - 3/9 = -4/3, squares 3 - 1/3 = 8/3 each.
        var market = new TestMarket().Index("I").Index("J")
            .Closes("I", ("2025-01-13", 1), ("2025-01-14", 2), ("2025-01-15", 1), ("2025-01-16", 2))
            .Closes("J", ("2025-01-13", 1), ("2025-01-14", 2), ("2025-01-15", 4), ("2025-01-16", 2))
            .Build();

        Assert.Equal(-0.5, market.Value("correlation(I, all, J)"), 12);
    }

    [Fact]
    public void Member_LooksAtMembershipsFirstAndThenAtTheNearestList()
    {
        var market = new TestMarket().Index("I").Equity("XHKG:1").Equity("XHKG:2")
            .Member("I", "XHKG:1", "2025-01-10", "2025-02-10")
            .Listed("I", "2025-03", "XHKG:2")
            .Build();

        Assert.Equal(1, market.Value("member(I, XHKG:1) @ 2025-02-09"));
        Assert.Equal(0, market.Value("member(I, XHKG:1) @ 2025-02-10")); // the end is exclusive; the list of March has only the other
        Assert.Equal(0, market.Value("member(I, XHKG:2) @ 2025-02-09"));
        Assert.Equal(1, market.Value("member(I, XHKG:2) @ 2025-06-09"));
        Assert.Equal(ProblemKind.NoData, market.Problem("member(I, XHKG:2) @ 2026-06-09").Kind);
    }

    [Fact]
    public void Working_NamesEveryRow()
    {
        var working = Week.Ask("return(I, 1d) @ 2025-01-07").Working;

        Assert.Equal(["prices.csv:3", "prices.csv:4"], working.Inputs.Select(input => input.Source));
        Assert.Equal(new DateSpan(TestMarket.Day("2025-01-06"), TestMarket.Day("2025-01-07")), working.Window);
        Assert.Equal("120 / 100 - 1", working.Steps[^1].Formula);
        Assert.False(working.StandIn);
    }
}
