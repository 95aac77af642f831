using System.Globalization;
using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Members, share counts, closes and rates from a package to levels worked by hand.</summary>
public class CalculationTests
{
    private static readonly Rulebook AtOnce = Book(version => version with { Shares = new ShareRule { FreeFloat = true, Updates = ShareUpdates.AtOnce } });

    [Fact]
    public void ANewShareCount_IsTakenAtOnce() // A 1,100,000: 210m / 210,000; then A at 110 and B at 50: 221m / 210,000
    {
        var index = Of([100, 110], [50, 50]).Floats().Shares(A, Tuesday, 1_100_000, 1).Calculate(Wednesday, AtOnce);
        Assert.Equal([1000, 1000, Math.Round(221_000_000 / 210_000.0, 9)], index.Levels());
    }

    [Fact]
    public void ANewFloat_IsBanded() // 0.42 is rounded up to 50%: 50m + 100m
    {
        var rule = new ShareRule { FreeFloat = true, Updates = ShareUpdates.AtOnce, Bands = [new FloatBand(Percent.FromPoints(100), RoundUpTo: Percent.FromPoints(10))] };
        var index = Of([100], [50]).Floats().Shares(A, Tuesday, 1_000_000, 0.42).Calculate(Tuesday, Book(version => version with { Shares = rule }));
        Assert.Equal(150_000, index.Value.History.Last.Divisor, 6);
    }

    [Theory]
    [InlineData(1_049_999, 0)]
    [InlineData(1_050_000, 1)]
    [InlineData(950_000, 1)]
    [InlineData(950_001, 0)]
    public void ALargeChangeAlone_IsTakenAtOnce(double shares, int changes)
    {
        var rule = new ShareRule { Updates = ShareUpdates.AtOnceWhenLarge, AtOnceFrom = Percent.FromPoints(5) };
        Assert.Equal(changes, Of([100], [50]).Shares(A, Tuesday, shares).Calculate(Tuesday, Book(version => version with { Shares = rule })).Value.History.Audit.Length);
    }

    [Fact]
    public void ARowThatRestatesASplit_IsNoChange()
    {
        var index = Of([50, 50], [50, 50]).Floats().Split(A, Tuesday, 2).Shares(A, Wednesday, 2_000_000, 1).Calculate(Wednesday, AtOnce);
        Assert.Equal("XTST:A is split, 2 new shares for 1 old.", Assert.Single(index.Value.History.Audit).Event);
        Assert.Equal([1000, 1000, 1000], index.Levels());
    }

    [Fact]
    public void ARowOnTheDayOfTheSplit_IsTheCountAfterIt() =>
        Assert.Single(Of([50], [50]).Floats().Split(A, Tuesday, 2).Shares(A, Tuesday, 2_000_000, 1).Calculate(Tuesday, AtOnce).Value.History.Audit);

    [Fact]
    public void SharesWaitForTheReview_UnlessTheRulesSayOtherwise()
    {
        var review = new ReviewDates(TestMarket.Day(Tuesday), TestMarket.Day(Tuesday), TestMarket.Day(Wednesday));
        var index = Of([100, 110], [50, 50]).Shares(A, Tuesday, 1_100_000).Calculate(Wednesday, Book(null, review));
        Assert.Equal([1000, 1000, Math.Round(221_000_000 / 210_000.0, 9)], index.Levels());
        Assert.Equal([Monday, Wednesday], index.Value.Reviews.Select(result => $"{(result.Dates.Effective == review.Effective ? result.Dates.Effective : result.Dates.Prices):yyyy-MM-dd}"));
    }

    [Fact]
    public void AReview_RestoresEqualWeights() // A 1.2 × half, B half: 1100; from then on half each: A +10% is 5%
    {
        var review = new ReviewDates(TestMarket.Day(Tuesday), TestMarket.Day(Tuesday), TestMarket.Day(Wednesday), ReviewKind.Rebalance);
        var index = Of([120, 132], [50, 50]).Calculate(Wednesday, Book(version => version with { Weighting = Weighting.Equal }, review));
        Assert.Equal([1000, 1100, 1155], index.Levels());
    }

