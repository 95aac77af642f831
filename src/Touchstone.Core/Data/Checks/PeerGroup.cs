using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>The histories of one file that follow the sessions of one exchange; they should have the same days.</summary>
internal sealed record PeerGroup(string File, ExchangeCalendar Calendar, ImmutableArray<PriceHistory> Histories)
{
    /// <summary>"stocks", "indices" or "instruments".</summary>
    public required string Noun { get; init; }

    /// <summary>Whether the exchange lists closures, so that a missing weekday means something.</summary>
    public bool HasCalendar => Calendar.Entries.Count > 0;

    /// <summary>The days the calendar speaks for: whole years, from the first listed day's to the last's.</summary>
    public DateSpan Covered => HasCalendar
        ? new DateSpan(new DateOnly(Calendar.Entries.Min(entry => entry.Date).Year, 1, 1), new DateOnly(Calendar.Entries.Max(entry => entry.Date).Year, 12, 31))
        : new DateSpan(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The groups of a market, in file order. Instruments without an exchange follow no sessions and are left out.</summary>
    public static ImmutableArray<PeerGroup> Of(Market market)
    {
        string? ExchangeOf(PriceHistory history) => market.Instrument(history.Instrument)?.Exchange ?? history.Instrument.Exchange;
        return [.. market.Rows.Prices
            .Where(history => ExchangeOf(history) is not null)
            .GroupBy(history => (File: history.File.Name, Mic: ExchangeOf(history)!))
            .Select(group => new PeerGroup(group.Key.File, market.Calendar(group.Key.Mic), [.. group]) { Noun = NounOf(market, group) })];
    }

    private static string NounOf(Market market, IEnumerable<PriceHistory> histories)
    {
        var kinds = histories.Select(history => market.Instrument(history.Instrument)?.Kind).Distinct().ToList();
        return kinds is [InstrumentKind.Equity] ? "stock" : kinds is [InstrumentKind.Index] ? "index" : kinds is [InstrumentKind.Fund] ? "fund" : "instrument";
    }
}
