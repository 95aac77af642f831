using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>Level, weights and contributions from published units, on a market small enough to work by hand.</summary>
public class IndexMeasureTests
{
    [Theory]
    [InlineData("index-level(IX) @ 2025-03-03", 100)] // (2 × 10 + 3 × 60) / 2
    [InlineData("index-level(IX) @ 2025-03-05", 105)] // (2 × 12 + 1 × 81) / 1
    [InlineData("index-level(IX, figure=difference) @ 2025-03-04", -0.01)] // 95 against 95.01
    [InlineData("index-level(IX) @ 2025-03-09", 106)] // Sunday; Friday is (2 × 13 + 80) / 1
    [InlineData("index-level(IX)", 106)]
    [InlineData("weight(IX, XTST:1) @ 2025-03-03", 10)] // 20 of 200
    [InlineData("weight(IX, XTST:1, XTST:2) @ 2025-03-03", 100)]
    [InlineData("weight(IX, top=1) @ 2025-03-03", 90)]
    [InlineData("weight(IX, top=2) @ 2025-03-03", 100)]
    [InlineData("contribution(IX, XTST:1, 1d) @ 2025-03-04", 1)] // 2 × (11 - 10) / 2
    [InlineData("contribution(IX, XTST:2, 1d) @ 2025-03-04", -6)] // 3 × (56 - 60) / 2
    [InlineData("contribution(IX, XTST:1, 1d, XTST:2) @ 2025-03-04", -5)] // together
    [InlineData("contribution(IX, XTST:2, 1d, in=return) @ 2025-03-04", -6)] // of 100
    [InlineData("contribution(IX, XTST:2, 1d, in=share) @ 2025-03-04", 120.24048096192)] // -6 of -4.99 (100 -> 95.01)
    [InlineData("contribution(IX, XTST:1, 2025-03-03..2025-03-05) @ 2025-03-05", 3)] // 1, then 2 × (12 - 11) / 1
    [InlineData("contribution(IX, XTST:3, 2025-03-03..2025-03-05) @ 2025-03-05", 8)] // joins on the 5th: 81 - 73
    [InlineData("contribution(IX, XTST:3, 2025-03-03..2025-03-05, in=rank) @ 2025-03-05", 1)]
    [InlineData("contribution(IX, XTST:1, 2025-03-03..2025-03-05, in=rank) @ 2025-03-05", 2)]
    [InlineData("contribution(IX, XTST:2, 2025-03-03..2025-03-05, in=rank, order=worst) @ 2025-03-05", 1)]
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, Market().Build().Value(expression), 9);

    [Theory]
    [InlineData("weight(IL, XTST:A) @ 2025-03-03", 30)] // 3 × 10 of 100
    [InlineData("weight(IL, XTST:A, by=company) @ 2025-03-03", 50)] // with its other line, 2 × 10
    [InlineData("weight(IL, top=1) @ 2025-03-03", 50)] // the one line of the other company
    [InlineData("weight(IL, top=1, by=company) @ 2025-03-03", 50)]
    [InlineData("contribution(IL, XTST:A, 1d, by=company) @ 2025-03-04", 8)] // 3 × 2 + 2 × 1
    [InlineData("contribution(IL, XTST:C, 1d, in=rank) @ 2025-03-04", 1)] // 7, before 6 and 2
    [InlineData("contribution(IL, XTST:C, 1d, in=rank, by=company) @ 2025-03-04", 2)] // 7, after 8
    public void Value_CountsLinesOrCompanies(string expression, double expected) => Assert.Equal(expected, TwoLines().Value(expression), 9);

    [Fact]
    public void Contribution_OverASplit_IsInTermsOfTheNewShares() // 10 at 100, then 20 at 51: 20 × (51 - 50) / 10
    {
        var market = new TestMarket().Index("IS", "XTST").Equity("XTST:S").Split("XTST:S", "2025-03-04", 2)
            .Closes("XTST:S", ("2025-03-03", 100), ("2025-03-04", 51))
            .Member("IS", "XTST:S", "2025-03-03", "2025-03-04", 10).Member("IS", "XTST:S", "2025-03-04", null, 20).Divisor("IS", "2025-03-03", 10)
            .Build();

        var answer = market.Ask("contribution(IS, XTST:S, 1d) @ 2025-03-04");

        Assert.Equal(2, answer.Value.Value, 9);
        Assert.Equal(0, answer.Working.Steps.Single(step => step.Name == "residual").Value, 9);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("its close of that day, 100, is 50", StringComparison.Ordinal));
    }

    [Fact]
    public void Contribution_AfterASplitWithoutNewUnits_IsAsTraded() // the units were not changed, so the level falls with the close: 10 × (51 - 100) / 10
    {
        var market = new TestMarket().Index("IS", "XTST").Equity("XTST:S").Split("XTST:S", "2025-03-04", 2)
            .Closes("XTST:S", ("2025-03-03", 100), ("2025-03-04", 51)).Member("IS", "XTST:S", "2025-03-03", null, 10).Divisor("IS", "2025-03-03", 10).Build();

        Assert.Equal(-49, market.Value("contribution(IS, XTST:S, 1d) @ 2025-03-04"), 9);
    }

    [Fact]
    public void Contribution_ShowsTheResidual()
    {
        var steps = Market().Build().Ask("contribution(IX, XTST:1, 1d) @ 2025-03-04").Working.Steps;

        Assert.Equal(["XTST:1, 2025-03-03 to 2025-03-04", "members", "move", "residual"], steps.Select(step => step.Name));
        Assert.Equal([1, -5, -4.99, 0.01], steps.Select(step => Math.Round(step.Value, 9)));
    }

    [Fact]
    public void IndexLevel_NamesEveryRow()
    {
        var inputs = Market().Build().Ask("index-level(IX) @ 2025-03-03").Working.Inputs;

        Assert.Equal(
            ["XTST:1 close prices.csv:2", "XTST:2 close prices.csv:2", "IX divisor divisors.csv:2", "XTST:1 units constituents.csv:2", "XTST:2 units constituents.csv:3"],
            inputs.Select(input => $"{input.Instrument} {input.Field} {input.Source}"));
    }

    [Theory]
    [InlineData("index-level(IX) @ 2025-03-06", ProblemKind.NoData, "XTST:3")]
    [InlineData("weight(IX, XTST:1) @ 2025-03-06", ProblemKind.NoData, "XTST:3")]
    [InlineData("contribution(IX, XTST:1, 1d) @ 2025-03-06", ProblemKind.NoData, "XTST:3")]
    [InlineData("index-level(IX) @ 2025-02-28", ProblemKind.NoData, "begin on 2025-03-03")]
    [InlineData("index-level(IX) @ 2025-03-10", ProblemKind.NoData, "end with 2025-03-07")] // the spans are over
    [InlineData("index-level(IO) @ 2025-03-10", ProblemKind.Pending, "end on 2025-03-04")] // the closes are over
    [InlineData("index-level(IU)", ProblemKind.NoData, "`divisors` would settle it")]
    [InlineData("weight(IX, XTST:3) @ 2025-03-03", ProblemKind.Undefined, "none of the 2 members")]
    [InlineData("weight(IX, XTST:1, XTST:3) @ 2025-03-03", ProblemKind.Undefined, "XTST:3 is none")]
    [InlineData("weight(IX, top=3) @ 2025-03-03", ProblemKind.Undefined, "fewer than 3")]
    [InlineData("weight(IX)", ProblemKind.Invalid, "either members or top=n")]
    [InlineData("weight(IX, XTST:1, top=1)", ProblemKind.Invalid, "not both")]
    [InlineData("contribution(IX, XTST:3, 1d) @ 2025-03-04", ProblemKind.Undefined, "none of the 2 members")]
    [InlineData("contribution(IX, XTST:1, 1d, XTST:3) @ 2025-03-04", ProblemKind.Undefined, "XTST:3 is none of the 2 members")]
    [InlineData("contribution(IX, XTST:1, 2025-03-08..2025-03-09) @ 2025-03-09", ProblemKind.Undefined, "begins and ends on 2025-03-07")]
    [InlineData("contribution(IO, XTST:O, 1d, in=share) @ 2025-03-04", ProblemKind.Undefined, "did not move")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var problem = Market().Build().Problem(expression);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weight(IX, top=0)")]
    [InlineData("weight(IX, top=five)")]
    public void Parse_RefusesACountThatIsNone(string expression) => Assert.NotNull(Touchstone.Measures.Expression.Parse(expression).Error);

    private static TestMarket Market() => new TestMarket()
        .Index("IX", "XTST").Index("IO", "XTST").Index("IU", "XTST").Equity("XTST:1").Equity("XTST:2").Equity("XTST:3").Equity("XTST:O")
        .Closes("IX", ("2025-03-03", 100), ("2025-03-04", 95.01))
        .Closes("XTST:1", ("2025-03-03", 10), ("2025-03-04", 11), ("2025-03-05", 12), ("2025-03-06", 12), ("2025-03-07", 13))
        .Closes("XTST:2", ("2025-03-03", 60), ("2025-03-04", 56), ("2025-03-05", 57))
        .Closes("XTST:3", ("2025-03-04", 73), ("2025-03-05", 81), ("2025-03-07", 80))
        .Closes("XTST:O", ("2025-03-03", 5), ("2025-03-04", 5))
        .Member("IX", "XTST:1", "2025-03-03", "2025-03-08", 2)
        .Member("IX", "XTST:2", "2025-03-03", "2025-03-05", 3)
        .Member("IX", "XTST:3", "2025-03-05", "2025-03-08", 1)
        .Divisor("IX", "2025-03-03", 2).Divisor("IX", "2025-03-05", 1)
        .Member("IO", "XTST:O", "2025-03-03", null, 1).Divisor("IO", "2025-03-03", 1)
        .Member("IU", "XTST:1", "2025-03-03");

    private static Market TwoLines() => new TestMarket()
        .Index("IL", "XTST").Line("XTST:A", "Acorn").Line("XTST:B", "Acorn").Line("XTST:C", "Cedar")
        .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 12)).Closes("XTST:B", ("2025-03-03", 10), ("2025-03-04", 11)).Closes("XTST:C", ("2025-03-03", 50), ("2025-03-04", 57))
        .Member("IL", "XTST:A", "2025-03-03", null, 3).Member("IL", "XTST:B", "2025-03-03", null, 2).Member("IL", "XTST:C", "2025-03-03", null, 1)
        .Divisor("IL", "2025-03-03", 1).Build();
}
