namespace Touchstone.Indices;

/// <summary>The part of an index's market value that one member makes.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Weight">Its weight; zero or more.</param>
public sealed record MemberWeight(InstrumentId Instrument, Percent Weight);
