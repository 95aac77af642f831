using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>New listings between reviews: members 0 to 3 of 100, 90, 80 and 70; number 9 is listed on Monday, 3 March 2025 at 10 and 8.5 shares.</summary>
public class FastEntryTests
{
    private static readonly FastEntry Rule = new(3, 1, 5);

    [Fact]
    public void ANewListing_JoinsAfterItsSessions() // the close of Friday the 7th is the fifth; it joins on Monday, third by size
    {
        var entry = Assert.Single(Between(Market()).Value);
        Assert.Equal(new DateOnly(2025, 3, 10), entry.Joins);
        Assert.Equal(new Holding(Id(9), 8.5), entry.Holding);
        Assert.Null(entry.Leaves);
        Assert.Equal("Listed on 2025-03-03, rank 3 among 4 members by market value at the close of 2025-03-03 (85 HKD), within 3.", entry.Reason);
    }

    [Fact]
    public void ClosedDays_AreNoSessions() => Assert.Equal(new DateOnly(2025, 3, 11), Assert.Single(Between(Market().Closed("XTST", "2025-03-05")).Value).Joins);

    [Theory]
    [InlineData("2025-03-07", "2025-03-10", 1)]
    [InlineData("2025-03-10", "2025-03-31", 0)]
    [InlineData("2025-03-01", "2025-03-09", 0)]
    public void TheSpan_BeginsAfterItsFirstDay(string from, string to, int count) => Assert.Equal(count, Between(Market(), from: from, to: to).Value.Length);

    [Fact]
    public void TheRank_IsThatOfItsSession() // at the second close it is worth 7 × 8.5, and last
    {
        var none = Between(Market(), Rules() with { FastEntry = Rule with { RankSession = 2 } });
        Assert.Empty(none.Value);
        Assert.Equal(
            ["XTST:09 does not join on 2025-03-10: listed on 2025-03-03, rank 5 among 4 members by market value at the close of 2025-03-04 (59.5 HKD), 3 or better needed."],
            none.Working.Conventions.AsEnumerable());
    }

    [Fact]
    public void TheLast_CanLeave() => Assert.Equal(Id(3), Assert.Single(Between(Market(), Rules() with { FastEntry = Rule with { RemovesLast = true } }).Value).Leaves);

    [Fact]
    public void AScreen_MustBePassed_ButNotThoseOnAgeAndPastTrading()
    {
        var theme = new ClassificationScreen("theme", ["platform"], []);
        Screen[] past = [new ListingAgeScreen(12), new FigureScreen(new RankField(RankFigure.Turnover, 12), 1e6), new RankScreen(new RankField(RankFigure.MarketValue), 2)];
        Assert.Single(Between(Market(), Rules(null, past)).Value);
        Assert.Single(Between(Market().Classified(Name(9), "theme", "platform", "2025-03-03"), Rules(null, theme)).Value);
        var barred = Between(Market().Classified(Name(0), "theme", "platform", "2025-03-03"), Rules(null, new AnyScreen([theme, past[1]])));
        Assert.Empty(barred.Value);
        Assert.Contains("theme is not stated, one of platform needed", barred.Working.Conventions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AMember_DoesNotJoinAgain() => Assert.Empty(Between(Market(), members: [.. Members, Id(9)]).Value);

    [Fact]
    public void AnEntry_CountsForLaterOnes() // number 8 with 50 comes a day later: behind the four and number 9, which is worth 59.5 then
    {
        var both = Between(Second(5), Rules() with { FastEntry = Rule with { RankWithin = 5 } });
        Assert.Equal([Id(9)], both.Value.Select(entry => entry.Instrument));
        Assert.Contains("rank 6 among 5 members", both.Working.Conventions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ALineOfAMember_IsRankedWithItsCompany() // 8.5 × 10 and the 70 of number 3 are 155: first
    {
        var market = new TestMarket();
        foreach (var i in new[] { 0, 1, 2, 3, 9 })
        {
            market.Line(Name(i), i is 3 or 9 ? "Both" : $"Company {i}");
        }

        var entry = Assert.Single(Between(Filled(market), Rules() with { Ranking = Ranking.ByMarketValue with { Level = CountLevel.Company }, FastEntry = Rule with { RankWithin = 1 } }).Value);
        Assert.Contains("rank 1 among 4 members", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutShares_ItIsSaid()
    {
        var market = Market(listed: false).Equity(Name(9)).Closes(Name(9), ("2025-03-03", 10)).Classified(Name(9), "listing", "main", "2025-03-03");
        Assert.Equal(["XTST:09 does not join on 2025-03-10: not in the package: shares on or before 2025-03-03."], Between(market).Working.Conventions.AsEnumerable());
    }

    [Fact]
    public void AMemberWithoutAValue_IsAProblem()
    {
        var market = Market().Equity(Name(4)).Closes(Name(4), ("2025-03-03", 10));
        Assert.Equal(
            "TEST, entry of XTST:09 on 2025-03-10: Ranking by market value. The package lacks the figure for a member: XTST:04 (not in the package: shares on or before 2025-03-03).",
            Between(market, members: [.. Members, Id(4)]).Problem!.Message);
    }

    [Fact]
    public void WeightsThatAreSetAtReviews_AreAProblem() => Assert.Equal(ProblemKind.Invalid, Between(Market(), Rules() with { Weighting = Weighting.Equal }).Problem!.Kind);

    [Fact]
    public void TheRules_AreThoseOfTheJoiningDay()
    {
        var old = Rules() with { FastEntry = Rule };
        var book = Book(old) with { Versions = [old, Rules() with { From = new DateOnly(2025, 3, 10) }] };
        Assert.Empty(FastEntries.Between(Market().Build(), book, TestMarket.Day("2025-03-01"), TestMarket.Day("2025-03-31"), _ => Members).Value);
    }

    private static ImmutableArray<InstrumentId> Members => [Id(0), Id(1), Id(2), Id(3)];

    private static TestMarket Market(bool listed = true)
    {
        var market = new TestMarket();
        foreach (var i in (int[])(listed ? [0, 1, 2, 3, 9] : [0, 1, 2, 3]))
        {
            market.Equity(Name(i));
        }

        return Filled(market, listed);
    }

    private static TestMarket Filled(TestMarket market, bool listed = true)
    {
        for (var i = 0; i < 4; i++)
        {
            market.Closes(Name(i), ("2025-03-03", 10)).Shares(Name(i), "2024-01-02", 10 - i);
        }

        return listed
            ? market.Closes(Name(9), ("2025-03-03", 10), ("2025-03-04", 7), ("2025-03-07", 10), ("2025-03-10", 10)).Shares(Name(9), "2025-03-03", 8.5).Classified(Name(9), "listing", "main", "2025-03-03")
            : market;
    }

    private static TestMarket Second(double shares) => Market().Equity(Name(8))
        .Closes(Name(8), ("2025-03-04", 10), ("2025-03-10", 10)).Shares(Name(8), "2025-03-04", shares).Classified(Name(8), "listing", "main", "2025-03-04");

    private static Answer<ImmutableArray<FastEntryDecision>> Between(
        TestMarket market, RulebookVersion? version = null, string from = "2025-03-01", string to = "2025-03-31", ImmutableArray<InstrumentId> members = default)
    {
        version ??= Rules();
        version = version with { FastEntry = version.FastEntry ?? Rule };
        return FastEntries.Between(market.Build(), Book(version), TestMarket.Day(from), TestMarket.Day(to), _ => members.IsDefault ? Members : members);
    }
}
