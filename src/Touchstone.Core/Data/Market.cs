using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Everything that was read from a package, before it is indexed.</summary>
public sealed record MarketRows
{
    /// <summary>The package's name.</summary>
    public required string Name { get; init; }

    /// <summary>The package's content hash: SHA-256 over the names and hashes of its files, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The files read.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>What can be measured.</summary>
    public ImmutableArray<Instrument> Instruments { get; init; } = [];

    /// <summary>Exchanges.</summary>
    public ImmutableArray<Exchange> Exchanges { get; init; } = [];

    /// <summary>Calendars, one for each exchange that lists departures.</summary>
    public ImmutableArray<ExchangeCalendar> Calendars { get; init; } = [];

    /// <summary>Price histories, one for each instrument and resource.</summary>
    public ImmutableArray<PriceHistory> Prices { get; init; } = [];

    /// <summary>Observation series, one for each subject and field.</summary>
    public ImmutableArray<ObservationSeries> Observations { get; init; } = [];

    /// <summary>Share counts.</summary>
    public ImmutableArray<ShareCount> Shares { get; init; } = [];

    /// <summary>Corporate actions.</summary>
    public ImmutableArray<CorporateAction> Actions { get; init; } = [];

    /// <summary>Memberships with units.</summary>
    public ImmutableArray<Membership> Constituents { get; init; } = [];

    /// <summary>Divisors.</summary>
    public ImmutableArray<Divisor> Divisors { get; init; } = [];

    /// <summary>Monthly membership lists.</summary>
    public ImmutableArray<SnapshotMember> Snapshots { get; init; } = [];

    /// <summary>Currency rates.</summary>
    public ImmutableArray<FxSeries> Fx { get; init; } = [];

    /// <summary>Events.</summary>
    public ImmutableArray<MarketEvent> Events { get; init; } = [];
}

/// <summary>A data package, read and indexed. Immutable; safe to use from many threads.</summary>
public sealed class Market
{
    private readonly FrozenDictionary<InstrumentId, Instrument> _instruments;
    private readonly FrozenDictionary<string, Exchange> _exchanges;
    private readonly FrozenDictionary<string, ExchangeCalendar> _calendars;
    private readonly FrozenDictionary<InstrumentId, ImmutableArray<PriceHistory>> _prices;
    private readonly FrozenDictionary<(InstrumentId Subject, string Field), ObservationSeries> _observations;
    private readonly FrozenDictionary<string, MarketEvent> _events;
    private readonly ILookup<InstrumentId, ShareCount> _shares;
    private readonly ILookup<InstrumentId, CorporateAction> _actions;

    /// <summary>Indexes what was read.</summary>
    /// <param name="rows">The rows; ids without repeats.</param>
    public Market(MarketRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        _instruments = rows.Instruments.ToFrozenDictionary(instrument => instrument.Id);
        _exchanges = rows.Exchanges.ToFrozenDictionary(exchange => exchange.Mic, StringComparer.Ordinal);
        _calendars = rows.Calendars.ToFrozenDictionary(calendar => calendar.Mic, StringComparer.Ordinal);
        _prices = rows.Prices.GroupBy(history => history.Instrument).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        _observations = rows.Observations.ToFrozenDictionary(series => (series.Subject, series.Field));
        _events = rows.Events.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        _shares = rows.Shares.OrderBy(count => count.From).ToLookup(count => count.Instrument);
        _actions = rows.Actions.OrderBy(action => action.ExDate).ToLookup(action => action.Instrument);
    }

    /// <summary>The rows as read, by role.</summary>
    public MarketRows Rows { get; }

    /// <summary>The package's name.</summary>
    public string Name => Rows.Name;

    /// <summary>The package's content hash.</summary>
    public string Sha256 => Rows.Sha256;

    /// <summary>The instrument of an id, or null.</summary>
    /// <param name="id">The canonical id.</param>
    public Instrument? Instrument(InstrumentId id) => _instruments.GetValueOrDefault(id);

    /// <summary>The exchange of a code, or null.</summary>
    /// <param name="mic">The market identifier code.</param>
    public Exchange? Exchange(string mic) => _exchanges.GetValueOrDefault(mic);

    /// <summary>The calendar of an exchange; without listed departures, every weekday is a session.</summary>
    /// <param name="mic">The market identifier code.</param>
    public ExchangeCalendar Calendar(string mic) => _calendars.GetValueOrDefault(mic) ?? new ExchangeCalendar(mic, []);

    /// <summary>The calendar that an instrument follows: its exchange's, or plain weekdays.</summary>
    /// <param name="id">The instrument.</param>
    public ExchangeCalendar CalendarOf(InstrumentId id) => Calendar(Instrument(id)?.Exchange ?? id.Exchange ?? "");

    /// <summary>The bars used for returns and levels (role <c>prices</c> first), or null.</summary>
    /// <param name="id">The instrument.</param>
    public PriceHistory? Prices(InstrumentId id)
    {
        if (!_prices.TryGetValue(id, out var histories))
        {
            return null;
        }

        return histories.FirstOrDefault(history => history.Role == "prices") ?? histories[0];
    }

    /// <summary>Bars whose close is as traded, for market value and units, or null.</summary>
    /// <param name="id">The instrument.</param>
    public PriceHistory? AsTraded(InstrumentId id) =>
        _prices.TryGetValue(id, out var histories) ? histories.FirstOrDefault(history => history.Basis.Close == CloseBasis.AsTraded) : null;

    /// <summary>All bars of an instrument, one history for each resource.</summary>
    /// <param name="id">The instrument.</param>
    public ImmutableArray<PriceHistory> AllPrices(InstrumentId id) => _prices.TryGetValue(id, out var histories) ? histories : [];

    /// <summary>The series of a subject's field, or null.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="field">The field.</param>
    public ObservationSeries? Observations(InstrumentId subject, string field) => _observations.GetValueOrDefault((subject, field));

    /// <summary>The event of a short name, or null.</summary>
    /// <param name="id">The event's id.</param>
    public MarketEvent? Event(string id) => _events.GetValueOrDefault(id);

    /// <summary>Share counts of a line, earliest first.</summary>
    /// <param name="id">The line.</param>
    public IEnumerable<ShareCount> Shares(InstrumentId id) => _shares[id];

    /// <summary>Corporate actions of a line, earliest first.</summary>
    /// <param name="id">The line.</param>
    public IEnumerable<CorporateAction> Actions(InstrumentId id) => _actions[id];
}
