using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Breadth on four stocks, every expected number counted by hand from the closes of <see cref="FourStocks"/>.</summary>
public class BreadthMeasureTests
{
    [Theory]
    [InlineData("breadth(IX) @ 2025-03-04", 2)] // A 10 to 11, D 30 to 33
    [InlineData("breadth(IX, 1d, figure=decliners) @ 2025-03-04", 1)] // B 20 to 19
    [InlineData("breadth(IX, 1d, figure=unchanged) @ 2025-03-04", 1)] // C
    [InlineData("breadth(IX, 1d, figure=net) @ 2025-03-04", 1)]
    [InlineData("breadth(IX, 1d, figure=ratio) @ 2025-03-04", 2)]
    [InlineData("breadth(IX, 1d, figure=share) @ 2025-03-04", 66.666666667)] // 2 of the 3 that moved
    [InlineData("breadth(IX, 1d, figure=suspended)", 1)] // D on the last day
    [InlineData("breadth(IX, 1d, figure=members)", 4)]
    [InlineData("breadth(IX, 1d, figure=new)", 0)]
    [InlineData("breadth(IX, 2025-03-03..2025-03-06) @ 2025-03-06", 2)] // A and C over three days
    [InlineData("breadth(XTST:A, 1d, XTST:B) @ 2025-03-04", 1)] // a list of two
    [InlineData("breadth(XTST:B, 1d, XTST:B, XTST:A) @ 2025-03-04", 1)] // named twice, counted once
    [InlineData("advance-decline-line(IX, 2025-03-03..2025-03-07)", 3)] // 1 + 1 - 1 + 2
    [InlineData("advance-decline-line(IX, all)", 3)]
    [InlineData("advance-decline-line(IX, 1d) @ 2025-03-06", -1)] // B up, C and D down
    [InlineData("trin(IX) @ 2025-03-04", 2)] // (2 / 1) / ((100 + 200) / 300)
    [InlineData("share-above-average(IX, 3) @ 2025-03-06", 50)] // A 12 over 11.67 and B 20 over 19.33; C 42 at 42, D 27 under 30
    [InlineData("share-above-average(XTST:A, 2, XTST:C) @ 2025-03-06", 0)] // A 12 at 12, C 42 under 43
    [InlineData("new-highs-lows(IX, 3)", 2)] // A 15 over 11, 12, 12; B 22 over 19, 19, 20; D stands at 27
    [InlineData("new-highs-lows(IX, 3) @ 2025-03-06", -1)] // D 27 under 30, 33, 30; A 12 and B 20 only equal theirs
    [InlineData("new-highs-lows(IX, 3, figure=highs) @ 2025-03-06", 0)]
    [InlineData("new-highs-lows(IX, 3, figure=lows) @ 2025-03-06", 1)]
    [InlineData("equal-minus-cap(IX, 2025-03-03..2025-03-07)", 1.75)] // (50 + 10 + 5 - 10) / 4 - 12
    [InlineData("equal-minus-cap(XTST:A, 2025-03-03..2025-03-07, XTST:B)", 6.666666667)] // 30 - (10,000 * 50 + 20,000 * 10) / 30,000
    [InlineData("share-beating(IX, 2025-03-03..2025-03-07)", 25)] // A alone beats 12%
    [InlineData("share-beating(XTST:B, 2025-03-03..2025-03-07, IX, XTST:A)", 50)]
    [InlineData("top-contribution(IX, 2025-03-03..2025-03-06, 1) @ 2025-03-06", 114.285714286)] // A 8 of 8 + 0 + 2 - 3
    [InlineData("top-contribution(IX, 2025-03-03..2025-03-06, 2) @ 2025-03-06", 142.857142857)]
    [InlineData("top-contribution(IX, 1d, 1) @ 2025-03-06", 75)] // a fall: D -3 of B +1, C -2, D -3
    public void Value_IsAsCountedByHand(string expression, double expected) => Assert.Equal(expected, FourStocks.Market().Build().Value(expression), 6);

    [Fact]
    public void Breadth_ListsEveryMemberOnce()
    {
        var steps = FourStocks.Market().Build().Ask("breadth(IX) @ 2025-03-04").Working.Steps;

        Assert.Equal(["advancers: XTST:A, XTST:D = 2", "decliners: XTST:B = 1", "unchanged: XTST:C = 1", "members: 2 + 1 + 1 + 0 + 0 + 0 = 4"], steps.Select(step => $"{step.Name}: {step.Formula} = {step.Value}"));
    }

