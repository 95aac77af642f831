using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A line, or a company with its lines, in the ranking.</summary>
/// <param name="Key">What it is counted as.</param>
/// <param name="Lines">Its lines, by id.</param>
/// <param name="Score">The figure it is ranked by.</param>
/// <param name="Rank">Its place, from 1.</param>
internal sealed record RankedUnit(string Key, ImmutableArray<Candidate> Lines, double Score, int Rank)
{
    /// <summary>Whether one of its lines was a member.</summary>
    public bool IsMember => Lines.Any(line => line.IsMember);
}
