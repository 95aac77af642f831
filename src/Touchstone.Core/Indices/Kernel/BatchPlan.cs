using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>One index of a batch: its base level, and its reviews with the rules that each goes by.</summary>
/// <param name="Rulebook">The rulebook.</param>
/// <param name="BaseLevel">The level of the first session.</param>
/// <param name="Reviews">The reviews; the first one makes the index.</param>
internal sealed record BatchPlan(Rulebook Rulebook, double BaseLevel, ImmutableArray<BatchReview> Reviews)
{
    /// <summary>The largest number of members.</summary>
    public int Most => Reviews.Max(review => review.Rules.Version.Selection.Count!.Value);

    /// <summary>What becomes of a holding in a corporate action.</summary>
    public HoldingRule Holding => Reviews[0].Rules.Holding;
}

/// <summary>One review of an index of a batch.</summary>
/// <param name="Dates">Its dates.</param>
/// <param name="Session">The first session with the new holdings, by its place in the panel.</param>
/// <param name="GoneBy">The day by which a stock that has left the market cannot be taken, included.</param>
/// <param name="Rules">The rules.</param>
internal sealed record BatchReview(ReviewDates Dates, int Session, DateOnly GoneBy, BatchRules Rules);