    [Fact]
    public void MembersOfTheBaseDay_AreThoseOfTheLastReviewBefore_WithItsSplitsSince()
    {
        ReviewDates[] reviews = [new(TestMarket.Day("2025-02-24"), TestMarket.Day("2025-02-24"), TestMarket.Day("2025-02-25"))];
        var market = new TestMarket().Index("TEST", "XTST").Equity(A).Equity(B).Shares(A, "2025-01-02", 500_000).Shares(B, "2025-01-02", 2_000_000)
            .Closes(A, ("2025-02-24", 200), (Monday, 100), (Tuesday, 110)).Closes(B, ("2025-02-24", 50), (Monday, 50), (Tuesday, 50)).Split(A, "2025-02-27", 2).Shares(B, "2025-02-26", 4_000_000);
        var index = market.Calculate(Tuesday, Book(null, reviews));
        Assert.Equal([1000, 1050], index.Levels());
        Assert.Equal(1_000_000, index.Value.Plan.Basket.Find(new InstrumentId(A))!.Shares);
        Assert.Equal("reviews by the rulebook", index.Value.Basis);
        Assert.Equal("The members of 2025-03-03 are those of the review effective 2025-02-25; reviews were run from 2025-02-25 on.", index.Value.Notes[0]);
    }

    [Fact]
    public void AnotherCurrency_HasItsOwnDivisor() // fx-001 (shared vectors): 1000, 1010 at 0.128 and 0.129
    {
        var market = Of([102], [50]).Fx("HKD", "USD", (Monday, 0.128), (Tuesday, 0.129));
        var index = market.Calculate(Tuesday, options: new CalculationOptions { Currency = "USD" });
        Assert.Equal([1000, 1017.890625], index.Levels());
        Assert.Equal(("USD", 25_600.0), (index.Value.Currency, index.Value.History.Last.Divisor));
        Assert.Equal([1000, 1010], market.Calculate(Tuesday).Levels());
    }

    [Theory]
    [InlineData("HKD", "USD", 0.125)]
    [InlineData("USD", "HKD", 8.0)]
    public void MembersOfAnotherCurrency_AreConverted_EitherWay(string from, string to, double rate) // C at 10 USD with 1,250,000 shares is 100m
    {
        var market = Of([100], [50]).Equity("XNYS:D", "USD").Closes("XNYS:D", (Monday, 10), (Tuesday, 11.2)).Shares("XNYS:D", Monday, 1_250_000).Fx(from, to, (Monday, rate), (Tuesday, rate));
        var index = market.Calculate(Tuesday, Book(version => version with { Universe = Universe.Of(Given(A), Given(B), Given("XNYS:D")) }));
        Assert.Equal([1000, 1040], index.Levels());
    }

    [Fact]
    public void ARate_MayLeadThroughAThirdCurrency()
    {
        var market = Of([102], [50]).Fx("USD", "HKD", (Monday, 8), (Tuesday, 8)).Fx("USD", "EUR", (Monday, 0.5), (Tuesday, 0.5));
        Assert.Equal([1000, 1010], market.Calculate(Tuesday, options: new CalculationOptions { Currency = "EUR" }).Levels());
    }

    [Fact]
    public void ARate_MayBeTenDaysOld_AndNoOlder()
    {
        var options = new CalculationOptions { Currency = "USD" };
        Assert.Equal([1000, 1000], Of([100], [50]).Fx("HKD", "USD", ("2025-02-22", 0.128)).Calculate(Tuesday, options: options).Levels());
        var problem = Of([100], [50]).Fx("HKD", "USD", ("2025-02-21", 0.128)).Calculate(Tuesday, options: options).Problem!;
        Assert.Equal(
            "No rate of HKD in USD on 2025-03-04: the package's fx has none on that day or within 10 days before it. Priced in it: XTST:A, XTST:B.",
            problem.Message);
    }

    [Fact]
    public void ARateOfAnEarlierDay_IsNoted()
    {
        var notes = Of([100, 100], [50, 50]).Fx("HKD", "USD", (Monday, 0.128)).Calculate(Wednesday, options: new CalculationOptions { Currency = "USD" }).Value.Notes;
        Assert.Contains("On 2 sessions, the first 2025-03-04, the package has no rate of HKD in USD; the last before, at most 10 days old, counts.", notes);
    }

