using System.Collections.Concurrent;
using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>Something that is measured, with its calendar and its columns; columns are read once.</summary>
internal sealed class Subject
{
    private static readonly int FieldCount = Enum.GetValues<PriceField>().Length;

    private readonly Market _market;
    private readonly Lazy<Line?>[] _lines;
    private readonly ConcurrentDictionary<string, Line> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Line> _observed = new(StringComparer.Ordinal);

    public Subject(Market market, InstrumentId id)
    {
        _market = market;
        Id = id;
        Instrument = market.Instrument(id);
        Mic = Instrument?.Exchange ?? id.Exchange;
        Calendar = market.CalendarOf(id);
        History = market.Prices(id);
        Splits = [.. market.Actions(id).Where(action => action.IsSplit)];
        _lines = [.. Enumerable.Range(0, FieldCount).Select(field => new Lazy<Line?>(() => History is null ? null : Line.Of(this, History, (PriceField)field)))];
    }

    /// <summary>Stands for the calendar of no exchange: every weekday is a session.</summary>
    public static InstrumentId WeekdaysId { get; } = new("weekdays");

    /// <summary>The subject with the calendar of no exchange.</summary>
    public static Subject Weekdays(Market market) => new(market, WeekdaysId);

    public InstrumentId Id { get; }

    public Instrument? Instrument { get; }

    /// <summary>The exchange whose sessions it follows, or null for plain weekdays.</summary>
    public string? Mic { get; }

    public ExchangeCalendar Calendar { get; }

    /// <summary>The bars used for levels and returns, or null.</summary>
    public PriceHistory? History { get; }

    /// <summary>Splits, bonus issues and consolidations with a ratio, earliest first.</summary>
    public IReadOnlyList<CorporateAction> Splits { get; }

    /// <summary>Who is a member of it and when, where it is an index or basket.</summary>
    public IndexMembers Members => _market.Members(Id);

    /// <summary>The currency of its prices as a unit; a pure number when the package names none.</summary>
    public Unit Money => Instrument?.Currency is { } currency ? Unit.Money(currency) : Unit.Number;

    /// <summary>Points for an index, money for the rest.</summary>
    public Unit PriceUnit => Instrument?.Kind == InstrumentKind.Index ? Unit.Points : Money;

    /// <summary>Whether its trading is suspended on a day, by the actions of the package.</summary>
    public bool IsSuspended(DateOnly day) => StockClose.IsSuspended(_market, Id, day);

    public Line? Price(PriceField field) => _lines[(int)field].Value;

    /// <summary>The figures of a field, as the package has them or as two others of its fields give them; or null.</summary>
    public Line? Observed(string field) => Kept(_observed, field, static (subject, name) => subject.Stored(name) ?? DerivedFlow.Of(subject, name));

    /// <summary>The figures of a field as the package has them, or null.</summary>
    public Line? Stored(string field) => Kept(_stored, field, static (subject, name) => subject._market.Observations(subject.Id, name) is { } series ? Line.Of(subject, series, subject.Breaks(name)) : null);

    /// <summary>The spans for which a field is not published.</summary>
    public ImmutableArray<DisclosureBreak> Breaks(string field) => _market.Disclosures(Id, field);

    /// <summary>New shares for one old from splits after one day, up to another, that day included.</summary>
    public double NewSharesPerOld(DateOnly after, DateOnly until) => ShareRatio.Between(Splits, after, until);

    /// <summary>A line that is read once. A field without one is not kept: there is no end to names that somebody may ask for.</summary>
    private Line? Kept(ConcurrentDictionary<string, Line> lines, string field, Func<Subject, string, Line?> read) =>
        lines.TryGetValue(field, out var known) ? known
        : read(this, field) is { } line ? lines.GetOrAdd(field, line)
        : null;
}
