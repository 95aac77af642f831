using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The levels of an index, and what each event did to it.</summary>
/// <param name="Levels">One for each session, days ascending.</param>
/// <param name="Audit">One for each event that was reached, in order.</param>
/// <param name="Last">The index after the last session: what it holds, and the divisor.</param>
public sealed record IndexHistory(ImmutableArray<IndexLevel> Levels, ImmutableArray<Adjustment> Audit, IndexState Last);
