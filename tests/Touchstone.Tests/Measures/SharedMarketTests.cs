using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>Published moves of the shared package's market; its SOURCES.md gives each.</summary>
public class SharedMarketTests
{
    private static readonly Lazy<Market> Market = new(() => Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);

    [SharedTheory]
    [InlineData("return(HSTECH, 1d) @ 2025-02-14", 5.557, 3)]
    [InlineData("return(HSTECH, ytd) @ 2025-02-14", 23.68, 2)]
    [InlineData("return(HSI, 1d) @ 2025-02-14", 3.695, 3)]
    [InlineData("return(HSI, ytd) @ 2025-02-14", 12.76, 2)]
    [InlineData("return(IXIC, 1d) @ 2025-01-27", -3.07, 2)]
    [InlineData("return(XNAS:NVDA, 1d) @ 2025-01-27", -16.97, 2)]
    [InlineData("pe(SSEC) @ 2025-02-14", 14.50, 2)]
    [InlineData("pe(SPX) @ 2025-02-14", 29.22, 2)]
    [InlineData("level(0700.HK) @ 2025-02-14", 474.8, 9)]
    [InlineData("return(STAR50, 2026-01)", 12.29, 2)]
    [InlineData("market-value-change(XNAS:NVDA, 1d) @ 2025-01-27", -592.658e9, -6)] // 24.49 billion * (118.42 - 142.62)
    [InlineData("contribution(HSTECH, 1810.HK, 1d) @ 2025-02-14", 37.0, 1)]
    [InlineData("contribution(HSTECH, 9988.HK, 1d) @ 2025-02-14", 31.0, 1)]
    [InlineData("contribution(HSTECH, 0700.HK, 1d) @ 2025-02-14", 28.7, 1)]
    [InlineData("contribution(HSTECH, 0981.HK, 1d) @ 2025-02-14", -4.0, 1)]
    [InlineData("contribution(HSTECH, 1810.HK, 1d, in=rank) @ 2025-02-14", 1, 9)]
    [InlineData("index-level(HSTECH) @ 2025-02-14", 5526.22, 2)]
    public void Value_IsAsPublished(string expression, double expected, int digits)
    {
        var value = Market.Value.Value(expression);

        Assert.True(Math.Abs(value - expected) <= 0.5000001 * Math.Pow(10, -digits), $"{value} is not {expected}");
    }

    [SharedFact]
    public void Return_FromTheMissingHalfDay_SaysThatItStandsIn() =>
        Assert.True(Market.Value.Ask("return(XHKG:9988, ytd) @ 2025-02-14").Working.StandIn);

    [SharedFact]
    public void Return_OverTheYearsWithoutACloseInThePackage_AsksForTheTotalReturn() =>
        Assert.Equal(ProblemKind.Basis, Market.Value.Problem("return(XHKG:9988, 2023)").Kind);
}
