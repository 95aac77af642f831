using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>A dated event that articles refer to.</summary>
/// <param name="Id">The short name used in windows: <c>since:product-launch</c>.</param>
/// <param name="Date">The day in <paramref name="Zone"/>.</param>
/// <param name="Zone">The IANA zone of the day, or null.</param>
/// <param name="Name">What happened.</param>
/// <param name="Aliases">Other ways to say it.</param>
/// <param name="Instruments">The instruments it concerns.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record MarketEvent(string Id, DateOnly Date, string? Zone, string Name, ImmutableArray<string> Aliases, ImmutableArray<InstrumentId> Instruments, RowSource Source);

/// <summary>Shares of one line from a date on.</summary>
/// <param name="Instrument">The line.</param>
/// <param name="From">The first day the count is in force.</param>
/// <param name="Shares">Shares of the line; above zero.</param>
/// <param name="FreeFloat">The free-float fraction, 0 to 1, or null when the package has none.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record ShareCount(InstrumentId Instrument, DateOnly From, double Shares, double? FreeFloat, string? Note, RowSource Source);

/// <summary>A corporate action of one line.</summary>
/// <param name="Instrument">The line.</param>
/// <param name="ExDate">The first day it trades without the right.</param>
/// <param name="Kind">cash, special, split, bonus, rights, spin-off, delist, ...</param>
/// <param name="Ratio">Shares afterwards for one before, where the kind has one: 2 for a split 2 for 1, 0.1 for a consolidation of 10 into 1, 1.3 for a bonus of 3 for 10; above zero.</param>
/// <param name="Cash">Cash for one share, in the currency named, where the kind has one.</param>
/// <param name="Currency">The currency of the cash and of the subscription price; null when the package does not say.</param>
/// <param name="SubscriptionPrice">What one new share costs in a rights issue, in the currency named, where the kind has one.</param>
/// <param name="Other">The other company, where the kind has one: what a spin-off hands out, who buys in a merger.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record CorporateAction(
    InstrumentId Instrument, DateOnly ExDate, string Kind, double? Ratio, double? Cash, string? Currency, double? SubscriptionPrice, InstrumentId? Other, string? Note, RowSource Source)
{
    /// <summary>Whether it changes the number of shares and, in the same ratio, the price.</summary>
    internal bool IsSplit => Ratio is > 0 && (IsBonus || Kind is "split" or "consolidation" or "reverse-split");

    /// <summary>Whether it gives new shares for nothing, so many for each held before the day.</summary>
    internal bool IsBonus => Kind is "bonus" or "capitalisation" or "stock-dividend";
}

/// <summary>What an instrument counts as over a half-open span: its industry, a theme, a board it is listed on, a flag of its exchange.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Scheme">What sort of statement: <c>listing</c>, <c>industry</c>, <c>theme</c>, <c>flag</c>, or any other word that a rulebook uses.</param>
/// <param name="Value">What it counts as: <c>main-board</c>, <c>Information Technology</c>, <c>ST</c>.</param>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The first day it no longer counts as that, or null while it still does.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record Classification(InstrumentId Instrument, string Scheme, string Value, DateOnly From, DateOnly? Until, string? Note, RowSource Source);

/// <summary>Membership of an index over a half-open span.</summary>
/// <param name="Index">The index.</param>
/// <param name="Instrument">The member.</param>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The first day it is no longer a member, or null while it still is.</param>
/// <param name="Units">Units held, as in level = Σ units × close / divisor; null when the package has none.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record Membership(InstrumentId Index, InstrumentId Instrument, DateOnly From, DateOnly? Until, double? Units, RowSource Source);

/// <summary>The divisor of an index from a date on.</summary>
/// <param name="Index">The index.</param>
/// <param name="From">The first day it is in force.</param>
/// <param name="Value">The divisor: currency of the index for one point; above zero.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record Divisor(InstrumentId Index, DateOnly From, double Value, RowSource Source);

/// <summary>A line of a membership list without weights, as of a month.</summary>
/// <param name="Index">The index.</param>
/// <param name="Month">The month: <c>2025-02</c>.</param>
/// <param name="Instrument">The member.</param>
/// <param name="Name">Its name in the list, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record SnapshotMember(InstrumentId Index, string Month, InstrumentId Instrument, string? Name, RowSource Source);

/// <summary>Daily rates of one currency pair: units of quote for one of base. Days strictly ascending, rates above zero.</summary>
/// <param name="Base">The base currency.</param>
/// <param name="Quote">The quote currency.</param>
/// <param name="Rates">The rates as a series; field <c>rate</c>, subject base and quote joined.</param>
public sealed record FxSeries(string Base, string Quote, ObservationSeries Rates);
