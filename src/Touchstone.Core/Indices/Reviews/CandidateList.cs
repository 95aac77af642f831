using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The universe of an index on a day: which stocks are considered, and which members are none of them any more.</summary>
/// <param name="Stocks">The stocks, by id.</param>
/// <param name="Gone">Members that are not in the universe, by id.</param>
internal sealed record CandidateList(ImmutableArray<Candidate> Stocks, ImmutableArray<Rejection> Gone)
{
    /// <summary>The scheme whose first day is that of listing.</summary>
    public const string ListingScheme = "listing";

    /// <summary>The stocks listed on the cut-off day and neither delisted nor bought before the review is effective.</summary>
    /// <param name="market">The package.</param>
    /// <param name="universe">The rule.</param>
    /// <param name="cutOff">The day by whose close a stock must be listed.</param>
    /// <param name="effective">The day by which it must not have left the market.</param>
    /// <param name="members">The members before.</param>
    /// <returns>The stocks; a problem for names that the package does not know, or of a list without any price.</returns>
    public static Answer<CandidateList> Of(Market market, Universe universe, DateOnly cutOff, DateOnly effective, ImmutableArray<InstrumentId> members)
    {
        var member = members.ToHashSet();
        var wanted = universe.List.IsDefaultOrEmpty ? OnExchanges(market, universe) : [.. universe.List.Select(given => given.Instrument).Distinct()];
        InstrumentId[] unknown = [.. wanted.Concat(member).Where(id => market.Instrument(id) is null).Distinct().Order()];
        if (unknown.Length > 0)
        {
            return new Problem(ProblemKind.Invalid, $"The package does not know {string.Join(", ", unknown)}: rows of the role `instruments` would settle it.");
        }

        InstrumentId[] without = [.. wanted.Where(id => !universe.List.IsDefaultOrEmpty && market.AllPrices(id).IsEmpty).Order()];
        if (without.Length > 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of {string.Join(", ", without)}, which the list names: rows of the role `prices` would settle it.");
        }

        var keepsListings = market.Rows.Classifications.Where(row => row.Scheme == ListingScheme).Select(row => ExchangeOf(market, row.Instrument)).ToHashSet(StringComparer.Ordinal);

        // The rows of listing decide where the package keeps them: for an exchange as a whole, for a name of a list by itself.
        Classification[]? ListingsOf(InstrumentId id)
        {
            Classification[] rows = [.. market.Classifications(id).Where(row => row.Scheme == ListingScheme)];
            return rows.Length > 0 || (universe.List.IsDefaultOrEmpty && keepsListings.Contains(ExchangeOf(market, id))) ? rows : null;
        }

        var stocks = ImmutableArray.CreateBuilder<Candidate>();
        var gone = ImmutableArray.CreateBuilder<Rejection>();
        var inUniverse = wanted.ToHashSet();
        foreach (var id in wanted.Concat(member).Distinct().Order())
        {
            var candidate = new Candidate(market.Instrument(id)!, member.Contains(id));
            var reason = MarketExit.WordsBy(market, id, effective) ?? (inUniverse.Contains(id) ? null : "Not in the universe of the index any more.");
            if (reason is null && ListingsOf(id) is { } listings)
            {
                reason = listings.Any(row => row.From <= cutOff && (row.Until is null || row.Until > cutOff)) ? null : $"Not listed on {cutOff:yyyy-MM-dd}.";
            }
            else if (reason is null && !market.AllPrices(id).Any(bars => bars.Count > 0 && bars.First <= cutOff))
            {
                if (candidate.IsMember)
                {
                    return new Problem(ProblemKind.NoData, $"The package has no price of the member {id} on or before {cutOff:yyyy-MM-dd}, and no action `delist`: either would settle whether it stays.");
                }

                reason = $"No price on or before {cutOff:yyyy-MM-dd}.";
            }

            if (reason is null)
            {
                stocks.Add(candidate);
            }
            else if (candidate.IsMember || !universe.List.IsDefaultOrEmpty)
            {
                gone.Add(new Rejection(candidate, reason));
            }
        }

        return Answer<CandidateList>.Of(new CandidateList(stocks.ToImmutable(), gone.ToImmutable()), new Working { Formula = "stocks of the universe that are listed" });
    }

    /// <summary>The first day of listing by the classifications, or null.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The stock.</param>
    public static DateOnly? ListedFrom(Market market, InstrumentId id)
    {
        DateOnly? first = null;
        foreach (var row in market.Classifications(id))
        {
            if (row.Scheme == ListingScheme && (first is null || row.From < first))
            {
                first = row.From;
            }
        }

        return first;
    }

    /// <summary>The equities of some exchanges.</summary>
    /// <param name="market">The package.</param>
    /// <param name="universe">The rule.</param>
    public static ImmutableArray<InstrumentId> OnExchanges(Market market, Universe universe) =>
        [.. market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Equity && instrument.Exchange is { } mic && universe.Exchanges.Contains(mic)).Select(instrument => instrument.Id)];

    private static string ExchangeOf(Market market, InstrumentId id) => market.Instrument(id)?.Exchange ?? id.Exchange ?? "";
}
