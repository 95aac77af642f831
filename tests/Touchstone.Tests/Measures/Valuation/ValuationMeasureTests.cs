using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>A multiple against its own history, against growth, against bonds, and of many members together.</summary>
public class ValuationMeasureTests
{
    [Theory]
    [InlineData("z-score(XTST:A, pe_trailing, all) @ 2025-03-31", 1.13389341902768)] // 10, 11, 15: mean 12, variance 14 / 2, so 3 / √7
    [InlineData("z-score(XTST:A, pe_trailing, 2025-02-01..2025-03-31) @ 2025-03-31", 0.70710678118655)] // 11, 15: 2 / √8
    [InlineData("equity-risk-premium(XTST:A, GOV) @ 2025-03-31", 4.1666666666667)] // 100 / 15 - 2.5
    [InlineData("equity-risk-premium(XTST:A, GOV, on=price_to_book) @ 2025-03-31", 47.5)] // 100 / 2 - 2.5
    [InlineData("peg(XTST:A, growth=eps_growth) @ 2025-03-31", 0.75)] // 15 / 20
    public void Value_IsAsWorkedByHand(string expression, double expected) =>
        Assert.Equal(expected, Market().Value(expression), 9);

    [Fact]
    public void Peg_MakesTheGrowthYearly() // 10 -> 12 at a P/E of 20: earnings 0.5 -> 0.6 in 367 days; 1.2 ^ (365.25 / 367) - 1 = 19.896%
    {
        var market = new TestMarket().Equity("XTST:G").Closes("XTST:G", ("2024-03-29", 10), ("2025-03-29", 11), ("2025-03-31", 12))
            .Observed("XTST:G", "pe_trailing", "ratio", ("2024-03-29", 20), ("2025-03-31", 20)).Build();

        Assert.Equal(1.0052413, market.Value("peg(XTST:G, 2024-03-29..2025-03-31) @ 2025-03-31"), 6);
    }

    [Theory]
    [InlineData("", 16)] // A 30 + B 50 of value over 2 + 3 of earnings
    [InlineData(", losses=zero", 20)] // C's 20 of value joins: 100 / 5
    [InlineData(", losses=in", 25)] // and its loss of 1: 100 / 4
    [InlineData(", on=price_to_book", 2)] // 100 / (15 + 25 + 10)
    public void AggregatePe_IsAsWorkedByHand(string arguments, double expected) => Assert.Equal(expected, Market().Value($"aggregate-pe(IX{arguments}) @ 2025-03-31"), 9);

    [Fact]
    public void AggregatePe_NamesWhomItLeavesOut() => Assert.Contains(
        "1 of 3 members, 20% of the value, have no pe_trailing above zero (XTST:C); they count on neither side.", Market().Ask("aggregate-pe(IX) @ 2025-03-31").Working.Conventions);

    [Fact]
    public void AggregatePe_OfAListCountsMarketValues() => Assert.Equal(16, Market().Value("aggregate-pe(LIST) @ 2025-03-31"), 9); // shares 1 and 5 as the units

    [Fact]
    public void AggregatePe_IsTheWeightedHarmonicMean() => Property.Holds(
        random =>
        {
            var market = new TestMarket().Index("IX", "XTST");
            var (value, earnings) = (0.0, 0.0);
            for (var member = 0; member < random.Next(1, 12); member++)
            {
                var (units, close, multiple) = (random.Next(1, 100), 1 + (random.NextDouble() * 90), (random.NextDouble() * 60) - 10);
                market.Equity($"XTST:{member}").Closes($"XTST:{member}", ("2025-03-31", close)).Observed($"XTST:{member}", "pe_trailing", "ratio", ("2025-03-31", multiple))
                    .Member("IX", $"XTST:{member}", "2025-03-31", null, units);
                value += multiple > 0 ? units * close : 0;
                earnings += multiple > 0 ? units * close / multiple : 0;
            }

            var answer = market.Build().Ask("aggregate-pe(IX) @ 2025-03-31");

            Assert.Equal(earnings > 0, answer.HasValue);
            Assert.True(!answer.HasValue || Math.Abs((answer.Value.Value * earnings / value) - 1) < 1e-12);
        },
        60);

