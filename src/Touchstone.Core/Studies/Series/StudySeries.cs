using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>One field of one subject as a study reads it from a package: dated numbers on one basis, with where they stand. Immutable.</summary>
public sealed class StudySeries
{
    private readonly Func<int, Input> _input;

    private StudySeries(InstrumentId subject, string field, string unit, DailySeries values, string meaning, ExchangeCalendar calendar, Func<int, Input> input) =>
        (Subject, Field, UnitText, Values, Meaning, Calendar, _input) = (subject, field, unit, values, meaning, calendar, input);

    /// <summary>The field that names the ratio of price to dividend, one over the dividend yield.</summary>
    public const string PriceDividend = "price-dividend";

    private const string YieldField = "dividend_yield";

    /// <summary>The subject.</summary>
    public InstrumentId Subject { get; }

    /// <summary>The field as asked: <c>close</c>, <c>adjusted</c>, <c>pe</c>, <c>price-dividend</c>, or the name of an observation.</summary>
    public string Field { get; }

    /// <summary>The unit as a person reads it: <c>points</c>, <c>HKD</c>, <c>x</c>, or as the file of observations has it.</summary>
    public string UnitText { get; }

    /// <summary>The numbers: prices in the terms of the last day, ratios as published.</summary>
    public DailySeries Values { get; }

    /// <summary>What the numbers are, as a sentence.</summary>
    public string Meaning { get; }

    /// <summary>Whether the numbers are prices, not ratios or other figures.</summary>
    public bool IsPrice => Field is "close" or "adjusted";

    private ExchangeCalendar Calendar { get; }

