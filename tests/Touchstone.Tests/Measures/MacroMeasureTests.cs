using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class MacroMeasureTests
{
    private static readonly string[] Quarters = ["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"];

    /// <summary>Nominal is real times deflator: growth adds exactly in logs, compounds in percent, and each follows from the other two.</summary>
    [Fact]
    public void NominalRealAndDeflator_AddUpInLogs() => Property.Holds(random =>
    {
        var (real, price) = (Draw(random, 200), Draw(random, 100));
        var nominal = real.Zip(price, (volume, level) => volume * level / 100).ToArray();
        var all = Market(("gdp_nominal", nominal), ("gdp_real", real), ("gdp_deflator", price));

        foreach (var window in new[] { "2024", "2024-Q3", "1y", "all" })
        {
            double Logs(string figure) => all.Value($"macro-growth(C, {window}, {figure}, in=logs)");
            double Percent(string figure) => all.Value($"macro-growth(C, {window}, {figure})");

            Assert.Equal(0, all.Value($"growth-identity(C, {window})"), 9);
            Assert.Equal(Logs("nominal"), Logs("real") + Logs("deflator"), 9);
            Assert.Equal(1 + (Percent("nominal") / 100), (1 + (Percent("real") / 100)) * (1 + (Percent("deflator") / 100)), 11);
            Assert.Equal(Percent("nominal"), Market(("gdp_real", real), ("gdp_deflator", price)).Value($"macro-growth(C, {window}, nominal)"), 9);
            Assert.Equal(Percent("real"), Market(("gdp_nominal", nominal), ("gdp_deflator", price)).Value($"macro-growth(C, {window}, real)"), 9);
            Assert.Equal(Percent("deflator"), Market(("gdp_nominal", nominal), ("gdp_real", real)).Value($"macro-growth(C, {window}, deflator)"), 9);
        }
    });

    [Theory]
    [InlineData("growth(C, x, 2024-Q2)", 20)] // 132 / 110: the ends of March and June, a Sunday both
    [InlineData("growth(C, x, 1y) @ 2024-12-31", 65)]
    [InlineData("growth(C, x, 2024-03-31..2024-12-31)", 50)]
    [InlineData("growth(C, x, since:2024-01-01)", 65)] // from the figure before that day
    [InlineData("growth(C, x, 2024-Q2) @ 2025-01-20", 20)]
    [InlineData("growth(C, x, last-year) @ 2025-02-14", 65)]
    public void Growth_TakesTheFiguresAtBothEnds(string expression, double expected) =>
        Assert.Equal(expected, Market(("x", [100, 110, 132, 150, 165])).Value(expression), 9);

    [Fact]
    public void Growth_WithinOneFigure_IsUndefined() => Assert.Equal(ProblemKind.Undefined, Market(("x", [100, 110, 132, 150, 165])).Problem("growth(C, x, 5d) @ 2024-12-20").Kind);

    [Fact]
    public void Growth_OfALoss_IsUndefined() => Assert.Equal(ProblemKind.Undefined, Market(("x", [-100, 110, 132, 150, 165])).Problem("growth(C, x, 2024)").Kind);

    [Fact]
    public void Growth_OfAYearNotOver_IsPending() => Assert.Equal(ProblemKind.Pending, Market(("x", [100, 110, 132, 150, 165])).Problem("growth(C, x, 2024) @ 2024-12-30").Kind);

    [Fact]
    public void Growth_FromBeforeTheFigures_IsNoData() => Assert.Equal(ProblemKind.NoData, Market(("x", [100, 110, 132, 150, 165])).Problem("growth(C, x, 2023)").Kind);

    [Fact]
    public void RealGrowth_WithOneOfThree_NamesWhatWouldDo() =>
        Assert.Contains("gdp_nominal and gdp_deflator together", Market(("gdp_nominal", [100, 110, 132, 150, 165])).Problem("macro-growth(C, 2024, real)").Message, StringComparison.Ordinal);

    private static Market Market(params (string Field, double[] Values)[] series)
    {
        var market = new TestMarket().Place("C");
        foreach (var (field, values) in series)
        {
            market.Observed("C", field, field.EndsWith("deflator", StringComparison.Ordinal) ? "index" : "CNY bn", [.. Quarters.Zip(values)]);
        }

        return market.Build();
    }

    private static double[] Draw(Random random, double start) => [.. Quarters.Select(_ => start *= 0.9 + (random.NextDouble() * 0.2))];
}
