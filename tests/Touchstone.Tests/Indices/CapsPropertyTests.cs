using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>What holds for every capping of random market values by random rules.</summary>
public class CapsPropertyTests
{
    private const int Seeds = 2000;

    [Fact]
    public void Draws_CanMostlyHold() => Assert.InRange(Enumerable.Range(1, Seeds).Count(seed => Draw(new Random(seed)) is var (names, rules) && Caps.Apply(names, rules).HasValue), Seeds / 2, Seeds);

    [Fact]
    public void Apply_GivesWeightsThatSumToOneAndKeepTheCaps() => Property.Holds(random =>
    {
        var (names, rules) = Draw(random);
        if (!Caps.Apply(names, rules).TryValue(out var capped))
        {
            return;
        }

        Assert.Equal(1, capped.Members.Sum(member => member.After.Fraction), 12);
        Assert.All(capped.Members, member => Assert.InRange(member.Factor, 0, 1));
        Assert.Contains(capped.Members, member => member.Factor == 1);
        Assert.All(rules, rule => Assert.True(rule.Holds([.. names.OrderBy(name => name.Instrument)], [.. capped.Members.Select(member => member.After.Fraction)]), rule.Words));
    }, Seeds);

    [Fact]
    public void Apply_ToItsOwnWeights_ChangesNothing() => Property.Holds(random =>
    {
        var (names, rules) = Draw(random);
        if (Caps.Apply(names, rules).TryValue(out var once))
        {
            var groups = names.ToDictionary(name => name.Instrument, name => name.Group);
            var twice = Caps.Apply(once.Members.Select(member => new CapCandidate(member.Instrument, member.After.Fraction, groups[member.Instrument])), rules).Value;
            Same(once, twice);
        }
    }, Seeds);

    [Fact]
    public void Apply_DoesNotDependOnTheUnitOrTheOrder() => Property.Holds(random =>
    {
        var (names, rules) = Draw(random);
        var scaled = names.Select(name => name with { MarketValue = name.MarketValue * 1024 }).OrderBy(_ => random.Next()).ToArray();
        Assert.Equal(Caps.Apply(names, rules).TryValue(out var plain), Caps.Apply(scaled, rules).TryValue(out var other));
        Assert.Equal(plain?.Members.AsEnumerable(), other?.Members.AsEnumerable());
    }, Seeds);

    [Fact]
    public void SingleCap_HoldsWheneverItCan() => Property.Holds(random =>
    {
        var names = Names(random, random.Next(1, 60));
        var limit = (1 + (random.NextDouble() * 2)) / names.Length;
        var capped = Caps.Apply(names, new SingleCap(Percent.FromFraction(Math.Min(1, limit)))).Value;
        Assert.InRange(capped.Rounds, 0, names.Length);
        Assert.All(capped.Members, member => Assert.InRange(member.After.Fraction, 0, limit * (1 + 1e-11)));
    }, Seeds);

    [Fact]
    public void SingleCap_KeepsTheOrderOfTheNames() => Property.Holds(random =>
    {
        var capped = Caps.Apply(Names(random, 30), new SingleCap(Percent.FromPoints(8))).Value.Members.OrderBy(member => member.Before).ToArray();
        Assert.All(capped.Zip(capped.Skip(1)), pair => Assert.True(pair.Second.After.Fraction >= pair.First.After.Fraction * (1 - 1e-12)));
    });

    [Fact]
    public void Factors_TurnMarketValuesIntoTheWeights() => Property.Holds(random =>
    {
        var names = Names(random, 30);
        var capped = Caps.Apply(names, new SingleCap(Percent.FromPoints(8))).Value;
        var values = capped.Members.Select(member => names.Single(name => name.Instrument == member.Instrument).MarketValue * member.Factor).ToArray();
        Assert.All(capped.Members.Zip(values), pair => Assert.Equal(pair.First.After.Fraction, pair.Second / values.Sum(), 12));
    });

    private static (CapCandidate[] Names, CapRule[] Rules) Draw(Random random)
    {
        var names = Names(random, random.Next(10, 80));
        var single = new SingleCap(Percent.FromPoints(random.Next(4, 25)));
        CapRule[] rules = random.Next(5) switch
        {
            0 => [single],
            1 => [single, new TopCap(random.Next(1, 6), Percent.FromPoints(random.Next(20, 60)))],
            2 => [new SingleCap(Percent.FromPoints(20), Percent.FromPoints(24)), new ThresholdSumCap(Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40))],
            3 => [new GroupNameCap([KeyValuePair.Create("A", Percent.FromPoints(random.Next(4, 12)))], Percent.FromPoints(random.Next(8, 30)))],
            _ => [new GroupTotalCap(Percent.FromPoints(random.Next(20, 60)))],
        };
        return (names, rules);
    }

    private static CapCandidate[] Names(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new CapCandidate(new InstrumentId($"N{i:000}"), Math.Exp(6 * random.NextDouble()), random.Next(4) switch { 0 => "A", 1 => "B", 2 => "C", _ => null }))];

    private static void Same(CappedWeights expected, CappedWeights actual)
    {
        Assert.Equal(expected.Members.Length, actual.Members.Length);
        Assert.All(expected.Members.Zip(actual.Members), pair => Assert.Equal(pair.First.After.Fraction, pair.Second.After.Fraction, 12));
    }
}
