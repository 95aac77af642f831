using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

public class ScenarioMeasureTests
{
    private static readonly Market Market = new TestMarket()
        .Index("I").Index("Z").Index("N").Index("P")
        .Closes("I", ("2025-02-28", 1000)).Closes("Z", ("2025-02-28", 500)).Closes("P", ("2025-02-28", 500))
        .Observed("I", "pe_trailing", "ratio", ("2025-02-28", 20))
        .Observed("I", "price_to_book", "ratio", ("2025-02-28", 2))
        .Observed("I", "dividend_yield", "percent", ("2025-02-28", 4))
        .Observed("Z", "dividend_yield", "percent", ("2025-02-28", 0))
        .Build();

    [Fact]
    public void MustBelieve_ListsTheCombinations()
    {
        var working = Market.Ask("must-believe(I, -19)").Working;

        Assert.Contains("Earnings -10% and multiple -10% give -19%.", working.Conventions);
        Assert.Contains(working.Steps, step => step.Name == "close then" && Math.Abs(step.Value - 810) < 1e-9);
        Assert.Contains(working.Steps, step => step.Name == "multiple then" && Math.Abs(step.Value - 16.2) < 1e-9);
    }

    [Fact]
    public void MustBelieve_UndoesScenarioReturn() => Property.Holds(random =>
    {
        var (earnings, multiple) = (random.Next(-90, 200), random.Next(-90, 200));

        Assert.Equal(multiple, Market.Value($"must-believe(I, {Market.Value($"scenario-return(I, {earnings}, {multiple})"):R}, {earnings})"), 8);
    });

    [Fact]
    public void GrowthShock_SaysWhatTheOtherAssumptionGives() =>
        Assert.Contains(Market.Ask("growth-shock(I, 8, -1, growth=4)").Working.Conventions, sentence => sentence.Contains("return on equity held instead: -6.67%", StringComparison.Ordinal));

    [Fact]
    public void ImpliedGrowth_OfAYieldOfZero_IsUndefined() => Assert.Equal(ProblemKind.Undefined, Market.Problem("implied-growth(Z, 8)").Kind);

    [Fact]
    public void ImpliedGrowth_WithoutAYield_NamesTheSeries() => Assert.Contains("field dividend_yield", Market.Problem("implied-growth(N, 8)").Message, StringComparison.Ordinal);

    [Fact]
    public void Duration_AtARateBelowGrowth_IsUndefined() => Assert.Equal(ProblemKind.Undefined, Market.Problem("duration(I, 3, growth=4)").Kind);

    [Fact]
    public void ScenarioReturn_WithoutAMultiple_StillAnswers() => Assert.Equal(-10, Market.Value("scenario-return(P, -10, 0)"), 12);

    [Theory]
    [InlineData("scenario-return(I, ten, 0)", "'ten' is not a number for 'earnings'")]
    [InlineData("scenario-return(I, 1e3, 0)", "'1e3' is not a number for 'earnings'")]
    [InlineData("scenario-return(I, 2000000, 0)", "is not a number")]
    public void Number_ThatIsNone_SaysWhatIsExpected(string expression, string message) =>
        Assert.Contains(message, Expression.Parse(expression).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Number_IsPrintedCanonically() => Assert.Equal("must-believe(I, -10, 2.5)", SampleMarket.Parse("must-believe(I, -10.0%, +2.50)").ToString());

    [Theory]
    [InlineData("scenario-return(I, -101, 0)")]
    [InlineData("must-believe(I, -100)")]
    [InlineData("implied-growth(I, 8, terminal=3)")]
    [InlineData("fade-value(I, 8, 8, 4, 1001)")]
    public void Arguments_ThatCannotBe_AreInvalid(string expression) => Assert.Equal(ProblemKind.Invalid, Market.Problem(expression).Kind);
}
