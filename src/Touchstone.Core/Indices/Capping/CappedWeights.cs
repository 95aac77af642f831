using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The outcome of capping.</summary>
/// <param name="Members">One for each name, in ordinal order of the ids; the weights sum to 1.</param>
/// <param name="Rounds">How often weight was taken from names and spread over others; 0 when no cap binds.</param>
public sealed record CappedWeights(ImmutableArray<CappedWeight> Members, int Rounds);
