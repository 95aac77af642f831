using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class FlowMeasureTests
{
    /// <summary>August 2024: northbound figures end on Friday the 16th; a provider prints zeros afterwards.</summary>
    private static readonly Market Link = new TestMarket()
        .Place("XHKG", "XHKG").Place("CN.A", "XSHG").Place("ELSE", "XNYS")
        .Observed("XHKG", "northbound_buy", "CNY bn", ("2024-08-14", 50), ("2024-08-15", 60), ("2024-08-16", 55), ("2024-08-19", 0), ("2024-08-20", 0))
        .Observed("XHKG", "northbound_sell", "CNY bn", ("2024-08-14", 52), ("2024-08-15", 57), ("2024-08-16", 58), ("2024-08-19", 0), ("2024-08-20", 0))
        .Observed("XHKG", "northbound_turnover", "CNY bn", ("2024-08-15", 117), ("2024-08-16", 113), ("2024-08-19", 120), ("2024-08-20", 90))
        .Observed("XHKG", "southbound_buy", "HKD bn", ("2024-08-16", 20), ("2024-08-19", 30), ("2024-08-20", 25))
        .Observed("XHKG", "southbound_sell", "HKD bn", ("2024-08-16", 15), ("2024-08-19", 28), ("2024-08-20", 26))
        .Observed("ELSE", "northbound_net_buy", "USD", ("2024-08-19", 3), ("2024-08-20", 4))
        .Build();

    [Theory]
    [InlineData("connect-flow(XHKG, northbound, 3d) @ 2024-08-16", -2e9)] // -2 + 3 - 3
    [InlineData("connect-flow(XHKG, northbound, 1d) @ 2024-08-17", -3e9)] // a Saturday: the last session is the 16th
    [InlineData("connect-flow(XHKG, northbound, 2d, figure=turnover) @ 2024-08-20", 2.1e11)] // the total goes on
    [InlineData("connect-flow(XHKG, southbound, 2d) @ 2024-08-20", 1e9)] // 2 - 1
    [InlineData("connect-flow(ELSE, northbound, 2d) @ 2024-08-20", 7)] // another exchange
    [InlineData("observation(XHKG, southbound_net_buy) @ 2024-08-20", -1e9)]
    [InlineData("highest-since(XHKG, southbound_net_buy) @ 2024-08-19", 3 / 365.25)]
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, Link.Value(expression), 9);

    [Theory]
    [InlineData("connect-flow(XHKG, northbound, 1d) @ 2024-08-19")]
    [InlineData("connect-flow(XHKG, northbound, 5d) @ 2024-08-20")] // the window reaches into the break
    [InlineData("connect-flow(XHKG, northbound, 1d, figure=buy) @ 2025-02-14")]
    [InlineData("connect-flow(CN.A, northbound, 2025-01) @ 2025-02-14")] // no series at all
    [InlineData("observation(XHKG, northbound_net_buy) @ 2024-08-19")] // zeros are no answer
    [InlineData("observation(CN.A, northbound_net_buy) @ 2025-02-14")]
    [InlineData("observation(CN.A, northbound_net_buy)")] // no day: the latest
    [InlineData("flow-z-score(XHKG, northbound_net_buy, 3d) @ 2024-08-20")]
    [InlineData("ratio-of-means(CN.A, northbound_net_buy, 2025-01, 2024-12) @ 2025-02-14")]
    [InlineData("growth(CN.A, northbound_buy, 1m) @ 2025-02-14")]
    public void Value_OfAFigureNoLongerPublished_IsNotPublished(string expression)
    {
        var problem = Link.Problem(expression);

        Assert.Equal(ProblemKind.NotPublished, problem.Kind);
        Assert.Contains("not published from 2024-08-19 on", problem.Message, StringComparison.Ordinal);
        Assert.Contains("estimate", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("disclosure-breaks.csv", problem.Source!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connect-flow(CN.A, northbound, 1d) @ 2024-08-16")] // published then; the package has no rows
    [InlineData("connect-flow(CN.A, southbound, 1d) @ 2025-02-14")]
    [InlineData("connect-flow(ELSE, northbound, 1d, figure=buy) @ 2025-02-14")]
    public void Value_OfAFigureThatThePackageLacks_IsNoData(string expression) => Assert.Equal(ProblemKind.NoData, Link.Problem(expression).Kind);

    [Fact]
    public void Disclosures_OfThePackage_TakeThePlaceOfTheKnownOnes()
    {
        var market = new TestMarket().Place("XHKG", "XHKG").Place("M", "XNYS")
            .Undisclosed("XHKG", "northbound_net_buy", "2024-08-20", "2024-08-21", "a strike")
            .Undisclosed("XNYS", "short_interest", "2025-01-02")
            .Observed("XHKG", "northbound_net_buy", "CNY", ("2024-08-19", 5), ("2024-08-20", 6), ("2024-08-21", 7))
            .Observed("M", "short_interest", "count", ("2025-01-01", 5), ("2025-01-02", 6))
            .Build();

        Assert.Equal(5, market.Value("observation(XHKG, northbound_net_buy) @ 2024-08-19"));
        Assert.Contains("from 2024-08-20 until 2024-08-21: a strike", market.Problem("observation(XHKG, northbound_net_buy) @ 2024-08-20").Message, StringComparison.Ordinal);
        Assert.Equal(7, market.Value("observation(XHKG, northbound_net_buy) @ 2024-08-21"));
        Assert.Equal(5, market.Value("observation(M, short_interest) @ 2025-01-01"));
        Assert.Equal(ProblemKind.NotPublished, market.Problem("observation(M, short_interest) @ 2025-01-02").Kind);
    }

    [Fact]
    public void Working_OfNetBuying_NamesBothRowsOfEachDay()
    {
        var inputs = Link.Ask("connect-flow(XHKG, southbound, 2d) @ 2024-08-20").Working.Inputs;

        Assert.Equal(["southbound_buy (HKD bn)", "southbound_sell (HKD bn)", "southbound_buy (HKD bn)", "southbound_sell (HKD bn)"], inputs.Select(input => input.Field));
        Assert.Equal([30, 28, 25, 26], inputs.Select(input => input.Value));
    }

    [Fact]
    public void Turnover_OfAPartOfAMonth_NeedsDays()
    {
        var market = new TestMarket().Place("M").Observed("M", "average_daily_turnover", "USD", ("2025-01-31", 90), ("2025-02-28", 60), ("2025-04-30", 70)).Build();

        Assert.Equal(ProblemKind.NoData, market.Problem("average-daily-turnover(M, 5d) @ 2025-02-28").Kind);
        Assert.Equal(60, market.Value("average-daily-turnover(M, mtd) @ 2025-02-28"), 12);
        Assert.Equal(60, market.Value("average-daily-turnover(M, last-month) @ 2025-03-10"), 12);
        Assert.Contains("2025-03", market.Problem("average-daily-turnover(M, 2025-02-01..2025-04-30) @ 2025-04-30").Message, StringComparison.Ordinal);
        Assert.Contains("2025-03", market.Problem("average-daily-turnover(M, 2025-Q1) @ 2025-04-30").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Turnover_OfAStockWithoutIt_IsAnEstimateThatSaysSo()
    {
        var market = new TestMarket().Equity("XNYS:A", "USD").Equity("XNYS:B", "USD")
            .Bars("XNYS:A", null, [TestMarket.Day("2025-02-03"), TestMarket.Day("2025-02-04")], (PriceField.Close, [10, 20]), (PriceField.Volume, [5, 5]))
            .Bars("XNYS:B", null, [TestMarket.Day("2025-02-03"), TestMarket.Day("2025-02-04")], (PriceField.Close, [10, 20]), (PriceField.Turnover, [30, 40]))
            .Build();

        var answer = market.Ask("average-daily-turnover(XNYS:A, all)");

        Assert.Equal(75, answer.Value.Value, 12); // (50 + 100) / 2
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("an estimate", StringComparison.Ordinal));
        Assert.Equal(4, answer.Working.Inputs.Length);
        Assert.Equal(35, market.Value("average-daily-turnover(XNYS:B, all)"), 12);
    }

    [Fact]
    public void Participation_WithMonthlyAverages_ComparesAverageDays()
    {
        var market = new TestMarket().Place("M")
            .Observed("M", "average_daily_turnover", "USD bn", ("2025-02-28", 200))
            .Observed("M", "southbound_turnover", "USD bn", ("2025-02-03", 50), ("2025-02-04", 70))
            .Build();

        Assert.Equal(15, market.Value("connect-participation(M, southbound, 2025-02) @ 2025-02-28"), 12); // 60 / 400
        Assert.Equal(30, market.Value("connect-participation(M, southbound, 2025-02, sides=both) @ 2025-02-28"), 12);
    }

    [Fact]
    public void Share_InTwoCurrencies_IsUndefined()
    {
        var market = new TestMarket().Place("M")
            .Observed("M", "turnover", "HKD bn", ("2025-02-03", 200)).Observed("M", "northbound_turnover", "CNY bn", ("2025-02-03", 50)).Build();

        Assert.Equal(ProblemKind.Undefined, market.Problem("connect-participation(M, northbound, all)").Kind);
    }

    [Fact]
    public void Margin_WithoutAMarketValue_NamesWhatWouldSettleIt() =>
        Assert.Equal(ProblemKind.NoData, new TestMarket().Place("M").Observed("M", "margin_financing_balance", "CNY 100m", ("2025-02-14", 18_423)).Build().Problem("margin-to-value(M)").Kind);

    [Fact]
    public void ZScore_OfFiguresThatDoNotDiffer_IsUndefined() =>
        Assert.Equal(ProblemKind.Undefined, new TestMarket().Place("M").Observed("M", "x", "USD", ("2025-02-13", 5), ("2025-02-14", 5)).Build().Problem("flow-z-score(M, x, all)").Kind);

    /// <summary>Two passes over the numbers, on figures that differ in their last digits only.</summary>
    [Fact]
    public void ZScore_IsThatOfTwoPasses() => Property.Holds(random =>
    {
        var values = Enumerable.Range(0, random.Next(4, 30)).Select(_ => 1e6 + random.NextDouble()).ToArray();
        var market = new TestMarket().Place("M").Observed("M", "x", "USD", [.. values.Select((value, i) => ($"{TestMarket.Day("2025-01-06").AddDays(i):yyyy-MM-dd}", value))]).Build();

        Assert.Equal(Score(values), market.Value("flow-z-score(M, x, all, base=window)"), 6);
        Assert.Equal(Score(values[..^1]), market.Value("flow-z-score(M, x, all)"), 4);

        double Score(double[] among)
        {
            var mean = among.Average();
            return (values[^1] - mean) / Math.Sqrt(among.Sum(value => (value - mean) * (value - mean)) / (among.Length - 1));
        }
    });

    [SharedFact]
    public void Margin_OfRealAShares_IsThatOfTheExchanges()
    {
        var market = Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value;

        Assert.Equal(1.8423e12, market.Value("observation(CN.A, margin_financing_balance) @ 2025-02-14"), 1e8); // 18,423 times CNY 100 million, SOURCES.md
        Assert.Equal(ProblemKind.NotPublished, market.Problem("connect-flow(CN.A, northbound, 1d) @ 2025-02-14").Kind);
        Assert.Equal(297.3e9, market.Value("average-daily-turnover(XHKG, 2025-02) @ 2025-02-28"), 1e6); // HKEX monthly highlights of February 2025
    }
}
