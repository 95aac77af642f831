using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The n largest names stay within a limit in sum; when they do not, they are scaled to a target, and no other name passes the last of them.</summary>
/// <remarks>
/// w × target / W for the n largest of sum W; the others take 1 - target in proportion, each at most the n-th weight (and at most a limit of their own, where
/// given), fixed and spread as in <see cref="SingleCap"/>. Published sources give the conditions (STAR 50 and KWEB: each at most 10%, five largest at most
/// 40%; Nasdaq-100 annual: five largest to 38.5%), not this order: it is our reading.
/// </remarks>
public sealed record TopCap : CapRule
{
    /// <summary>Makes the cap.</summary>
    /// <param name="count">How many names; at least 1.</param>
    /// <param name="limit">The sum that sets off the cap when exceeded; above 0%, at most 100%.</param>
    /// <param name="target">The sum after the cap, not above the limit; null for the limit.</param>
    /// <param name="others">The most that any other name may weigh; null for the n-th weight alone.</param>
    public TopCap(int count, Percent limit, Percent? target = null, Percent? others = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        Sum = Limit(limit, nameof(limit));
        Target = target is { } sum ? Limit(sum, nameof(target)) : Sum;
        Others = others is { } most ? Limit(most, nameof(others)) : null;
        if (Target > Sum)
        {
            throw new ArgumentOutOfRangeException(nameof(target), Target, $"A target is not above the limit of {Sum}.");
        }
    }

    /// <summary>How many names.</summary>
    public int Count { get; }

    /// <summary>The sum that sets off the cap.</summary>
    public Percent Sum { get; }

    /// <summary>The sum after the cap.</summary>
    public Percent Target { get; }

    /// <summary>The most that any other name may weigh once the cap is set off, or null.</summary>
    public Percent? Others { get; }

    /// <inheritdoc/>
    public override string Words => $"The {Count} largest sum to at most {Sum.Points:0.####}%, otherwise to {Target.Points:0.####}%.";

    internal override bool Holds(ImmutableArray<CapCandidate> names, double[] weights) => Ranked(weights).Take(Count).Sum(i => weights[i]) <= Sum.Fraction * (1 + Slack);

    internal override Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var ranked = Ranked(weights);
        var top = ranked.Take(Count).ToArray();
        var rest = ranked.Skip(Count).ToArray();
        var factor = Target.Fraction / top.Sum(i => weights[i]);
        var most = Math.Min(weights[top[^1]] * factor, Others?.Fraction ?? 1);
        if (rest.Length * most < 1 - Target.Fraction - Slack)
        {
            return CannotHold($"{rest.Length} other names at {most * 100:0.####}% cannot take the remaining {100 - Target.Points:0.####}%.");
        }

        var (spread, rounds) = Spread.Within([.. rest.Select(i => weights[i])], [.. rest.Select(_ => most)], 1 - Target.Fraction, Slack);
        var capped = new double[weights.Length];
        foreach (var i in top)
        {
            capped[i] = weights[i] * factor;
        }

        for (var k = 0; k < rest.Length; k++)
        {
            capped[rest[k]] = spread[k];
        }

        return new CapStep(capped, rounds + 1).AsAnswer();
    }

    // Stable: equal weights keep the order of the ids.
    private static int[] Ranked(double[] weights) => [.. Enumerable.Range(0, weights.Length).OrderByDescending(i => weights[i])];
}
