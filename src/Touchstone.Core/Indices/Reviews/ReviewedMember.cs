namespace Touchstone.Indices;

/// <summary>A stock that is taken, before it has a weight.</summary>
/// <param name="Stock">The stock.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Unit">Its place in the ranking, or null when nothing is ranked.</param>
internal sealed record ReviewedMember(Candidate Stock, ReviewDecision Decision, string Reason, RankedUnit? Unit);
