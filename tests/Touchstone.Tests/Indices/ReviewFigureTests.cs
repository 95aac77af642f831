using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>The figures by which stocks are ranked: shares in force, splits, averages, currencies. The score of the one stock is the figure.</summary>
public class ReviewFigureTests
{
    private static readonly RankField Value = new(RankFigure.MarketValue);

    [Fact]
    public void Shares_GrowWithASplitAfterTheirDay() => // 10 × 100 × 2
        Assert.Equal(2000, Score(One().Shares(Name(0), "2024-01-02", 100).Split(Name(0), "2025-01-15", 2)));

    [Fact]
    public void Shares_OfTheExDate_HoldTheSplitAlready() =>
        Assert.Equal(2000, Score(One().Shares(Name(0), "2024-01-02", 100).Shares(Name(0), "2025-01-15", 200).Split(Name(0), "2025-01-15", 2)));

    [Fact]
    public void Shares_OfANewerRow_AreNotMultipliedAgain() => // 210 stated after the split of 15 January, then a bonus of 1 for 10
        Assert.Equal(2310, Score(One().Shares(Name(0), "2024-01-02", 100).Shares(Name(0), "2025-01-20", 210).Split(Name(0), "2025-01-15", 2).Action(Name(0), "2025-02-03", "bonus", 1.1)), 9);

    [Fact]
    public void Shares_AfterTheCutOff_AreNotSeen() =>
        Assert.Equal(1000, Score(One().Shares(Name(0), "2024-01-02", 100).Shares(Name(0), "2025-03-03", 500).Split(Name(0), "2025-03-04", 2)));

