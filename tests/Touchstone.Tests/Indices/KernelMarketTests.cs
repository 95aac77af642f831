using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Batches on markets made by hand.</summary>
public class KernelMarketTests
{
    private static readonly ReviewDates First = new(TestMarket.Day("2025-03-03"), TestMarket.Day("2025-03-03"), TestMarket.Day("2025-03-04"));
    private static readonly DateSpan Span = new(TestMarket.Day("2025-03-04"), TestMarket.Day("2025-03-07"));

    /// <summary>12, 15 and 9 after 10, split 3 for 1 before the last: 3 × 3 = 9. The level goes with the stock.</summary>
    [Fact]
    public void OneMember_IsTheStockItself()
    {
        var market = new TestMarket().Equity("XTST:A").Shares("XTST:A", "2025-01-01", 1000).Split("XTST:A", "2025-03-07", 3)
            .Closes("XTST:A", ("2025-03-03", 11), ("2025-03-04", 10), ("2025-03-05", 12), ("2025-03-06", 15), ("2025-03-07", 3)).Build();
        Assert.Equal([1000, 1200, 1500, 900], Together(market, Rules(1)).Levels.ToArray());
    }

    /// <summary>A at 10 and B at 20, 100 shares each: 3000 is 1000 points. B leaves at 5: 1500 is 500 points. Then A alone, 10 to 12: 600.</summary>
    [Fact]
    public void Delisting_IsInTheLastLevelBeforeIt()
    {
        var market = Two().Action("XTST:B", "2025-03-06", "delist", cash: 5)
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 10), ("2025-03-05", 10), ("2025-03-06", 12), ("2025-03-07", 12))
            .Closes("XTST:B", ("2025-03-03", 20), ("2025-03-04", 20), ("2025-03-05", 20)).Build();
        var found = Together(market, Rules(2));
        Assert.Equal([1000, 500, 600, 600], found.Levels.ToArray().Select(level => Math.Round(level, 9)));
        Assert.Equal(["2025-03-04 3", "2025-03-06 2"], found.Divisors.Select(divisor => $"{divisor.From:yyyy-MM-dd} {Math.Round(divisor.Value, 9)}"));
    }

    /// <summary>B stands still at 20, which a split 2 for 1 makes 10 of twice the shares; it trades again at 11: 10 × 100 + 11 × 200 = 3200.</summary>
    [Fact]
    public void SuspendedMember_KeepsItsLastClose()
    {
        var market = Two().Action("XTST:B", "2025-03-05", "suspend").Split("XTST:B", "2025-03-06", 2).Action("XTST:B", "2025-03-07", "resume")
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 10), ("2025-03-05", 11), ("2025-03-06", 12), ("2025-03-07", 10))
            .Closes("XTST:B", ("2025-03-03", 20), ("2025-03-04", 20), ("2025-03-07", 11)).Build();
        Assert.Equal([1000, 1033.333333333, 1066.666666667, 1066.666666667], Together(market, Rules(2)).Levels.ToArray().Select(level => Math.Round(level, 9)));
    }

    [Fact]
    public void MissingClose_IsAProblemNamingDayAndMember()
    {
        var market = Two()
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 10), ("2025-03-05", 10), ("2025-03-06", 12), ("2025-03-07", 12))
            .Closes("XTST:B", ("2025-03-03", 20), ("2025-03-04", 20), ("2025-03-05", 20), ("2025-03-07", 20)).Build();
        var answers = IndexBatch.Run(market, [Rules(2), Rules(1)], Span);
        Assert.Contains("No close on 2025-03-06", answers[0].Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("XTST:B", answers[0].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(answers[0].Problem, RulebookCalculation.Run(market, Rules(2), Span, new CalculationOptions { FromRules = true }).Problem);
    }

    [Theory]
    [InlineData("cash", null, null)]
    [InlineData("cash", 0.5, "USD")]
    [InlineData("special", null, null)]
    [InlineData("unheard-of", 1.0, null)]
    public void ActionThatCannotBeUsed_IsTheSameProblem(string kind, double? cash, string? currency)
    {
        var market = Two().Action("XTST:B", "2025-03-05", kind, cash: cash, currency: currency)
            .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 10), ("2025-03-05", 10), ("2025-03-06", 12), ("2025-03-07", 12))
            .Closes("XTST:B", ("2025-03-03", 20), ("2025-03-04", 20), ("2025-03-05", 20), ("2025-03-06", 20), ("2025-03-07", 20)).Build();
        var alone = RulebookCalculation.Run(market, Rules(2), Span, new CalculationOptions { FromRules = true }).Problem;
        Assert.NotNull(alone);
        Assert.Equal(alone, IndexBatch.Run(market, [Rules(2)], Span)[0].Problem);
    }

    [Fact]
    public void UnitOfMoney_ChangesNothing() => Assert.Equal(Together(Priced(1), Rules(2)).Levels.ToArray(), Together(Priced(128), Rules(2)).Levels.ToArray());

    [Fact]
    public void EmptyUniverse_IsAProblem()
    {
        var answer = IndexBatch.Run(new TestMarket().Equity("XOTH:A").Build(), [Rules(2)], Span)[0];
        Assert.Contains("No stock of the universe is listed", answer.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoSession_IsAProblem() =>
        Assert.Contains("has no session of XTST", IndexBatch.Run(Priced(1), [Rules(2)], new DateSpan(TestMarket.Day("2025-03-08"), TestMarket.Day("2025-03-09")))[0].Problem!.Message, StringComparison.Ordinal);

    [Fact]
    public void OutsideTheRules_NamesTheRule_AndIsCalculatedByItself()
    {
        var rules = Rules(2);
        rules = rules with { Versions = [rules.Versions[0] with { Weighting = Weighting.Price }] };
        Assert.Equal("INDEX is outside the batch's rules: its weights are by Price.", IndexBatch.Together(Priced(1), [rules], Span)[0].Problem!.Message);

        // 10 + 20 = 30 is 1000 points; 12 + 21 = 33 is 1100.
        Assert.Equal([1000, 1100], IndexBatch.Run(Priced(1), [rules], Span)[0].Value.Levels.ToArray()[..2].Select(level => Math.Round(level, 9)));
    }

    [Fact]
    public void Progress_EndsWithAllDone()
    {
        var steps = new List<(int Done, int Of)>();
        IndexBatch.Run(Priced(1), [Rules(2), Rules(1), Rules(2)], Span, 2, (done, of) => steps.Add((done, of)));
        Assert.Equal(steps[^1].Of, steps[^1].Done);
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Done));
    }

    private static BatchedIndex Together(Market market, Rulebook rulebook) => IndexBatch.Together(market, [rulebook], Span)[0].Value;

    private static TestMarket Two() => new TestMarket().Equity("XTST:A").Equity("XTST:B").Shares("XTST:A", "2025-01-01", 100).Shares("XTST:B", "2025-01-01", 100);

    private static Market Priced(double unit) => Two()
        .Closes("XTST:A", ("2025-03-03", 10 * unit), ("2025-03-04", 10 * unit), ("2025-03-05", 12 * unit), ("2025-03-06", 12.5 * unit), ("2025-03-07", 12 * unit))
        .Closes("XTST:B", ("2025-03-03", 20 * unit), ("2025-03-04", 20 * unit), ("2025-03-05", 21 * unit), ("2025-03-06", 20.7 * unit), ("2025-03-07", 23 * unit)).Build();

    private static Rulebook Rules(int count) => new()
    {
        Id = new InstrumentId("INDEX"), Name = "Index", Currency = "HKD", Exchange = "XTST", BaseDate = Span.First, BaseLevel = 1000, Reviews = [First],
        Versions = [new RulebookVersion { From = TestMarket.Day("2025-01-01"), Universe = Universe.Of("XTST"), Selection = new Selection { Count = count } }],
    };
}
