using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>An index of the package or of a rulebook, and what is known of it.</summary>
/// <param name="Id">The index.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Levels">The days of its levels, or null without any.</param>
/// <param name="Members">What the package has of its members, in words, or null.</param>
/// <param name="HasMultiples">Whether the package has figures of it.</param>
/// <param name="Rules">Where its rules come from, in words, or null.</param>
internal sealed record IndexRow(InstrumentId Id, string Name, string? Currency, DateSpan? Levels, string? Members, bool HasMultiples, string? Rules)
{
    /// <summary>All of them: those of the package first, in its order.</summary>
    /// <param name="snapshot">The package.</param>
    public static ImmutableArray<IndexRow> Of(PackageSnapshot snapshot)
    {
        var market = snapshot.Market;
        var own = market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index).Select(index => new IndexRow(
            index.Id, index.Name, index.Currency, market.Prices(index.Id) is { Count: > 0 } history ? new DateSpan(history.First, history.Last) : null,
            MembersOf(market, index.Id), market.AllObservations(index.Id).Count > 0, RulesOf(snapshot, index.Id))).ToArray();
        var known = own.Select(row => row.Id).ToHashSet();
        return [.. own, .. snapshot.Rulebooks.All.Where(rulebook => !known.Contains(rulebook.Id)).Select(rulebook => new IndexRow(rulebook.Id, rulebook.Name, rulebook.Currency, null, null, false, RulesOf(snapshot, rulebook.Id)))];
    }

    private static string? MembersOf(Market market, InstrumentId id)
    {
        var published = market.Rows.Constituents.Where(row => row.Index == id).ToArray();
        return published.Any(row => row.Units is not null) ? "with units"
            : published.Length > 0 ? "without units"
            : market.Rows.Snapshots.Any(row => row.Index == id) ? "monthly lists" : null;
    }

    private static string? RulesOf(PackageSnapshot snapshot, InstrumentId id) =>
        snapshot.Rulebooks.Beside.Any(rulebook => rulebook.Id == id) ? "of the package"
        : snapshot.Rulebooks.Find(id.Value, snapshot.Market).Found is { } found ? found.File.Length > 0 || found.Sources.Length > 0 ? "shipped" : "published units" : null;
}
