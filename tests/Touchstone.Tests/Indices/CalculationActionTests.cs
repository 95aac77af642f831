using System.Collections.Immutable;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Every kind of corporate action from a row of a package to levels worked by hand: A 100m and B 100m on Monday, level 1000, divisor 200,000.</summary>
public class CalculationActionTests
{
    [Theory]
    [InlineData("split", 2, 52.5)]
    [InlineData("bonus", 1.3, 84)]
    [InlineData("capitalisation", 1.5, 70)]
    [InlineData("stock-dividend", 1.05, 100)]
    [InlineData("consolidation", 0.1, 1050)]
    [InlineData("reverse-split", 0.25, 420)]
    public void SharesChange_TheStockRisesByItsOwn(string kind, double ratio, double close) // 105 before the ratio, but for bonus 109.2
    {
        var index = Of([close], [50]).Action(A, Tuesday, kind, ratio).Calculate(Tuesday);
        Assert.Equal([1000, 500 + Math.Round(close * ratio * 5, 9)], index.Levels());
        Assert.Equal(200_000, index.Value.History.Last.Divisor, 9);
    }

    [Fact]
    public void Split_OfPrices_MovesTheDivisor() // 100 + 50 = 150 for 1000; after 50 + 50 = 100; closes 55 + 50
    {
        var index = Of([55], [50]).Split(A, Tuesday, 2).Calculate(Tuesday, Book(version => version with { Weighting = Weighting.Price }));
        Assert.Equal([1000, 1050], index.Levels());
        Assert.Equal(0.1, index.Value.History.Last.Divisor, 12);
    }

    [Fact]
    public void Cash_IsReinvestedAfterTax() // 2 on A at 98: price 990, ten points; the tax of the exchange is 10%
    {
        var returns = new ReturnRules { Withholding = Percent.FromPoints(30), WithholdingByExchange = ImmutableSortedDictionary<string, Percent>.Empty.Add("XTST", Percent.FromPoints(10)) };
        var index = Of([98], [50]).Action(A, Tuesday, "cash", cash: 2, currency: "HKD").Calculate(Tuesday, Book(version => version with { Returns = returns }));
        Assert.Equal((990, 1000, 999), index.Last());
    }

    [Fact]
    public void Cash_InAnotherCurrency_TakesTheRateOfTheExDate()
    {
        var market = Of([98], [50]).Action(A, Tuesday, "cash", cash: 0.25, currency: "USD").Fx("USD", "HKD", (Monday, 7), (Tuesday, 8));
        Assert.Equal((990, 1000, 1000), market.Calculate(Tuesday).Last());
    }

    [Fact]
    public void Special_IsInThePriceIndex_AndItsTaxInTheNetReturn() // P' 90, D 190,000; closes 90: 1000; tax 10% of 10m is 1m, 1m / 190,000 points
    {
        var index = Of([90], [50]).Action(A, Tuesday, "special", cash: 10).Calculate(Tuesday, Book(version => version with { Returns = new ReturnRules { Withholding = Percent.FromPoints(10) } }));
        Assert.Equal((1000, 1000, 994.736842105), index.Last());
        Assert.Equal(190_000, index.Value.History.Last.Divisor, 9);
    }

    [Fact]
    public void Special_AsOrdinary_IsReinvested()
    {
        var index = Of([90], [50]).Action(A, Tuesday, "special", cash: 10).Calculate(Tuesday, Book(version => version.With(new ActionRules { SpecialDividend = SpecialDividendTreatment.AsOrdinary })));
        Assert.Equal((950, 1000, 1000), index.Last());
    }

    [Fact]
    public void Special_InAnotherCurrency_IsConvertedAtTheLastClose()
    {
        var market = Of([90], [50]).Action(A, Tuesday, "special", cash: 1.25, currency: "USD").Fx("HKD", "USD", (Monday, 0.125), (Tuesday, 0.1));
        Assert.Equal([1000, 1000], market.Calculate(Tuesday).Levels());
    }

    [Fact]
    public void Rights_InTheMoney() // 1 for 4 at 70: 94 and 1.25m shares; divisor 217,500; closes 98.7
    {
        var index = Of([98.7], [50]).Action(A, Tuesday, "rights", 1.25, subscriptionPrice: 70).Calculate(Tuesday);
        Assert.Equal([1000, Math.Round(223_375_000 / 217_500.0, 9)], index.Levels());
        Assert.Equal(217_500, index.Value.History.Last.Divisor, 9);
    }

    [Fact]
    public void Rights_OutOfTheMoney_OrIgnored_DoNothing()
    {
        Assert.Equal([1000, 1050], Of([110], [50]).Action(A, Tuesday, "rights", 1.25, subscriptionPrice: 170).Calculate(Tuesday).Levels());
        Assert.Equal([1000, 970], Of([94], [50]).Action(A, Tuesday, "rights", 1.25, subscriptionPrice: 70).Calculate(Tuesday, Book(version => version.With(new ActionRules { Rights = RightsTreatment.Ignored }))).Levels());
    }

