using Touchstone.Indices;
using static Touchstone.Tests.Indices.TwoStocks;

namespace Touchstone.Tests.Indices;

/// <summary>Each event on the two stocks. Numbers are worked by hand from the formula of the event unless a source is named.</summary>
public class CorporateActionTests
{
    [Fact]
    public void Addition_AddsItsValue()
    {
        var index = Index().Apply(new Addition(Next, new Holding(C, 5_000_000)), Closes.With(C, 30)).Value;
        Assert.Equal((350_000_000.0, 350_000.0), (index.MarketValueAfter, index.DivisorAfter));
    }

    [Fact]
    public void Deletion_TakesItsValue() => Assert.Equal(100_000, Apply(new Deletion(Next, B)).DivisorAfter, 9);

    [Fact]
    public void Swap_MovesTheDivisorOnce() // B of 100m for C of 150m: 200,000 × 250 / 200
    {
        var index = Index().Apply(new Swap(Next, B, new Holding(C, 5_000_000)), Closes.With(C, 30)).Value;
        Assert.Equal(250_000, index.DivisorAfter, 9);
        Assert.Equal(1000, index.LevelAfter, 9);
    }

    [Fact]
    public void Swap_OfPrices_MovesTheDivisorByTheSum() // 6000 / 0.15; 25 and 50 out, 140 and 380 in
    {
        var (d, e, f) = (new InstrumentId("XTST:D"), new InstrumentId("XTST:E"), new InstrumentId("XTST:F"));
        var basket = Basket.Of("USD", HoldingRule.KeepUnits, [new Holding(A, 1), new Holding(B, 1), new Holding(C, 1)]).Value;
        var closes = ClosingPrices.Of(Base, [(A, 5925), (B, 25), (C, 50), (d, 140), (e, 380), (f, 1)]);
        var index = IndexState.Of(basket, 0.15).Value.Apply(new Review(Next, [new Holding(A, 1), new Holding(d, 1), new Holding(e, 1)]), closes).Value;
        Assert.Equal(0.161125, index.DivisorAfter, 12);
        Assert.Equal(40_000, index.LevelAfter, 6);
    }

    [Fact]
    public void Review_NamesWhoJoinsAndLeaves()
    {
        var index = Index().Apply(new Review(Next, [new Holding(A, 500_000), new Holding(C, 5_000_000)]), Closes.With(C, 30)).Value;
        Assert.Equal("A review sets 2 holdings. Joining: XTST:C. Leaving: XTST:B.", index.Event);
        Assert.Equal(200_000, index.DivisorAfter, 9); // 50m + 150m
    }

    [Fact]
    public void Review_LeavesASuspendedMemberSuspended()
    {
        var history = Run([Closes, ClosingPrices.Of(Next, [(A, 100)]), ClosingPrices.Of(Third, [(A, 110)])], default, new Suspension(Next, B), new Review(Third, [new Holding(A, 1), new Holding(B, 2)]));
        Assert.Equal(1050, history.Levels[^1].Price, 9); // A and B are half each; A rises by a tenth
    }

    [Fact]
    public void ShareChange_MovesTheDivisor() => Assert.Equal(210_000, Apply(new ShareChange(Next, A, 1_100_000)).DivisorAfter, 9);

    [Fact]
    public void FloatChange_MovesTheDivisor() => Assert.Equal(150_000, Apply(new FloatChange(Next, A, 0.5)).DivisorAfter, 9);

    [Theory]
    [InlineData(HoldingRule.KeepUnits)]
    [InlineData(HoldingRule.KeepWeight)]
    public void ShareChange_DoesNothingWhereUnitsDoNotFollow(HoldingRule rule) => Assert.Equal(200_000, Apply(new ShareChange(Next, A, 1_100_000), rule).DivisorAfter, 9);

    [Fact]
    public void Split_LeavesValueAndDivisor() => IsAdjusted(Apply(new Split(Next, A, 2)), 50, 2_000_000, 200_000);

    [Fact]
    public void Split_OfPrices_LowersTheDivisor() // course notes: 9, 32, 46 after the split must give the level 96 from before
    {
        var basket = Basket.Of("USD", HoldingRule.KeepUnits, [new Holding(A, 1), new Holding(B, 1), new Holding(C, 1)]).Value;
        var index = IndexState.Of(basket, 1).Value.Apply(new Split(Next, A, 2), ClosingPrices.Of(Base, [(A, 18), (B, 32), (C, 46)])).Value;
        Assert.Equal(0.90625, index.DivisorAfter, 12);
    }

