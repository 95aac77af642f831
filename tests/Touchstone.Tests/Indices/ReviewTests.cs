using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Reviews from universe to holdings, on markets made by hand.</summary>
public class ReviewTests
{
    [Fact]
    public void Run_TakesTheLargest()
    {
        var review = Of(100, 300, 200, 50).Review(Rules(2));
        Assert.Equal("1 2", review.Held());
        Assert.Equal(["XTST:01", "XTST:02", "XTST:00", "XTST:03"], review.Value.Stocks.Select(stock => stock.Instrument.Value));
        Assert.Equal([1, 2, 3, 4], review.Value.Stocks.Select(stock => stock.Rank!.Value));
        Assert.Equal((ReviewDecision.Joins, 0.6, 0.6, 1.0), (review.Stock(1).Decision, review.Stock(1).Uncapped!.Value.Fraction, review.Stock(1).Weight!.Value.Fraction, review.Stock(1).Factor));
        Assert.Equal("Rank 3 of 4 by market value (100 HKD): no place is left.", review.Stock(0).Reason);
    }

    [Fact]
    public void Run_OfAListThatThePackageDoesNotKnow_IsAProblem() => Assert.Equal(
        (ProblemKind.Invalid, "TEST, review effective 2025-03-10: The package does not know XTST:07: rows of the role `instruments` would settle it."),
        Told(Of(100).Review(Rules() with { Universe = Universe.Of(new GivenMember(Id(0)), new GivenMember(Id(7))) })));

    [Fact]
    public void Run_OfAListWithoutPrices_IsAProblem() => Assert.Equal(
        "TEST, review effective 2025-03-10: The package has no prices of XTST:01, which the list names: rows of the role `prices` would settle it.",
        Told(Of(100).Equity(Name(1)).Review(Rules() with { Universe = Universe.Of(new GivenMember(Id(0)), new GivenMember(Id(1))) })).Message);

    [Fact]
    public void Universe_IsOfListedStocksOfItsExchanges()
    {
        var market = Of(10, 20, 30).Equity("XOTH:01").Closes("XOTH:01", (CutOff, 10), (Prices, 10)).Shares("XOTH:01", "2024-01-02", 99)
            .Equity(Name(8)).Closes(Name(8), ("2025-03-03", 10), (Prices, 10)).Shares(Name(8), "2024-01-02", 99)
            .Action(Name(1), "2025-02-28", "delist").Action(Name(2), "2025-03-11", "delist");
        Assert.Equal("0 2", market.Review(Rules()).Held());
    }

    [Fact]
    public void Universe_GoesByListingRowsWhereTheExchangeHasAny()
    {
        var review = Of(10, 20, 30, 40)
            .Classified(Name(0), "listing", "main", "2025-02-28")
            .Classified(Name(1), "listing", "main", "2025-03-03")
            .Classified(Name(2), "listing", "main", "2020-01-01", "2025-02-28")
            .Review(Rules(), 2, 3);
        Assert.Equal("0", review.Held());
        Assert.Equal("Not listed on 2025-02-28.", review.Stock(2).Reason);
        Assert.Equal(ReviewDecision.Leaves, review.Stock(3).Decision);
        Assert.DoesNotContain(review.Value.Stocks, stock => stock.Instrument == Id(1));
    }

    [Fact]
    public void Universe_OfNobody_IsAProblem() =>
        Assert.Contains("No stock of the universe is listed on 2025-02-28: the package has none on XNAS.", Told(Of(10).Review(Rules() with { Universe = Universe.Of("XNAS") })).Message, StringComparison.Ordinal);

    [Fact]
    public void AMemberOutsideTheUniverse_LeavesForThatReason()
    {
        var review = Of(10, 20).Equity("XOTH:01").Build() is var market ? ReviewEngine.Run(market, Book(Rules()), Dates, new MembersBefore([new InstrumentId("XOTH:01")], null)) : default;
        Assert.Equal((ReviewDecision.Leaves, "Not in the universe of the index any more."), (review.Value.Stocks[^1].Decision, review.Value.Stocks[^1].Reason));
    }

    [Fact]
    public void AMemberWithoutAnyPrice_IsAProblem() => Assert.Equal(
        "TEST, review effective 2025-03-10: The package has no price of the member XTST:01 on or before 2025-02-28, and no action `delist`: either would settle whether it stays.",
        Told(Of(10).Equity(Name(1)).Review(Rules(), 1)).Message);

    [Fact]
    public void WhenNobodyPasses_ItIsAProblem() => Assert.Contains(
        "No stock is taken; an index needs at least one.", Told(Of(10).Review(Rules(null, new FigureScreen(new RankField(RankFigure.MarketValue), 100)))).Message, StringComparison.Ordinal);

    [Fact]
    public void AllMembersWithoutAClose_AreNamed()
    {
        var market = Of(10);
        foreach (var i in new[] { 1, 2 })
        {
            market.Equity(Name(i)).Closes(Name(i), (CutOff, 10), ("2025-03-06", 10)).Shares(Name(i), "2024-01-02", 10);
        }

        Assert.Equal(
            (ProblemKind.NoData, "TEST, review effective 2025-03-10: No as-traded close on 2025-03-07 for 2 of 3 members: XTST:01, XTST:02. A close, or an action `suspend`, would settle it."),
            Told(market.Review(Rules())));
    }

