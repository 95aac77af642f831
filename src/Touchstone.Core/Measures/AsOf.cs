using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>
/// The day an expression is asked for: one day for all exchanges, with other days for single exchanges
/// (a Hong Kong close on Friday goes with a New York close on Thursday). Days are exchange-local.
/// </summary>
public sealed record AsOf
{
    private AsOf(DateOnly? day, ImmutableSortedDictionary<string, DateOnly> exchanges) => (Day, Exchanges) = (day, exchanges);

    /// <summary>The last session with data of each subject.</summary>
    public static AsOf Latest { get; } = new(null, ImmutableSortedDictionary<string, DateOnly>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The day for exchanges without a day of their own; null for the last session with data.</summary>
    public DateOnly? Day { get; }

    /// <summary>Days of single exchanges by market identifier code.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Exchanges { get; }

    /// <summary>One day for all exchanges.</summary>
    /// <param name="day">The exchange-local day.</param>
    public static AsOf On(DateOnly day) => new(day, Latest.Exchanges);

    /// <summary>The same with another day for one exchange.</summary>
    /// <param name="mic">The market identifier code.</param>
    /// <param name="day">The exchange-local day.</param>
    public AsOf With(string mic, DateOnly day) => new(Day, Exchanges.SetItem(mic, day));

    /// <summary>The day of an exchange, or null for its last session with data.</summary>
    /// <param name="mic">The market identifier code, or null for subjects without an exchange.</param>
    public DateOnly? For(string? mic) => mic is not null && Exchanges.TryGetValue(mic, out var day) ? day : Day;

    /// <summary>As an expression writes it after the at sign: <c>2025-02-28</c>, or <c>2025-02-28 XNYS=2025-02-27</c>; empty for the latest.</summary>
    public override string ToString() => string.Join(' ', new[] { Day?.ToString("yyyy-MM-dd") }.OfType<string>().Concat(Exchanges.Select(pair => $"{pair.Key}={pair.Value:yyyy-MM-dd}")));

    /// <inheritdoc/>
    public bool Equals(AsOf? other) => other is not null && Day == other.Day && Exchanges.SequenceEqual(other.Exchanges);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Day, Exchanges.Count);
}
