using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The corporate actions of a package by ex-date, in the order in which those of one day happen.</summary>
/// <remarks>
/// Of one day: delistings and mergers for cash; resumptions; cash and special dividends; mergers for shares; spin-offs; rights; bonus shares; splits and consolidations;
/// suspensions. Within a kind by instrument. So the order of rows changes nothing, and cash amounts, subscription prices and ratios are all for one share held before the day.
/// </remarks>
internal sealed class PackageActions
{
    /// <summary>The kinds that a calculation knows, as a problem lists them.</summary>
    public const string Kinds =
        "cash, special, split, consolidation, reverse-split, bonus, capitalisation, stock-dividend, rights, spin-off, merger-cash, merger-stock, suspend, resume and delist";

    private readonly Dictionary<DateOnly, CorporateAction[]> _byDay;

    /// <summary>Sorts the actions of a package.</summary>
    /// <param name="market">The package.</param>
    public PackageActions(Market market) =>
        _byDay = market.Rows.Actions.GroupBy(action => action.ExDate).ToDictionary(group => group.Key, group => group
            .OrderBy(action => Order(action.Kind)).ThenBy(action => action.Instrument).ThenBy(action => action.Kind, StringComparer.Ordinal)
            .ThenBy(action => action.Ratio).ThenBy(action => action.Cash).ThenBy(action => action.SubscriptionPrice)
            .ToArray());

    /// <summary>The actions that come before a review of the day: members that leave at a price of their own.</summary>
    /// <param name="day">The ex-date.</param>
    public IEnumerable<CorporateAction> LeavingOn(DateOnly day) => On(day).Where(action => Order(action.Kind) == 0);

    /// <summary>The other actions of a day, in order; kinds that are not known come last.</summary>
    /// <param name="day">The ex-date.</param>
    public IEnumerable<CorporateAction> OthersOn(DateOnly day) => On(day).Where(action => Order(action.Kind) > 0);

    /// <summary>The actions of a stock that come before mergers for shares.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The ex-date.</param>
    public IEnumerable<CorporateAction> BeforeMergers(InstrumentId instrument, DateOnly day) => OthersOn(day).Where(action => action.Instrument == instrument && Order(action.Kind) < MergerOrder);

    private const int MergerOrder = 3;

    private CorporateAction[] On(DateOnly day) => _byDay.GetValueOrDefault(day) ?? [];

    private static int Order(string kind) => kind switch
    {
        "delist" or "merger-cash" => 0,
        "resume" => 1,
        "cash" or "special" => 2,
        "merger-stock" => MergerOrder,
        "spin-off" => 4,
        "rights" => 5,
        "bonus" or "capitalisation" or "stock-dividend" => 6,
        "split" or "consolidation" or "reverse-split" => 7,
        "suspend" => 8,
        _ => 9,
    };
}
