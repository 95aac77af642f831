using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>No name above the limit of its group: application names at most 5%, all others at most 10%.</summary>
/// <remarks>As <see cref="SingleCap"/>. Source: China Securities Index, "CSI HK AI theme" (revision of September 2025), with two classes of names.</remarks>
public sealed record GroupNameCap : NameCaps
{
    /// <summary>Makes the caps.</summary>
    /// <param name="limits">The limit of a name in each group; above 0%, at most 100%.</param>
    /// <param name="others">The limit of names in other groups or none; null for no limit.</param>
    public GroupNameCap(IEnumerable<KeyValuePair<string, Percent>> limits, Percent? others = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        Limits = limits.ToImmutableSortedDictionary(pair => pair.Key, pair => Limit(pair.Value, nameof(limits)), StringComparer.Ordinal);
        Others = others is { } limit ? Limit(limit, nameof(others)) : null;
    }

    /// <summary>The limit of a name in each group.</summary>
    public ImmutableSortedDictionary<string, Percent> Limits { get; }

    /// <summary>The limit of all other names, or null.</summary>
    public Percent? Others { get; }

    /// <inheritdoc/>
    public override string Words =>
        $"No name above {string.Join(", ", Limits.Select(pair => $"{pair.Value.Points:0.####}% in {pair.Key}"))}{(Others is { } others ? $", {others.Points:0.####}% elsewhere" : "")}.";

    private protected override double LimitOf(CapCandidate name) =>
        name.Group is not null && Limits.TryGetValue(name.Group, out var limit) ? limit.Fraction : Others?.Fraction ?? 1;
}
