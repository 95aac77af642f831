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
