using System.Globalization;
using Touchstone.Data;

namespace Touchstone.Tests;

/// <summary>Builds small markets by hand. Days are written as text; a row's line is its place in the file, the header being line 1.</summary>
internal sealed class TestMarket
{
    private readonly List<Instrument> _instruments = [];
    private readonly List<CalendarEntry> _calendar = [];
    private readonly List<PriceHistory> _prices = [];
    private readonly List<ObservationSeries> _observations = [];
    private readonly List<ShareCount> _shares = [];
    private readonly List<CorporateAction> _actions = [];
    private readonly List<Classification> _classifications = [];
    private readonly List<Membership> _members = [];
    private readonly List<Divisor> _divisors = [];
    private readonly List<SnapshotMember> _snapshots = [];
    private readonly List<FxSeries> _fx = [];
    private readonly List<DisclosureBreak> _disclosures = [];
    private readonly List<MarketEvent> _events = [];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public TestMarket Index(string id, string exchange = "XHKG", string currency = "HKD", params string[] aliases) =>
        Add(id, InstrumentKind.Index, exchange, currency, aliases);

    public TestMarket Equity(string id, string currency = "HKD", params string[] aliases) =>
        Add(id, InstrumentKind.Equity, new InstrumentId(id).Exchange, currency, aliases);

    public TestMarket Line(string id, string issuer, string currency = "HKD") =>
        Add(id, InstrumentKind.Equity, new InstrumentId(id).Exchange, currency, [], issuer);

    public TestMarket Place(string id, string? exchange = null) => Add(id, InstrumentKind.Market, exchange, null, []);

    /// <summary>Gives the instrument added last a name of its own.</summary>
    public TestMarket Named(string name, params string[] aliases)
    {
        _instruments[^1] = _instruments[^1] with { Name = name, Aliases = [.. aliases] };
        return this;
    }

    public TestMarket Closed(string exchange, params string[] days) => List(exchange, SessionKind.Closed, "holiday", days);

    public TestMarket Half(string exchange, params string[] days) => List(exchange, SessionKind.Half, "morning only", days);

    /// <summary>Closes of an index, or as-traded closes of the rest.</summary>
    public TestMarket Closes(string id, params (string Day, double Close)[] rows) => Closes(id, null, rows);

    public TestMarket Closes(string id, CloseBasis? basis, params (string Day, double Close)[] rows) =>
        Bars(id, basis, [.. rows.Select(row => Day(row.Day))], (PriceField.Close, [.. rows.Select(row => row.Close)]));

    /// <summary>Any columns; NaN where a number is missing.</summary>
    public TestMarket Bars(string id, CloseBasis? basis, DateOnly[] days, params (PriceField Field, double[] Values)[] columns)
    {
        var isIndex = _instruments.Any(instrument => instrument.Id.Value == id && instrument.Kind == InstrumentKind.Index);
        var close = basis ?? (isIndex ? CloseBasis.IndexLevel : CloseBasis.AsTraded);
        var all = new ReadOnlyMemory<double>[Enum.GetValues<PriceField>().Length];
        foreach (var (field, values) in columns)
        {
            all[(int)field] = values;
        }

        _prices.Add(new PriceHistory(
            new InstrumentId(id), "prices", new PriceBasis(close, close.ToString(), CloseBasis.TotalReturn, "splits and dividends"), File("prices.csv"),
            days.Select(day => day.DayNumber).ToArray(), Lines(days.Length), all));
        return this;
    }

    public TestMarket Observed(string subject, string field, string unit, params (string Day, double Value)[] rows)
    {
        _observations.Add(new ObservationSeries(
            new InstrumentId(subject), field, unit, File("observations.csv"),
            rows.Select(row => Day(row.Day).DayNumber).ToArray(), Lines(rows.Length), rows.Select(row => row.Value).ToArray()));
        return this;
    }

    public TestMarket Shares(string id, string from, double count, double? freeFloat = null)
    {
        _shares.Add(new ShareCount(new InstrumentId(id), Day(from), count, freeFloat, null, Row("shares.csv", _shares.Count)));
        return this;
    }

