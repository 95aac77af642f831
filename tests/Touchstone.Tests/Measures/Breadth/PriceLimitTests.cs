using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Members locked at a price limit: counted apart where the package states the limit, claimed nowhere else.</summary>
public class PriceLimitTests
{
    [Theory]
    [InlineData("limit-locked", 2)]
    [InlineData("limit-up", 1)]
    [InlineData("limit-down", 1)]
    [InlineData("advancers", 1)] // C touched the limit and traded below it in the day
    [InlineData("decliners", 1)] // D was at one price all day, and not at the limit
    public void Breadth_CountsLockedMembersApart(string figure, double expected) =>
        Assert.Equal(expected, Market("percent").Value($"breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D, figure={figure})"));

    [Fact]
    public void Breadth_WithoutAStatedLimit_CountsThemAsMoved()
    {
        var market = Market(null);

        Assert.Equal(2, market.Value("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D)"));
        Assert.Equal(ProblemKind.NoData, market.Problem("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D, figure=limit-up)").Kind);
        Assert.Contains(market.Ask("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D)").Working.Conventions, sentence => sentence.StartsWith("The package states no price limit", StringComparison.Ordinal));
    }

    [Fact]
    public void Breadth_RefusesALimitInAnotherUnit() =>
        Assert.Contains("expected percent of the previous close", Market("ratio").Problem("breadth(XTST:A, 1d, XTST:B, XTST:C, XTST:D)").Message, StringComparison.Ordinal);

    [Fact]
    public void Breadth_OverSeveralSessions_CountsByTheCloses() =>
        Assert.Equal(2, Market("percent").Value("breadth(XTST:A, 2025-02-28..2025-03-04, XTST:B, XTST:C, XTST:D) @ 2025-03-04"));

    // 10.05 * 1.1 = 11.055, rounded half away from zero to 11.06; 8.55 * 0.9 = 7.695, to 7.70. The stock's own limit of 20% goes before its exchange's.
    private static Market Market(string? unit)
    {
        var market = new TestMarket().Place("XTST", "XTST").Equity("XTST:A").Equity("XTST:B").Equity("XTST:C").Equity("XTST:D");
        Add(market, "XTST:A", 10.05, 11.06, 11.06, 11.06);
        Add(market, "XTST:B", 8.55, 7.70, 7.70, 7.70);
        Add(market, "XTST:C", 20.00, 22.00, 21.50, 22.00);
        Add(market, "XTST:D", 20.00, 18.00, 18.00, 18.00);
        return unit is null
            ? market.Build()
            : market.Observed("XTST", "price_limit", unit, ("2020-01-01", 10)).Observed("XTST:D", "price_limit", unit, ("2020-01-01", 20)).Build();
    }

    private static void Add(TestMarket market, string id, double before, double high, double low, double close) => market.Bars(
        id, null, [TestMarket.Day("2025-02-28"), TestMarket.Day("2025-03-03"), TestMarket.Day("2025-03-04")],
        (PriceField.Close, [before, before, close]), (PriceField.High, [before, before, high]), (PriceField.Low, [before, before, low]));
}
