namespace Touchstone.Indices;

/// <summary>What one member added to a move of an index.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Points">Points of the index; below zero when it took some away.</param>
/// <param name="OfBase">The points as a part of the level at the start.</param>
public sealed record Contribution(InstrumentId Instrument, double Points, Percent OfBase);
