using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Holdings, weights and caps of reviews. Vectors of caps were worked with exact fractions from the stated rule unless a source is named.</summary>
public class ReviewWeightTests
{
    private static readonly double[] Twenty = [3000, 2500, 2000, 1500, 1200, 1000, 900, 800, 700, 650, 600, 550, 500, 450, 400, 350, 300, 250, 200, 150];

    [Fact]
    public void SingleCap_OfThirtyNames() // vector cap-101, as Hang Seng TECH and HSI are capped
    {
        double[] values = [2000, 1800, 1500, 1200, 900, 700, 600, 500, 450, 400, 350, 300, 280, 260, 240, 220, 200, 180, 160, 150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50];
        var review = Of(values).Review(Capped(30, new SingleCap(Percent.FromPoints(8))));
        Assert.Equal([0.396, 0.44, 0.528, 0.66, 0.88, 1, 1], review.Value.Holdings.Take(7).Select(holding => Math.Round(holding.Cap, 12)));
        Agree([0.08, 0.08, 0.08, 0.08, 0.08, 0.0707070707, 0.0606060606, 0.0505050505, 0.0454545455], review);
        Assert.Equal(2, review.Value.CapRounds);
    }

    [Fact]
    public void TopCap_AfterASingleCap() => Agree( // vector cap-102: STAR 50 and KWEB, 10% and five largest 40%; the order of operations is our reading
        [0.0833333333, 0.0833333333, 0.0833333333, 0.0833333333, 0.0666666667, 0.0666666667, 0.0666666667, 0.0632768362, 0.0553672316, 0.0514124294],
        Of(Twenty).Review(Capped(20, new SingleCap(Percent.FromPoints(10)), new TopCap(5, Percent.FromPoints(40)))));

