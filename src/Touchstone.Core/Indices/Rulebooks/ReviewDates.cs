namespace Touchstone.Indices;

/// <summary>What a review does.</summary>
public enum ReviewKind
{
    /// <summary>Members are chosen anew, then weights are set.</summary>
    Reconstitution,

    /// <summary>Members stay; shares, floats and caps are set anew.</summary>
    Rebalance,
}

/// <summary>The stored dates of one review.</summary>
/// <param name="CutOff">The day up to whose close data counts for screens and ranking; included.</param>
/// <param name="Prices">The day whose closes set the weights and cap factors; on or after the cut-off, before <paramref name="Effective"/>.</param>
/// <param name="Effective">The first day with the new holdings.</param>
/// <param name="Kind">What the review does.</param>
/// <param name="Announced">The day of the announcement, or null.</param>
public sealed record ReviewDates(DateOnly CutOff, DateOnly Prices, DateOnly Effective, ReviewKind Kind = ReviewKind.Reconstitution, DateOnly? Announced = null);
