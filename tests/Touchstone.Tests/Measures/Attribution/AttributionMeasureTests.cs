using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Linked contributions, allocation and selection, and the currency split, on markets small enough to work by hand.</summary>
public class AttributionMeasureTests
{
    private const string Span = "2025-01-31..2025-03-31";

    [Theory]
    [InlineData("linked-contribution(IX, XTST:A, SPAN)", 10.7460293436283)] // 5 × [0.1 / ln 1.1] + 5.5
    [InlineData("linked-contribution(IX, XTST:B, SPAN)", -0.7460293436283)] // -5 × [0.1 / ln 1.1] + 4.5
    [InlineData("linked-contribution(IX, XTST:A, SPAN, linking=menchero)", 10.6220221204254)] // 5 × 0.05 / (√1.1 - 1) + 5.5
    [InlineData("linked-contribution(IX, XTST:A, SPAN, periods=change)", 10.5)] // one period: 2.1 of 20
    [InlineData("linked-contribution(IX, XTST:A, SPAN, XTST:B)", 10)]
    [InlineData("linked-contribution(IX, XTST:A, SPAN, in=share)", 107.460293436283)]
    public void LinkedContribution_IsAsWorkedByHand(string expression, double expected) =>
        Assert.Equal(expected, TwoMonths().Value(expression.Replace("SPAN", Span, StringComparison.Ordinal) + " @ 2025-03-31"), 9);

    [Fact]
    public void LinkedContribution_ShowsTheResidual() // quoted 2002 for 2000 at the end: 10.1% against 10%
    {
        var steps = TwoMonths().Ask($"linked-contribution(IX, XTST:A, {Span}) @ 2025-03-31").Working.Steps;

        Assert.Equal(["2025-01-31 to 2025-02-28", "2025-02-28 to 2025-03-31", "linked contribution", "all members", "return", "residual"], steps.Select(step => step.Name));
        Assert.Equal([5.24602934, 5.5, 10.74602934, 10, 10.1, 0.1], steps.Select(step => Math.Round(step.Value, 8)));
    }

    [Theory]
    [InlineData("effect=allocation, group=tools", 2.6666666666667)] // (0.6 - 1/3) × (20% - 10%)
    [InlineData("effect=allocation, group=boats", 1.3333333333333)] // (0.4 - 2/3) × (5% - 10%)
    [InlineData("effect=selection, group=tools", -3.3333333333333)] // 1/3 × (10% - 20%)
    [InlineData("effect=selection, group=boats", 0)]
    [InlineData("effect=interaction", -2.6666666666667)] // (0.6 - 1/3) × (10% - 20%)
    [InlineData("effect=allocation", 4)]
    [InlineData("effect=total", -2)] // 8% - 10%
    [InlineData("by=line, effect=allocation, group=xtst:a", 0)] // no counterpart in the benchmark: 0.6 × (10% - 10%)
    [InlineData("by=line, effect=allocation, group=xtst:b", -3.3333333333333)] // -1/3 × (20% - 10%)
    [InlineData("by=issuer, effect=allocation, group=acorn", 2.6666666666667)]
    [InlineData("by=exchange, effect=selection", -2)] // one group: 8% - 10%
    [InlineData("effect=residual", 0.5)] // quoted 1085, so 8.5%
    public void Brinson_IsAsWorkedByHand(string arguments, double expected) =>
        Assert.Equal(expected, Groups().Value($"brinson-fachler(IP, 2025-03-03..2025-03-04, IB, {arguments}) @ 2025-03-04"), 9);

    [Theory]
    [InlineData("effect=allocation", 3)] // premium 10% - 2% against 6% - 1%
    [InlineData("effect=currency", 6.1)] // 1.02 × 1.05 - 1 against 1%
    [InlineData("effect=cross", 0.4)] // 8% × 5%
    [InlineData("effect=total", 9.5)] // 1.10 × 1.05 - 1 against 6%
    [InlineData("effect=currency, group=USD", 6.1)]
    public void CurrencyAttribution_IsAsWorkedByHand(string arguments, double expected) =>
        Assert.Equal(expected, Currencies().Value($"currency-attribution(FAR, 2024-03-04..2025-03-04, NEAR, HKD, cash=deposit_rate, {arguments}) @ 2025-03-04"), 9);

