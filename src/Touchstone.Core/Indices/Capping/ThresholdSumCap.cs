using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The names above a threshold, taken together, stay within a limit; when they do not, they are scaled to a target.</summary>
/// <remarks>
/// S = names above x; when their sum W exceeds the limit, w × target / W in S and w × (1 - target) / (1 - W) elsewhere. A name outside S that would be
/// lifted above x is fixed at x and what it cannot take is spread over the others outside S (our reading: the published rule names the sums, not this case).
/// Source: Nasdaq-100 quarterly test, above 4.5%: 48% to 40%, as filed in fund prospectuses; UCITS 5/10/40 has the same form.
/// </remarks>
public sealed record ThresholdSumCap : CapRule
{
    /// <summary>Makes the cap.</summary>
    /// <param name="threshold">The weight x above which a name is counted; above 0%, at most 100%.</param>
    /// <param name="limit">The sum that sets off the cap when exceeded; above 0%, at most 100%.</param>
    /// <param name="target">The sum after the cap, not above the limit; null for the limit.</param>
    public ThresholdSumCap(Percent threshold, Percent limit, Percent? target = null)
    {
        Threshold = Limit(threshold, nameof(threshold));
        Sum = Limit(limit, nameof(limit));
        Target = target is { } sum ? Limit(sum, nameof(target)) : Sum;
        if (Target > Sum)
        {
            throw new ArgumentOutOfRangeException(nameof(target), Target, $"A target is not above the limit of {Sum}.");
        }
    }

    /// <summary>The weight above which a name is counted.</summary>
    public Percent Threshold { get; }

    /// <summary>The sum that sets off the cap.</summary>
    public Percent Sum { get; }

    /// <summary>The sum after the cap.</summary>
    public Percent Target { get; }

    /// <inheritdoc/>
    public override string Words => $"Names above {Threshold.Points:0.####}% sum to at most {Sum.Points:0.####}%, otherwise to {Target.Points:0.####}%.";

    internal override bool Holds(ImmutableArray<CapCandidate> names, double[] weights) => Above(weights).Sum(i => weights[i]) <= Sum.Fraction * (1 + Slack);

    internal override Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var above = Above(weights);
        var rest = Enumerable.Range(0, weights.Length).Except(above).ToArray();
        if (rest.Length * Threshold.Fraction < 1 - Target.Fraction - Slack)
        {
            return CannotHold($"{rest.Length} other names at {Threshold.Points:0.####}% cannot take the remaining {100 - Target.Points:0.####}%.");
        }

        var total = above.Sum(i => weights[i]);
        var (spread, rounds) = Spread.Within([.. rest.Select(i => weights[i])], [.. rest.Select(_ => Threshold.Fraction)], 1 - Target.Fraction, Slack);
        var capped = new double[weights.Length];
        foreach (var i in above)
        {
            capped[i] = weights[i] * (Target.Fraction / total);
        }

        for (var k = 0; k < rest.Length; k++)
        {
            capped[rest[k]] = spread[k];
        }

        return new CapStep(capped, rounds + 1).AsAnswer();
    }

    private int[] Above(double[] weights) => [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > Threshold.Fraction * (1 + Slack))];
}
