using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The older Nasdaq-100 rule. Numbers were worked by hand from the rule as documented.</summary>
public class LargeStockScalingTests
{
    private static readonly LargeStockScaling Nasdaq = new(Percent.FromPoints(24), Percent.FromPoints(20), Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40));

    [Fact]
    public void Apply_ScalesLargeStocksTowardsTheAverage() // one of 30% and 99 of 70/99%: 30 -> 20, all others are small and alike, so 1 is spread
    {
        // Freed are 10 points. f = 1% / (70/99 %) = 99/70; the k-th of 99 rises by (f - 1)(1 - (k - 1)/99); all that sums to 14.64 points, more than 10, so it is scaled back.
        var capped = Caps.Apply(Names([30, .. Enumerable.Repeat(70.0 / 99, 99)]), Nasdaq).Value;
        Assert.Equal(0.2, capped.Members[0].After.Fraction, 12);
        var lift = (70.0 / 99 / 100) * ((99.0 / 70) - 1);
        var part = 0.1 / (lift * 50); // the sum of 1 - (k - 1)/99 over k = 1 … 99 is 50
        Assert.Equal((70.0 / 99 / 100) + (lift * part), capped.Members[1].After.Fraction, 12);
        Assert.Equal((70.0 / 99 / 100) + (lift * part / 99), capped.Members[99].After.Fraction, 12);
        Assert.Equal(1, capped.Rounds);
    }

    [Fact]
    public void Apply_GoesOnToTheSum() // 26, 14, 12, 8 and 96 of 40/96%: first 26 -> 20, then those above 4.5% sum to 48.24, more than 48
    {
        var capped = Caps.Apply(Names([26, 14, 12, 8, .. Enumerable.Repeat(40.0 / 96, 96)]), Nasdaq).Value;

        // k = 19/25 leaves 20, 10.88, 9.36 and 6.32: 46.56 in sum, which is within 48.
        Assert.Equal([0.2, 0.1088, 0.0936, 0.0632], capped.Members.Take(4).Select(member => Math.Round(member.After.Fraction, 12)));

        // 26, 16, 14, 10: k = 19/25 leaves 20, 12.4, 10.88, 7.84 = 51.12; k = (40 - 4) / (51.12 - 4) = 36/47.12 puts the sum at 40.
        var second = Caps.Apply(Names([26, 16, 14, 10, .. Enumerable.Repeat(34.0 / 96, 96)]), Nasdaq).Value;
        Assert.Equal(0.4, second.Members.Take(4).Sum(member => member.After.Fraction), 12);
        Assert.Equal(0.01 + (0.19 * 36 / 47.12), second.Members[0].After.Fraction, 12);
        Assert.Equal(0.01 + (0.0684 * 36 / 47.12), second.Members[3].After.Fraction, 12);
    }

    [Fact]
    public void Apply_LiftsSmallStocksOneAfterTheOther() // five names, average 20%: 50 -> 35, the small are 18, 14, 10 and 8 and take 15
    {
        var rule = new LargeStockScaling(Percent.FromPoints(40), Percent.FromPoints(35), Percent.FromPoints(90), Percent.FromPoints(90), Percent.FromPoints(90));
        var capped = Caps.Apply(Names([50, 18, 14, 10, 8]), rule).Value;

        // Round 1, f = 20/18: + 2, + 14/9 × 3/4 = 7/6, + 10/9 × 1/2 = 5/9, + 8/9 × 1/4 = 2/9: 71/18 of 15.
        // Round 2, from 91/6: f = 120/91, + 29/6, + 95/9 × 29/91 × 2/3, + 74/9 × 29/91 × 1/3.
        // Round 3 lifts the fourth name to the average as far as 15 goes.
        double[] after = [.. capped.Members.Select(member => member.After.Points)];
        Assert.Equal([35, 20, 20], after.Take(3).Select(weight => Math.Round(weight, 9)));
        var (third, fourth) = ((95.0 / 9) * (1 + (29.0 / 91 * 2 / 3)), (74.0 / 9) * (1 + (29.0 / 91 / 3)));
        var (up, half) = (20 - third, fourth * ((20 / third) - 1) / 2);
        var part = (25 - third - fourth) / (up + half);
        Assert.Equal(third + (up * part), after[3], 9);
        Assert.Equal(fourth + (half * part), after[4], 9);
        Assert.Equal(3, capped.Rounds);
    }

    [Fact]
    public void Apply_WithinTheLimits_DoesNothing() => Assert.Equal(0, Caps.Apply(Names([24, .. Enumerable.Repeat(1.0, 76)]), Nasdaq).Value.Rounds);

    [Fact]
    public void Apply_ThatCannotHold_IsAProblem()
    {
        Assert.EndsWith("That cannot hold: the average of 4 names is 25%, not below 20%.", Caps.Apply(Names([60, 20, 10, 10]), Nasdaq).Problem!.Message, StringComparison.Ordinal);
        Assert.EndsWith("That cannot hold: 10 names at the average of 10% sum to 100%, not below 40%.", Caps.Apply(Names([.. Enumerable.Repeat(10.0, 10)]), Nasdaq).Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 24, 48, 40)]
    [InlineData(24, 20, 40, 48)]
    [InlineData(24, 0, 48, 40)]
    public void Rule_RefusesLimitsInTheWrongOrder(double trigger, double cap, double limit, double target) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LargeStockScaling(Percent.FromPoints(trigger), Percent.FromPoints(cap), Percent.FromPoints(4.5), Percent.FromPoints(limit), Percent.FromPoints(target)));

    [Fact]
    public void Apply_KeepsLimitsOrderAndSum() => Property.Holds(random =>
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => Math.Exp((i < 8 ? 6 : 2) * random.NextDouble()))];
        var capped = Caps.Apply(Names(values), Nasdaq).Value.Members;
        double[] weights = [.. capped.Select(member => member.After.Fraction)];
        Assert.Equal(1, weights.Sum(), 12);
        Assert.True(Nasdaq.Holds([.. Names(values)], weights));
        var byValue = capped.OrderBy(member => member.Before).ToArray();
        Assert.All(byValue.Zip(byValue.Skip(1)), pair => Assert.True(pair.Second.After.Fraction >= pair.First.After.Fraction * (1 - 1e-12)));
        Assert.All(capped.Where(member => member.Before.Fraction <= 0.01), member => Assert.InRange(member.After.Fraction, member.Before.Fraction * (1 - 1e-12), 0.01 * (1 + 1e-12)));
    });

    [Fact]
    public void Draws_BindMostly() => Assert.InRange(
        Enumerable.Range(1, 200).Count(seed => new Random(seed) is var random && Caps.Apply(Names([.. Enumerable.Range(0, 100).Select(i => Math.Exp((i < 8 ? 6 : 2) * random.NextDouble()))]), Nasdaq).Value.Rounds > 0), 50, 200);

    private static CapCandidate[] Names(double[] values) => [.. values.Select((value, i) => new CapCandidate(new InstrumentId($"N{i:000}"), value))];
}