    [Fact]
    public void ClosesOfASuspendedMember_AreNoted()
    {
        var notes = Of([100, 100], [50, 60]).Action(B, Tuesday, "suspend").Calculate(Wednesday).Value.Notes;
        Assert.Contains("The package has a close of XTST:B from 2025-03-05 on, other than its last price, while an action `suspend` is in force; the last price counts. An action `resume` would end it.", notes);
    }

    [Fact]
    public void AStockLeftOutForWantOfAFigure_IsNoted() // C has closes, and no shares to rank it by
    {
        var notes = Of([100], [50]).Closes(C, (Monday, 40), (Tuesday, 40)).Calculate(Tuesday, Ranked(version => version)).Value.Notes;
        Assert.Contains("Review effective 2025-03-04: 1 stock is not taken because the package lacks a figure: XTST:C.", notes);
    }

    [Fact]
    public void AMemberWhoseOwnExchangeIsClosed_KeepsItsLastPrice()
    {
        var market = Of([100, 100], [50, 50]).Equity("XNYS:D").Closes("XNYS:D", (Monday, 10), (Wednesday, 11)).Shares("XNYS:D", Monday, 10_000_000).Closed("XNYS", Tuesday);
        var index = market.Calculate(Wednesday, Book(version => version with { Universe = Universe.Of(Given(A), Given(B), Given("XNYS:D")) }));
        Assert.Equal([1000, 1000, Math.Round(1000 * 310 / 300.0, 9)], index.Levels());
    }

    [Fact]
    public void AMemberThatLeft_IsReplacedFromTheReserveList() // by value A, B, then C on the list; B out at 50, C in with 1,000,000 at 40
    {
        var rules = Ranked(version => version with { Selection = new Selection { Count = 2, Reserve = 1, ReplacesFromReserve = true } });
        var index = Of([100, 110], [50]).Closes(C, (Monday, 40), (Tuesday, 40), (Wednesday, 44)).Shares(C, Monday, 1_000_000).Action(B, Wednesday, "delist", cash: 50).Calculate(Wednesday, rules);
        Assert.Equal([1000, 1000, 1100], index.Levels());
        Assert.Equal([A, C], index.Value.History.Last.Basket.Holdings.Select(holding => holding.Instrument.Value));
        Assert.Equal(140_000, index.Value.History.Last.Divisor, 6);
    }

    [Fact]
    public void AReplacement_HasItsSplitOfThatDayToo()
    {
        var rules = Ranked(version => version with { Selection = new Selection { Count = 2, Reserve = 1, ReplacesFromReserve = true } });
        var index = Of([100, 100], [50]).Closes(C, (Monday, 40), (Tuesday, 40), (Wednesday, 20)).Shares(C, Monday, 1_000_000).Action(B, Wednesday, "delist", cash: 50).Split(C, Wednesday, 2).Calculate(Wednesday, rules);
        Assert.Equal([1000, 1000, 1000], index.Levels());
    }

    [Fact]
    public void AReplacement_OfAFixedWeight_TakesWhatTheLeaverWasWorth()
    {
        var rules = Ranked(version => version with { Weighting = Weighting.Equal, Selection = new Selection { Count = 2, Reserve = 1, ReplacesFromReserve = true } });
        var index = Of([100, 100], [50]).Closes(C, (Monday, 40), (Tuesday, 40), (Wednesday, 44)).Shares(C, Monday, 1_000_000).Action(B, Wednesday, "delist").Calculate(Wednesday, rules);
        Assert.Equal([1000, 1000, 1050], index.Levels());
    }

    [Fact]
    public void AMemberThatWasDelisted_DoesNotComeBack()
    {
        var review = new ReviewDates(TestMarket.Day(Monday), TestMarket.Day(Tuesday), TestMarket.Day(Thursday));
        var index = Of([100, 100, 110], [50]).Action(B, Wednesday, "merger-cash").Calculate(Thursday, Ranked(version => version, review));
        Assert.Equal([1000, 1000, 1000, 1100], index.Levels());
        Assert.Equal([A], index.Value.Reviews[^1].Holdings.Select(holding => holding.Instrument.Value));
    }

