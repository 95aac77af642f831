using System.Text.Json;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>The split of a return into earnings, multiple, dividends and currency.</summary>
public class ReratingTests
{
    [SharedFact]
    public void Rerating_AgreesWithTheVector() // misc_formula_vectors.json, "rerating_log": base R 4.2.2 arithmetic; F is local units for one of the base currency
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder!, "vectors", "misc_formula_vectors.json")));
        var vector = vectors.RootElement.GetProperty("rerating_log");
        double Input(string name) => vector.GetProperty("inputs").GetProperty(name).GetDouble();
        var market = new TestMarket().Equity("XTST:S")
            .Closes("XTST:S", ("2024-03-04", Input("P0")), ("2024-09-04", 110), ("2025-03-04", Input("P1")))
            .Observed("XTST:S", "eps_trailing", "HKD", ("2024-03-04", Input("E0")), ("2025-03-04", Input("E1")))
            .Action("XTST:S", "2024-09-04", "cash", cash: Input("D"), currency: "HKD")
            .Fx("USD", "HKD", ("2024-03-04", Input("F0")), ("2025-03-04", Input("F1"))).Build();
        double Part(string part, string form = "log") => market.Value($"rerating(XTST:S, 2024-03-04..2025-03-04, part={part}, in={form}, currency=USD) @ 2025-03-04") / 100;

        Assert.Equal(vector.GetProperty("eps").GetDouble(), Part("earnings"), 12);
        Assert.Equal(vector.GetProperty("multiple").GetDouble(), Part("multiple"), 12);
        Assert.Equal(vector.GetProperty("dividend").GetDouble(), Part("dividends"), 12);
        Assert.Equal(vector.GetProperty("fx").GetDouble(), Part("fx"), 12);
        Assert.Equal(vector.GetProperty("total").GetDouble(), Part("total"), 12);
        Assert.Equal(vector.GetProperty("simple_total").GetDouble(), Part("total", "simple"), 12);
    }

    [Theory]
    [InlineData("part=earnings", 9.53101798043249)] // 10 -> 11: ln 1.1
    [InlineData("part=multiple", 18.2321556793955)] // 10 -> 12: ln 1.2
    [InlineData("part=total", 27.763173659828)] // ln 1.32
    [InlineData("part=earnings, in=scaled", 10.9855083251938)] // ln 1.1 × 0.32 / ln 1.32
    [InlineData("part=multiple, in=scaled", 21.0144916748063)]
    [InlineData("part=total, in=scaled", 32)]
    [InlineData("part=earnings, in=simple", 10)]
    [InlineData("part=multiple, in=simple", 20)]
    [InlineData("part=cross, in=simple", 2)]
    [InlineData("part=total, in=simple", 32)]
    [InlineData("part=multiple, on=price_to_book", -24.1162056816888)] // 2 -> 1.5714 = 132 / 84: ln (132 / 168)
    public void Rerating_IsAsWorkedByHand(string arguments, double expected) => Assert.Equal(expected, Market().Value($"rerating(XTST:S, 2025-01-31..2025-03-31, {arguments}) @ 2025-03-31"), 9);

    [Fact]
    public void Rerating_MovesTheLastMultipleWithThePrice() // P/E 12 of 2025-03-31 at 132 stands for earnings of 11; at 143 it is 13
    {
        var answer = Market().Ask("rerating(XTST:S, 2025-01-31..2025-04-15) @ 2025-04-15");

        Assert.Equal(100 * Math.Log(1.3), answer.Value.Value, 9);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains("pe_trailing of 2025-03-31 is moved with the price to 2025-04-15", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("XTST:L", "book value (price_to_book), as there are no earnings above zero at both ends: The pe_trailing of XTST:L for 2025-01-31 is not above zero", 69.3147180559945)] // P/E -5; P/B 1 -> 2
    [InlineData("XTST:N", "sales (price_to_sales), as there are no earnings above zero at both ends: The package has no observations 'pe_trailing' of XTST:N", 69.3147180559945)] // neither earnings nor book; P/S 3 -> 6
    public void Rerating_FallsBackAndSaysSo(string id, string words, double expected)
    {
        var answer = Market().Ask($"rerating({id}, 2025-01-31..2025-03-31) @ 2025-03-31");

        Assert.Equal(expected, answer.Value.Value, 9);
        Assert.Contains(answer.Working.Conventions, sentence => sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Rerating_AcrossASplitComparesLikeWithLike() // 100 then 66 after 2 for 1 is 32% up; earnings for one share 10 then 5.5
    {
        var market = new TestMarket().Equity("XTST:S").Split("XTST:S", "2025-03-03", 2)
            .Closes("XTST:S", ("2025-01-31", 100), ("2025-02-14", 110), ("2025-03-31", 66))
            .Action("XTST:S", "2025-02-14", "cash", cash: 3, currency: "HKD")
            .Observed("XTST:S", "eps_trailing", "HKD", ("2025-01-31", 10), ("2025-03-31", 5.5)).Build();
        double Part(string part) => market.Value($"rerating(XTST:S, 2025-01-31..2025-03-31, part={part}) @ 2025-03-31");

        Assert.Equal([100 * Math.Log(1.1), 100 * Math.Log(1.2), 100 * Math.Log(67.5 / 66)], new[] { Part("earnings"), Part("multiple"), Part("dividends") }, (expected, actual) => Math.Abs(expected - actual) < 1e-9);
    }

    [Fact]
    public void Rerating_TakesDividendsFromTheAdjustedSeries() // adjusted 90 -> 132, price 100 -> 132: 1 / 0.9
    {
        var days = new[] { TestMarket.Day("2025-01-31"), TestMarket.Day("2025-03-31") };
        var market = new TestMarket().Equity("XTST:S").Bars("XTST:S", null, days, (PriceField.Close, [100, 132]), (PriceField.Adjusted, [90, 132]))
            .Observed("XTST:S", "pe_trailing", "ratio", ("2025-01-31", 10), ("2025-03-31", 12)).Build();

        Assert.Equal(100 * Math.Log(1 / 0.9), market.Value("rerating(XTST:S, 2025-01-31..2025-03-31, part=dividends) @ 2025-03-31"), 9);
        Assert.Equal(100 * Math.Log(132 / 90.0), market.Value("rerating(XTST:S, 2025-01-31..2025-03-31, part=total) @ 2025-03-31"), 9);
        Assert.Equal(100 * Math.Log(1.32), market.Value("rerating(XTST:S, 2025-01-31..2025-03-31, part=total, basis=price) @ 2025-03-31"), 9);
    }

    [Theory]
    [InlineData("rerating(XTST:S, 2025-01-31..2025-03-31, part=dividends) @ 2025-03-31", ProblemKind.NoData, "tells no dividends of XTST:S")]
    [InlineData("rerating(XTST:S, 2025-01-31..2025-03-31, basis=total) @ 2025-03-31", ProblemKind.NoData, "an adjusted close")]
    [InlineData("rerating(XTST:S, 2025-01-31..2025-03-31, part=fx) @ 2025-03-31", ProblemKind.Invalid, "currency=USD")]
    [InlineData("rerating(XTST:S, 2025-01-31..2025-03-31, part=cross) @ 2025-03-31", ProblemKind.Invalid, "in=simple")]
    [InlineData("rerating(XTST:S, 2025-01-31..2025-03-31, currency=USD) @ 2025-03-31", ProblemKind.NoData, "no rates from HKD to USD")]
    [InlineData("rerating(XTST:L, 2025-01-31..2025-03-31, on=pe_trailing) @ 2025-03-31", ProblemKind.Undefined, "not above zero")]
    [InlineData("rerating(XTST:B, 2025-01-31..2025-03-31) @ 2025-03-31", ProblemKind.NoData, "field pe_trailing, or eps_trailing for one share")]
    [InlineData("rerating(XTST:S, 2024-12-30..2025-03-31) @ 2025-03-31", ProblemKind.NoData, "begins on 2025-01-31")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var problem = Market().Problem(expression);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_AddInEveryForm() => Property.Holds(random =>
    {
        double Factor() => random.Next(5) == 0 ? 1 : Math.Exp((random.NextDouble() - 0.5) * 2);
        var parts = new ReratingParts(Factor(), Factor(), Factor(), Factor());
        double[] logs = [.. new[] { parts.Earnings, parts.Multiple, parts.Dividends, parts.Exchange }.Select(value => Math.Log(value))];

        Assert.Equal(Math.Log(1 + parts.Simple), logs.Sum(), 1e-12);
        Assert.Equal(parts.Log, logs.Sum(), 1e-12);
        Assert.Equal(parts.Simple, logs.Sum(log => log * parts.Scale), 1e-10);
        Assert.Equal(parts.Simple, parts.Earnings + parts.Multiple + parts.Dividends + parts.Exchange - 4 + parts.Cross, 1e-10);
    });

    [Fact]
    public void Rerating_AddsToTheReturnOnRandomMarkets() => Property.Holds(
        random =>
        {
            double Draw(double low, double width) => low + (random.NextDouble() * width);
            double[] closes = [Draw(20, 50), Draw(20, 50), Draw(20, 50)];
            var market = new TestMarket().Equity("XTST:S").Equity("XTST:D", "USD");
            var days = new[] { TestMarket.Day("2025-01-31"), TestMarket.Day("2025-02-28"), TestMarket.Day("2025-03-31") };
            market.Bars("XTST:S", null, days, (PriceField.Close, closes), (PriceField.Adjusted, [.. closes.Select(close => close * Draw(0.9, 0.1))]))
                .Observed("XTST:S", "pe_trailing", "ratio", ("2025-01-31", Draw(5, 30)), ("2025-03-03", Draw(5, 30)))
                .Fx("USD", "HKD", ("2025-01-31", Draw(7, 2)), ("2025-02-28", Draw(7, 2)), ("2025-03-31", Draw(7, 2)));
            var evaluator = new Evaluator(market.Build());
            var span = random.Next(2) == 0 ? "2025-01-31..2025-03-31" : "2025-02-28..2025-03-31";
            double Value(string part, string form) => evaluator.Evaluate(SampleMarket.Parse($"rerating(XTST:S, {span}, part={part}, in={form}, currency=USD) @ 2025-03-31")).Value.Value;
            string[] parts = ["earnings", "multiple", "dividends", "fx"];

            Assert.Equal(Value("total", "log"), parts.Sum(part => Value(part, "log")), 9);
            Assert.Equal(Value("total", "simple"), parts.Sum(part => Value(part, "scaled")), 9);
            Assert.Equal(Value("total", "simple"), parts.Sum(part => Value(part, "simple")) + Value("cross", "simple"), 9);
            Assert.Equal(evaluator.Evaluate(SampleMarket.Parse($"return(XTST:S, {span}, basis=total, currency=USD) @ 2025-03-31")).Value.Value, Value("total", "simple"), 9);
        },
        60);

    private static Market Market() => new TestMarket().Equity("XTST:S").Equity("XTST:L").Equity("XTST:N").Equity("XTST:B")
        .Closes("XTST:S", ("2025-01-31", 100), ("2025-03-31", 132), ("2025-04-15", 143))
        .Closes("XTST:L", ("2025-01-31", 10), ("2025-03-31", 20)).Closes("XTST:N", ("2025-01-31", 10), ("2025-03-31", 20)).Closes("XTST:B", ("2025-01-31", 10), ("2025-03-31", 20))
        .Observed("XTST:S", "pe_trailing", "ratio", ("2025-01-31", 10), ("2025-03-31", 12))
        .Observed("XTST:S", "price_to_book", "ratio", ("2025-01-31", 2), ("2025-03-31", 132 / 84.0))
        .Observed("XTST:L", "pe_trailing", "ratio", ("2025-01-31", -5), ("2025-03-31", 40))
        .Observed("XTST:L", "price_to_book", "ratio", ("2025-01-31", 1), ("2025-03-31", 2))
        .Observed("XTST:N", "price_to_sales", "ratio", ("2025-01-31", 3), ("2025-03-31", 6)).Build();
}