    [Theory]
    [InlineData(170, "XTST:A offers 0.25 new shares for 1 held at 170. Nobody pays that for a share of 100: price, shares and divisor stay.")]
    [InlineData(70, "XTST:A offers 0.25 new shares for 1 held at 70.")]
    public void Rights_InTheAuditLog_SayWhetherTheyAreTaken(double price, string words) =>
        Assert.Equal(words, Of([110], [50]).Action(A, Tuesday, "rights", 1.25, subscriptionPrice: price).Calculate(Tuesday).Value.History.Audit.Single().Event);

    [Fact]
    public void SpinOff_AtZeroPrice_LeavesAfterItsFirstClose() // ca-spin-001: A 80 and the child 19 make 199m; then D = 200,000 × 180 / 199
    {
        var index = Of([80, 80], [50, 50]).Closes(C, (Tuesday, 19), (Wednesday, 25)).Action(A, Tuesday, "spin-off", 1, other: C).Calculate(Wednesday);
        Assert.Equal([1000, 995, 995], index.Levels());
        Assert.Equal(180_904.522613065, index.Value.History.Last.Divisor, 6);
    }

    [Fact]
    public void SpinOff_ThatTradesLater_StaysAtZeroUntilItsFirstClose() // 80 and 0: 180m / 200,000; 80 and 19: 995; then without
    {
        var index = Of([80, 80, 80], [50, 50, 55]).Closes(C, (Wednesday, 19), (Thursday, 25)).Action(A, Tuesday, "spin-off", 1, other: C).Calculate(Thursday);
        Assert.Equal([1000, 900, 995, Math.Round(995 * 190 / 180.0, 9)], index.Levels());
    }

    [Fact]
    public void SpinOff_ThatStays_IsAMember()
    {
        var rules = Book(version => version.With(new ActionRules { SpunCompanyLeaves = false }));
        Assert.Equal([1000, 995, 1025], Of([80, 80], [50, 50]).Closes(C, (Tuesday, 19), (Wednesday, 25)).Action(A, Tuesday, "spin-off", 1, other: C).Calculate(Wednesday, rules).Levels());
    }

    [Fact]
    public void SpinOff_AtAFirstPrice_LowersTheParent() // half a share at 30: A opens at 85, C with 500,000 shares at 30; closes 85 and 32
    {
        var rules = Book(version => version.With(new ActionRules { SpinOff = SpinOffTreatment.FirstPrice }));
        Assert.Equal([1000, 1005], Of([85], [50]).Closes(C, (Tuesday, 32)).Action(A, Tuesday, "spin-off", 0.5, cash: 30, other: C).Calculate(Tuesday, rules).Levels());
    }

    [Fact]
    public void SpinOff_NotTaken_IsAFallOfThePrice_OrAnAdjustment()
    {
        var rules = Book(version => version.With(new ActionRules { SpinOff = SpinOffTreatment.NotTaken }));
        Assert.Equal([1000, 925], Of([85], [50]).Action(A, Tuesday, "spin-off", 0.5, other: C).Calculate(Tuesday, rules).Levels());
        Assert.Equal([1000, 1000], Of([85], [50]).Action(A, Tuesday, "spin-off", 0.5, cash: 30, other: C).Calculate(Tuesday, rules).Levels());
    }

    [Fact]
    public void SpinOff_OfAMember_LowersTheParentByWhatItIsWorth() // 0.2 of B at 50: A opens at 90
    {
        var index = Of([90], [50]).Action(A, Tuesday, "spin-off", 0.2, other: B).Calculate(Tuesday);
        Assert.Equal([1000, 1000], index.Levels());
        Assert.Equal(190_000, index.Value.History.Last.Divisor, 9);
    }

    [Fact]
    public void MergerForCash_LeavesAtTheOffer() // B at 60 is in Tuesday's level: 220m / 200,000; then A rises by a tenth
    {
        var index = Of([100, 110], [50]).Action(B, Wednesday, "merger-cash", cash: 60).Calculate(Wednesday);
        Assert.Equal([1000, 1100, 1210], index.Levels());
    }

    [Fact]
    public void MergerForCash_WithoutAnOffer_LeavesAtItsLastClose() => Assert.Equal([1000, 1000, 1100], Of([100, 110], [50]).Action(B, Wednesday, "merger-cash").Calculate(Wednesday).Levels());

    [Fact]
    public void MergerForShares_RaisesTheAcquirer() // 1,800,000 shares of A
    {
        var index = Of([110], []).Action(B, Tuesday, "merger-stock", 0.4, other: A).Calculate(Tuesday);
        Assert.Equal([1000, 1100], index.Levels());
        Assert.Equal(1_800_000, index.Value.History.Last.Basket.Find(new InstrumentId(A))!.Shares, 6);
    }