    [Fact]
    public void ANewListing_JoinsBetweenReviews() // C, listed on Tuesday, is the largest on its first day and joins on Wednesday at 300
    {
        var market = Of([100, 100], [50, 50]).Closes(C, (Tuesday, 300), (Wednesday, 330)).Shares(C, Tuesday, 1_000_000)
            .Classified(A, "listing", "main-board", "2025-01-02").Classified(B, "listing", "main-board", "2025-01-02").Classified(C, "listing", "main-board", Tuesday);
        var index = market.Calculate(Wednesday, Ranked(version => version with { FastEntry = new FastEntry(1, 1, 1) }));
        Assert.Equal([1000, 1000, 1060], index.Levels());
    }

    [Fact]
    public void TheBaseLevel_IsTheOfficialOne_OrAThousand()
    {
        var span = new DateSpan(TestMarket.Day(Tuesday), TestMarket.Day(Wednesday));
        var market = Of([100, 110], [50, 50]);
        Assert.Equal([1000, 1050], CalculationMarket.Calculate(market.Build(), span, Book()).Levels());
        Assert.Equal([2000, 2100], CalculationMarket.Calculate(market.Closes("TEST", (Tuesday, 2000)).Build(), span, Book()).Levels());
    }

    [Fact]
    public void Published_Units_ChainFromTheirFirstDivisor() // 5 A and 10 B are 1000; from Wednesday 5 A and 20 B, divisor 1.5
    {
        var market = Of([100, 110], [50, 50]).Member("TEST", A, Monday, null, 5).Member("TEST", B, Monday, Wednesday, 10).Member("TEST", B, Wednesday, null, 20)
            .Divisor("TEST", Monday, 1).Divisor("TEST", Wednesday, 1.5);
        var index = market.Calculate(Wednesday);
        Assert.Equal([1000, 1000, Math.Round(1550 / 1.5, 9)], index.Levels());
        Assert.Equal("units as published in constituents", index.Value.Basis);
        Assert.Contains("The package publishes a divisor of 1.5 from 2025-03-05; the events lead to 1.5, 0.0000000% apart.", index.Value.Notes);
        Assert.Equal([1000, 1000, 1050], market.Calculate(Wednesday, options: new CalculationOptions { FromRules = true }).Levels());
    }

    /// <summary>5 A and 10 B are 1000. On Wednesday a divisor of 0.98 is published and nothing is said to have happened: closes of 105 and 47.5 are 1000 / 0.98.</summary>
    [Fact]
    public void Published_DivisorsThatNothingExplains_AreTaken()
    {
        var market = Of([100, 105], [50, 47.5]).Member("TEST", A, Monday, null, 5).Member("TEST", B, Monday, null, 10).Divisor("TEST", Monday, 1).Divisor("TEST", Wednesday, 0.98);
        var index = market.Calculate(Wednesday);
        Assert.Equal([1000, 1000, Math.Round(1000 / 0.98, 9)], index.Levels());
        Assert.Equal("A divisor of 0.98 is published, to which no change of members and no known action leads; it is taken.", Assert.Single(index.Value.History.Audit).Event);
        Assert.Contains(
            "The package publishes a divisor of 0.98 from 2025-03-05; the events lead to 1, 2.0408163% apart: something happened that neither its members nor its actions show. The published one is taken.",
            index.Value.Notes);

        // The members moved by 5% and -5%, 25 points up and 25 down; what the divisor adds is nobody's.
        var move = ExplainedMove.On(index.Value, TestMarket.Day(Wednesday)).Value;
        Assert.Equal([5.0, -5.0], move.Members.Select(member => Math.Round(member.Return!.Value.Points, 9)));
        Assert.Equal([25.0, -25.0], move.Members.Select(member => Math.Round(member.Points, 9)));
        Assert.Equal((1000 / 0.98) - 1000, move.Residual, 9);
    }