    [Fact]
    public void Consolidation_LeavesValueAndDivisor() => IsAdjusted(Apply(new Consolidation(Next, A, 10)), 1000, 100_000, 200_000);

    [Fact]
    public void BonusIssue_LeavesValueAndDivisor() => IsAdjusted(Apply(new BonusIssue(Next, A, 0.3)), 76.923076923077, 1_300_000, 200_000);

    [Fact]
    public void RightsIssue_InTheMoney_GoesToTheTheoreticalPrice() // 1 for 4 at 70 from 100 is 94; the divisor takes the 17.5m paid in
    {
        var index = Apply(new RightsIssue(Next, A, 0.25, 70));
        IsAdjusted(index, 94, 1_250_000, 217_500);
        Assert.Equal(1000, index.LevelAfter, 9);
    }

    [Fact]
    public void RightsIssue_OfAFixedWeight_MovesTheUnits() => IsAdjusted(Apply(new RightsIssue(Next, A, 0.25, 70), HoldingRule.KeepWeight), 94, 1_063_829.787234, 200_000);

    [Theory]
    [InlineData(100)]
    [InlineData(170)]
    public void RightsIssue_OutOfTheMoney_IsIgnored(double subscription) => IsAdjusted(Apply(new RightsIssue(Next, A, 0.25, subscription)), 100, 1_000_000, 200_000);

    [Fact]
    public void SpecialDividend_LowersPriceAndDivisor() => IsAdjusted(Apply(new SpecialDividend(Next, A, 10)), 90, 1_000_000, 190_000);

    [Fact]
    public void OrdinaryDividend_LeavesThePriceIndexToFall() // 2 on A, which closes at 98: 10 points of dividend, 9 after 10% tax
    {
        var history = Run([Closes, On(Next, 98, 50)], Percent.FromPoints(10), new OrdinaryDividend(Next, A, 2));
        Assert.Equal((990.0, 1000.0, 999.0), Rounded(history.Levels[^1]));
        Assert.Equal(200_000, history.Last.Divisor);
    }

    [Fact]
    public void OrdinaryDividend_CompoundsOverDays() // 1000 × (990 + 10) / 1000 × (1010 + 4) / 990
    {
        var history = Run([Closes, On(Next, 98, 50), On(Third, 102, 50)], default, new OrdinaryDividend(Next, A, 2), new OrdinaryDividend(Third, A, 0.8));
        Assert.Equal(1024.242424242, history.Levels[^1].Gross, 9);
    }

    [Fact]
    public void OrdinaryDividend_InAnotherCurrency_TakesTheRateOfTheExDate()
    {
        var sessions = new[] { Closes, ClosingPrices.Of(Next, [(A, 98), (B, 50)], [("USD", 8)]) };
        Assert.Equal(1000, Run(sessions, default, new OrdinaryDividend(Next, A, 0.25, "USD")).Levels[^1].Gross, 9); // 0.25 × 8 = 2
    }

    [Fact]
    public void OrdinaryDividend_WithATaxOfItsOwn_IsNetOfThat()
    {
        var history = Run([Closes, On(Next, 98, 50)], Percent.FromPoints(10), new OrdinaryDividend(Next, A, 2, withholding: Percent.FromPoints(30)));
        Assert.Equal(997, history.Levels[^1].Net, 9);
    }

    [Fact]
    public void SpinOff_AtZeroPrice_LeavesTheDivisorUntilTheChildGoes() // A 80 and child 19 on the ex-date: 199m / 200,000; then the child's 19m go
    {
        var child = new InstrumentId("XTST:S");
        var history = Run([Closes, On(Next, 80, 50).With(child, 19), On(Third, 80, 50)], default, new SpinOff(Next, A, child, 1), new Deletion(Third, child));
        Assert.Equal([1000, 995, 995], history.Levels.Select(level => Math.Round(level.Price, 9)));
        Assert.Equal((200_000.0, 180_904.522613065), (history.Audit[0].DivisorAfter, Math.Round(history.Audit[1].DivisorAfter, 9)));
    }

