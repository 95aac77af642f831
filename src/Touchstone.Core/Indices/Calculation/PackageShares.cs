using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The share counts of a package: what counts of a stock on a day, and what a new row changes between reviews.</summary>
internal sealed class PackageShares
{
    private static readonly Working Read = new() { Formula = "the rows of the package on the day" };

    private readonly Market _market;
    private readonly Dictionary<DateOnly, ShareCount[]> _byDay;

    /// <summary>Sorts the rows of a package.</summary>
    /// <param name="market">The package.</param>
    public PackageShares(Market market)
    {
        _market = market;
        _byDay = market.Rows.Shares.GroupBy(row => row.From).ToDictionary(group => group.Key, group => group.OrderBy(row => row.Instrument).ToArray());
    }

    /// <summary>The shares and the fraction of them that count on a day; null when the package has no count, or no float where the rule asks for one.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day, included.</param>
    /// <param name="rule">Which shares count.</param>
    /// <remarks>The last row on or before the day, multiplied by the splits, consolidations and bonus shares since.</remarks>
    public (double Shares, double FreeFloat)? Counted(InstrumentId instrument, DateOnly day, ShareRule rule)
    {
        if (_market.Shares(instrument).LastOrDefault(row => row.From <= day) is not { } row)
        {
            return null;
        }

        var included = rule.FreeFloat || rule.FloatMultiple is not null ? Inclusion(row, rule) : 1;
        return included is > 0 ? (row.Shares * ShareRatio.Between(_market.Actions(instrument), row.From, day), included.Value) : null;
    }

    /// <summary>The changes of counts and floats that come into force on a day and are taken at once.</summary>
    /// <param name="day">The day.</param>
    /// <param name="basket">What is held, with the splits of the day.</param>
    /// <param name="rule">Which shares count, and when a change of them does.</param>
    /// <returns>The changes by instrument; a row that restates what is held is none. A problem when a row counts no share of a member.</returns>
    public Answer<ImmutableArray<IndexEvent>> ChangesOn(DateOnly day, Basket basket, ShareRule rule)
    {
        var changes = ImmutableArray.CreateBuilder<IndexEvent>();
        foreach (var row in rule.Updates == ShareUpdates.AtReviews ? [] : _byDay.GetValueOrDefault(day) ?? [])
        {
            if (basket.Find(row.Instrument) is not { } holding)
            {
                continue;
            }

            if (Inclusion(row, rule) is { } included && !(included > 0))
            {
                return new Problem(ProblemKind.Invalid, $"{row.Instrument} is a member and its free_float is {row.FreeFloat:R} from {day:yyyy-MM-dd}, so that none of its shares count; expected a float above zero.", row.Source.ToString());
            }

            if (IsTaken(row.Shares, holding.Shares, rule))
            {
                changes.Add(new ShareChange(day, row.Instrument, row.Shares));
            }

            if (Inclusion(row, rule) is { } inclusion && IsTaken(inclusion, holding.FreeFloat, rule))
            {
                changes.Add(new FloatChange(day, row.Instrument, inclusion));
            }
        }

        return Answer<ImmutableArray<IndexEvent>>.Of(changes.ToImmutable(), Read);
    }

    /// <summary>The fraction of the shares that counts, or null when the rule or the row knows none.</summary>
    private static double? Inclusion(ShareCount row, ShareRule rule) => (row.FreeFloat, rule) switch
    {
        ({ } held, { FloatMultiple: { } multiple }) => Math.Min(1, multiple * held),
        ({ } held, { FreeFloat: true }) => FloatBands.Inclusion(Percent.FromFraction(held), rule.Bands).Fraction,
        _ => null,
    };

    // Compared at 12 decimals, so that 5% is 5% however it was divided.
    private static bool IsTaken(double now, double held, ShareRule rule)
    {
        var change = Math.Round(Math.Abs((now / held) - 1), 12);
        return change > 1e-9 && (rule.Updates == ShareUpdates.AtOnce || change >= (rule.AtOnceFrom ?? default).Fraction);
    }
}
