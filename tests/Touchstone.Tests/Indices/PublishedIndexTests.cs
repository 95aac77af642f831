using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Levels from published units, on a market small enough to work by hand.</summary>
public class PublishedIndexTests
{
    private static readonly InstrumentId Index = new("IX");
    private static readonly InstrumentId One = new("XTST:1");
    private static readonly InstrumentId Two = new("XTST:2");
    private static readonly InstrumentId Three = new("XTST:3");

    [Fact]
    public void LevelOn_IsUnitsTimesClosesOverTheDivisor() => Assert.Equal(100, Open().LevelOn(Day(3)).Value, 12); // (2 × 10 + 3 × 60) / 2

    [Fact]
    public void LevelOn_ChangesMembersOnTheFirstDay() => Assert.Equal(105, Open().LevelOn(Day(5)).Value, 9); // (2 × 12 + 1 × 81) / 1: 3 takes the place of 2

    [Fact]
    public void LevelOn_NamesTheRowOfEveryClose()
    {
        var working = Open().LevelOn(Day(3)).Working;
        Assert.Equal(["close prices.csv:2", "close prices.csv:2", "divisor divisors.csv:2"], working.Inputs.Select(input => $"{input.Field} {input.Source}"));
    }

    [Fact]
    public void LevelOn_NamesTheMembersWithoutAClose()
    {
        var problem = Open().LevelOn(Day(6)).Problem!;
        Assert.Equal((ProblemKind.NoData, "No close on 2025-03-06 for 1 of 2 members: XTST:3."), (problem.Kind, problem.Message));
    }

    [Theory]
    [InlineData(8, ProblemKind.Invalid)] // Saturday
    [InlineData(10, ProblemKind.NoData)] // after the last member
    public void LevelOn_SaysWhyThereIsNone(int day, ProblemKind kind) => Assert.Equal(kind, Open().LevelOn(Day(day)).Problem!.Kind);

    [Fact]
    public void Levels_GiveEverySessionAValueOrAProblem()
    {
        var levels = Open().Levels(new DateSpan(Day(1), Day(9)));
        Assert.Equal([3, 4, 5, 6, 7], levels.Select(level => level.Day.Day));
        Assert.Equal([true, true, true, false, true], levels.Select(level => level.Level.HasValue));
    }

    [Fact]
    public void WeightsOn_SumToOne() => Assert.Equal([0.1, 0.9], Open().WeightsOn(Day(3)).Value.Select(weight => Math.Round(weight.Weight.Fraction, 12)));

    [Fact]
    public void Contributions_SplitADay() // 1: 2 × (11 - 10) / 2 = 1; 2: 3 × (56 - 60) / 2 = -6; published 100 -> 95.01
    {
        var parts = Contributions.Over(Open(("2025-03-03", 100), ("2025-03-04", 95.01)), Day(3), Day(4)).Value;
        Assert.Equal([(One, 1.0, 0.01), (Two, -6.0, -0.06)], parts.Members.Select(part => (part.Instrument, part.Points, part.OfBase.Fraction)));
        Assert.Equal((true, -4.99, 0.01), (parts.IsPublished, Math.Round(parts.Move, 9), Math.Round(parts.Residual, 9)));
    }

    [Fact]
    public void Contributions_OverAChange_AddUp() // 1: 1 + 2 × (12 - 11) / 1; 2: -6; 3: 81 - 73; 100 -> 105
    {
        var parts = Contributions.Over(Open(), Day(3), Day(5)).Value;
        Assert.Equal([(Three, 8.0), (One, 3.0), (Two, -6.0)], parts.Members.Select(part => (part.Instrument, Math.Round(part.Points, 9))));
        Assert.Equal((false, 5.0, 0.0), (parts.IsPublished, Math.Round(parts.Move, 9), Math.Round(parts.Residual, 9)));
        Assert.Equal(parts.Return.Fraction, parts.Members.Sum(part => part.OfBase.Fraction), 12);
    }

    [Fact]
    public void Contributions_AddUp_WhateverTheUnits() => Property.Holds(random =>
    {
        var market = new TestMarket().Index("IX", "XTST");
        DateOnly[] days = [Day(3), Day(4), Day(5), Day(6), Day(7), Day(10), Day(11)];
        var change = random.Next(1, days.Length);
        var (before, after) = (0.0, 0.0);
        for (var i = 0; i < 6; i++)
        {
            var id = $"XTST:{i}";
            var closes = days.Select(day => ($"{day:yyyy-MM-dd}", 1 + (99 * random.NextDouble()))).ToArray();
            market.Equity(id).Closes(id, closes);
            if (i < 5)
            {
                var units = 1 + random.Next(100);
                market.Member("IX", id, "2025-03-03", $"{days[change]:yyyy-MM-dd}", units);
                before += units * closes[change - 1].Item2;
            }

            if (i > 0)
            {
                var units = 1 + random.Next(100);
                market.Member("IX", id, $"{days[change]:yyyy-MM-dd}", null, units);
                after += units * closes[change - 1].Item2;
            }
        }

        market.Divisor("IX", "2025-03-03", 7).Divisor("IX", $"{days[change]:yyyy-MM-dd}", 7 * after / before);
        var parts = Contributions.Over(PublishedIndex.Of(market.Build(), Index).Value, days[0], days[^1]).Value;
        Assert.Equal(0, parts.Residual, tolerance: 1e-9 * parts.BaseLevel);
    });

