using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Formulas of the guides, by the shared vectors of the same names where one is given.</summary>
public class CalculationMathematicsTests
{
    [Fact]
    public void ReferencePrice_OfTheMainland() // ca-cn-001
    {
        Assert.Equal(7.133333333, ReferencePrice.TotalReturn(10, 0.5, 0.3, 0.2, 6).Value, 9);
        Assert.Equal(7.466666667, ReferencePrice.PriceReturn(10, 0.5, 0.3, 0.2, 6).Value, 9);
    }

    [Theory]
    [InlineData(0, 0.5, 0.3, 0.2, 6)]
    [InlineData(10, -0.5, 0.3, 0.2, 6)]
    [InlineData(10, 0.5, double.NaN, 0.2, 6)]
    public void ReferencePrice_RefusesNumbersOutOfRange(double close, double cash, double bonus, double rights, double subscription) =>
        Assert.Equal(ProblemKind.Invalid, ReferencePrice.TotalReturn(close, cash, bonus, rights, subscription).Problem!.Kind);

    [Fact]
    public void ReferencePrice_OfNothing_IsUndefined() => Assert.Equal(ProblemKind.Undefined, ReferencePrice.TotalReturn(10, 10, 0, 0, 0).Problem!.Kind);

    [Fact]
    public void RightsFactor_ByCumPrice() => Assert.Equal(1.063829787234, RightsFactor.ByCumPrice(100, 4, 1, 70).Value, 12); // ca-rights-004

    [Theory]
    [InlineData(94, 1.063829787234)]
    [InlineData(95, 1.065789473684)]
    public void RightsFactor_ByExPrice(double exPrice, double factor) => Assert.Equal(factor, RightsFactor.ByExPrice(100, exPrice, 4, 1, 70).Value, 12); // ca-rights-005

    [Fact]
    public void RightsFactor_OutOfTheMoney_IsOne() // ca-rights-006
    {
        Assert.Equal(1, RightsFactor.ByCumPrice(60, 4, 1, 70).Value);
        Assert.Equal(1, RightsFactor.ByExPrice(60, 55, 4, 1, 70).Value);
    }

    [Fact]
    public void RightsFactors_AgreeAtTheTheoreticalPrice() => Property.Holds(random =>
    {
        var (cum, held, issued) = (1 + (99 * random.NextDouble()), random.Next(1, 11), random.Next(1, 11));
        var subscription = cum * random.NextDouble();
        var theoretical = ((held * cum) + (issued * subscription)) / (held + issued);
        Assert.Equal(1, RightsFactor.ByCumPrice(cum, held, issued, subscription).Value / RightsFactor.ByExPrice(cum, theoretical, held, issued, subscription).Value, 12);
    });

    [Fact]
    public void RightsFactor_RefusesNumbersOutOfRange()
    {
        Assert.Equal(ProblemKind.Invalid, RightsFactor.ByCumPrice(100, 0, 1, 70).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, RightsFactor.ByExPrice(100, 0, 4, 1, 70).Problem!.Kind);
        Assert.Equal(ProblemKind.Undefined, RightsFactor.ByExPrice(100, 1, 4, 1, 70).Problem!.Kind);
    }

    [Fact]
    public void Special_TaxOfTheNetReturn_IsTheSameInBothForms() // D' 190,000; B rises to 55: 200m / 190,000; the tax of 1m is 1m / 190,000 points
    {
        var index = TwoStocks.Run([TwoStocks.Closes, TwoStocks.On(TwoStocks.Next, 90, 55)], Percent.FromPoints(30), new SpecialDividend(TwoStocks.Next, TwoStocks.A, 10, Percent.FromPoints(10)));
        Assert.Equal(1052.631578947, index.Levels[^1].Price, 9);
        Assert.Equal(1052.631578947, index.Levels[^1].Gross, 9);
        Assert.Equal(1047.368421053, index.Levels[^1].Net, 9);
    }

    [Fact]
    public void ExplainedMove_IsOpeningWeightTimesReturnTimesLevel() // Wednesday: A is 105m of 205m; both double their step from there
    {
        var index = Of([105, 115.5], [50, 49]).Calculate(Wednesday).Value;
        var move = ExplainedMove.On(index, TestMarket.Day(Wednesday)).Value;
        Assert.Equal((1025.0, 1067.5), (move.LevelBefore, Math.Round(move.Level, 9)));
        Assert.Equal([A, B], move.Members.Select(member => member.Instrument.Value));
        Assert.Equal([52.5, -10], move.Members.Select(member => Math.Round(member.Points, 9)));
        Assert.Equal([51.219512195, 48.780487805], move.Members.Select(member => Math.Round(member.Weight.Points, 9)));
        Assert.Equal([10, -2], move.Members.Select(member => Math.Round(member.Return!.Value.Points, 9)));
        Assert.Equal([1.219512195, -1.219512195], move.Members.Select(member => Math.Round(member.Drift.Points, 9)));
        Assert.Equal(42.5, move.Move, 9);
        Assert.Equal(0, move.Residual, 9);
        Assert.Equal(TestMarket.Day(Monday), move.Reviewed);
    }

    [Fact]
    public void ExplainedMove_IsOnAdjustedLastCloses() // A opens at 90 without the special dividend; it closes at 99: 10% of 90m of 190m
    {
        var index = Of([99], [50]).Action(A, Tuesday, "special", cash: 10).Calculate(Tuesday).Value;
        var move = ExplainedMove.On(index, TestMarket.Day(Tuesday)).Value;
        Assert.Equal(10, move.Members[0].Return!.Value.Points, 9);
        Assert.Equal(1000 * 9 / 190.0, move.Members[0].Points, 9);
        Assert.Equal(move.Move, move.Members[0].Points, 9);
    }

    [Fact]
    public void ExplainedMove_DriftsFromTheLastReview()
    {
        var review = new ReviewDates(TestMarket.Day(Tuesday), TestMarket.Day(Tuesday), TestMarket.Day(Wednesday), ReviewKind.Rebalance);
        var index = Of([120, 132, 132], [50, 50, 50]).Calculate(Thursday, Book(version => version with { Weighting = Weighting.Equal }, review)).Value;
        var move = ExplainedMove.On(index, TestMarket.Day(Thursday)).Value;
        Assert.Equal(TestMarket.Day(Wednesday), move.Reviewed);
        Assert.Equal(100 * ((1.1 / 2.1) - 0.5), move.Members.Single(member => member.Instrument.Value == A).Drift.Points, 9);
    }

    [Fact]
    public void ExplainedMove_NeedsASessionBefore()
    {
        var index = Of([100], [50]).Calculate(Tuesday).Value;
        Assert.Equal("2025-03-03 is the base day of the calculation of TEST; a move needs a session before it.", ExplainedMove.On(index, TestMarket.Day(Monday)).Problem!.Message);
        Assert.Equal("2025-03-08 is no session of the calculation of TEST from 2025-03-03 to 2025-03-04.", ExplainedMove.On(index, TestMarket.Day("2025-03-08")).Problem!.Message);
    }

    [Fact]
    public void Contributions_OfASpan_AddUpToItsMove()
    {
        var index = Of([105, 60], [50, 49]).Split(A, Wednesday, 2).Calculate(Wednesday).Value;
        var parts = Contributions.Over(index, TestMarket.Day(Monday), TestMarket.Day(Wednesday)).Value;
        Assert.Equal([100, -10], parts.Members.Select(part => Math.Round(part.Points, 9)));
        Assert.Equal(0, parts.Residual, 9);
    }
}
