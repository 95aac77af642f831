using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Market value added, with prices, currency and new shares told apart.</summary>
public class ValueAddedTests
{
    private const string Span = "2025-01-31..2025-03-31";

    [Theory]
    [InlineData("XTST:A", "", 1600)] // 120 × 55 - 100 × 50
    [InlineData("XTST:A", ", part=price", 500)] // 100 × 5
    [InlineData("XTST:A", ", part=issuance", 1100)] // 20 × 55
    [InlineData("XTST:A", ", currency=HKD", 15440)] // 6600 × 8.4 - 5000 × 8
    [InlineData("XTST:A", ", part=price, currency=HKD", 4000)] // 100 × 5 × 8
    [InlineData("XTST:A", ", part=fx, currency=HKD", 2200)] // 100 × 55 × 0.4
    [InlineData("XTST:A", ", part=issuance, currency=HKD", 9240)] // 20 × 55 × 8.4
    [InlineData("XTST:B", "", -100)] // 2 for 1: 200 × 9.5 - 100 × 20
    [InlineData("XTST:B", ", part=price", -100)]
    [InlineData("XTST:B", ", part=issuance", 0)]
    [InlineData("IX", "", 1500)] // A and B, members at the base
    [InlineData("IX", ", part=issuance", 1100)]
    [InlineData("IX", ", members=end", 1720)] // A and D, 1600 + 120
    [InlineData("XTST", ", part=price", 520)] // A 500, B -100, D 120
    [InlineData("XTST", ", part=issuance", 700)] // A 1100, C listed at 30 × 20, E delisted at -50 × 20
    public void Value_IsAsWorkedByHand(string subject, string arguments, double expected) => Assert.Equal(expected, Market().Build().Value($"value-added({subject}, {Span}{arguments}) @ 2025-03-31"), 9);

    [Fact]
    public void Value_OfAMarketIsThePublishedOneWhereThereIsOne()
    {
        var market = Market().Observed("XTST", "market_cap", "USD bn", ("2025-01-31", 4), ("2025-03-31", 5)).Build();

        Assert.Equal(1e9, market.Value($"value-added(XTST, {Span}) @ 2025-03-31"), 0);
        Assert.Equal(10e9, market.Value($"value-added(XTST, {Span}, currency=HKD) @ 2025-03-31"), 0); // 5 × 8.4 - 4 × 8
        Assert.Equal(520, market.Value($"value-added(XTST, {Span}, part=price) @ 2025-03-31"), 9);
    }

    [Fact]
    public void Value_OfAMarketTakesTheFigureOfAWeekendAfterTheClose() // a Saturday and a Sunday that end their months
    {
        var market = Market().Observed("XTST", "market_cap", "USD bn", ("2025-05-31", 4), ("2025-06-30", 4.2), ("2025-08-31", 5)).Build();

        Assert.Equal(1e9, market.Value("value-added(XTST, 2025-05-30..2025-08-29) @ 2025-08-31"), 0);
    }

    [Fact]
    public void Value_SaysWhoCameAndWent()
    {
        var conventions = Market().Build().Ask($"value-added(XTST, {Span}) @ 2025-03-31").Working.Conventions;

        Assert.Contains("XTST:C has closes from 2025-02-28 on, within the span, and counts as a listing: its whole value is issuance.", conventions);
        Assert.Contains("XTST:E left the market on 2025-03-03 (delist), within the span: its whole value is issuance.", conventions);
    }