    [Fact]
    public void Contributions_PassOnAMissingClose() => Assert.Equal(ProblemKind.NoData, Contributions.Over(Open(), Day(3), Day(6)).Problem!.Kind);

    [Fact]
    public void Reviews_AreTheChangesOfUnits()
    {
        var review = Assert.IsType<Review>(Assert.Single(Open().Reviews(new DateSpan(Day(3), Day(7)))));
        Assert.Equal((Day(5), 2), (review.Effective, review.Holdings.Length));
    }

    [Fact]
    public void Reviews_OnTheFirstDivisor_ChainTheSecond() // M 190 -> 95 at the closes of 4 March, so 2 -> 1
    {
        var index = Open();
        var sessions = index.Sessions(new DateSpan(Day(3), Day(5))).Select(index.ClosesOn).ToArray();
        var plan = new IndexPlan { Basket = index.BasketOn(Day(3)).Value, BaseLevel = 100, Events = index.Reviews(new DateSpan(Day(3), Day(5))) };
        var history = DivisorCalculation.Run(plan, sessions).Value;
        Assert.Equal([100, 95, 105], history.Levels.Select(level => Math.Round(level.Price, 9)));
        Assert.Equal(1, history.Last.Divisor, 12);
    }

    [Fact]
    public void Of_RefusesOverlappingSpans()
    {
        var market = Market().Member("IX", "XTST:1", "2025-03-05", null, 1).Build();
        var problem = PublishedIndex.Of(market, Index).Problem!;
        Assert.Equal(
            "constituents.csv:5: XTST:1 is a member of IX twice from 2025-03-05: a span from 2025-03-03 (constituents.csv:2) is not over.",
            problem.ToString());
    }

    [Fact]
    public void Of_NeedsUnits() => Assert.Equal(ProblemKind.NoData, PublishedIndex.Of(Market().Member("IX", "XTST:4", "2025-03-05").Build(), Index).Problem!.Kind);

    [Fact]
    public void Of_NeedsDivisors() => Assert.Equal(
        "The package has 1 members and 0 divisors of IY; its level needs both.",
        PublishedIndex.Of(Market().Member("IY", "XTST:1", "2025-03-05", null, 1).Build(), new InstrumentId("IY")).Problem!.Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Of_RefusesADivisorThatIsNotAboveZero(double divisor) =>
        Assert.Equal(ProblemKind.Invalid, PublishedIndex.Of(Market().Divisor("IX", "2025-03-06", divisor).Build(), Index).Problem!.Kind);

    [Fact]
    public void Of_RefusesAMemberInAnotherCurrency()
    {
        var market = Market().Equity("XNYS:9", "USD").Member("IX", "XNYS:9", "2025-03-03", null, 1).Build();
        Assert.Equal(ProblemKind.Basis, PublishedIndex.Of(market, Index).Problem!.Kind);
    }

    [Fact]
    public void LevelOn_DoesNotTakeAnAdjustedClose()
    {
        var market = new TestMarket().Index("IX", "XTST").Equity("XTST:1").Closes("XTST:1", CloseBasis.SplitAdjusted, ("2025-03-03", 10))
            .Member("IX", "XTST:1", "2025-03-03", null, 1).Divisor("IX", "2025-03-03", 1).Build();
        Assert.Equal(ProblemKind.NoData, PublishedIndex.Of(market, Index).Value.LevelOn(Day(3)).Problem!.Kind);
    }

    private static DateOnly Day(int day) => new(2025, 3, day);

    private static PublishedIndex Open(params (string Day, double Close)[] levels) =>
        PublishedIndex.Of((levels.Length == 0 ? Market() : Market().Closes("IX", levels)).Build(), Index).Value;

    private static TestMarket Market() => new TestMarket()
        .Index("IX", "XTST").Equity("XTST:1").Equity("XTST:2").Equity("XTST:3")
        .Closes("XTST:1", ("2025-03-03", 10), ("2025-03-04", 11), ("2025-03-05", 12), ("2025-03-06", 12), ("2025-03-07", 13))
        .Closes("XTST:2", ("2025-03-03", 60), ("2025-03-04", 56), ("2025-03-05", 57))
        .Closes("XTST:3", ("2025-03-04", 73), ("2025-03-05", 81), ("2025-03-07", 80))
        .Member("IX", "XTST:1", "2025-03-03", "2025-03-08", 2)
        .Member("IX", "XTST:2", "2025-03-03", "2025-03-05", 3)
        .Member("IX", "XTST:3", "2025-03-05", "2025-03-08", 1)
        .Divisor("IX", "2025-03-03", 2).Divisor("IX", "2025-03-05", 1);
}