    [Fact]
    public void ThresholdSumCap_OfTheNasdaq() // vector cap-103: 51.3% above 4.5% -> 40%, after the text of free writing prospectuses
    {
        double[] above = [0.129, 0.125, 0.074, 0.07, 0.069, 0.046];
        var values = above.Concat(Enumerable.Repeat(0.487 / 90, 90)).Select(weight => weight * 1e6).ToArray();
        var review = Of(values).Review(Capped(96, new ThresholdSumCap(Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40))));
        Agree([0.100584795322, 0.09746588694, 0.057699805068, 0.054580896686, 0.053801169591, 0.035867446394], review);
    }

    [Fact]
    public void TwoStages_OfTheNasdaq_TakeTheFiveLargestCompaniesToTheirSum() // vector cap-104: weights of 7 July 2023 and the target of 38.5% (dailyinvestor.com, livemint.com)
    {
        var review = Nasdaq().Review(TwoStage);
        double[] weights = [.. review.Value.Holdings.Select(holding => review.Value.Stocks.Single(stock => stock.Instrument == holding.Instrument).Weight!.Value.Fraction)];
        Assert.Equal(0.385, weights.Take(6).Sum(), 12);
        Assert.Equal(0.129 * 0.824411134904, weights[0], 9);
        Assert.Equal(0.04 * 0.824411134904, weights[2], 9); // the two lines of the third company, 4.0% and 3.4%, keep their proportions
        Assert.Equal(0.034 * 0.824411134904, weights[3], 9);
        Assert.Equal(0.044, weights[6], 12); // the sixth company would rise above 4.4%
        Assert.Equal(1, weights.Sum(), 12);
        Assert.Equal(review.Holding(2).Cap, review.Holding(3).Cap);
    }

    [Fact]
    public void TwoStages_OfTheNasdaq_LetAQuarterPass() => // the same weights are within 24% and 48%: no cap binds at a rebalance
        Assert.Equal(0, Nasdaq().Review(TwoStage, Dates with { Kind = ReviewKind.Rebalance }, [.. Enumerable.Range(0, 100)]).Value.CapRounds);

    [Fact]
    public void SingleCap_ThatCannotHold_IsAProblem() => Assert.Equal( // vector cap-105
        "TEST, review effective 2025-03-10: No name above 8%. That cannot hold: the limits of 10 names sum to 80%, below 100%.",
        Of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).Review(Capped(10, new SingleCap(Percent.FromPoints(8)))).Problem!.Message);

    [Fact]
    public void SingleCap_ThatIsJustFeasible_GivesEqualWeights() => Agree([0.25, 0.25, 0.25, 0.25], Of(5, 4, 3, 2).Review(Capped(4, new SingleCap(Percent.FromPoints(25))))); // vector cap-106

    [Fact]
    public void SingleCap_Cascades() => Agree([0.3, 0.3, 0.2, 0.12, 0.08], Of(60, 30, 5, 3, 2).Review(Capped(5, new SingleCap(Percent.FromPoints(30))))); // vector cap-107

    [Fact]
    public void GroupCaps_GoByTheClassificationOfTheCutOff()
    {
        var market = Of(40, 30, 20, 10).Classified(Name(0), "theme", "application", "2020-01-01").Classified(Name(1), "theme", "application", "2020-01-01").Classified(Name(2), "theme", "application", "2025-03-03");
        var version = Rules() with { Caps = new CapPlan { GroupScheme = "theme", AtReconstitution = [new GroupNameCap([KeyValuePair.Create("application", Percent.FromPoints(20))])] } };
        Agree([0.2, 0.2, 0.4, 0.2], market.Review(version)); // 60% left over 20 and 10
        Assert.Contains("Caps by group need the scheme 'theme'", Of(40, 30).Review(version).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("XTST:00 counts as application and chips", market.Classified(Name(0), "theme", "chips", "2020-01-01").Review(version).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CapFactors_BeginFromOneEachTime()
    {
        var market = Of(60, 30, 5, 3, 2);
        var version = Capped(5, new SingleCap(Percent.FromPoints(30)));
        var first = market.Review(version);
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, first.Value.Holdings).Value;
        var second = ReviewEngine.Run(market.Build(), Book(version), Dates, MembersBefore.Of(basket));
        Assert.Equal(first.Value.Holdings.AsEnumerable(), second.Value.Holdings.AsEnumerable());
        Assert.Equal(0, second.Value.Turnover!.Value.Fraction, 12);
    }

    [Fact]
    public void Holdings_AreSharesAndFloat() // a float of 12% is 20% in the table
    {
        var holding = One(100, 0.12).Review(Rules() with { Shares = new ShareRule { FreeFloat = true, Bands = FloatBandsTests.Older } }).Holding(0);
        Assert.Equal((100.0, 0.2, 1.0, null), (holding.Shares, holding.FreeFloat, holding.Cap, holding.Currency));
    }

    [Theory]
    [InlineData(0.12, 0.36)]
    [InlineData(0.5, 1.0)]
    public void Holdings_OfLowFloat_CountAMultipleOfIt(double held, double inclusion) =>
        Assert.Equal(inclusion, One(100, held).Review(Rules() with { Shares = new ShareRule { FloatMultiple = 3 } }).Holding(0).FreeFloat, 15);

    [Fact]
    public void Holdings_WithoutAFloat_AreAProblem() => Assert.Equal(
        "TEST, review effective 2025-03-10: The holdings of 1 of 1 members cannot be set; not in the package: the free float of XTST:00 in shares.csv:2.",
        One(100, null).Review(Rules() with { Shares = new ShareRule { FreeFloat = true } }).Problem!.Message);

    [Fact]
    public void Holdings_InAnotherCurrency_SayIt() // 100 HKD and 100 USD at 7.8
    {
        var review = Of(i => i == 0 ? "HKD" : "USD", 100, 100).Fx("USD", "HKD", (CutOff, 7.8), (Prices, 7.8)).Review(Rules());
        Assert.Equal("USD", review.Holding(1).Currency);
        Agree([100 / 880.0, 780 / 880.0], review);
    }

    [Fact]
    public void Equal_GivesAllTheSame()
    {
        var review = Of(100, 300, 200).Review(Rules() with { Weighting = Weighting.Equal });
        Agree([1 / 3.0, 1 / 3.0, 1 / 3.0], review);
        Assert.Single(review.Value.Holdings.Select(holding => holding.Units * 10).Distinct());
    }

    [Fact]
    public void Given_IsSharedOutOverThoseHeld() // 50, 30 and 20 without the last: 62.5 and 37.5
    {
        GivenMember[] list = [new(Id(0), Percent.FromPoints(50)), new(Id(1), Percent.FromPoints(30)), new(Id(2), Percent.FromPoints(20))];
        var version = Rules() with { Universe = Universe.Of([.. list]), Weighting = Weighting.Given };
        var review = Of(1, 1, 1).Action(Name(2), "2025-03-05", "delist").Review(version, 2);
        Agree([0.625, 0.375], review);
        Assert.Equal((ReviewDecision.Leaves, "Delisted on 2025-03-05."), (review.Stock(2).Decision, review.Stock(2).Reason));
    }

    [Theory] // the largest of three has left by the effective day, 10 March; who is bought for shares leaves after the reviews of that day
    [InlineData("merger-cash", "2025-03-10", "Bought for cash on 2025-03-10.")]
    [InlineData("merger-stock", "2025-03-07", "Bought for shares on 2025-03-07.")]
    [InlineData("merger-stock", "2025-03-10", null)]
    public void ACompanyThatIsBought_IsNotTaken(string kind, string day, string? reason)
    {
        ReviewDates[] dates = [Dates, Dates with { Kind = ReviewKind.Rebalance }];
        Assert.All(dates, review =>
        {
            var count = review.Kind == ReviewKind.Rebalance ? 2 : 1;
            var result = Of(300, 200, 100).Action(Name(0), day, kind, 0.5, other: Name(1)).Review(Rules(count), review, 0, 1);
            Assert.Equal(reason is null ? (count == 1 ? "0" : "0 1") : "1", result.Held());
            Assert.Equal(reason is not null, result.Stock(0) is { Decision: ReviewDecision.Leaves } left && left.Reason == reason);
        });
    }

    [Fact]
    public void Given_WithoutAWeight_IsAProblem() => Assert.Contains(
        "XTST:00 cannot be weighed: expected a given weight above zero.",
        Of(1).Review(Rules() with { Universe = Universe.Of(new GivenMember(Id(0))), Weighting = Weighting.Given }).Problem!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Score_IsTheWeight() => Agree([0.25, 0.75], Of(100, 300).Review(Rules() with { Weighting = Weighting.Score }));

    [Fact]
    public void Score_ThatIsNotAboveZero_IsAProblem() => Assert.Contains(
        "XTST:01 cannot be weighed: expected a score above zero.",
        Of(300, 100).Review(Rules() with { Weighting = Weighting.Score, Ranking = new Ranking([new RankField(RankFigure.MarketValue)], ScoreMethod.ZScore) }).Problem!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Price_HoldsOneUnitOfEach() // 10 and 30
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), (CutOff, 10), (Prices, 10)).Equity(Name(1)).Closes(Name(1), (CutOff, 30), (Prices, 30));
        var version = Rules() with { Weighting = Weighting.Price, Universe = Universe.Of(new GivenMember(Id(0)), new GivenMember(Id(1))), Ranking = new Ranking([new RankField(RankFigure.Observation, 0, 1, "order")]) };
        var review = market.Observed(Name(0), "order", "number", (CutOff, 1)).Observed(Name(1), "order", "number", (CutOff, 2)).Split(Name(0), "2025-03-09", 2).Review(version);
        Agree([0.25, 0.75], review);
        Assert.All(review.Value.Holdings, holding => Assert.Equal(1, holding.Units));
    }

    [Fact]
    public void Splits_BeforeTheEffectiveDay_AreCarriedIntoTheHoldings() // 10 shares are 20 from the 8th; that of the effective day comes after the review
    {
        var market = Of(100, 100).Split(Name(0), "2025-03-08", 2).Split(Name(1), "2025-03-10", 2);
        var review = market.Review(Rules());
        Assert.Equal((20.0, 10.0), (review.Holding(0).Shares, review.Holding(1).Shares));
        Agree([0.5, 0.5], review);
    }

    [Fact]
    public void Turnover_IsHalfOfWhatMoved() // held 50 : 50 of the first two, now 1 : 3 of the last two
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(Id(0), 7), new Holding(Id(1), 7)]).Value;
        var review = ReviewEngine.Run(Of(50, 100, 300).Build(), Book(Rules(2)), Dates, MembersBefore.Of(basket));
        Assert.Equal(0.75, review.Value.Turnover!.Value.Fraction, 12); // |0 - 0.5| + |0.25 - 0.5| + |0.75 - 0|, halved
        Assert.Equal([0.0, 0.5, 0.5], review.Value.Stocks.Select(stock => stock.OldWeight!.Value.Fraction));
    }

    [Fact]
    public void Turnover_AllowsForASplitSinceTheDayOfPrices() // 7 shares became 14 on the 8th
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(Id(0), 14), new Holding(Id(1), 7)]).Value;
        var review = ReviewEngine.Run(Of(50, 50).Split(Name(0), "2025-03-08", 2).Build(), Book(Rules()), Dates, MembersBefore.Of(basket));
        Assert.Equal(0, review.Value.Turnover!.Value.Fraction, 12);
    }

    private static TestMarket One(double shares, double? held) => new TestMarket().Equity(Name(0)).Closes(Name(0), (CutOff, 10), (Prices, 10)).Shares(Name(0), "2024-01-02", shares, held);

    private static RulebookVersion Capped(int count, params CapRule[] rules) => Rules(count) with { Caps = new CapPlan { AtReconstitution = [.. rules], AtRebalance = [.. rules] } };

    /// <summary>The lines of the seven largest companies and 92 others that share the rest.</summary>
    private static TestMarket Nasdaq()
    {
        double[] weights = [12.9, 12.5, 4.0, 3.4, 7.0, 6.9, 4.5, 4.3, .. Enumerable.Repeat(44.5 / 92, 92)];
        var market = new TestMarket();
        for (var i = 0; i < weights.Length; i++)
        {
            market.Line(Name(i), i is 2 or 3 ? "Third" : $"Company {i}").Closes(Name(i), (CutOff, 10), (Prices, 10)).Shares(Name(i), "2024-01-02", weights[i] * 1e6);
        }

        return market;
    }

    private static RulebookVersion TwoStage => Rules(99) with
    {
        Ranking = Ranking.ByMarketValue with { Level = CountLevel.Company },
        Caps = new CapPlan
        {
            Level = CountLevel.Company,
            AtReconstitution = [new SingleCap(Percent.FromPoints(14), Percent.FromPoints(15)), new TopCap(5, Percent.FromPoints(40), Percent.FromPoints(38.5), Percent.FromPoints(4.4))],
            AtRebalance = [new SingleCap(Percent.FromPoints(20), Percent.FromPoints(24)), new ThresholdSumCap(Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40))],
        },
    };

    private static void Agree(double[] weights, Answer<ReviewResult> review)
    {
        Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(i => review.Stock(i).Weight!.Value.Fraction), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(1, review.Value.Stocks.Sum(stock => stock.Weight?.Fraction ?? 0), 12);
    }
}
