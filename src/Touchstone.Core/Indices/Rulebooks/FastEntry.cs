namespace Touchstone.Indices;

/// <summary>When a new listing joins between reviews.</summary>
/// <param name="RankWithin">Its rank, by market value among the members, must be at least this good; above zero.</param>
/// <param name="RankSession">The session after listing whose close counts for the rank; 1 for the first.</param>
/// <param name="JoinAfterSessions">It joins after the close of this session since listing; not below <paramref name="RankSession"/>.</param>
/// <param name="RemovesLast">Whether the lowest-ranked member leaves at the same time; otherwise the count exceeds its number until the next reconstitution.</param>
/// <remarks>The listing day is that of the <c>listing</c> classification; the newcomer must pass every screen but those on age and past trading.</remarks>
public sealed record FastEntry(int RankWithin, int RankSession, int JoinAfterSessions, bool RemovesLast = false);