    [Fact]
    public void CurrencyAttribution_LeavesInterestWithTheMarketWhenNoneIsAsked() // 10% - 6%, 5%, 10% × 5%
    {
        var market = Currencies();
        double Value(string effect) => market.Value($"currency-attribution(FAR, 2024-03-04..2025-03-04, NEAR, HKD, effect={effect}) @ 2025-03-04");

        Assert.Equal([4, 5, 0.5], new[] { Value("allocation"), Value("currency"), Value("cross") }, (expected, actual) => Math.Abs(expected - actual) < 1e-9);
    }

    [Fact]
    public void Attribution_CountsTwoCurrenciesInOne() // 15.5% against 6%; the list has no divisor, so no residual
    {
        Assert.Equal(9.5, Currencies().Value("brinson-fachler(FAR, 2024-03-04..2025-03-04, NEAR, by=currency, currency=HKD) @ 2025-03-04"), 9);
        Assert.Equal(15.5, Currencies().Value("linked-contribution(FAR, XTST:X, 2024-03-04..2025-03-04, currency=HKD, periods=change) @ 2025-03-04"), 9);
    }

    [Theory]
    [InlineData("linked-contribution(IP, XTST:B, 1d) @ 2025-03-04", ProblemKind.Undefined, "no member of IP")]
    [InlineData("linked-contribution(NONE, XTST:A, 1d) @ 2025-03-04", ProblemKind.NoData, "`units` in rows of the role `constituents` would settle it")]
    [InlineData("brinson-fachler(IP, 1d, IB, by=size) @ 2025-03-04", ProblemKind.NoData, "no classification 'size'")]
    [InlineData("brinson-fachler(IP, 1d, IB, by=theme) @ 2025-03-04", ProblemKind.Undefined, "XTST:A is in 2 groups of 'theme' on 2025-03-04 (cheap, old)")]
    [InlineData("brinson-fachler(IP, 1d, IB, group=soup) @ 2025-03-04", ProblemKind.Undefined, "the groups are Boats, Tools")]
    [InlineData("brinson-fachler(IP, 1d, IB, group=tools, effect=residual) @ 2025-03-04", ProblemKind.Invalid, "belongs to no group")]
    [InlineData("brinson-fachler(IP, 1d, NONE) @ 2025-03-04", ProblemKind.NoData, "no units of NONE")]
    public void Problem_SaysWhy(string expression, ProblemKind kind, string words)
    {
        var problem = Groups().Problem(expression);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brinson-fachler(FAR, 1d, NEAR, by=currency)", ProblemKind.Basis, "priced in USD and those of NEAR in HKD")]
    [InlineData("brinson-fachler(FAR, 2024-03-04..2025-03-04, NEAR, by=currency, effect=residual, currency=HKD)", ProblemKind.NoData, "`divisors` would settle")]
    [InlineData("currency-attribution(FAR, 1d, NEAR, EUR)", ProblemKind.NoData, "no rates from USD to EUR")]
    [InlineData("currency-attribution(FAR, 2024-03-04..2025-03-04, NEAR, HKD, cash=bill_rate)", ProblemKind.NoData, "'bill_rate' of HKD")]
    [InlineData("currency-attribution(FAR, 2024-03-04..2025-03-04, NEAR, HKD, group=EUR)", ProblemKind.Undefined, "priced in HKD, USD")]
    public void Problem_NamesTheCurrency(string expression, ProblemKind kind, string words)
    {
        var problem = Currencies().Problem(expression);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkedContributions_AddToTheReturn() => Property.Holds(
        random =>
        {
            var market = RandomIndices.Build(random);
            var options = $"linking={(random.Next(2) == 0 ? "carino" : "menchero")}, periods={new[] { "change", "month", "session" }[random.Next(3)]}";
            var evaluator = new Evaluator(market);
            var answers = RandomIndices.Stocks.Select(stock => evaluator.Evaluate(SampleMarket.Parse($"linked-contribution(OWN, {stock}, 2025-01-09..2025-04-28, {options}) @ 2025-04-30"))).Where(answer => answer.HasValue).ToArray();
            var level = evaluator.Evaluate(SampleMarket.Parse("return(OWN, 2025-01-09..2025-04-28) @ 2025-04-30")).Value.Value;
            var steps = answers[0].Working.Steps;

            Assert.Equal(steps.Single(step => step.Name == "all members").Value, answers.Sum(answer => answer.Value.Value), 9);
            Assert.Equal(level, answers.Sum(answer => answer.Value.Value) + steps.Single(step => step.Name == "residual").Value, 9);
            Assert.InRange(steps.Single(step => step.Name == "residual").Value, -0.01, 0.01); // the levels are rounded to two decimals
        },
        60);

    [Fact]
    public void Contributions_AddToTheMove() => Property.Holds(
        random =>
        {
            var evaluator = new Evaluator(RandomIndices.Build(random));
            var answers = RandomIndices.Stocks.Select(stock => evaluator.Evaluate(SampleMarket.Parse($"contribution(OWN, {stock}, 2025-01-09..2025-04-28) @ 2025-04-30"))).Where(answer => answer.HasValue).ToArray();
            var steps = answers[0].Working.Steps;

            Assert.Equal(evaluator.Evaluate(SampleMarket.Parse("points(OWN, 2025-01-09..2025-04-28) @ 2025-04-30")).Value.Value, answers.Sum(answer => answer.Value.Value) + steps.Single(step => step.Name == "residual").Value, 8);
            Assert.InRange(steps.Single(step => step.Name == "residual").Value, -0.011, 0.011);
        },
        60);

    [Fact]
    public void BrinsonEffects_AddToTheExcess() => Property.Holds(
        random =>
        {
            var evaluator = new Evaluator(RandomIndices.Build(random));
            var options = $"linking={(random.Next(2) == 0 ? "carino" : "menchero")}, periods={new[] { "change", "month", "session" }[random.Next(3)]}, by={new[] { "industry", "line" }[random.Next(2)]}";
            double Value(string effect) => evaluator.Evaluate(SampleMarket.Parse($"brinson-fachler(OWN, 2025-01-09..2025-04-28, OTHER, effect={effect}, {options}) @ 2025-04-30")).Value.Value;
            var parts = new[] { "allocation", "selection", "interaction" }.Sum(Value);

            Assert.Equal(Value("total"), parts, 9);
            Assert.Equal(evaluator.Evaluate(SampleMarket.Parse("excess(OWN, 2025-01-09..2025-04-28, OTHER) @ 2025-04-30")).Value.Value, parts + Value("residual"), 9);
            Assert.InRange(Value("residual"), -0.02, 0.02);
        },
        60);

    [Fact]
    public void CurrencyEffects_AddToTheExcess() => Property.Holds(
        random =>
        {
            var evaluator = new Evaluator(TwoCurrencies(random));
            var options = $"linking={(random.Next(2) == 0 ? "carino" : "menchero")}, periods={(random.Next(2) == 0 ? "change" : "month")}";
            var cash = random.Next(2) == 0 ? ", cash=deposit_rate" : "";
            double Value(string expression) => evaluator.Evaluate(SampleMarket.Parse($"{expression} @ 2025-03-31")).Value.Value;
            var parts = new[] { "allocation", "selection", "interaction", "currency", "cross" }.Sum(effect => Value($"currency-attribution(OWN, {Span}, OTHER, HKD, effect={effect}, {options}{cash})"));

            Assert.Equal(Value($"currency-attribution(OWN, {Span}, OTHER, HKD, {options}{cash})"), parts, 9);
            Assert.Equal(Value($"brinson-fachler(OWN, {Span}, OTHER, by=line, currency=HKD, {options})"), parts, 9); // the same excess, split another way
        },
        60);

    /// <summary>Two lists without divisors over stocks in two currencies, with new units in March.</summary>
    private static Market TwoCurrencies(Random random)
    {
        var market = new TestMarket().Index("OWN", "XTST").Index("OTHER", "XTST");
        double Draw(double low, double width) => low + (random.NextDouble() * width);
        for (var stock = 0; stock < 6; stock++)
        {
            var id = $"XTST:{stock}";
            market.Equity(id, stock % 2 == 0 ? "USD" : "HKD").Closes(id, ("2025-01-31", Draw(5, 50)), ("2025-02-28", Draw(5, 50)), ("2025-03-31", Draw(5, 50)));
            foreach (var list in new[] { "OWN", "OTHER" }.Where(_ => stock < 2 || random.Next(3) > 0))
            {
                market.Member(list, id, "2025-01-31", "2025-03-03", random.Next(1, 50)).Member(list, id, "2025-03-03", null, random.Next(1, 50));
            }
        }

        return market.Fx("USD", "HKD", ("2025-01-31", Draw(7, 1)), ("2025-02-28", Draw(7, 1)), ("2025-03-31", Draw(7, 1)))
            .Observed("USD", "deposit_rate", "percent", ("2025-01-31", 4.3), ("2025-02-28", 4.1)).Observed("HKD", "deposit_rate", "percent", ("2025-01-31", 3.2), ("2025-02-28", 3.3)).Build();
    }

    private static Market TwoMonths() => new TestMarket().Index("IX", "XTST").Equity("XTST:A").Equity("XTST:B")
        .Closes("IX", ("2025-01-31", 2000), ("2025-02-28", 2000), ("2025-03-31", 2202))
        .Closes("XTST:A", ("2025-01-31", 10), ("2025-02-28", 11), ("2025-03-31", 12.1))
        .Closes("XTST:B", ("2025-01-31", 10), ("2025-02-28", 9), ("2025-03-31", 9.9))
        .Member("IX", "XTST:A", "2025-01-31", null, 1).Member("IX", "XTST:B", "2025-01-31", null, 1).Divisor("IX", "2025-01-31", 0.01).Build();

    private static Market Groups() => new TestMarket().Index("IP", "XTST").Index("IB", "XTST").Index("NONE", "XTST")
        .Line("XTST:A", "Acorn").Line("XTST:B", "Acorn").Line("XTST:C", "Cedar")
        .Classified("XTST:A", "industry", "Tools", "2020-01-01").Classified("XTST:B", "industry", "Tools", "2020-01-01").Classified("XTST:C", "industry", "Boats", "2020-01-01")
        .Classified("XTST:A", "theme", "old", "2020-01-01").Classified("XTST:A", "theme", "cheap", "2020-01-01")
        .Closes("IP", ("2025-03-03", 1000), ("2025-03-04", 1085)).Closes("IB", ("2025-03-03", 1000), ("2025-03-04", 1100))
        .Closes("XTST:A", ("2025-03-03", 10), ("2025-03-04", 11)).Closes("XTST:B", ("2025-03-03", 10), ("2025-03-04", 12)).Closes("XTST:C", ("2025-03-03", 20), ("2025-03-04", 21))
        .Member("IP", "XTST:A", "2025-03-03", null, 3).Member("IP", "XTST:C", "2025-03-03", null, 1).Divisor("IP", "2025-03-03", 0.05)
        .Member("IB", "XTST:B", "2025-03-03", null, 1).Member("IB", "XTST:C", "2025-03-03", null, 1).Divisor("IB", "2025-03-03", 0.03).Build();

    private static Market Currencies() => new TestMarket().Index("FAR", "XTST").Index("NEAR", "XTST").Equity("XTST:X", "USD").Equity("XTST:Y")
        .Fx("USD", "HKD", ("2024-03-04", 8), ("2025-03-04", 8.4))
        .Observed("USD", "deposit_rate", "percent", ("2024-03-04", 2)).Observed("HKD", "deposit_rate", "percent", ("2024-03-04", 1))
        .Closes("XTST:X", ("2024-03-04", 10), ("2025-03-04", 11)).Closes("XTST:Y", ("2024-03-04", 100), ("2025-03-04", 106))
        .Member("FAR", "XTST:X", "2024-03-04", null, 1).Member("NEAR", "XTST:Y", "2024-03-04", null, 1).Divisor("NEAR", "2024-03-04", 1).Build();
}
