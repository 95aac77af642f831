using System.Collections.Concurrent;
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

    /// <summary>What instruments count as.</summary>
    public ImmutableArray<Classification> Classifications { get; init; } = [];

    /// <summary>Memberships with units.</summary>
    public ImmutableArray<Membership> Constituents { get; init; } = [];

    /// <summary>Divisors.</summary>
    public ImmutableArray<Divisor> Divisors { get; init; } = [];

    /// <summary>Monthly membership lists.</summary>
    public ImmutableArray<SnapshotMember> Snapshots { get; init; } = [];

    /// <summary>Currency rates.</summary>
    public ImmutableArray<FxSeries> Fx { get; init; } = [];

    /// <summary>Spans for which figures are not published, as the package declares them.</summary>
    public ImmutableArray<DisclosureBreak> Disclosures { get; init; } = [];

    /// <summary>Events.</summary>
    public ImmutableArray<MarketEvent> Events { get; init; } = [];
}

/// <summary>A data package, read and indexed. Immutable; safe to use from many threads.</summary>
public sealed class Market
{
    // Plain dictionaries by text: a market is opened by every command, and building frozen ones costs more than they give back.
    private readonly Dictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExchangeCalendar> _calendars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PriceHistory>> _prices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObservationSeries>> _observations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MarketEvent> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ShareCount>> _shares = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CorporateAction>> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Classification>> _classifications = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<InstrumentId, IndexMembers> _members = new();

    /// <summary>Indexes what was read.</summary>
    /// <param name="rows">The rows; ids without repeats.</param>
    public Market(MarketRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        foreach (var instrument in rows.Instruments)
        {
            _instruments.Add(instrument.Id.Value, instrument);
        }

        foreach (var exchange in rows.Exchanges)
        {
            _exchanges.Add(exchange.Mic, exchange);
        }

        foreach (var calendar in rows.Calendars)
        {
            _calendars.Add(calendar.Mic, calendar);
        }

        foreach (var item in rows.Events)
        {
            _events.Add(item.Id, item);
        }

        Group(_prices, rows.Prices, history => history.Instrument.Value);
        Group(_observations, rows.Observations, series => series.Subject.Value);
        Group(_shares, rows.Shares, count => count.Instrument.Value);
        Group(_actions, rows.Actions, action => action.Instrument.Value);
        Group(_classifications, rows.Classifications, classification => classification.Instrument.Value);
        foreach (var counts in _shares.Values)
        {
            counts.Sort((a, b) => a.From.CompareTo(b.From));
        }

        foreach (var actions in _actions.Values)
        {
            actions.Sort((a, b) => a.ExDate == b.ExDate ? string.CompareOrdinal(a.Kind, b.Kind) : a.ExDate.CompareTo(b.ExDate));
        }
    }

    /// <summary>The rows as read, by role.</summary>
    public MarketRows Rows { get; }

    /// <summary>Who is a member of an index or basket and when; collected once for each that the package has members of.</summary>
    /// <param name="index">The index or basket.</param>
    /// <returns>Its members; <see cref="IndexMembers.Absence"/> says why there are none.</returns>
    public IndexMembers Members(InstrumentId index)
    {
        if (_members.TryGetValue(index, out var known))
        {
            return known;
        }

        // There is no end to names that somebody may ask for: those without members are not kept.
        var members = new IndexMembers(this, index);
        return members.Absence is null ? _members.GetOrAdd(index, members) : members;
    }

    /// <summary>The package's name.</summary>
    public string Name => Rows.Name;

    /// <summary>The package's content hash.</summary>
    public string Sha256 => Rows.Sha256;

    /// <summary>The instrument of an id, or null.</summary>
    /// <param name="id">The canonical id.</param>
    public Instrument? Instrument(InstrumentId id) => _instruments.GetValueOrDefault(id.Value);

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
        if (!_prices.TryGetValue(id.Value, out var histories))
        {
            return null;
        }

        return histories.Find(history => history.Role == "prices") ?? histories[0];
    }

    /// <summary>Bars whose close is as traded, for market value and units, or null.</summary>
    /// <param name="id">The instrument.</param>
    public PriceHistory? AsTraded(InstrumentId id) =>
        _prices.TryGetValue(id.Value, out var histories) ? histories.Find(history => history.Basis.Close == CloseBasis.AsTraded) : null;

    /// <summary>All bars of an instrument, one history for each resource.</summary>
    /// <param name="id">The instrument.</param>
    public ImmutableArray<PriceHistory> AllPrices(InstrumentId id) => _prices.TryGetValue(id.Value, out var histories) ? [.. histories] : [];

    /// <summary>The series of a subject's field, or null.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="field">The field.</param>
    public ObservationSeries? Observations(InstrumentId subject, string field) =>
        _observations.TryGetValue(subject.Value, out var series) ? series.Find(item => item.Field == field) : null;

    /// <summary>The series of a subject, one for each field, in file order.</summary>
    /// <param name="subject">The subject.</param>
    public IReadOnlyList<ObservationSeries> AllObservations(InstrumentId subject) => _observations.TryGetValue(subject.Value, out var series) ? series.AsReadOnly() : [];

    /// <summary>The event of a short name, or null.</summary>
    /// <param name="id">The event's id.</param>
    public MarketEvent? Event(string id) => _events.GetValueOrDefault(id);

    /// <summary>Share counts of a line, earliest first.</summary>
    /// <param name="id">The line.</param>
    public IEnumerable<ShareCount> Shares(InstrumentId id) => _shares.TryGetValue(id.Value, out var counts) ? counts.AsReadOnly() : [];

    /// <summary>Corporate actions of a line, earliest first.</summary>
    /// <param name="id">The line.</param>
    public IEnumerable<CorporateAction> Actions(InstrumentId id) => _actions.TryGetValue(id.Value, out var actions) ? actions.AsReadOnly() : [];

    /// <summary>What an instrument counts as, in file order.</summary>
    /// <param name="id">The instrument.</param>
    public IEnumerable<Classification> Classifications(InstrumentId id) => _classifications.TryGetValue(id.Value, out var found) ? found.AsReadOnly() : [];

    /// <summary>Spans for which a figure is not published: as the package declares them, or else as <see cref="KnownDisclosures"/> has them.</summary>
    /// <param name="subject">The subject; rows about the exchange that it follows count as well.</param>
    /// <param name="field">The field.</param>
    public ImmutableArray<DisclosureBreak> Disclosures(InstrumentId subject, string field)
    {
        var exchange = Instrument(subject)?.Exchange ?? subject.Exchange;
        bool Concerns(DisclosureBreak gap) => gap.Field == field && (gap.Subject == subject || gap.Subject.Value == exchange);
        var own = Rows.Disclosures.Where(Concerns).ToImmutableArray();
        return own.IsEmpty ? [.. KnownDisclosures.All.Where(Concerns)] : own;
    }

    private static void Group<T>(Dictionary<string, List<T>> groups, ImmutableArray<T> items, Func<T, string> key)
        where T : class
    {
        foreach (var item in items)
        {
            if (!groups.TryGetValue(key(item), out var group))
            {
                groups.Add(key(item), group = []);
            }

            group.Add(item);
        }
    }
}
