using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Who joins, stays and leaves. The stocks are numbered by size: the number 0 has rank 1.</summary>
public class ReviewSelectionTests
{
    private static readonly double[] Ten = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10];

    [Theory]
    [InlineData("0 1 2 3 4", new[] { 0, 1, 2, 4, 5 })] // rank 4 joins for certain, so the last member leaves though it is within rank 6
    [InlineData("0 1 2 3 5", new[] { 0, 1, 2, 3, 5 })] // rank 6 stays before rank 5
    [InlineData("0 1 2 3 4", new[] { 0, 1, 2, 3, 6 })] // rank 7 leaves, and the best newcomer takes its place
    [InlineData("0 1 2 3 4", new[] { 0, 1 })] // ranks 3 and 4 for certain, rank 5 for the last place
    [InlineData("0 1 2 3 4", new[] { 0, 1, 2, 3, 4, 5 })] // six members, by a fast entry: the last leaves
    [InlineData("0 1 2 3 4", new int[0])]
    [InlineData("0 1 2 3 5", new[] { 5, 6, 7, 8, 9 })] // four join for certain; of the members only rank 6 is within, and it stays before rank 5
    public void Buffers_KeepMembersAndTheCount(string held, int[] members) => Assert.Equal(held, Of(Ten).Review(Buffered, members).Held());

    [Fact]
    public void Decisions_SayWhy()
    {
        var review = Of(Ten).Review(Buffered, 0, 1, 5, 6, 7);
        Assert.Equal((ReviewDecision.Stays, "Rank 1 of 10 by market value (100 HKD): a member within rank 6 stays."), Told(review, 0));
        Assert.Equal((ReviewDecision.Joins, "Rank 4 of 10 by market value (70 HKD): a newcomer within rank 4 joins."), Told(review, 3));
        Assert.Equal((ReviewDecision.NotTaken, "Rank 5 of 10 by market value (60 HKD): a newcomer within rank 4 joins for certain; no place is left for others."), Told(review, 4));
        Assert.Equal((ReviewDecision.KeptByBuffer, "Rank 6 of 10 by market value (50 HKD): a member within rank 6 stays."), Told(review, 5));
        Assert.Equal((ReviewDecision.Leaves, "Rank 7 of 10 by market value (40 HKD): a member below rank 6 leaves."), Told(review, 6));
        Assert.Equal((ReviewDecision.NotTaken, "Rank 9 of 10 by market value (20 HKD): no place is left."), Told(review, 8));
        Assert.Equal("Rank 6 of 10 by market value (50 HKD): the lowest-ranked members leave until 5 are left.", Of(Ten).Review(Buffered, 0, 1, 2, 4, 5).Stock(5).Reason);
        Assert.Equal("Rank 5 of 10 by market value (60 HKD): the best newcomers take the places that are left.", Of(Ten).Review(Buffered, 0, 1).Stock(4).Reason);
    }

    [Fact]
    public void Ties_GoById() => Assert.Equal("0 1", Of(50, 50, 50).Review(Rules(2)).Held());

    [Fact]
    public void FewerThanTheCount_IsSaid()
    {
        var review = Of(50, 40).Review(Rules(3));
        Assert.Equal("0 1", review.Held());
        Assert.Contains("3 are wanted; 2 are taken, as no others pass the screens.", review.Working.Conventions);
    }

    [Theory] // three months before, the member of rank 6 stood at rank 5 (its price was 13) or at rank 6
    [InlineData(13, "0 1 2 3 5")]
    [InlineData(10, "0 1 2 3 4")]
    public void StayOnce_AsksTheReconstitutionBefore(double priceThen, string held) => Assert.Equal(held, Twice(priceThen, []).Held());

    [Fact]
    public void StayOnce_DoesNotCountAgainstOneThatJoinedSince() => Assert.Equal("0 1 2 3 5", Twice(10, [Id(5)]).Held());

    [Fact]
    public void StayOnce_WithoutAReconstitutionBefore_KeepsTheMember()
    {
        var review = Of(Ten).Review(Rules(5) with { Selection = new Selection { Count = 5, StayWithin = 6, StayOnce = true } }, 0, 1, 2, 3, 5);
        Assert.Equal("0 1 2 3 5", review.Held());
        Assert.Contains("No reconstitution before 2025-03-10 is stored; members below rank 5 count as having been within it.", review.Working.Conventions);
    }

    [Fact]
    public void TurnoverLimit_KeepsTheBestOfThoseThatWouldLeave() // 20% of five: one newcomer
    {
        var review = Of(Ten).Review(Limited(20), 5, 6, 7, 8, 9);
        Assert.Equal("0 5 6 7 8", review.Held());
        Assert.Equal((ReviewDecision.KeptByBuffer, "Rank 9 of 10 by market value (20 HKD): at most 1 of 5 are replaced at a review."), Told(review, 8));
        Assert.Equal((ReviewDecision.NotTaken, "Rank 2 of 10 by market value (90 HKD): at most 1 of 5 are replaced at a review."), Told(review, 1));
    }

    [Fact]
    public void TurnoverLimit_DoesNotHoldOneThatFailsAScreen() // two members are barred: two newcomers, though one is the limit
    {
        var market = Of(Ten).Classified(Name(8), "flag", "ST", "2025-01-01").Classified(Name(9), "flag", "ST", "2025-01-01");
        Assert.Equal("0 1 5 6 7", market.Review(Limited(20) with { Screens = [new ClassificationScreen("flag", [], ["ST"])] }, 5, 6, 7, 8, 9).Held());
    }

    [Fact]
    public void TurnoverLimit_LetsAnIndexBegin() => Assert.Equal("0 1 2 3 4", Of(Ten).Review(Limited(20)).Held());

    [Fact]
    public void Reserve_IsTheBestOfThoseNotTaken() =>
        Assert.Equal<InstrumentId>([Id(4), Id(6)], Of(Ten).Review(Buffered with { Selection = Buffered.Selection with { Reserve = 2 } }, 0, 1, 2, 3, 5).Value.Reserve.AsEnumerable());

    [Fact]
    public void Companies_AreCountedWithAllTheirLines() // 00 and 02 are one company of 80, so it is second after 01 with 90
    {
        var market = new TestMarket().Line(Name(0), "Both").Equity(Name(1)).Line(Name(2), "Both").Equity(Name(3));
        double[] values = [50, 90, 30, 60];
        for (var i = 0; i < 4; i++)
        {
            market.Closes(Name(i), (CutOff, 10), (Prices, 10)).Shares(Name(i), "2024-01-02", values[i] / 10);
        }

        var byCompany = Rules(2) with { Ranking = Ranking.ByMarketValue with { Level = CountLevel.Company } };
        var review = market.Review(byCompany, 2, 3);
        Assert.Equal("0 1 2", review.Held());
        Assert.Equal((ReviewDecision.Joins, "With 2 lines, rank 2 of 3 by market value (80 HKD): a member within rank 2 stays."), Told(review, 0));
        Assert.Equal(ReviewDecision.Stays, review.Stock(2).Decision);
        Assert.Equal("1 3", market.Review(Rules(2)).Held());
    }

    [Fact]
    public void Shares_OfTotals_AreWeighted() // values 6 : 4 and turnover 2 : 8, two to one: 2 × 0.6 + 0.2 = 1.4 and 2 × 0.4 + 0.8 = 1.6
    {
        var review = Scored(new Ranking([new RankField(RankFigure.MarketValue, 0, 2), Liquidity], ScoreMethod.ShareOfTotal));
        Assert.Equal([1.6, 1.4], review.Value.Stocks.Select(stock => Math.Round(stock.Score!.Value, 12)));
        Assert.Equal("Rank 1 of 2 by market value and liquidity (score 1.6): all that pass are taken.", review.Stock(1).Reason);
    }

    [Fact]
    public void ZScores_UseTheSampleDeviation() // of two numbers the z-scores are ±1/√2: value + for the first, 3 × liquidity + for the second
    {
        var review = Scored(new Ranking([new RankField(RankFigure.MarketValue), Liquidity with { Weight = 3 }], ScoreMethod.ZScore));
        Assert.Equal([2 / Math.Sqrt(2), -2 / Math.Sqrt(2)], review.Value.Stocks.Select(stock => stock.Score!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(Id(1), review.Value.Stocks[0].Instrument);
    }

    [Fact]
    public void ZScores_OfAFigureThatIsTheSameForAll_AddNothing() => Assert.Equal(
        [0.0, 0],
        Of(50, 50).Review(Rules() with { Ranking = new Ranking([new RankField(RankFigure.MarketValue)], ScoreMethod.ZScore) }).Value.Stocks.Select(stock => stock.Score!.Value));

    [Fact]
    public void Shares_OfATotalThatIsNotAboveZero_AreAProblem()
    {
        var market = Of(50, 50).Observed(Name(0), "growth", "percent", ("2025-01-02", 5)).Observed(Name(1), "growth", "percent", ("2025-01-02", -5));
        var problem = market.Review(Rules() with { Ranking = new Ranking([new RankField(RankFigure.Observation, 0, 1, "growth")], ScoreMethod.ShareOfTotal) }).Problem!;
        Assert.Equal(ProblemKind.Undefined, problem.Kind);
        Assert.Contains("growth sums to 0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observations_InTwoUnits_AreAProblem()
    {
        var market = Of(50, 50).Observed(Name(0), "sales", "HKD m", ("2025-01-02", 5)).Observed(Name(1), "sales", "HKD bn", ("2025-01-02", 5));
        Assert.Contains("'HKD m' for XTST:00 and in 'HKD bn' for XTST:01", market.Review(Rules() with { Ranking = new Ranking([new RankField(RankFigure.Observation, 0, 1, "sales")]) }).Problem!.Message, StringComparison.Ordinal);
    }

    private static RankField Liquidity { get; } = new(RankFigure.Observation, 0, 1, "liquidity");

    private static RulebookVersion Buffered { get; } = Rules(5) with { Selection = new Selection { Count = 5, EnterWithin = 4, StayWithin = 6 } };

    private static RulebookVersion Limited(double points) => Rules(5) with { Selection = new Selection { Count = 5, TurnoverLimit = Percent.FromPoints(points) } };

    private static (ReviewDecision Decision, string Reason) Told(Answer<ReviewResult> review, int i) => (review.Stock(i).Decision, review.Stock(i).Reason);

    private static Answer<ReviewResult> Scored(Ranking ranking) => Of(60, 40)
        .Observed(Name(0), "liquidity", "number", ("2025-01-02", 2))
        .Observed(Name(1), "liquidity", "number", ("2025-01-02", 8))
        .Review(Rules() with { Ranking = ranking });

    private static Answer<ReviewResult> Twice(double priceThen, InstrumentId[] joinedSince)
    {
        var market = new TestMarket();
        for (var i = 0; i < Ten.Length; i++)
        {
            market.Equity(Name(i)).Closes(Name(i), ("2024-11-29", i == 5 ? priceThen : 10), (CutOff, 10), (Prices, 10)).Shares(Name(i), "2024-01-02", Ten[i] / 10);
        }

        var earlier = new ReviewDates(new DateOnly(2024, 11, 29), new DateOnly(2024, 12, 6), new DateOnly(2024, 12, 9));
        var version = Rules(5) with { Selection = new Selection { Count = 5, StayWithin = 6, StayOnce = true } };
        var before = new MembersBefore([Id(0), Id(1), Id(2), Id(3), Id(5)], null) { JoinedSince = [.. joinedSince] };
        return ReviewEngine.Run(market.Build(), Book(version, earlier, Dates), Dates, before);
    }
}
