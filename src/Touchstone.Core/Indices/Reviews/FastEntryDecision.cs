namespace Touchstone.Indices;

/// <summary>A new listing that joins between reviews.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="Joins">The first day on which the index holds it.</param>
/// <param name="Holding">What the index holds of it, in the terms of the session before; its cap factor is 1, as caps bind at reviews only.</param>
/// <param name="Leaves">The member that leaves in its place, or null.</param>
/// <param name="Reason">Why it joins, with the figures.</param>
public sealed record FastEntryDecision(InstrumentId Instrument, DateOnly Joins, Holding Holding, InstrumentId? Leaves, string Reason);