    public TestMarket Action(
        string id, string exDate, string kind, double? ratio = null, double? cash = null, string? currency = null, double? subscriptionPrice = null, string? other = null)
    {
        var partner = other is null ? (InstrumentId?)null : new InstrumentId(other);
        _actions.Add(new CorporateAction(new InstrumentId(id), Day(exDate), kind, ratio, cash, currency, subscriptionPrice, partner, null, Row("actions.csv", _actions.Count)));
        return this;
    }

    public TestMarket Classified(string id, string scheme, string value, string from, string? until = null)
    {
        _classifications.Add(new Classification(new InstrumentId(id), scheme, value, Day(from), until is null ? null : Day(until), null, Row("classifications.csv", _classifications.Count)));
        return this;
    }

    public TestMarket Split(string id, string exDate, double ratio) => Action(id, exDate, "split", ratio);

    public TestMarket Member(string index, string id, string from, string? until = null, double? units = null)
    {
        _members.Add(new Membership(new InstrumentId(index), new InstrumentId(id), Day(from), until is null ? null : Day(until), units, Row("constituents.csv", _members.Count)));
        return this;
    }

    public TestMarket Divisor(string index, string from, double value)
    {
        _divisors.Add(new Divisor(new InstrumentId(index), Day(from), value, Row("divisors.csv", _divisors.Count)));
        return this;
    }

    public TestMarket Listed(string index, string month, string id)
    {
        _snapshots.Add(new SnapshotMember(new InstrumentId(index), month, new InstrumentId(id), null, Row("snapshots.csv", _snapshots.Count)));
        return this;
    }

    public TestMarket Fx(string @base, string quote, params (string Day, double Rate)[] rows)
    {
        var series = new ObservationSeries(
            new InstrumentId(@base + quote), "rate", "", File("fx.csv"),
            rows.Select(row => Day(row.Day).DayNumber).ToArray(), Lines(rows.Length), rows.Select(row => row.Rate).ToArray());
        _fx.Add(new FxSeries(@base, quote, series));
        return this;
    }

    public TestMarket Undisclosed(string subject, string field, string from, string? until = null, string? reason = null)
    {
        _disclosures.Add(new DisclosureBreak(new InstrumentId(subject), field, Day(from), until is null ? null : Day(until), reason, Row("disclosures.csv", _disclosures.Count)));
        return this;
    }

    public TestMarket Event(string id, string day, string name = "Something happened", string? zone = null)
    {
        _events.Add(new MarketEvent(id, Day(day), zone, name, [], [], Row("events.csv", _events.Count)));
        return this;
    }

    public Market Build() => new(new MarketRows
    {
        Name = "test",
        Sha256 = new string('0', 64),
        Instruments = [.. _instruments],
        Calendars = [.. _calendar.GroupBy(entry => entry.Source.File.Name).Select(group => new ExchangeCalendar(group.Key, group))],
        Prices = [.. _prices],
        Observations = [.. _observations],
        Shares = [.. _shares],
        Actions = [.. _actions],
        Classifications = [.. _classifications],
        Constituents = [.. _members],
        Divisors = [.. _divisors],
        Snapshots = [.. _snapshots],
        Fx = [.. _fx],
        Disclosures = [.. _disclosures],
        Events = [.. _events],
    });

    private static SourceFile File(string name) => new(name, new string('a', 64));

    private static RowSource Row(string file, int index) => new(File(file), index + 2);

    private static int[] Lines(int count) => [.. Enumerable.Range(2, count)];

    private TestMarket Add(string id, InstrumentKind kind, string? exchange, string? currency, string[] aliases, string? issuer = null)
    {
        _instruments.Add(new Instrument(new InstrumentId(id), kind, id + " Name", [.. aliases], exchange, currency, issuer, null, Row("instruments.csv", _instruments.Count)));
        return this;
    }

    private TestMarket List(string exchange, SessionKind kind, string reason, string[] days)
    {
        _calendar.AddRange(days.Select(day => new CalendarEntry(Day(day), kind, reason, new RowSource(File(exchange), 1))));
        return this;
    }
}
