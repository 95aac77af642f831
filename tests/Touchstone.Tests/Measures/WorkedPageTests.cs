using System.Globalization;
using System.Text.RegularExpressions;
using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>Every worked example of a page that is written as `expression` = number is what the expression gives on the market that the page describes.</summary>
public partial class WorkedPageTests
{
    public static TheoryData<string> Scenarios => ["scenario-return", "must-believe", "implied-growth", "growth-shock", "duration", "convexity", "fade-value", "residual-income"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Page_OfAScenario_IsRight(string page) => AssertRight(page, new TestMarket()
        .Index("I").Closes("I", ("2025-02-27", 990), ("2025-02-28", 1000))
        .Observed("I", "pe_trailing", "ratio", ("2025-02-28", 20))
        .Observed("I", "price_to_book", "ratio", ("2025-02-28", 2))
        .Observed("I", "dividend_yield", "percent", ("2025-02-28", 4))
        .Build());

    [Fact]
    public void Page_OfBestSince_IsRight() => AssertRight("best-since", new TestMarket().Index("I")
        .Closes("I", ("2025-01-06", 100), ("2025-01-07", 120), ("2025-01-08", 90), ("2025-01-09", 99), ("2025-01-10", 110)).Build());

    [Fact]
    public void Page_OfHighestSince_IsRight() => AssertRight("highest-since", new TestMarket().Place("M")
        .Observed("M", "average_daily_turnover", "USD bn", ("2025-06-30", 200), ("2025-07-31", 250), ("2025-08-31", 300), ("2025-09-30", 240)).Build());

    public static TheoryData<string> Flows => ["average-daily-turnover", "connect-flow", "connect-participation", "connect-quota-use", "flow-z-score", "margin-to-value", "margin-buying-share"];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Page_OfAFlow_IsRight(string page) => AssertRight(page, new TestMarket()
        .Place("M").Place("N")
        .Observed("M", "turnover", "USD", ("2025-02-03", 100), ("2025-02-04", 120), ("2025-02-05", 140))
        .Observed("M", "southbound_buy", "USD", ("2025-02-03", 10), ("2025-02-04", 18), ("2025-02-05", 20))
        .Observed("M", "southbound_sell", "USD", ("2025-02-03", 6), ("2025-02-04", 12), ("2025-02-05", 26))
        .Observed("M", "southbound_quota", "USD", ("2025-02-05", 50))
        .Observed("M", "southbound_quota_balance", "USD", ("2025-02-05", 56))
        .Observed("M", "margin_financing_balance", "USD", ("2025-02-05", 45))
        .Observed("M", "margin_financing_buys", "USD", ("2025-02-03", 9), ("2025-02-04", 9), ("2025-02-05", 18))
        .Observed("M", "market_cap", "USD", ("2025-02-05", 1500))
        .Observed("N", "average_daily_turnover", "USD", ("2025-01-31", 90), ("2025-02-28", 60))
        .Build());

    public static TheoryData<string> Listings => ["listing-return", "listing-excess"];

    [Theory]
    [MemberData(nameof(Listings))]
    public void Page_OfAListing_IsRight(string page) => AssertRight(page, new TestMarket()
        .Equity("XHKG:1").Index("I")
        .Classified("XHKG:1", "listing", "main-board", "2025-01-06")
        .Split("XHKG:1", "2025-02-27", 2)
        .Closes("XHKG:1", ("2025-01-06", 25), ("2025-01-07", 26), ("2025-02-03", 24), ("2025-02-26", 28), ("2025-02-27", 14.5), ("2025-02-28", 15))
        .Observed("XHKG:1", "offer_price", "HKD", ("2025-01-03", 20))
        .Closes("I", ("2025-01-03", 1000), ("2025-01-06", 1010), ("2025-02-03", 1050), ("2025-02-28", 1100))
        .Build());

    public static TheoryData<string> Counts => ["listings", "classified-count", "event-count"];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Page_OfACount_IsRight(string page) => AssertRight(page, new TestMarket()
        .Place("XHKG", "XHKG").Equity("XHKG:1").Equity("XHKG:2").Equity("XHKG:3").Equity("XNYS:4", "USD")
        .Classified("XHKG:1", "listing", "main-board", "2025-01-06")
        .Classified("XHKG:2", "listing", "main-board", "2025-02-14")
        .Classified("XHKG:3", "listing", "growth-board", "2025-02-10", "2025-03-03")
        .Classified("XHKG:3", "listing", "main-board", "2025-03-03")
        .Classified("XNYS:4", "listing", "main-board", "2025-02-12")
        .Event("ipo-filing-a", "2025-01-14").Event("ipo-filing-b", "2025-02-11").Event("ipo-price-a", "2025-02-12").Event("ipology", "2025-02-12")
        .Build());

    public static TheoryData<string> Macro => ["growth", "macro-growth", "growth-identity"];

    [Theory]
    [MemberData(nameof(Macro))]
    public void Page_OfGrowth_IsRight(string page) => AssertRight(page, new TestMarket()
        .Place("C").Place("D")
        .Observed("C", "gdp_nominal", "CNY bn", ("2023-12-31", 200), ("2024-12-31", 208))
        .Observed("C", "gdp_real", "CNY bn", ("2023-12-31", 200), ("2024-12-31", 210))
        .Observed("D", "gdp_nominal", "CNY bn", ("2023-12-31", 200), ("2024-12-31", 208))
        .Observed("D", "gdp_real", "CNY bn", ("2023-12-31", 200), ("2024-12-31", 210))
        .Observed("D", "gdp_deflator", "index", ("2023-12-31", 100), ("2024-12-31", 99))
        .Build());

    private static void AssertRight(string page, Market market)
    {
        var examples = Example().Matches(File.ReadAllText(Repository.PathOf("docs", "methodology", page + ".md")));
        Assert.NotEmpty(examples);
        foreach (Match example in examples)
        {
            var (expression, text) = (example.Groups[1].Value, example.Groups[2].Value);
            var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            var said = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(market.Value(expression) - said) <= (0.5 * Math.Pow(10, -decimals)) + 1e-9, $"{expression} is {market.Value(expression):R}; the page says {text}");
        }
    }

    [GeneratedRegex("`([a-z-]+\\([^`]*)` = (-?[0-9,]*[0-9](?:\\.[0-9]+)?)")]
    private static partial Regex Example();
}
