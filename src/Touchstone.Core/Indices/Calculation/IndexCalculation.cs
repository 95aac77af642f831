using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>An index calculated from a package, with all that went in.</summary>
/// <param name="Rulebook">The rules; null when the units were given.</param>
/// <param name="Id">The index.</param>
/// <param name="Basis">Where the units come from, in words.</param>
/// <param name="Plan">What the index held on its base day, and what happened afterwards.</param>
/// <param name="Sessions">The closes and rates of what was held, session by session; the first is the base day. A price that stood for another day's, or at which a member left, is among them.</param>
/// <param name="History">The levels and the audit log: <see cref="DivisorCalculation"/> of plan and sessions, which <see cref="ChainedCalculation"/> agrees with.</param>
/// <param name="Reviews">The reviews by the rules, earliest first: the one that chose the members of the base day, and those after it. Empty for units as published or given.</param>
/// <param name="Notes">What a reader should know, one sentence each: the base level, what could not be checked, what stood in.</param>
public sealed record IndexCalculation(
    Rulebook? Rulebook,
    InstrumentId Id,
    string Basis,
    IndexPlan Plan,
    ImmutableArray<ClosingPrices> Sessions,
    IndexHistory History,
    ImmutableArray<ReviewResult> Reviews,
    ImmutableArray<string> Notes)
{
    /// <summary>The sessions that have no level, with the reason, earliest first: days on which a package of published units lacks a close of a member. Empty when every session of the span has one.</summary>
    public ImmutableArray<MissingLevel> Missing { get; init; } = [];

    /// <summary>The currency in which the market value is summed.</summary>
    public string Currency => Plan.Basket.Currency;

    /// <summary>The place of a session, or -1.</summary>
    /// <param name="day">The day.</param>
    internal int IndexOf(DateOnly day)
    {
        var (low, high) = (0, Sessions.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sessions[middle].Day == day)
            {
                return middle;
            }

            (low, high) = Sessions[middle].Day < day ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>What is held through a session, the divisor, and the last closes as the events of its morning leave them.</summary>
    /// <param name="session">The session; 1 or more.</param>
    internal (Basket Basket, double Divisor, ClosingPrices Closes) OpeningOf(int session)
    {
        var (low, high) = (0, History.Audit.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = History.Audit[middle].Effective <= Sessions[session].Day ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return (Plan.Basket, StartDivisor, Sessions[session - 1]);
        }

        var last = History.Audit[low - 1];
        return (last.After.Basket, last.DivisorAfter, last.Effective > Sessions[session - 1].Day ? last.Closes : Sessions[session - 1]);
    }

    /// <summary>The divisor on the base day.</summary>
    internal double StartDivisor => History.Audit is [var first, ..] ? first.DivisorBefore : History.Last.Divisor;
}
