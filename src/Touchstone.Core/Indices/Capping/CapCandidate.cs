namespace Touchstone.Indices;

/// <summary>A name whose weight is to be capped.</summary>
/// <param name="Instrument">The name; no name twice in a list.</param>
/// <param name="MarketValue">Its market value before any cap, in any one unit; finite, above zero.</param>
/// <param name="Group">The group that a <see cref="GroupNameCap"/> or <see cref="GroupTotalCap"/> speaks of, or null.</param>
public sealed record CapCandidate(InstrumentId Instrument, double MarketValue, string? Group = null);