    [Theory]
    [InlineData("2025-04-30", "is of 2025-03-31, 30 days old")]
    [InlineData("2025-03-14", "fall on the market_cap of 2025-02-28")]
    public void Value_OfAMarketNeedsFiguresOfItsEnds(string end, string words)
    {
        var market = Market().Observed("XTST", "market_cap", "USD bn", ("2025-01-31", 4), ("2025-02-28", 4.5), ("2025-03-31", 5)).Build();
        var problem = market.Problem($"value-added(XTST, 2025-02-28..{end}) @ {end}");

        Assert.Equal(ProblemKind.NoData, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value-added(XTST:N, 1m)", ProblemKind.NoData, "no share count of XTST:N")]
    [InlineData("value-added(LIST, " + Span + ")", ProblemKind.NoData, "1 of 2 stocks of LIST cannot be valued (XTST:N)")]
    [InlineData("value-added(MIXED, " + Span + ")", ProblemKind.Basis, "priced in HKD, USD")]
    [InlineData("value-added(XTST:A, " + Span + ", part=fx)", ProblemKind.Invalid, "currency=USD")]
    [InlineData("value-added(XTST:A, " + Span + ", currency=EUR)", ProblemKind.NoData, "no rates from USD to EUR")]
    [InlineData("value-added(NONE, " + Span + ")", ProblemKind.NoData, "no stock of NONE")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var market = Market().Equity("XTST:N", "USD").Closes("XTST:N", ("2025-01-31", 1), ("2025-03-31", 2)).Member("LIST", "XTST:A", "2025-01-01").Member("LIST", "XTST:N", "2025-01-01").Index("LIST", "XTST", "USD")
            .Equity("XHKG:H").Closes("XHKG:H", ("2025-01-31", 1), ("2025-03-31", 2)).Shares("XHKG:H", "2024-01-01", 1).Member("MIXED", "XTST:A", "2025-01-01").Member("MIXED", "XHKG:H", "2025-01-01").Index("MIXED", "XTST", "USD")
            .Index("NONE", "XTST");
        var problem = market.Build().Problem(expression + " @ 2025-03-31");

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_AddToTheChangeOfMarketValue() => Property.Holds(
        random =>
        {
            double Draw(double low, double width) => low + (random.NextDouble() * width);
            var market = new TestMarket().Index("IX", "XTST", "USD");
            var ids = Enumerable.Range(0, random.Next(1, 6)).Select(i => $"XTST:{i}").ToArray();
            foreach (var id in ids)
            {
                var split = random.Next(3) == 0 ? 4 : 1;
                market.Equity(id, "USD").Closes(id, ("2025-01-31", Draw(10, 90)), ("2025-03-31", Draw(10, 90) / split)).Shares(id, "2024-01-01", random.Next(1, 1000)).Member("IX", id, "2025-01-01");
                if (split > 1)
                {
                    market.Split(id, "2025-02-14", split);
                }

                if (random.Next(2) == 0)
                {
                    market.Shares(id, "2025-02-20", random.Next(1, 4000));
                }
            }

            market.Fx("USD", "HKD", ("2025-01-31", Draw(7, 1)), ("2025-03-31", Draw(7, 1)));
            var evaluator = new Evaluator(market.Build());
            double Value(string expression) => evaluator.Evaluate(SampleMarket.Parse(expression + " @ 2025-03-31")).Value.Value;

            Assert.Equal(Value($"market-value-change({ids[0]}, {Span})"), Value($"value-added({ids[0]}, {Span}, part=price)") + Value($"value-added({ids[0]}, {Span}, part=issuance)"), 6);
            Assert.Equal(Value($"value-added(IX, {Span}, currency=HKD)"), new[] { "price", "fx", "issuance" }.Sum(part => Value($"value-added(IX, {Span}, part={part}, currency=HKD)")), 5);
            Assert.Equal(Value($"value-added(IX, {Span})"), ids.Sum(id => Value($"value-added({id}, {Span})")), 6);
        },
        60);

    private static TestMarket Market() => new TestMarket().Place("XTST", "XTST").Index("IX", "XTST", "USD")
        .Equity("XTST:A", "USD").Equity("XTST:B", "USD").Equity("XTST:C", "USD").Equity("XTST:D", "USD").Equity("XTST:E", "USD")
        .Closes("XTST:A", ("2025-01-31", 50), ("2025-02-28", 52), ("2025-03-31", 55)).Shares("XTST:A", "2024-01-01", 100).Shares("XTST:A", "2025-03-01", 120)
        .Closes("XTST:B", ("2025-01-31", 20), ("2025-03-31", 9.5)).Shares("XTST:B", "2024-01-01", 100).Split("XTST:B", "2025-02-17", 2)
        .Closes("XTST:C", ("2025-02-28", 18), ("2025-03-31", 20)).Shares("XTST:C", "2025-02-28", 30)
        .Closes("XTST:D", ("2025-01-31", 10), ("2025-03-31", 12)).Shares("XTST:D", "2024-01-01", 60)
        .Closes("XTST:E", ("2025-01-31", 20), ("2025-02-28", 19)).Shares("XTST:E", "2024-01-01", 50).Action("XTST:E", "2025-03-03", "delist")
        .Fx("USD", "HKD", ("2025-01-31", 8), ("2025-03-31", 8.4))
        .Member("IX", "XTST:A", "2025-01-01").Member("IX", "XTST:B", "2025-01-01", "2025-03-01").Member("IX", "XTST:D", "2025-03-01");
}