    [Fact]
    public void SpinOff_AtAFirstPrice_LowersTheParent() // half a share at 30: A opens at 85
    {
        var index = Apply(new SpinOff(Next, A, C, 0.5, 30));
        IsAdjusted(index, 85, 1_000_000, 200_000);
        Assert.Equal((30.0, 500_000.0), (index.Closes.PriceOf(C), index.After.Basket.Find(C)!.Shares));
    }

    [Fact]
    public void SpinOff_GivesTheChildTheCapOfTheParent()
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(A, 100, 0.6, 0.5)]).Value;
        var index = IndexState.Of(basket, 1).Value.Apply(new SpinOff(Next, A, C, 0.25), Closes).Value;
        Assert.Equal(new Holding(C, 25, 0.6, 0.5), index.After.Basket.Find(C));
    }

    [Fact]
    public void CashMerger_LeavesAtTheOffer() // B at 60 is in the last level: 220m / 200,000; then 120m leave
    {
        var index = Index().Apply(new CashMerger(Next, B, 60), Closes).Value;
        Assert.Equal(1100, index.LevelBefore, 9);
        Assert.Equal(1100, index.LevelAfter, 9);
        Assert.Equal(200_000 * 100.0 / 220, index.DivisorAfter, 6);
    }

    [Fact]
    public void CashMerger_WithoutAnOffer_LeavesAtTheLastClose() => Assert.Equal(100_000, Apply(new CashMerger(Next, B)).DivisorAfter, 9);

    [Fact]
    public void StockMerger_RaisesTheAcquirer() // A issues 0.4 for each of 2,000,000 B: 1,800,000 × 100
    {
        var index = Apply(new StockMerger(Next, B, A, 0.4));
        IsAdjusted(index, 100, 1_800_000, 180_000);
        Assert.Null(index.After.Basket.Find(B));
    }

    [Fact]
    public void Suspension_KeepsTheLastPrice() // A to 102; B has no close
    {
        var history = Run([Closes, ClosingPrices.Of(Next, [(A, 102)])], default, new Suspension(Next, B));
        Assert.Equal(1010, history.Levels[^1].Price, 9);
    }

    [Fact]
    public void Suspension_ThroughASplit_KeepsTheSplitPrice()
    {
        var history = Run([Closes, ClosingPrices.Of(Next, [(A, 100)]), ClosingPrices.Of(Third, [(A, 100)])], default, new Suspension(Next, B), new Split(Third, B, 5));
        Assert.Equal(1000, history.Levels[^1].Price, 9);
    }

    [Fact]
    public void Resumption_TakesTheMarketPriceAgain()
    {
        var history = Run([Closes, On(Next, 100, 1), On(Third, 100, 40)], default, new Suspension(Next, B), new Resumption(Third, B));
        Assert.Equal([1000, 1000, 900], history.Levels.Select(level => level.Price));
    }

    [Fact]
    public void Delisting_AtZero_IsInTheLevelBeforeItLeaves() // 100m / 200,000 = 500; the divisor does not move
    {
        var history = Run([Closes, On(Next, 100, 50), On(Third, 110, 50)], default, new Delisting(Third, B, 0));
        Assert.Equal([1000, 500, 550], history.Levels.Select(level => Math.Round(level.Price, 9)));
        Assert.Equal(200_000, history.Last.Divisor);
    }

    [Fact]
    public void Events_BetweenSessions_HappenBeforeTheNext()
    {
        var history = Run([Closes, On(new DateOnly(2025, 3, 10), 50, 50)], default, new Split(new DateOnly(2025, 3, 8), A, 2));
        Assert.Equal(1000, history.Levels[^1].Price, 9);
    }

    private static void IsAdjusted(Adjustment index, double price, double shares, double divisor)
    {
        Assert.Equal(price, index.Closes.PriceOf(A), 9);
        Assert.Equal(shares, index.After.Basket.Find(A)!.Shares, 6);
        Assert.Equal(divisor, index.DivisorAfter, 6);
    }

    private static (double Price, double Gross, double Net) Rounded(IndexLevel level) => (Math.Round(level.Price, 9), Math.Round(level.Gross, 9), Math.Round(level.Net, 9));
}