    /// <summary>The field of a subject over the whole of the data.</summary>
    /// <param name="market">The package.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="field">
    /// <c>close</c>: the price, earlier ones divided by later splits, without dividends. <c>adjusted</c>: with dividends. <c>pe</c>: the
    /// observation <c>pe_trailing</c>. <c>price-dividend</c>: one over the observation <c>dividend_yield</c>. Else the name of an observation.
    /// </param>
    /// <returns>The series; <see cref="ProblemKind.NoData"/> when the package has none, <see cref="ProblemKind.Basis"/> when its basis is not that of the field.</returns>
    public static Answer<StudySeries> Of(Market market, InstrumentId subject, string field)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentException.ThrowIfNullOrEmpty(field);
        return field is "close" or "adjusted" ? Price(market, subject, field) : Observed(market, subject, field);
    }

    /// <summary>The part of the series inside a span.</summary>
    /// <param name="from">The first day, included; null for the first of the data.</param>
    /// <param name="to">The last day, included; null for the last of the data.</param>
    /// <returns>The part; <see cref="ProblemKind.NoData"/> when no day of the series lies inside.</returns>
    public Answer<StudySeries> Between(DateOnly? from, DateOnly? to)
    {
        var days = Values.Days;
        var (first, last) = (0, days.Length - 1);
        while (first < days.Length && days[first] < from)
        {
            first++;
        }

        while (last >= first && days[last] > to)
        {
            last--;
        }

        if (first > last)
        {
            return new Problem(ProblemKind.NoData, $"There is no {Field} of {Subject} from {from ?? days[0]:yyyy-MM-dd} to {to ?? days[^1]:yyyy-MM-dd}; the series runs from {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}.");
        }

        var part = DailySeries.Of(Enumerable.Range(first, last - first + 1).Select(i => (Values.Days[i], Values.Values[i])));
        return Answer<StudySeries>.Of(new StudySeries(Subject, Field, UnitText, part, Meaning, Calendar, i => _input(first + i)), new Working { Formula = Meaning });
    }

    /// <summary>A point as an input: the number as its file has it, before splits or a reciprocal.</summary>
    /// <param name="position">The point, from 0.</param>
    public Input InputAt(int position) => _input(position);

    /// <summary>How many points there are, from when to when, and whether sessions between have none.</summary>
    public string Coverage
    {
        get
        {
            var days = Values.Days;
            var text = $"{Values.Count} points, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}";
            var calendarDays = days[^1].DayNumber - days[0].DayNumber;
            if (Values.Count > 1 && calendarDays > 4 * (Values.Count - 1))
            {
                return $"{text}: one every {(double)calendarDays / (Values.Count - 1):F0} days; they are taken as evenly spaced.";
            }

            var sessions = 0;
            for (var day = days[0]; day <= days[^1]; day = day.AddDays(1))
            {
                sessions += Calendar.IsSession(day) ? 1 : 0;
            }

            var missing = sessions - Values.Count;
            return missing <= 0 ? $"{text}: every session between has one."
                : $"{text}; {missing} {(missing == 1 ? "session" : "sessions")} between {(missing == 1 ? "has" : "have")} none and {(missing == 1 ? "is" : "are")} passed over.";
        }
    }

    private static Answer<StudySeries> Price(Market market, InstrumentId subject, string field)
    {
        if (market.Prices(subject) is not { Count: > 0 } history)
        {
            return Missing(market, subject, $"prices of {subject}: rows of the role `prices` would settle it.");
        }

        var basis = history.Basis;
        var closeIsTotal = basis.Close == CloseBasis.TotalReturn;
        if (field == "close" && closeIsTotal)
        {
            return new Problem(ProblemKind.Basis, $"The close of {subject} in {history.File.Name} is adjusted for dividends ({basis.CloseText}); ask for the field adjusted.", history.File.Name);
        }

        var splits = market.Actions(subject).Where(action => action.IsSplit).ToArray();
        if (field == "close" && basis.Close == CloseBasis.Unstated && splits.Length > 0)
        {
            return new Problem(ProblemKind.Basis, $"The package does not state the basis of the close of {subject}, which was split on {splits[0].ExDate:yyyy-MM-dd}: `basis` of {history.File.Name} would settle it.", history.File.Name);
        }

        var column = field == "close" || (closeIsTotal && !history.Has(PriceField.Adjusted)) ? PriceField.Close : PriceField.Adjusted;
        var rows = Enumerable.Range(0, history.Count).Where(row => history.TryGet(column, row, out _)).ToImmutableArray();
        if (rows.IsEmpty)
        {
            return Missing(market, subject, $"{field} of {subject}: the column `{field}` in {history.File.Name} would settle it.");
        }

        var asTraded = column == PriceField.Close && basis.Close == CloseBasis.AsTraded;
        var unit = market.Instrument(subject) switch
        {
            { Kind: InstrumentKind.Index } => Unit.Points,
            { Currency: { } currency } => Unit.Money(currency),
            _ => Unit.Number,
        };
        double Stored(int row) => history.TryGet(column, row, out var value) ? value : throw new InvalidOperationException($"Row {row} has no {column}.");
        double LaterSplits(int row) => asTraded ? splits.Where(split => split.ExDate > history.DateAt(row)).Aggregate(1.0, (product, split) => product * split.Ratio!.Value) : 1;
        var meaning = field == "adjusted"
            ? $"Price with dividends, {(column == PriceField.Close ? basis.CloseText : basis.AdjustedText)}."
            : asTraded && splits.Length > 0 ? $"Close ({basis.CloseText}), divided by the splits that came after, without dividends."
            : $"Close ({(basis.CloseText.Length == 0 ? "basis not stated" : basis.CloseText)}), without dividends.";
        return Answer<StudySeries>.Of(
            new StudySeries(
                subject,
                field,
                unit.ToString(),
                DailySeries.Of(rows.Select(row => (history.DateAt(row), Stored(row) / LaterSplits(row)))),
                meaning,
                market.CalendarOf(subject),
                i => new Input(subject, column.ToString().ToLowerInvariant(), history.DateAt(rows[i]), Stored(rows[i]), unit, history.SourceAt(rows[i]).ToString(), history.File.Sha256)),
            new Working { Formula = meaning });
    }

    private static Answer<StudySeries> Observed(Market market, InstrumentId subject, string field)
    {
        var name = field switch { "pe" => "pe_trailing", PriceDividend => YieldField, _ => field };
        if (market.Observations(subject, name) is not { Count: > 0 } series)
        {
            var fields = market.AllObservations(subject).Select(item => item.Field).Order(StringComparer.Ordinal).ToArray();
            return Missing(market, subject, $"observations '{name}' of {subject}{(fields.Length == 0 ? "" : $"; it has {string.Join(", ", fields)}")}.");
        }

        var isYield = field == PriceDividend;
        var share = series.Unit.Trim().ToLowerInvariant() is "percent" or "pct" or "%" ? 100.0 : 1.0;
        if (isYield)
        {
            for (var i = 0; i < series.Count; i++)
            {
                if (series.Values[i] <= 0)
                {
                    return new Problem(ProblemKind.Undefined, $"The dividend yield of {subject} on {series.DateAt(i):yyyy-MM-dd} is {series.Values[i]}; a ratio of price to dividend needs one above zero.", series.SourceAt(i).ToString());
                }
            }
        }

        var meaning = isYield ? $"Price to dividend: close / (yield × close) = 1 / yield, from the observation {YieldField} ({series.Unit})." : $"The observation {name} ({series.Unit}), as published.";
        return Answer<StudySeries>.Of(
            new StudySeries(
                subject,
                field,
                isYield || field == "pe" ? Unit.Multiple.ToString() : series.Unit,
                DailySeries.Of(Enumerable.Range(0, series.Count).Select(i => (series.DateAt(i), isYield ? share / series.Values[i] : series.Values[i]))),
                meaning,
                market.CalendarOf(subject),
                i => new Input(subject, $"{name} ({series.Unit})", series.DateAt(i), series.Values[i], Unit.Number, series.SourceAt(i).ToString(), series.File.Sha256)),
            new Working { Formula = meaning });
    }

    private static Problem Missing(Market market, InstrumentId subject, string what) =>
        new(ProblemKind.NoData, market.Instrument(subject) is null && market.Prices(subject) is null ? $"The package has no instrument {subject}." : $"The package has no {what}");
}
