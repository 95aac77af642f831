using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The outcome of a review.</summary>
/// <param name="Dates">Its dates.</param>
/// <param name="Version">The rules it went by.</param>
/// <param name="Holdings">The new holdings, in ordinal order of the ids.</param>
/// <param name="Stocks">Every stock looked at: members first by rank, then those not taken by rank, then those screened out by id.</param>
/// <param name="Reserve">The reserve list, best first.</param>
/// <param name="Turnover">One-way turnover at the closes of <see cref="ReviewDates.Prices"/>: half of Σ |new weight - old weight|; null when the old holdings are not known.</param>
/// <param name="CapRounds">How often capping spread weight; 0 when no cap binds.</param>
public sealed record ReviewResult(
    ReviewDates Dates,
    RulebookVersion Version,
    ImmutableArray<Holding> Holdings,
    ImmutableArray<ReviewedStock> Stocks,
    ImmutableArray<InstrumentId> Reserve,
    Percent? Turnover,
    int CapRounds)
{
    /// <summary>What a reader should know of who was taken, one sentence each: places that nobody fills, stocks left out because the package lacks a figure. Empty when there is nothing.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];
}
