using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class BasisTests
{
    private static readonly DateOnly[] Days = [TestMarket.Day("2025-06-06"), TestMarket.Day("2025-06-09"), TestMarket.Day("2025-06-10"), TestMarket.Day("2025-06-11")];

    /// <summary>One share becomes six on 10 June: 600 before is 100 after.</summary>
    private static readonly Market Split = new TestMarket().Equity("XHKG:1")
        .Bars("XHKG:1", CloseBasis.AsTraded, Days, (PriceField.Close, [594, 600, 105, 110]), (PriceField.Adjusted, [98, 99, 104, 109]))
        .Split("XHKG:1", "2025-06-10", 6)
        .Shares("XHKG:1", "2025-01-01", 10)
        .Build();

    [Theory]
    [InlineData("return(XHKG:1, 1d) @ 2025-06-10", 5)] // 105 * 6 / 600 - 1
    [InlineData("return(XHKG:1, 1d) @ 2025-06-09", 1.0101010101010166)] // 600 / 594 - 1
    [InlineData("return(XHKG:1, 2d) @ 2025-06-11", 10)] // 110 * 6 / 600 - 1
    [InlineData("return(XHKG:1, 1d, basis=total) @ 2025-06-10", 5.050505050505061)] // 104 / 99 - 1
    [InlineData("points(XHKG:1, 1d) @ 2025-06-10", 5)] // 105 - 600 / 6
    [InlineData("high(XHKG:1, all) @ 2025-06-10", 105)] // the 600 of the day before is 100 now
    [InlineData("level(XHKG:1) @ 2025-06-09", 600)] // as traded
    [InlineData("drawdown(XHKG:1, all) @ 2025-06-11", 0)]
    [InlineData("market-value(XHKG:1) @ 2025-06-09", 6000)] // 600 * 10
    [InlineData("market-value(XHKG:1) @ 2025-06-10", 6300)] // 105 * 60
    [InlineData("market-value-change(XHKG:1, 1d) @ 2025-06-10", 300)]
    public void Value_OverASplit_UsesOneBasis(string expression, double expected) => Assert.Equal(expected, Split.Value(expression), 11);

    [Fact]
    public void Return_OverASplit_SaysSoAsAStep()
    {
        var working = Split.Ask("return(XHKG:1, 1d) @ 2025-06-10").Working;

        Assert.Contains(working.Steps, step => step.Name == "split" && step.Value == 6);
        Assert.Contains(working.Inputs, input => input.Source == "actions.csv:2");
        Assert.Equal("105 * 6 / 600 - 1", working.Steps[^1].Formula);
    }

    [Fact]
    public void MarketValue_FromSplitAdjustedCloses_UndoesLaterSplits()
    {
        var market = new TestMarket().Equity("XHKG:1")
            .Closes("XHKG:1", CloseBasis.SplitAdjusted, ("2025-06-09", 100), ("2025-06-10", 105))
            .Split("XHKG:1", "2025-06-10", 6).Shares("XHKG:1", "2025-01-01", 10).Build();

        Assert.Equal(6000, market.Value("market-value(XHKG:1) @ 2025-06-09"), 12);
        Assert.Equal(6300, market.Value("market-value(XHKG:1) @ 2025-06-10"), 12);
        Assert.Equal(5, market.Value("return(XHKG:1, 1d) @ 2025-06-10"), 12);
    }

    [Fact]
    public void Return_WhereOnlyTheAdjustedSeriesCovers_IsABasisProblem()
    {
        var market = new TestMarket().Equity("XHKG:1")
            .Bars("XHKG:1", null, Days, (PriceField.Close, [double.NaN, double.NaN, 105, 110]), (PriceField.Adjusted, [98, 99, 104, 109]))
            .Build();

        var problem = market.Problem("return(XHKG:1, 3d) @ 2025-06-11");

        Assert.Equal(ProblemKind.Basis, problem.Kind);
        Assert.Contains("basis=total", problem.Message, StringComparison.Ordinal);
        Assert.Equal(100 * ((109 / 98.0) - 1), market.Value("return(XHKG:1, 3d, basis=total) @ 2025-06-11"), 12);
    }

    [Fact]
    public void Level_WithOnlyAnAdjustedSeries_IsABasisProblem()
    {
        var market = new TestMarket().Equity("XHKG:1").Bars("XHKG:1", null, Days, (PriceField.Adjusted, [98, 99, 104, 109])).Build();

        Assert.Equal(ProblemKind.Basis, market.Problem("level(XHKG:1)").Kind);
    }

    [Fact]
    public void Return_OfACloseThatHoldsDividends_IsOnlyATotalReturn()
    {
        var market = new TestMarket().Equity("XHKG:1").Closes("XHKG:1", CloseBasis.TotalReturn, ("2025-06-09", 100), ("2025-06-10", 105)).Build();

        Assert.Equal(ProblemKind.Basis, market.Problem("return(XHKG:1, 1d)").Kind);
        Assert.Equal(5, market.Value("return(XHKG:1, 1d, basis=total)"), 12);
    }

    [Fact]
    public void Return_OfAnUnstatedBasisWithASplit_IsABasisProblem()
    {
        var market = new TestMarket().Equity("XHKG:1").Closes("XHKG:1", CloseBasis.Unstated, ("2025-06-09", 100), ("2025-06-10", 105)).Split("XHKG:1", "2025-06-10", 6).Build();

        Assert.Equal(ProblemKind.Basis, market.Problem("return(XHKG:1, 1d)").Kind);
    }
}
