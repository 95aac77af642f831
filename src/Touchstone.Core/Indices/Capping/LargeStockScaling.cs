using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Large stocks are scaled towards the average weight until the largest, and the sum of those above a threshold, keep their limits; small ones take what is freed.</summary>
/// <remarks>
/// <para>Large is above the average 1/n, all others are small. When the largest is above the trigger, every large weight goes to average + (weight - average) × k with
/// the one k that puts the largest at the cap. When those then above the threshold sum to more than the limit, the large ones are scaled so again, with the k that
/// puts the sum of those same stocks at the target.</para>
/// <para>What is freed goes to the small ones from the largest down: in each round the largest small stock that is not there yet is lifted to the average by the factor
/// f, and the k-th of the m from it on by 1 + (f - 1) × (1 - (k - 1) / m); the last round is scaled back so that the weights sum to 1.</para>
/// <para>Source: Nasdaq, description of the Nasdaq-100 Index methodology in free writing prospectuses (24%, 20%, 4.5%, 48%, 40%), which
/// lets rank among the small stocks reduce the factor of smaller ones. By how much is not public; the linear reduction is our reading.</para>
/// </remarks>
public sealed record LargeStockScaling : CapRule
{
    /// <summary>Makes the rule.</summary>
    /// <param name="trigger">The weight of the largest above which it is scaled; above 0%, at most 100%.</param>
    /// <param name="cap">The weight of the largest after scaling; not above the trigger.</param>
    /// <param name="threshold">The weight above which stocks are counted together; above 0%, at most 100%.</param>
    /// <param name="limit">The sum of those above which they are scaled; above 0%, at most 100%.</param>
    /// <param name="target">Their sum after scaling; not above the limit.</param>
    public LargeStockScaling(Percent trigger, Percent cap, Percent threshold, Percent limit, Percent target)
    {
        Trigger = Limit(trigger, nameof(trigger));
        Cap = Limit(cap, nameof(cap));
        Threshold = Limit(threshold, nameof(threshold));
        Sum = Limit(limit, nameof(limit));
        Target = Limit(target, nameof(target));
        if (Cap > Trigger)
        {
            throw new ArgumentOutOfRangeException(nameof(cap), cap, $"A cap is not above its trigger of {Trigger}.");
        }

        if (Target > Sum)
        {
            throw new ArgumentOutOfRangeException(nameof(target), target, $"A target is not above the limit of {Sum}.");
        }
    }

    /// <summary>The weight of the largest above which it is scaled.</summary>
    public Percent Trigger { get; }

    /// <summary>The weight of the largest after scaling.</summary>
    public Percent Cap { get; }

    /// <summary>The weight above which stocks are counted together.</summary>
    public Percent Threshold { get; }

    /// <summary>The sum above which those are scaled.</summary>
    public Percent Sum { get; }

    /// <summary>Their sum after scaling.</summary>
    public Percent Target { get; }

    /// <inheritdoc/>
    public override string Words =>
        $"When the largest is above {Trigger.Points:0.####}%, large stocks are scaled towards the average until it is {Cap.Points:0.####}%; when those above {Threshold.Points:0.####}% sum to more than {Sum.Points:0.####}%, until they sum to {Target.Points:0.####}%.";

    internal override bool Holds(ImmutableArray<CapCandidate> names, double[] weights) => IsLargestWithin(weights) && IsSumWithin(weights);

    internal override Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var average = 1.0 / weights.Length;
        var scaled = weights.ToArray();
        if (!IsLargestWithin(scaled))
        {
            if (Cap.Fraction <= average)
            {
                return CannotHold($"the average of {weights.Length} names is {average * 100:0.####}%, not below {Cap.Points:0.####}%.");
            }

            ScaleLarge(scaled, average, (Cap.Fraction - average) / (scaled.Max() - average));
        }

        if (!IsSumWithin(scaled))
        {
            var above = Above(scaled);
            if (above.Length * average >= Target.Fraction)
            {
                return CannotHold($"{above.Length} names at the average of {average * 100:0.####}% sum to {above.Length * average * 100:0.####}%, not below {Target.Points:0.####}%.");
            }

            ScaleLarge(scaled, average, (Target.Fraction - (above.Length * average)) / (above.Sum(i => scaled[i]) - (above.Length * average)));
        }

        var rounds = LiftSmall(scaled, weights, average);
        return new CapStep(scaled, rounds).AsAnswer();
    }

    private bool IsLargestWithin(double[] weights) => weights.Max() <= Trigger.Fraction * (1 + Slack);

    private bool IsSumWithin(double[] weights) => Above(weights).Sum(i => weights[i]) <= Sum.Fraction * (1 + Slack);

    private int[] Above(double[] weights) => [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > Threshold.Fraction * (1 + Slack))];

    private static void ScaleLarge(double[] weights, double average, double factor)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > average)
            {
                weights[i] = average + ((weights[i] - average) * factor);
            }
        }
    }

    private static int LiftSmall(double[] scaled, double[] weights, double average)
    {
        // Stable: equal weights keep the order of the ids.
        int[] small = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] <= average).OrderByDescending(i => weights[i])];
        for (var round = 0; round < small.Length; round++)
        {
            var left = default(CompensatedSum);
            left.Add(1);
            foreach (var weight in scaled)
            {
                left.Add(-weight);
            }

            if (left.Value <= Slack)
            {
                return round;
            }

            var factor = average / scaled[small[round]];
            double count = small.Length - round;
            var lifts = Enumerable.Range(0, small.Length - round).Select(k => scaled[small[round + k]] * (factor - 1) * (1 - (k / count))).ToArray();
            var part = Math.Min(1, lifts.Sum() is > 0 and var lift ? left.Value / lift : 0);
            for (var k = 0; k < lifts.Length; k++)
            {
                scaled[small[round + k]] += lifts[k] * part;
            }

            if (part is > 0 and < 1)
            {
                return round + 1;
            }
        }

        return small.Length;
    }
}
