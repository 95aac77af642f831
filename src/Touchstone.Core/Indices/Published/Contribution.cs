using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What one member added to a move of an index.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Points">Points of the index; below zero when it took some away.</param>
/// <param name="OfBase">The points as a part of the level at the start.</param>
public sealed record Contribution(InstrumentId Instrument, double Points, Percent OfBase)
{
    /// <summary>The parts of the span in which it was a member, each with the same units and divisor, earliest first; their points sum to <see cref="Points"/>.</summary>
    public ImmutableArray<ContributionPart> Parts { get; init; } = [];
}
