using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>No group above a limit in sum: its names are scaled together, and the rest is spread over the groups not yet fixed. A name without a group stands alone, without a limit.</summary>
/// <remarks>As <see cref="SingleCap"/>, with groups in the place of names; inside a group the proportions stay.</remarks>
public sealed record GroupTotalCap : CapRule
{
    /// <summary>Makes the cap.</summary>
    /// <param name="limit">The limit of each group's sum; above 0%, at most 100%.</param>
    public GroupTotalCap(Percent limit) => At = Limit(limit, nameof(limit));

    /// <summary>The limit of each group's sum.</summary>
    public Percent At { get; }

    /// <inheritdoc/>
    public override string Words => $"No group above {At.Points:0.####}% in sum.";

    internal override bool Holds(ImmutableArray<CapCandidate> names, double[] weights) =>
        Sums(names, weights).All(pair => pair.Value.Weight <= pair.Value.Limit * (1 + Slack));

    internal override Answer<CapStep> Apply(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var sums = Sums(names, weights);
        var limits = sums.Values.Select(sum => sum.Limit).ToArray();
        if (limits.Sum() < 1 - Slack)
        {
            return CannotHold($"{sums.Count} groups sum to at most {limits.Sum() * 100:0.####}%, below 100%.");
        }

        var (spread, rounds) = Spread.Within([.. sums.Values.Select(sum => sum.Weight)], limits, 1, Slack);
        var factors = sums.Keys.Zip(spread, (key, weight) => (key, weight / sums[key].Weight)).ToDictionary(pair => pair.key, pair => pair.Item2, StringComparer.Ordinal);
        return new CapStep([.. weights.Select((weight, i) => weight * factors[KeyOf(names[i])])], rounds).AsAnswer();
    }

    // A name without a group is its own; the marks keep it apart from a group of the same text.
    private static string KeyOf(CapCandidate name) => name.Group is null ? "name " + name.Instrument : "group " + name.Group;

    private SortedDictionary<string, (double Weight, double Limit)> Sums(ImmutableArray<CapCandidate> names, double[] weights)
    {
        var sums = new SortedDictionary<string, (double Weight, double Limit)>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var key = KeyOf(names[i]);
            sums[key] = (sums.GetValueOrDefault(key).Weight + weights[i], names[i].Group is null ? 1 : At.Fraction);
        }

        return sums;
    }
}
