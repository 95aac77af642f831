using Touchstone.Indices;
using static Touchstone.Tests.Indices.TwoStocks;

namespace Touchstone.Tests.Indices;

/// <summary>Level and divisor. Numbers without a source are worked by hand from level = Σ price × units / divisor.</summary>
public class IndexStateTests
{
    [Fact]
    public void Start_MakesTheDivisorOfTheBaseLevel() => Assert.Equal(200_000, Index().Divisor, 9); // 200,000,000 / 1000

    [Fact]
    public void LevelAt_IsValueOverDivisor() => Assert.Equal(1010, Index().LevelAt(On(Next, 102, 50)).Value, 9);

    [Theory]
    [InlineData(1650, 0.132129493, 12487.75, 2)] // Investopedia, "Dow Divisor"
    [InlineData(1, 0.146021281, 6.8483, 4)] // MarketWatch, September 2017: a dollar before the change of 1 September
    [InlineData(1, 0.145233969, 6.8854, 4)] // and after
    public void LevelAt_OfPrices_IsTheirSumOverTheDivisor(double sum, double divisor, double level, int digits)
    {
        var basket = Basket.Of("USD", HoldingRule.KeepUnits, [new Holding(A, 1)]).Value;
        var found = IndexState.Of(basket, divisor).Value.LevelAt(ClosingPrices.Of(Base, [(A, sum)])).Value;
        Assert.Equal((decimal)level, LevelRounding.Publish(found, digits));
    }

    [Fact]
    public void LevelAt_CountsFloatCapAndRate()
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(A, 1000, 0.5, 0.8, "USD")]).Value;
        var closes = ClosingPrices.Of(Base, [(A, 10)], [("USD", 7.8)]);
        Assert.Equal(312, IndexState.Of(basket, 100).Value.LevelAt(closes).Value, 9); // 10 × 1000 × 0.5 × 0.8 × 7.8 / 100
    }

    [Fact]
    public void LevelAt_InAnotherCurrency_MovesWithTheRate()
    {
        // 1000 -> 1010 in local money, 0.128 -> 0.129 dollars for one: 1000 × 1.01 × 0.129 / 0.128.
        var basket = Basket.Of("USD", HoldingRule.FollowShares, [new Holding(A, 1, currency: "HKD")]).Value;
        var index = IndexState.Start(basket, ClosingPrices.Of(Base, [(A, 1000)], [("HKD", 0.128)]), 1000).Value;
        Assert.Equal(1017.890625, index.LevelAt(ClosingPrices.Of(Next, [(A, 1010)], [("HKD", 0.129)])).Value, 9);
    }

    [Fact]
    public void WeightsAt_DriftFromEqual()
    {
        // 100, 50 and 25 shares bought for 1000 each at 10, 20, 40; then 11, 20, 38.
        var basket = Basket.Of("HKD", HoldingRule.KeepWeight, [new Holding(A, 100), new Holding(B, 50), new Holding(C, 25)]).Value;
        var weights = basket.WeightsAt(ClosingPrices.Of(Next, [(A, 11), (B, 20), (C, 38)])).Value;
        Assert.Equal([0.360655737705, 0.327868852459, 0.311475409836], weights.Select(weight => Math.Round(weight.Weight.Fraction, 12)));
    }

    [Fact]
    public void Apply_WritesALineThatAPersonCanRead() => Assert.Equal(
        "2025-03-04: XTST:A goes without a special dividend of 10. Market value 200000000 -> 190000000 HKD, divisor 200000 -> 190000, level 1000.00.",
        Apply(new SpecialDividend(Next, A, 10)).Line);

    [Theory]
    [InlineData(2.005, 2, "2.01")]
    [InlineData(2.0049999999999986, 2, "2.01")] // the same in 15 digits
    [InlineData(-2.005, 2, "-2.01")]
    [InlineData(5526.22022, 2, "5526.22")]
    public void Publish_RoundsHalvesAwayFromZero(double level, int digits, string printed) => Assert.Equal(printed, LevelRounding.Publish(level, digits).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