    [Fact]
    public void MergerForShares_OfAnAcquirerOutside_LetsItJoin() // C takes the place of B with 0.5 × 2,000,000 at 80; it rises to 88
    {
        var index = Of([100], []).Closes(C, (Monday, 80), (Tuesday, 88)).Action(B, Tuesday, "merger-stock", 0.5, other: C).Calculate(Tuesday);
        Assert.Equal([1000, Math.Round(1000 * 188 / 180.0, 9)], index.Levels());
    }

    [Fact]
    public void MergerForShares_OfAnAcquirerThatHasLeft_IsAProblem() => Assert.Equal(
        "The action 'merger-stock' of XTST:B on 2025-03-04 cannot be used: XTST:C, which buys it, has left the market itself on 2025-03-04 (delist, actions.csv:3).",
        Of([100], []).Closes(C, (Monday, 80)).Action(B, Tuesday, "merger-stock", 0.5, other: C).Action(C, Tuesday, "delist").Calculate(Tuesday).Problem!.Message);

    [Fact]
    public void Suspension_KeepsTheLastPrice_UntilItTradesAgain()
    {
        var index = Of([102, 102, 102], [1, double.NaN, 40]).Action(B, Tuesday, "suspend").Action(B, Thursday, "resume").Calculate(Thursday);
        Assert.Equal([1000, 1010, 1010, 910], index.Levels());
    }

    [Theory]
    [InlineData(0.0, 500)]
    [InlineData(20.0, 700)]
    [InlineData(null, 1000)]
    public void Delisting_LeavesAtItsPrice(double? price, double level)
    {
        var index = Of([100, 110], [50]).Action(B, Wednesday, "delist", cash: price).Calculate(Wednesday);
        Assert.Equal([1000, level, Math.Round(level * 1.1, 9)], index.Levels());
    }

    [Fact]
    public void Delisting_OnTheDayAfterTheBaseDay_IsOfAMember() => Assert.Equal([1000, 1100], Of([110], []).Action(B, Tuesday, "delist", cash: 20).Calculate(Tuesday).Levels());

    [Fact]
    public void Actions_OfAStockOutside_DoNothing() => Assert.Equal([1000, 1000], Of([100], [50]).Split(C, Tuesday, 2).Action(C, Tuesday, "no-such-kind").Calculate(Tuesday).Levels());

    [Fact]
    public void Actions_OfAHoliday_HappenBeforeTheNextSession() =>
        Assert.Equal([1000, 1000], Of([double.NaN, 50], [double.NaN, 50]).Closed("XTST", Tuesday).Split(A, Tuesday, 2).Calculate(Wednesday).Levels());

    /// <summary>The numbers of ca-cn-001 (shared vectors): close 10, dividend 0.5, 3 for 10 bonus shares and 2 for 10 at 6, all for shares of the day before.</summary>
    [Theory]
    [InlineData("special", 7.133333333)]
    [InlineData("cash", 7.466666667)]
    public void ActionsOfOneDay_GiveTheReferencePriceOfTheMainland(string cash, double reference)
    {
        var market = new TestMarket().Index("TEST", "XTST").Equity(A).Equity(B).Closes(A, (Monday, 10), (Tuesday, 7)).Closes(B, (Monday, 10), (Tuesday, 10)).Shares(A, Monday, 1500).Shares(B, Monday, 1000)
            .Action(A, Tuesday, "bonus", 1.3).Action(A, Tuesday, "rights", 1.2, subscriptionPrice: 6).Action(A, Tuesday, cash, cash: 0.5);
        var index = market.Calculate(Tuesday);
        Assert.Equal(reference, index.Value.History.Audit[^1].Closes.PriceOf(new InstrumentId(A)), 9);
        Assert.Equal(2250, index.Value.History.Last.Basket.Find(new InstrumentId(A))!.Shares, 6);
        var exact = cash == "cash" ? ReferencePrice.PriceReturn(10, 0.5, 0.3, 0.2, 6) : ReferencePrice.TotalReturn(10, 0.5, 0.3, 0.2, 6);
        Assert.Equal(reference, exact.Value, 9);
    }

    [Fact]
    public void CashAndSplitOfOneDay_AreForOldShares() // 2 on 1,000,000 old shares; A closes at 49 after 2 for 1
    {
        var index = Of([49], [50]).Split(A, Tuesday, 2).Action(A, Tuesday, "cash", cash: 2).Calculate(Tuesday);
        Assert.Equal((990, 1000, 1000), index.Last());
    }

    [Fact]
    public void EqualWeights_KeepTheirWeightThroughRights() // A at 94 with its 50%; +10% of A is +5%
    {
        var index = Of([103.4], [50]).Action(A, Tuesday, "rights", 1.25, subscriptionPrice: 70).Calculate(Tuesday, Book(version => version with { Weighting = Weighting.Equal }));
        Assert.Equal([1000, 1050], index.Levels());
    }
}