    [Theory]
    [InlineData("z-score(XTST:C, price_to_book, all) @ 2025-03-31", ProblemKind.Undefined, "has 1 figure from")]
    [InlineData("peg(XTST:A, 2025-02-28..2025-03-31) @ 2025-03-31", ProblemKind.Undefined, "do not grow")]
    [InlineData("peg(XTST:B, growth=eps_growth) @ 2025-03-31", ProblemKind.NoData, "'eps_growth' of XTST:B")]
    [InlineData("peg(XTST:C, 1m) @ 2025-03-31", ProblemKind.Undefined, "not above zero")]
    [InlineData("equity-risk-premium(XTST:C, GOV) @ 2025-03-31", ProblemKind.Undefined, "needs one above zero")]
    [InlineData("equity-risk-premium(XTST:A, GOV, yield_30y) @ 2025-03-31", ProblemKind.NoData, "'yield_30y' of GOV")]
    [InlineData("equity-risk-premium(XTST:A, XTST:A, price_to_book) @ 2025-03-31", ProblemKind.Undefined, "in x; a yield is needed in percent")]
    [InlineData("aggregate-pe(IX, losses=in, on=price_to_sales) @ 2025-03-31", ProblemKind.NoData, "sales_per_share of XTST:A")]
    [InlineData("aggregate-pe(IX, on=price_to_sales) @ 2025-03-31", ProblemKind.NoData, "no current price_to_sales of any of the 3 members")]
    [InlineData("aggregate-pe(LOSSES) @ 2025-03-31", ProblemKind.Undefined, "together have no earnings above zero")]
    [InlineData("aggregate-pe(IX, currency=USD) @ 2025-03-31", ProblemKind.NoData, "to USD: rows of the role `fx`")]
    [InlineData("aggregate-pe(NONE) @ 2025-03-31", ProblemKind.NoData, "`constituents`")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var problem = Market().Problem(expression);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    private static Market Market() => new TestMarket().Index("IX", "XTST").Index("LIST", "XTST").Index("NONE", "XTST").Index("LOSSES", "XTST").Place("GOV").Equity("XTST:A").Equity("XTST:B").Equity("XTST:C")
        .Closes("XTST:A", ("2025-01-31", 30), ("2025-02-28", 30), ("2025-03-31", 30)).Closes("XTST:B", ("2025-03-31", 10)).Closes("XTST:C", ("2025-02-28", 10), ("2025-03-31", 10))
        .Observed("XTST:A", "pe_trailing", "ratio", ("2025-01-31", 10), ("2025-02-28", 11), ("2025-03-31", 15))
        .Observed("XTST:A", "eps_growth", "percent", ("2025-03-31", 20))
        .Observed("XTST:B", "eps_trailing", "HKD", ("2025-03-31", 0.6)) // 10 / 0.6
        .Observed("XTST:C", "pe_trailing", "ratio", ("2025-02-28", -20), ("2025-03-31", -20))
        .Observed("XTST:A", "price_to_book", "ratio", ("2025-03-31", 2)).Observed("XTST:B", "price_to_book", "ratio", ("2025-03-31", 2)).Observed("XTST:C", "price_to_book", "ratio", ("2025-03-31", 2))
        .Observed("GOV", "yield_10y", "percent", ("2025-03-31", 2.5))
        .Shares("XTST:A", "2024-01-01", 1).Shares("XTST:B", "2024-01-01", 5)
        .Member("IX", "XTST:A", "2025-01-01", null, 1).Member("IX", "XTST:B", "2025-01-01", null, 5).Member("IX", "XTST:C", "2025-01-01", null, 2)
        .Member("LOSSES", "XTST:C", "2025-01-01", null, 1).Member("LIST", "XTST:A", "2025-01-01").Member("LIST", "XTST:B", "2025-01-01").Build();
}
