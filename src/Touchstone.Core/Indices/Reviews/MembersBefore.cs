using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What an index held before a review.</summary>
/// <param name="Members">The members before the open of the effective day; empty for the first review of an index.</param>
/// <param name="Basket">What it held of them then; null when units are not known, and old weights and turnover with them.</param>
public sealed record MembersBefore(ImmutableArray<InstrumentId> Members, Basket? Basket)
{
    /// <summary>Nothing: the index is made by the review.</summary>
    public static MembersBefore None { get; } = new([], null);

    /// <summary>The members that joined after the reconstitution before, by fast entry or in the place of another; <see cref="Selection.StayOnce"/> does not count against them.</summary>
    public ImmutableArray<InstrumentId> JoinedSince { get; init; } = [];

    /// <summary>The members of a basket.</summary>
    /// <param name="basket">What the index holds before the open of the effective day.</param>
    public static MembersBefore Of(Basket basket)
    {
        ArgumentNullException.ThrowIfNull(basket);
        return new MembersBefore([.. basket.Holdings.Select(holding => holding.Instrument)], basket);
    }
}
