using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A limit on weights, and what is done to weights that break it.</summary>
public abstract record CapRule
{
    /// <summary>Weights this much too large, as a part of the limit, count as at the limit: what is left of double arithmetic.</summary>
    internal const double Slack = 1e-12;

    /// <summary>The rule as a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>Whether weights keep the rule.</summary>
    /// <param name="names">The names.</param>
    /// <param name="weights">Their weights, in the same order; sum 1.</param>
    internal abstract bool Holds(ImmutableArray<CapCandidate> names, double[] weights);

    /// <summary>Weights that keep the rule, or the problem that there are none.</summary>
    /// <param name="names">The names.</param>
    /// <param name="weights">Their weights, in the same order; sum 1; the rule does not hold.</param>
    internal abstract Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights);

    /// <summary>A limit of a rule: above 0%, at most 100%.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="name">Its name.</param>
    private protected static Percent Limit(Percent limit, string name) => limit.Fraction is > 0 and <= 1
        ? limit
        : throw new ArgumentOutOfRangeException(name, limit, "A cap lies above 0% and is at most 100%.");

    /// <summary>The problem of a rule that no weights can keep.</summary>
    /// <param name="reason">The rest of the sentence.</param>
    private protected Problem CannotHold(string reason) => new(ProblemKind.Undefined, $"{Words} That cannot hold: {reason}");
}
