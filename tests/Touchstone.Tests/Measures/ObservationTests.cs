using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class ObservationTests
{
    private static readonly Market Market = new TestMarket()
        .Closed("XHKG", "2025-01-29", "2025-01-30", "2025-01-31")
        .Index("I").Index("J").Place("XHKG", "XHKG").Place("CN")
        .Observed("I", "pe_trailing", "ratio", ("2025-01-24", 12), ("2025-01-27", 10), ("2025-01-28", 9), ("2025-02-03", 11), ("2025-02-04", 10))
        .Observed("J", "pe_trailing", "ratio", ("2025-02-03", 20), ("2025-02-04", 25))
        .Observed("I", "price_to_book", "ratio", ("2025-02-04", 1.5))
        .Observed("I", "dividend_yield", "percent", ("2025-02-04", 3.25))
        .Observed("XHKG", "average_daily_turnover", "HKD bn", ("2025-06-30", 200), ("2025-07-31", 250), ("2025-08-31", 300))
        .Observed("CN", "margin", "CNY 100m", ("2025-02-03", 18_000), ("2025-02-04", 18_423))
        .Build();

    [Theory]
    [InlineData("pe(I) @ 2025-02-04", 10)]
    [InlineData("pb(I) @ 2025-02-04", 1.5)]
    [InlineData("dividend-yield(I)", 3.25)]
    [InlineData("observation(I, pe_trailing) @ 2025-01-31", 9)] // shut since the 28th: no day missed
    [InlineData("observation(CN, margin) @ 2025-02-04", 1.8423e12)] // 18,423 times 100 million
    [InlineData("discount(I, pe_trailing, J) @ 2025-02-04", -60)] // 10 / 25 - 1
    [InlineData("percentile(I, pe_trailing, all) @ 2025-02-04", 60)] // 10, 9 and 10 of five
    [InlineData("ratio-of-means(XHKG, average_daily_turnover, 2025-08, 2025-07)", 1.2)] // 31 August is a Sunday
    [InlineData("ratio-of-means(XHKG, average_daily_turnover, last-month, 2025-06) @ 2025-09-05", 1.5)]
    [InlineData("ratio-of-means(I, pe_trailing, 2025-02-03..2025-02-04, 2025-01-24..2025-01-28) @ 2025-02-04", 1.0161290322580645)] // 10.5 / (31 / 3)
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, Market.Value(expression), 12);

    [Fact]
    public void Observation_OfAStaleSeries_IsNoData() => Assert.Equal(ProblemKind.NoData, Market.Problem("pe(I) @ 2025-02-14").Kind);

    [Fact]
    public void Observation_OfAMonthlySeries_IsCurrentForMonths()
    {
        var answer = Market.Ask("observation(XHKG, average_daily_turnover) @ 2025-10-15");

        Assert.Equal(3e11, answer.Value.Value);
        Assert.Equal("HKD", answer.Value.Unit.ToString());
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("45 days old", StringComparison.Ordinal)); // 31 August to 15 October
        Assert.Equal(("average_daily_turnover (HKD bn)", 300.0), (answer.Working.Inputs[0].Field, answer.Working.Inputs[0].Value));
    }

    [Fact]
    public void Observation_OfAnUnknownField_NamesTheRow() => Assert.Contains("subject I, field pe_forward", Market.Problem("observation(I, pe_forward)").Message, StringComparison.Ordinal);

    [Fact]
    public void RatioOfMeans_OfAMonthNotOver_IsPending() =>
        Assert.Equal(ProblemKind.Pending, Market.Problem("ratio-of-means(XHKG, average_daily_turnover, 2025-08, 2025-07) @ 2025-08-15").Kind);
}
