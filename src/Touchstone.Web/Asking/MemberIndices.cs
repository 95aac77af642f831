using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Web.Asking;

/// <summary>The indices of a package that have levels, those first of which most members have prices: what an example is best made of.</summary>
internal static class MemberIndices
{
    /// <summary>Finds them.</summary>
    /// <param name="market">The package.</param>
    public static ImmutableArray<IndexMembers> Of(Market market) =>
    [
        .. market.Rows.Instruments
            .Where(instrument => instrument.Kind == InstrumentKind.Index && HasPrices(market, instrument.Id))
            .Select(instrument => new IndexMembers(market, instrument.Id))
            .OrderByDescending(index => index.Ever.Count(id => HasPrices(market, id))),
    ];

    /// <summary>Whether the package has prices of an instrument.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The instrument.</param>
    public static bool HasPrices(Market market, InstrumentId id) => market.Prices(id) is { Count: > 0 };
}