    [Fact]
    public void Breadth_NamesEveryClose() =>
        Assert.Equal(8, FourStocks.Market().Build().Ask("breadth(IX) @ 2025-03-04").Working.Inputs.Count(input => input.Field == "close"));

    [Fact]
    public void Breadth_OverASplit_ComparesInTermsOfTheNewShares() // 10.4 before is 5.2 after two for one
    {
        var market = new TestMarket().Equity("XTST:A").Equity("XTST:B").Split("XTST:A", "2025-03-04", 2).Split("XTST:B", "2025-03-04", 1.3)
            .Closes("XTST:A", ("2025-03-03", 10.4), ("2025-03-04", 5.3)).Closes("XTST:B", ("2025-03-03", 10.01), ("2025-03-04", 7.7)).Build();

        Assert.Equal(1, market.Value("breadth(XTST:A, 1d, XTST:B)"));
        Assert.Equal(1, market.Value("breadth(XTST:A, 1d, XTST:B, figure=unchanged)")); // 10.01 / 1.3 is 7.7
    }

    [Fact]
    public void Breadth_FollowsMembershipAndMonthlyLists()
    {
        var market = new TestMarket().Index("IX", "XTST").Index("IS", "XTST").Equity("XTST:A").Equity("XTST:B").Equity("XTST:C")
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 11), ("2025-03-05", 12)).Closes("XTST:B", ("2025-03-03", 10), ("2025-03-04", 11), ("2025-03-05", 12))
            .Closes("XTST:C", ("2025-03-03", 10), ("2025-03-04", 9), ("2025-03-05", 8))
            .Member("IX", "XTST:A", "2025-03-03", "2025-03-05").Member("IX", "XTST:B", "2025-03-03").Member("IX", "XTST:C", "2025-03-05")
            .Listed("IS", "2025-02", "XTST:A").Listed("IS", "2025-02", "XTST:C").Build();

        Assert.Equal(2, market.Value("breadth(IX) @ 2025-03-04"));
        Assert.Equal(1, market.Value("breadth(IX) @ 2025-03-05"));
        Assert.Equal(1, market.Value("breadth(IS, 1d, figure=decliners) @ 2025-03-05"));
        Assert.Contains("by the list of 2025-02", string.Join(' ', market.Ask("breadth(IS)").Working.Conventions), StringComparison.Ordinal);
    }

    [Fact]
    public void Breadth_CountsThoseThatDidNotTrade() // no close between closes, a volume of zero, an action
    {
        var days = FourStocks.Days.Take(3).Select(TestMarket.Day).ToArray();
        var market = new TestMarket().Equity("XTST:A").Equity("XTST:B").Equity("XTST:C").Equity("XTST:D").Equity("XTST:E")
            .Bars("XTST:A", null, [days[0], days[2]], (PriceField.Close, [10, 12]))
            .Bars("XTST:B", null, days, (PriceField.Close, [10, 10, 12]), (PriceField.Volume, [5, 0, 5]))
            .Action("XTST:C", "2025-03-04", "suspend").Bars("XTST:C", null, [days[0]], (PriceField.Close, [10]))
            .Bars("XTST:D", null, days, (PriceField.Close, [10, 11, 12])).Bars("XTST:E", null, days, (PriceField.Close, [10, 11, 12])).Build();

        Assert.Equal(3, market.Value("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D, XTST:E, figure=suspended) @ 2025-03-04"));
        Assert.Equal(2, market.Value("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D, XTST:E) @ 2025-03-04"));
        Assert.Equal(4, market.Value("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D, XTST:E) @ 2025-03-05")); // A over its close of two days before
    }

    [Fact]
    public void Breadth_CountsAFirstDayApart()
    {
        var market = new TestMarket().Equity("XTST:A").Equity("XTST:B")
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 11)).Closes("XTST:B", ("2025-03-04", 5)).Build();

        Assert.Equal(1, market.Value("breadth(XTST:A, 1d, XTST:B, figure=new)"));
        Assert.Equal(1, market.Value("breadth(XTST:A, 1d, XTST:B)"));
    }

    [Fact]
    public void Breadth_SkipsASessionThatTheDataLack() // only one of four has a close on the fourth: a hole, so the move runs from the third to the fifth
    {
        var market = new TestMarket().Equity("XTST:A").Equity("XTST:B").Equity("XTST:C").Equity("XTST:D");
        foreach (var id in new[] { "XTST:A", "XTST:B", "XTST:C" })
        {
            market.Closes(id, ("2025-03-03", 10), ("2025-03-05", 11));
        }

        var built = market.Closes("XTST:D", ("2025-03-03", 10), ("2025-03-04", 9), ("2025-03-05", 11)).Build();
        var answer = built.Ask("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D) @ 2025-03-05");

        Assert.Equal(4, answer.Value.Value);
        Assert.True(answer.Working.StandIn);
        Assert.Equal(ProblemKind.NoData, built.Problem("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D) @ 2025-03-04").Kind);
    }

    [Theory]
    [InlineData("breadth(IX) @ 2025-03-03", ProblemKind.NoData, "begin on 2025-03-03")]
    [InlineData("breadth(IX) @ 2025-03-10", ProblemKind.Pending, "end on 2025-03-07")]
    [InlineData("breadth(XTST:A)", ProblemKind.NoData, "Further stocks after XTST:A make a list")]
    [InlineData("breadth(XTST:A, 1d, XTST:A)", ProblemKind.Invalid, "at least two stocks")]
    [InlineData("breadth(XTST)", ProblemKind.NoData, "`constituents` or `constituent-snapshots`")]
    [InlineData("breadth(IX, 1d, figure=limit-locked)", ProblemKind.NoData, "`price_limit` in percent")]
    [InlineData("breadth(IX, 1d, figure=ratio)", ProblemKind.Undefined, "None of the 4 members of IX fell")]
    [InlineData("share-above-average(IX, 6)", ProblemKind.NoData, "more than half are needed")]
    [InlineData("new-highs-lows(IX, 5)", ProblemKind.NoData, "more than half are needed")]
    [InlineData("mcclellan(IX)", ProblemKind.NoData, "There are 4 counts")]
    [InlineData("zweig-thrust(IX)", ProblemKind.NoData, "11 are needed")]
    [InlineData("trin(IX)", ProblemKind.Undefined, "2 members of IX rose and 0 fell")]
    [InlineData("trin(IX) @ 2025-03-03", ProblemKind.NoData, "session before")]
    [InlineData("share-beating(XTST:A, 1d, others=XTST:B)", ProblemKind.Invalid, "benchmark=")]
    [InlineData("top-contribution(IX, 1d, 5) @ 2025-03-06", ProblemKind.Undefined, "fewer than 5")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var problem = FourStocks.Market().Build().Problem(expression);

        Assert.Equal((kind, true), (problem.Kind, problem.Message.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Problem_NamesTheMemberWithoutPrices()
    {
        var problem = FourStocks.Market().Equity("XTST:E").Member("IX", "XTST:E", "2025-03-05").Build().Problem("breadth(IX)");

        Assert.Equal(ProblemKind.NoData, problem.Kind);
        Assert.Contains("1 of 5 members of IX have no close on 2025-03-07: XTST:E.", problem.Message, StringComparison.Ordinal);
        Assert.Contains("rows of the role `prices`", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_NamesTheMemberWhoseClosesEnd()
    {
        var problem = FourStocks.Market().Equity("XTST:E").Member("IX", "XTST:E", "2025-03-03").Closes("XTST:E", ("2025-03-03", 5), ("2025-03-04", 6)).Build().Problem("breadth(IX)");

        Assert.Contains("The closes of XTST:E run from 2025-03-03 to 2025-03-04", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_NamesAnExchangeThatIsClosed()
    {
        var market = new TestMarket().Closed("XOTH", "2025-03-04").Equity("XTST:A").Equity("XOTH:B")
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 11), ("2025-03-05", 12)).Closes("XOTH:B", ("2025-03-03", 10), ("2025-03-05", 12)).Build();

        Assert.Contains("no session of XOTH", market.Problem("breadth(XTST:A, 1d, XOTH:B) @ 2025-03-04").Message, StringComparison.Ordinal);
    }
}
