using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Touchstone.Data;

namespace Touchstone.Web.Asking;

/// <summary>The indices of a package that have levels, those first of which most members have prices: what an example is best made of.</summary>
internal static class MemberIndices
{
    private static readonly ConditionalWeakTable<Market, IndexMembers[]> Known = [];

    /// <summary>Finds them; those of a package are found once.</summary>
    /// <param name="market">The package.</param>
    public static ImmutableArray<IndexMembers> Of(Market market) => ImmutableCollectionsMarshal.AsImmutableArray(Known.GetOrAdd(market, Find));

    /// <summary>Whether the package has prices of an instrument.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The instrument.</param>
    public static bool HasPrices(Market market, InstrumentId id) => market.Prices(id) is { Count: > 0 };

    private static IndexMembers[] Find(Market market) =>
    [
        .. market.Rows.Instruments
            .Where(instrument => instrument.Kind == InstrumentKind.Index && HasPrices(market, instrument.Id))
            .Select(instrument => market.Members(instrument.Id))
            .OrderByDescending(index => index.Ever.Count(id => HasPrices(market, id))),
    ];
}