    /// <summary>Tuesday lacks a close of B: there is no level of it, and the levels of the other days are what they would be.</summary>
    [Fact]
    public void Published_SessionsWithoutACloseOfAMember_HaveNoLevel()
    {
        var market = Of([100, 105, 110], [50]).Closes(C, (Monday, 50), (Wednesday, 60)).Member("TEST", A, Monday, null, 5).Member("TEST", C, Monday, null, 10).Divisor("TEST", Monday, 1);
        var index = market.Calculate(Wednesday);
        var missing = Assert.Single(index.Value.Missing);
        Assert.Equal((TestMarket.Day(Tuesday), ProblemKind.NoData), (missing.Day, missing.Problem.Kind));
        Assert.Contains("XTST:C", missing.Problem.Message, StringComparison.Ordinal);
        Assert.Equal([TestMarket.Day(Monday), TestMarket.Day(Wednesday)], index.Value.History.Levels.Select(level => level.Day));
        Assert.Equal((5 * 105) + (10 * 60), index.Value.History.Levels[^1].Price, 9);
    }

    [Fact]
    public void Published_UnitsOfASplit_AreNoMove()
    {
        var market = Of([100, 50], [50, 50]).Member("TEST", A, Monday, Wednesday, 5).Member("TEST", A, Wednesday, null, 10).Member("TEST", B, Monday, null, 10).Divisor("TEST", Monday, 1).Split(A, Wednesday, 2);
        var index = market.Calculate(Wednesday);
        Assert.Equal([1000, 1000, 1000], index.Levels());
        Assert.Equal(1, index.Value.History.Last.Divisor, 12);
    }

    [Fact]
    public void Published_NewcomersWithoutACloseBefore_AreWorthWhatTheDivisorSays() // a divisor of 1.2 makes 1200 of 1000; A is 500 of it, so C 700
    {
        var market = Of([100, 100], [50]).Closes(C, (Wednesday, 77)).Member("TEST", A, Monday, null, 5).Member("TEST", B, Monday, Wednesday, 10).Member("TEST", C, Wednesday, null, 10)
            .Divisor("TEST", Monday, 1).Divisor("TEST", Wednesday, 1.2);
        var index = market.Calculate(Wednesday);
        Assert.Equal([1000, 1000, Math.Round(1270 / 1.2, 9)], index.Levels());
        Assert.Contains("The package has no close on 2025-03-04 of XTST:C, which joins on 2025-03-05; the published divisor of that day says what it was worth: 700 HKD.", index.Value.Notes);
    }

    [Fact]
    public void Published_Units_InAnotherCurrency()
    {
        var market = Of([110], [50]).Member("TEST", A, Monday, null, 5).Member("TEST", B, Monday, null, 10).Divisor("TEST", Monday, 1).Fx("HKD", "USD", (Monday, 0.1), (Tuesday, 0.2));
        Assert.Equal([1000, 2100], market.Calculate(Tuesday, options: new CalculationOptions { Currency = "USD" }).Levels());
    }

    [Fact]
    public void Progress_CountsTheSessions()
    {
        var seen = new List<string>();
        RulebookCalculation.Run(Of([100, 100], [50, 50]).Build(), Book(), new DateSpan(TestMarket.Day(Monday), TestMarket.Day(Wednesday)), CalculationOptions.Standard, (done, all) => seen.Add(string.Create(CultureInfo.InvariantCulture, $"{done}/{all}")));
        Assert.Equal(["1/3", "2/3", "3/3"], seen);
    }

    private static GivenMember Given(string id) => new(new InstrumentId(id));

    private static Rulebook Ranked(Func<RulebookVersion, RulebookVersion> rules, params ReviewDates[] reviews) =>
        Book(version => rules(version with { Universe = Universe.Of("XTST"), Selection = new Selection { Count = 2 } }), reviews);
}

internal static class CalculationMarketFloats
{
    /// <summary>All shares of A and B are free.</summary>
    public static TestMarket Floats(this TestMarket market) => market.Shares(A, "2025-01-03", 1_000_000, 1).Shares(B, "2025-01-03", 2_000_000, 1);
}
