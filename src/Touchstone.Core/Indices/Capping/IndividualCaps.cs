using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Each name has its own limit; a name that is not listed has none.</summary>
/// <remarks>As <see cref="SingleCap"/>. Source: the R package tidymas, test_mv_capping.</remarks>
public sealed record IndividualCaps : NameCaps
{
    /// <summary>Makes the caps.</summary>
    /// <param name="limits">The limit of each name; above 0%, at most 100%; no name twice.</param>
    public IndividualCaps(IEnumerable<KeyValuePair<InstrumentId, Percent>> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        Limits = limits.ToImmutableSortedDictionary(pair => pair.Key, pair => Limit(pair.Value, nameof(limits)));
    }

    /// <summary>The limit of each name.</summary>
    public ImmutableSortedDictionary<InstrumentId, Percent> Limits { get; }

    /// <inheritdoc/>
    public override string Words => $"{string.Join(", ", Limits.Select(pair => $"{pair.Key} at most {pair.Value.Points:0.####}%"))}.";

    private protected override double LimitOf(CapCandidate name) => Limits.TryGetValue(name.Instrument, out var limit) ? limit.Fraction : 1;
}