    [Fact]
    public void Close_BeforeASplitOnASuspendedStock_IsInTermsOfTheDay() // 20 before the split is 10 after it; 100 shares are 200
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), ("2025-01-10", 20)).Shares(Name(0), "2024-01-02", 100)
            .Action(Name(0), "2025-01-13", "suspend").Split(Name(0), "2025-01-15", 2);
        Assert.Equal(2000, Score(market));
    }

    [Fact]
    public void Close_AdjustedForSplits_IsTakenBackToWhatWasTraded() // 10 today after a split in April was 20 at the cut-off
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), CloseBasis.SplitAdjusted, (CutOff, 10), (Prices, 10)).Shares(Name(0), "2024-01-02", 100).Split(Name(0), "2025-04-01", 2);
        Assert.Equal(2000, Score(market));
    }

    [Fact]
    public void Close_OfATotalReturn_IsNotUsed()
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), CloseBasis.TotalReturn, (CutOff, 10), (Prices, 10)).Shares(Name(0), "2024-01-02", 100);
        Assert.Contains("XTST:00 (not in the package: an as-traded close on or before 2025-02-28)", market.Review(Rules()).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Close_OfAStockThatTradesNoMore_IsStale()
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), ("2025-02-17", 10)).Shares(Name(0), "2024-01-02", 100);
        Assert.Contains("a close within 10 days before 2025-02-28 (the last is of 2025-02-17)", market.Review(Rules()).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Average_IsOverTheSessionsThatHaveTheFigure() // 10 × 100, 12 × 100, then 6 × 200 after the split: 3400 / 3; November is too old
    {
        var market = new TestMarket().Equity(Name(0))
            .Closes(Name(0), ("2024-11-28", 99), ("2024-11-29", 10), ("2025-01-14", 12), ("2025-01-15", 6), (Prices, 10)).Shares(Name(0), "2024-01-02", 100).Split(Name(0), "2025-01-15", 2);
        Assert.Equal(3400.0 / 3, Score(market, Value with { Months = 3 }), 9);
    }

    [Fact]
    public void Average_PassesOverSessionsBeforeTheFirstShares() => Assert.Equal(
        600,
        Score(new TestMarket().Equity(Name(0)).Closes(Name(0), ("2025-01-14", 12), ("2025-01-15", 6), (Prices, 10)).Shares(Name(0), "2025-01-15", 100), Value with { Months = 3 }));

    [Fact]
    public void FloatValue_GoesByTheBands() => // 12% is 20% in the table: 10 × 100 × 0.2
        Assert.Equal(200, Score(One().Shares(Name(0), "2024-01-02", 100, 0.12), new RankField(RankFigure.FloatMarketValue), new ShareRule { Bands = FloatBandsTests.Older }), 12);

    [Fact]
    public void FloatValue_WithoutAFloat_IsAProblem() => Assert.Contains(
        "the free float of XTST:00 in shares.csv:2",
        One().Shares(Name(0), "2024-01-02", 100).Review(By(new RankField(RankFigure.FloatMarketValue)) with { Selection = new Selection { Count = 1 } }).Problem!.Message,
        StringComparison.Ordinal);

    /// <summary>Where all are taken with equal weights, an order is only for show: without its figure there is none, and the review goes on.</summary>
    [Fact]
    public void AllTaken_WithEqualWeights_NeedNoOrder()
    {
        var review = One().Review(By(new RankField(RankFigure.FloatMarketValue)));
        Assert.Equal((ReviewDecision.Joins, "All that pass are taken.", null, null), (review.Stock(0).Decision, review.Stock(0).Reason, review.Stock(0).Rank, review.Stock(0).Score));
        Assert.Equal(Percent.FromPoints(100), review.Stock(0).Weight);
    }

    [Fact]
    public void Turnover_IsCloseTimesVolumeWhereThereIsNone() // 10 × 300 and 12 × 100 on average
    {
        DateOnly[] days = [TestMarket.Day("2025-02-27"), TestMarket.Day(CutOff), TestMarket.Day(Prices)];
        var market = new TestMarket().Equity(Name(0)).Shares(Name(0), "2024-01-02", 100).Bars(Name(0), null, days, (PriceField.Close, [10, 12, 10]), (PriceField.Volume, [300, 100, double.NaN]));
        Assert.Equal(2100, Score(market, new RankField(RankFigure.Turnover, 1)));
        Assert.Equal(1200, Score(market, new RankField(RankFigure.Turnover)));
    }

    [Fact]
    public void Observation_IsTheLastOrTheMean()
    {
        var market = One().Shares(Name(0), "2024-01-02", 100).Observed(Name(0), "sales", "HKD m", ("2024-06-30", 3), ("2024-12-31", 6), ("2025-06-30", 99));
        Assert.Equal(6, Score(market, new RankField(RankFigure.Observation, 0, 1, "sales")));
        Assert.Equal(4.5, Score(market, new RankField(RankFigure.Observation, 12, 1, "sales")));
    }

    [Fact]
    public void Rates_AreTakenEitherWay() // 1000 USD at 7.8, and at 1 / 0.125
    {
        Assert.Equal(7800, Score(InDollars().Fx("USD", "HKD", ("2025-02-18", 7.8), (Prices, 7))), 9);
        Assert.Equal(8000, Score(InDollars().Fx("HKD", "USD", (CutOff, 0.125), (Prices, 0.125))));
    }

    [Fact]
    public void Rates_MayLeadThroughAThirdCurrency() => Assert.Equal( // 1000 USD at 0.8 EUR, and 10 HKD for one
        8000, Score(InDollars().Fx("EUR", "USD", (CutOff, 1.25), (Prices, 1.25)).Fx("EUR", "HKD", (CutOff, 10), (Prices, 10))));

    [Fact]
    public void Shares_OfTwoBonusKindsOnOneDay_AreEachForOldShares() // 100 × (1 + 0.3 + 0.2), then 2 for 1, at 10
    {
        var market = One().Shares(Name(0), "2024-01-02", 100).Action(Name(0), "2025-02-03", "bonus", 1.3).Action(Name(0), "2025-02-03", "stock-dividend", 1.2).Split(Name(0), "2025-02-03", 2);
        Assert.Equal(3000, Score(market), 9);
        Assert.Equal(300, market.Review(Rules()).Holding(0).Shares, 9);
    }

    [Fact]
    public void Rates_OlderThanTenDays_AreAProblem() => Assert.Equal(
        (ProblemKind.NoData, "TEST, review effective 2025-03-10: Ranking by market value. XTST:00: No rate of USD in HKD on 2025-02-28: the package's fx has none on that day or within 10 days before it."),
        InDollars().Fx("USD", "HKD", ("2025-02-17", 7.8)).Review(Rules()).Problem is { } problem ? (problem.Kind, problem.Message) : default);

    [Fact]
    public void Currency_ThatNobodyStates_IsAProblem()
    {
        var market = new TestMarket().Equity(Name(0), null!).Closes(Name(0), (CutOff, 10)).Shares(Name(0), "2024-01-02", 100);
        Assert.Contains("XTST:00 (not in the package: the currency of its prices)", market.Review(Rules()).Problem!.Message, StringComparison.Ordinal);
    }

    private static TestMarket One() => new TestMarket().Equity(Name(0)).Closes(Name(0), (CutOff, 10), (Prices, 10));

    private static TestMarket InDollars() => new TestMarket().Equity(Name(0), "USD").Closes(Name(0), (CutOff, 10), (Prices, 10)).Shares(Name(0), "2024-01-02", 100);

    private static RulebookVersion By(RankField field, ShareRule? shares = null) => Rules() with { Ranking = new Ranking([field]), Shares = shares ?? ShareRule.Total, Weighting = Weighting.Equal };

    private static double Score(TestMarket market, RankField? field = null, ShareRule? shares = null) => market.Review(By(field ?? Value, shares)).Stock(0).Score!.Value;
}