    [Fact]
    public void ASuspendedStock_HasItsLastClose()
    {
        var market = Of(10).Equity(Name(1)).Closes(Name(1), (CutOff, 10), ("2025-03-05", 12)).Shares(Name(1), "2024-01-02", 10).Action(Name(1), "2025-03-06", "suspend");
        var review = market.Review(Rules());
        Assert.Equal(120 / 130.0, review.Stock(1).Weight!.Value.Fraction, 12);
        Assert.True(review.Holding(1).IsSuspended);
        Assert.Contains("XTST:01: the close of 2025-03-05 is the last on or before 2025-03-07.", review.Working.Conventions);
        Assert.Equal(ProblemKind.NoData, Told(market.Action(Name(1), "2025-03-07", "resume").Review(Rules())).Kind);
    }

    [Fact]
    public void AnExchangeThatIsClosed_GivesItsLastSession()
    {
        var market = new TestMarket().Equity(Name(0)).Closes(Name(0), (CutOff, 10), ("2025-03-06", 12)).Shares(Name(0), "2024-01-02", 10);
        Assert.Equal("0", market.Closed("XTST", Prices).Review(Rules()).Held());
    }

    [Theory]
    [InlineData("2025-02-27", "2025-03-10")]
    [InlineData("2025-03-07", "2025-03-07")]
    public void DatesOutOfOrder_AreAProblem(string prices, string effective) => Assert.Equal(
        ProblemKind.Invalid, Told(Of(10).Review(Rules(), new ReviewDates(TestMarket.Day(CutOff), TestMarket.Day(prices), TestMarket.Day(effective)))).Kind);

    [Fact]
    public void ADayBeforeTheFirstRules_IsAProblem() => Assert.Equal(
        "TEST has no rules in force on 2025-03-10; the first version is from 2026-01-01.", Told(Of(10).Review(Rules() with { From = new DateOnly(2026, 1, 1) })).Message);

    [Fact]
    public void Rules_AreThoseOfTheEffectiveDay()
    {
        var book = Book(Rules(1)) with { Versions = [Rules(1), Rules(2) with { From = Dates.Effective }, Rules(3) with { From = Dates.Effective.AddDays(1) }] };
        Assert.Equal(2, ReviewEngine.Run(Of(30, 20, 10).Build(), book, Dates, MembersBefore.None).Value.Holdings.Length);
    }

    [Fact]
    public void Rebalance_KeepsTheMembersAndSetsTheirSharesAnew() // number 0 is the smallest, and its count has changed
    {
        var review = Of(10, 20, 30).Shares(Name(0), "2025-03-03", 5).Review(Rules(2), Dates with { Kind = ReviewKind.Rebalance }, 0, 1);
        Assert.Equal("0 1", review.Held());
        Assert.Equal((5.0, ReviewDecision.Stays, "A rebalance keeps the members.", null), (review.Holding(0).Shares, review.Stock(0).Decision, review.Stock(0).Reason, review.Stock(0).Rank));
    }

    [Fact]
    public void Rebalance_ByScore_ScoresTheMembers() => Assert.Equal(
        0.75, Of(100, 300, 600).Review(Rules(2) with { Weighting = Weighting.Score }, Dates with { Kind = ReviewKind.Rebalance }, 0, 1).Stock(1).Weight!.Value.Fraction, 12);

    [Fact]
    public void Rebalance_WithoutMembers_IsAProblem() =>
        Assert.Contains("A rebalance keeps the members, and there are none before it.", Told(Of(10).Review(Rules(), Dates with { Kind = ReviewKind.Rebalance })).Message, StringComparison.Ordinal);

    [Fact]
    public void Committee_ChoosesFromWhatIsPublished()
    {
        var version = Rules() with { Selection = new Selection { Method = SelectionMethod.Published } };
        var market = Of(10, 20, 30).Member("TEST", Name(0), "2020-01-01", "2025-03-10").Member("TEST", Name(1), "2020-01-01").Member("TEST", Name(2), "2025-03-10");
        Assert.Equal(
            (ProblemKind.NotPublished, "TEST, review effective 2025-03-10: The members are chosen by a committee; they come from the package's constituents, and only a rebalance can be run."),
            Told(market.Review(version)));
        var review = market.Review(version, Dates with { Kind = ReviewKind.Rebalance }, 0, 1);
        Assert.Equal("1 2", review.Held());
        Assert.Equal([ReviewDecision.Leaves, ReviewDecision.Stays, ReviewDecision.Joins], Enumerable.Range(0, 3).Select(i => review.Stock(i).Decision));
        Assert.Contains("no constituents of TEST on 2025-03-10", Told(Of(10).Review(version, Dates with { Kind = ReviewKind.Rebalance })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Working_CountsEachScreenAndNamesTheRows()
    {
        var review = Of(i => i == 1 ? "USD" : "HKD", 30, 20, 10).Fx("USD", "HKD", (CutOff, 7.8), (Prices, 7.8)).Review(Rules(1, new FigureScreen(new RankField(RankFigure.MarketValue), 20)));
        Assert.Equal(
            ["universe: listed on 2025-02-28 = 3", "pass: market value at least 20. = 2", "ranked: Ranking by market value. = 2", "members: taken, effective 2025-03-10 = 1"],
            review.Working.Steps.Select(step => $"{step.Name}: {step.Formula} = {step.Value}"));
        Assert.Equal(
            ["XTST:01 close 2025-03-07 10 prices.csv:3", "USDHKD rate 2025-03-07 7.8 fx.csv:3", "XTST:01 shares 2024-01-02 2 shares.csv:3"],
            review.Working.Inputs.Select(input => $"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} {input.Value} {input.Source}"));
        Assert.All(review.Working.Inputs, input => Assert.Equal(64, input.Sha256.Length));
    }

    private static (ProblemKind Kind, string Message) Told(Answer<ReviewResult> review) => (review.Problem!.Kind, review.Problem.Message);
}
