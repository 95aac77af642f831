using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Cli.Sources;

/// <summary>What a package knows of one instrument.</summary>
/// <param name="Instrument">Its names.</param>
/// <param name="Prices">Its bars, one history for each resource.</param>
/// <param name="Observations">Its observed fields, by name.</param>
/// <param name="Shares">Its share counts, earliest first.</param>
/// <param name="Actions">Its corporate actions, earliest first.</param>
/// <param name="Members">The memberships, when it is an index.</param>
/// <param name="MemberOf">The memberships it has, when it is a line of stock.</param>
internal sealed record InstrumentProfile(
    Instrument Instrument,
    ImmutableArray<PriceHistory> Prices,
    ImmutableArray<ObservationSeries> Observations,
    ImmutableArray<ShareCount> Shares,
    ImmutableArray<CorporateAction> Actions,
    ImmutableArray<Membership> Members,
    ImmutableArray<Membership> MemberOf)
{
    /// <summary>The profile of an id, or null when the package does not list it.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The canonical id.</param>
    public static InstrumentProfile? Of(Market market, InstrumentId id) => market.Instrument(id) is not { } instrument ? null : new InstrumentProfile(
        instrument,
        market.AllPrices(id),
        [.. market.Rows.Observations.Where(series => series.Subject == id).OrderBy(series => series.Field, StringComparer.Ordinal)],
        [.. market.Shares(id)],
        [.. market.Actions(id)],
        [.. market.Rows.Constituents.Where(member => member.Index == id).OrderBy(member => member.Instrument).ThenBy(member => member.From)],
        [.. market.Rows.Constituents.Where(member => member.Instrument == id).OrderBy(member => member.Index).ThenBy(member => member.From)]);
}
