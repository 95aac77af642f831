using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>An index of four stocks over one week, small enough to count by hand; the pages of docs/methodology work their examples on it.</summary>
/// <remarks>
/// Closes, Monday 2025-03-03 to Friday: A 10 11 12 12 15, B 20 19 19 20 22, C 40 40 44 42 42, D 30 33 30 27 and suspended on Friday.
/// The index has 4, 1, 1 and 1 units of them, a divisor of 1.3 and is quoted at 100 on Monday and 112 on Friday.
/// </remarks>
internal static class FourStocks
{
    public static readonly string[] Days = ["2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06", "2025-03-07"];

    public static TestMarket Market()
    {
        var market = new TestMarket()
            .Index("IX", "XTST").Place("XTST", "XTST").Equity("XTST:A").Equity("XTST:B").Equity("XTST:C").Equity("XTST:D")
            .Closes("IX", ("2025-03-03", 100), ("2025-03-07", 112))
            .Action("XTST:D", "2025-03-07", "suspend")
            .Divisor("IX", "2025-03-03", 1.3)
            .Shares("XTST:A", "2025-01-01", 1000).Shares("XTST:B", "2025-01-01", 1000).Shares("XTST:C", "2025-01-01", 1425).Shares("XTST:D", "2025-01-01", 1000)
            .Observed("XTST", "turnover", "HKD", ("2025-03-04", 200), ("2025-03-05", 100))
            .Observed("XTST", "market_cap", "HKD k", ("2025-03-04", 300));
        Add(market, "XTST:A", 4, [10, 11, 12, 12, 15], [100, 100, 100, 100, 100], [10, 30, 20, 20, 20]);
        Add(market, "XTST:B", 1, [20, 19, 19, 20, 22], [100, 300, 100, 100, 100], [10, 20, 20, 20, 20]);
        Add(market, "XTST:C", 1, [40, 40, 44, 42, 42], [100, 50, 100, 100, 100], [10, 40, 20, 20, 20]);
        Add(market, "XTST:D", 1, [30, 33, 30, 27], [100, 200, 100, 100], [10, 10, 20, 20]);
        return market;
    }

    private static void Add(TestMarket market, string id, double units, double[] closes, double[] volumes, double[] turnovers)
    {
        market.Member("IX", id, "2025-03-03", null, units);
        market.Bars(id, null, [.. Days.Take(closes.Length).Select(TestMarket.Day)], (PriceField.Close, closes), (PriceField.Volume, volumes), (PriceField.Turnover, turnovers));
    }
}
