using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A limit for each name.</summary>
public abstract record NameCaps : CapRule
{
    /// <summary>The limit of a name, as a fraction.</summary>
    /// <param name="name">The name.</param>
    private protected abstract double LimitOf(CapCandidate name);

    /// <summary>The weight above which the limits are put into force, as a fraction of the limit; 1 where there is no other trigger.</summary>
    private protected virtual double TriggerOverLimit => 1;

    /// <inheritdoc/>
    internal sealed override bool Holds(ImmutableArray<CapCandidate> names, double[] weights)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (weights[i] > LimitOf(names[i]) * TriggerOverLimit * (1 + Slack))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    internal sealed override Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var limits = names.Select(LimitOf).ToArray();
        if (limits.Sum() < 1 - Slack)
        {
            return CannotHold($"the limits of {names.Length} names sum to {limits.Sum() * 100:0.####}%, below 100%.");
        }

        var (spread, rounds) = Spread.Within(weights, limits, 1, Slack);
        return new CapStep(spread, rounds).AsAnswer();
    }
}
