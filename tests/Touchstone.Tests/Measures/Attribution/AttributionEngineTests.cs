using System.Text.Json;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Linking, Brinson–Fachler and Karnosky–Singer on numbers alone.</summary>
public class AttributionEngineTests
{
    [SharedFact]
    public void Carino_AgreesWithTheVector() // misc_formula_vectors.json, "carino": base R 4.2.2 arithmetic
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder!, "vectors", "misc_formula_vectors.json")));
        var vector = vectors.RootElement.GetProperty("carino");
        double[] returns = [.. vector.GetProperty("period_returns").EnumerateArray().Select(item => item.GetDouble())];
        double[][] parts = [.. vector.GetProperty("contributions").EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetDouble()).ToArray())];

        var linked = Linked(LinkingMethod.Carino, returns, new double[returns.Length], parts);

        Assert.Equal(vector.GetProperty("linked").EnumerateArray().Select(item => item.GetDouble()), linked, Near);
        Assert.Equal(vector.GetProperty("total").GetDouble(), linked.Sum(), 14);
    }

    [Theory]
    [InlineData(LinkingMethod.Carino)]
    [InlineData(LinkingMethod.Menchero)]
    public void Coefficient_OfOnePeriodIsOne(LinkingMethod method) => Assert.Equal(1, Assert.Single(Linking.Coefficients(method, [0.07], [0.02]).Value), 14);

    [Fact]
    public void Menchero_IsAsWorkedByHand() // 21% over two periods of 10%: M = (0.21 / 2) / (1.1 - 1) = 1.05, no correction is left
    {
        Assert.Equal([1.05, 1.05], Linking.Coefficients(LinkingMethod.Menchero, [0.1, 0.1]).Value, Near);
    }

    [Fact]
    public void Menchero_CorrectsByTheExcess() // R = 0 over +100% and -50%: M = 1 at the limit, c = (0 - 0.5) / 1.25 = -0.4, so 1 - 0.4 × 1 and 1 + 0.4 × 0.5
    {
        Assert.Equal([0.6, 1.2], Linking.Coefficients(LinkingMethod.Menchero, [1, -0.5]).Value, Near);
    }

    [Fact]
    public void Carino_TakesTheLimitWhereNothingIsInExcess() // the whole is 1.25 on both sides, the periods 1.25 and 1: 1.25 / 1.25 and 1.25 / 1
    {
        Assert.Equal([1, 1.25], Linking.Coefficients(LinkingMethod.Carino, [0.25, 0], [0.25, 0]).Value, Near);
    }

    [Fact]
    public void Linking_RefusesALossOfEverything() => Assert.Equal(ProblemKind.Undefined, Linking.Coefficients(LinkingMethod.Carino, [0.1, -1]).Problem?.Kind);

    [Fact]
    public void Linking_AddsExactly() => Property.Holds(random =>
    {
        var count = random.Next(1, 40);
        var isFlat = random.Next(8) == 0;
        var parts = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => isFlat ? 0 : (random.NextDouble() - 0.5) * 0.2).ToArray()).ToArray();
        var benchmark = Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? 0 : (random.NextDouble() - 0.5) * 0.3).ToArray();
        var returns = parts.Select((part, period) => benchmark[period] + part.Sum()).ToArray();
        if (returns.Any(value => value <= -0.95))
        {
            return;
        }

        var excess = returns.Aggregate(1.0, (product, value) => product * (1 + value)) - benchmark.Aggregate(1.0, (product, value) => product * (1 + value));
        foreach (var method in Enum.GetValues<LinkingMethod>())
        {
            Assert.Equal(excess, Linking.Coefficients(method, returns, benchmark).Value.Select((factor, period) => factor * parts[period].Sum()).Sum(), 11);
        }
    });

    [Fact]
    public void Brinson_IsAsWorkedByHand()
    {
        // Portfolio 60% at +10%, 40% at -5%: 4%. Benchmark 50% at +8%, 50% at 0%: 4%. So R_b = 4%.
        var effects = BrinsonFachler.Split([new GroupPair(0.6, 0.10, 0.5, 0.08), new GroupPair(0.4, -0.05, 0.5, 0)]);

        Assert.Equal([0.1 * 0.04, -0.1 * -0.04], effects.Select(effect => effect.Allocation), Near);
        Assert.Equal([0.5 * 0.02, 0.5 * -0.05], effects.Select(effect => effect.Selection), Near);
        Assert.Equal([0.1 * 0.02, -0.1 * -0.05], effects.Select(effect => effect.Interaction), Near);
        Assert.Equal(0, effects.Sum(effect => effect.Total), 14);
    }

    [Fact]
    public void Brinson_CountsAGroupOfOneSideAsAllocation() // 20% of a group at +30% that the benchmark, at 5%, does not have: 0.2 × 25%
    {
        var effects = BrinsonFachler.Split([new GroupPair(0.8, 0.05, 1, 0.05), new GroupPair(0.2, 0.30, 0, -7)]);

        Assert.Equal(new BrinsonEffects(0.2 * 0.25, 0, 0).Allocation, effects[1].Allocation, 14);
        Assert.Equal((0, 0), (effects[1].Selection, effects[1].Interaction));
    }

    [Fact]
    public void Brinson_AddsToTheExcess() => Property.Holds(random =>
    {
        var (own, other) = (Weights(random, 7), Weights(random, 7));
        var groups = own.Select((weight, i) => new GroupPair(weight, (random.NextDouble() - 0.4) * 0.5, other[i], (random.NextDouble() - 0.4) * 0.5)).ToArray();

        Assert.Equal(groups.Sum(group => (group.Weight * group.Return) - (group.BenchmarkWeight * group.BenchmarkReturn)), BrinsonFachler.Split(groups).Sum(effect => effect.Total), 13);
    });

    [Fact]
    public void KarnoskySinger_IsAsWorkedByHand()
    {
        // All in A against all in B. A: local 10%, cash 2%, currency +5%. B: local 6%, cash 1%, currency 0.
        // Own: 1.10 × 1.05 - 1 = 15.5%; benchmark 6%. Premiums 8% and 5%; cash abroad 1.02 × 1.05 - 1 = 7.1% and 1%; cross 8% × 5% = 0.4%.
        var effects = KarnoskySinger.Split([new CurrencyPair(1, 0.10, 0, 0, 0.05, 0.02), new CurrencyPair(0, 0, 1, 0.06, 0, 0.01)]);

        Assert.Equal([0.03, 0], effects.Select(effect => effect.Allocation), Near);
        Assert.Equal([0.061, 0], effects.Select(effect => effect.Currency), Near);
        Assert.Equal([0.004, 0], effects.Select(effect => effect.Cross), Near);
        Assert.Equal(0.155 - 0.06, effects.Sum(effect => effect.Total), 14);
    }

    [Fact]
    public void KarnoskySinger_AddsToTheExcess() => Property.Holds(random =>
    {
        var (own, other) = (Weights(random, 5), Weights(random, 5));
        double Draw(double width) => (random.NextDouble() - 0.4) * width;
        var currencies = own.Select((weight, i) => new CurrencyPair(weight, Draw(0.5), other[i], Draw(0.5), Draw(0.2), random.NextDouble() * 0.03)).ToArray();
        var excess = currencies.Sum(one => (one.Weight * (((1 + one.Return) * (1 + one.Exchange)) - 1)) - (one.BenchmarkWeight * (((1 + one.BenchmarkReturn) * (1 + one.Exchange)) - 1)));

        Assert.Equal(excess, KarnoskySinger.Split(currencies).Sum(effect => effect.Total), 13);
    });

    private static double[] Linked(LinkingMethod method, double[] returns, double[] benchmark, double[][] parts)
    {
        var coefficients = Linking.Coefficients(method, returns, benchmark).Value;
        return [.. Enumerable.Range(0, parts[0].Length).Select(member => parts.Select((row, period) => coefficients[period] * row[member]).Sum())];
    }

    /// <summary>Weights that sum to one, some of them zero.</summary>
    private static double[] Weights(Random random, int count)
    {
        var raw = Enumerable.Range(0, count).Select(i => i > 0 && random.Next(4) == 0 ? 0 : random.NextDouble() + 0.01).ToArray();
        return [.. raw.Select(value => value / raw.Sum())];
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-14;
}
