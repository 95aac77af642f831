using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>An index of which a package holds the units of each member and the divisors: level = Σ units × as-traded close / divisor.</summary>
/// <remarks>The units are applied to closes in the currency of the index; nothing is converted. Source: the package's own definition, docs/methodology/index-level.md.</remarks>
public sealed class PublishedIndex
{
    private readonly ImmutableArray<Membership> _members;
    private readonly ImmutableArray<Divisor> _divisors;
    private readonly ExchangeCalendar _calendar;
    private readonly string _currency;

    private PublishedIndex(Market market, InstrumentId id, string currency, ImmutableArray<Membership> members, ImmutableArray<Divisor> divisors)
    {
        (Market, Id, _currency, _members, _divisors) = (market, id, currency, members, divisors);
        _calendar = market.CalendarOf(id);
    }

    /// <summary>The index.</summary>
    public InstrumentId Id { get; }

    /// <summary>The first days of new holdings or a new divisor, ascending, the first of all included.</summary>
    public IEnumerable<DateOnly> ChangeDays =>
        _members.SelectMany(member => member.Until is { } until ? [member.From, until] : new[] { member.From }).Concat(_divisors.Select(divisor => divisor.From)).Distinct().Order();

    /// <summary>The currency of the index.</summary>
    public string Currency => _currency;

    /// <summary>Whether a package gives it a divisor, and so a level.</summary>
    internal bool HasDivisor => !_divisors.IsEmpty;

    /// <summary>The first days of each divisor, ascending.</summary>
    internal IEnumerable<DateOnly> DivisorDays => _divisors.Select(divisor => divisor.From);

    /// <summary>The package.</summary>
    internal Market Market { get; }

    /// <summary>Reads the units and divisors of an index.</summary>
    /// <param name="market">The package.</param>
    /// <param name="index">The index.</param>
    /// <returns>
    /// The index; <see cref="ProblemKind.NoData"/> without members, units or divisors; <see cref="ProblemKind.Invalid"/> for units or divisors not above zero and
    /// for spans of one member that overlap; <see cref="ProblemKind.Basis"/> for a member priced in another currency than the index.
    /// </returns>
    public static Answer<PublishedIndex> Of(Market market, InstrumentId index)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (!market.Rows.Divisors.Any(divisor => divisor.Index == index))
        {
            return new Problem(ProblemKind.NoData, $"The package has {market.Rows.Constituents.Count(member => member.Index == index)} members and 0 divisors of {index}; its level needs both.");
        }

        var held = HoldingsOf(market, index);
        if (!held.HasValue || market.Instrument(index)?.Currency is not { } currency)
        {
            return held;
        }

        return held.Value._members.FirstOrDefault(member => market.Instrument(member.Instrument)?.Currency is { } own && own != currency) is { } stranger
            ? new Problem(
                ProblemKind.Basis,
                $"{stranger.Instrument} is priced in {market.Instrument(stranger.Instrument)!.Currency} and {index} is in {currency}; published units need closes in one currency.",
                stranger.Source.ToString())
            : held;
    }

    /// <summary>Reads the units of an index or list, whether it has divisors or not and whatever currencies its members are priced in; without a divisor it has no level.</summary>
    /// <param name="market">The package.</param>
    /// <param name="index">The index or list.</param>
    internal static Answer<PublishedIndex> HoldingsOf(Market market, InstrumentId index)
    {
        var members = market.Rows.Constituents.Where(member => member.Index == index).OrderBy(member => member.Instrument).ThenBy(member => member.From).ToImmutableArray();
        var divisors = market.Rows.Divisors.Where(divisor => divisor.Index == index).OrderBy(divisor => divisor.From).ToImmutableArray();
        if (members.IsEmpty)
        {
            return new Problem(ProblemKind.NoData, $"The package has 0 members and {divisors.Length} divisors of {index}; its level needs both.");
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (FaultOf(members[i], i == 0 ? null : members[i - 1]) is { } fault)
            {
                return fault;
            }
        }

        for (var i = 0; i < divisors.Length; i++)
        {
            if (!double.IsFinite(divisors[i].Value) || divisors[i].Value <= 0)
            {
                return new Problem(ProblemKind.Invalid, $"The divisor of {index} is {divisors[i].Value:R}; expected a finite number above zero.", divisors[i].Source.ToString());
            }

            if (i > 0 && divisors[i].From == divisors[i - 1].From)
            {
                return new Problem(ProblemKind.Invalid, $"{index} has two divisors from {divisors[i].From:yyyy-MM-dd}; expected one.", divisors[i].Source.ToString());
            }
        }

        return Answer<PublishedIndex>.Of(
            new PublishedIndex(market, index, market.Instrument(index)?.Currency ?? "points", members, divisors),
            new Working { Formula = "members, units and divisors as published" });
    }

    /// <summary>The published units in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The basket; <see cref="ProblemKind.NoData"/> when the package names no member on that day.</returns>
    public Answer<Basket> BasketOn(DateOnly day)
    {
        var held = _members.Where(member => member.From <= day && (member.Until is not { } until || day < until)).ToArray();
        return held.Length > 0
            ? Basket.Of(_currency, HoldingRule.KeepUnits, held.Select(member => new Holding(member.Instrument, member.Units!.Value)))
            : new Problem(ProblemKind.NoData, $"The package names no member of {Id} on {day:yyyy-MM-dd}; its members run from {_members.Min(member => member.From):yyyy-MM-dd}.");
    }

    /// <summary>The divisor in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The divisor: currency of the index for one point, above zero; <see cref="ProblemKind.NoData"/> before the first.</returns>
    public Answer<double> DivisorOn(DateOnly day) => _divisors.LastOrDefault(divisor => divisor.From <= day) is { } found
        ? Answer<double>.Of(found.Value, new Working
        {
            Formula = "the last published divisor on or before the day",
            Inputs = [new Input(Id, "divisor", found.From, found.Value, Unit.Number, found.Source.ToString(), found.Source.File?.Sha256 ?? "")],
        })
        : new Problem(ProblemKind.NoData, _divisors.IsEmpty ? $"The package has no divisor of {Id}." : $"The package has no divisor of {Id} on {day:yyyy-MM-dd}; the first is of {_divisors[0].From:yyyy-MM-dd}.");

    /// <summary>The as-traded closes of a day, of every instrument that is a member at any time and has one.</summary>
    /// <param name="day">The day.</param>
    public ClosingPrices ClosesOn(DateOnly day)
    {
        var closes = new List<(InstrumentId Instrument, double Price)>();
        InstrumentId last = default;
        foreach (var member in _members)
        {
            if (member.Instrument != last && CloseOf(member.Instrument, day) is { } close)
            {
                closes.Add((member.Instrument, close.Value));
            }

            last = member.Instrument;
        }

        return ClosingPrices.Of(day, closes);
    }

    /// <summary>The level at a close.</summary>
    /// <param name="day">A session of the index's exchange.</param>
    /// <returns>
    /// The level in points, unrounded, every close in the working; <see cref="ProblemKind.NoData"/> naming every member without an as-traded close on that
    /// day, or when the package has no members or divisor then; <see cref="ProblemKind.Invalid"/> when the day is no session.
    /// </returns>
    public Answer<double> LevelOn(DateOnly day)
    {
        var basket = HeldOn(day);
        if (!basket.HasValue)
        {
            return basket.Problem;
        }

        var divisor = DivisorOn(day);
        if (!divisor.HasValue)
        {
            return divisor.Problem;
        }

        var value = basket.Value.ValueAt(ClosesOn(day));
        if (!value.HasValue)
        {
            return value.Problem;
        }

        var level = value.Value / divisor.Value;
        if (!double.IsFinite(level))
        {
            return new Problem(ProblemKind.Undefined, $"The level of {Id} on {day:yyyy-MM-dd}, {value.Value:R} / {divisor.Value:R}, is too large for a number.");
        }

        return Answer<double>.Of(level, new Working
        {
            Formula = "Σ units × as-traded close / divisor",
            Steps =
            [
                new Step("sum", $"Σ units × close over {basket.Value.Holdings.Length} members", value.Value, Unit.Number),
                new Step("level", $"{value.Value:R} / {divisor.Value:R}", level, Unit.Points),
            ],
            Inputs = [.. basket.Value.Holdings.Select(holding => CloseOf(holding.Instrument, day)!), .. divisor.Working.Inputs],
        });
    }

    /// <summary>The level of every session in a span, a problem where there is none.</summary>
    /// <param name="span">The span, both ends included.</param>
    public ImmutableArray<PublishedLevel> Levels(DateSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return [.. Sessions(span).Select(day => new PublishedLevel(day, LevelOn(day)))];
    }

    /// <summary>The sessions of the index's exchange in a span, ascending.</summary>
    /// <param name="span">The span, both ends included.</param>
    public IEnumerable<DateOnly> Sessions(DateSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Enumerable.Range(0, span.Days).Select(span.First.AddDays).Where(_calendar.IsSession);
    }

    /// <summary>The weight of every member at a close, in ordinal order of the ids.</summary>
    /// <param name="day">A session of the index's exchange.</param>
    /// <returns>Weights that sum to 1; a problem as for <see cref="LevelOn"/>.</returns>
    public Answer<ImmutableArray<MemberWeight>> WeightsOn(DateOnly day)
    {
        var basket = HeldOn(day);
        return basket.HasValue ? basket.Value.WeightsAt(ClosesOn(day)) : basket.Problem;
    }

    /// <summary>The published changes of members or units inside a span, as reviews; a change of the divisor alone is none.</summary>
    /// <param name="span">The span; a change on its first day is not included, one on its last day is.</param>
    public ImmutableArray<IndexEvent> Reviews(DateSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        var reviews = ImmutableArray.CreateBuilder<IndexEvent>();
        var before = BasketOn(span.First);
        foreach (var day in ChangeDays.Where(day => day > span.First && day <= span.Last))
        {
            // A day without members lies between two spans (a weekend): the change is on the next.
            var after = BasketOn(day);
            if (after.HasValue && !(before.HasValue && before.Value.Holdings.SequenceEqual(after.Value.Holdings)))
            {
                reviews.Add(new Review(day, after.Value.Holdings));
                before = after;
            }
        }

        return reviews.DrainToImmutable();
    }

    /// <summary>The last session before a day.</summary>
    /// <param name="day">The day, not included.</param>
    internal DateOnly SessionBefore(DateOnly day) => _calendar.Before(day);

    /// <summary>The closes that the units of the next session start from: those of a session, but in terms of the new shares where new units come into force with a split.</summary>
    /// <param name="last">The session before.</param>
    /// <param name="next">The basket of the session after it.</param>
    internal ClosingPrices ClosesBefore(DateOnly last, Basket next)
    {
        var closes = ClosesOn(last);
        var held = BasketOn(last);
        var open = _calendar.OnOrAfter(last.AddDays(1));
        foreach (var holding in next.Holdings)
        {
            if ((held.HasValue ? held.Value.Find(holding.Instrument)?.Units : null) == holding.Units || !closes.TryGetPrice(holding.Instrument, out var close))
            {
                continue;
            }

            closes = closes.With(holding.Instrument, close / ShareRatio.Between(Market.Actions(holding.Instrument), last, open));
        }

        return closes;
    }

    private static Problem? FaultOf(Membership member, Membership? before)
    {
        if (member.Units is not { } units)
        {
            return new Problem(ProblemKind.NoData, $"{member.Instrument} is a member of {member.Index} without units.", member.Source.ToString());
        }

        if (!double.IsFinite(units) || units <= 0)
        {
            return new Problem(ProblemKind.Invalid, $"{member.Instrument} has {units:R} units in {member.Index}; expected a finite number above zero.", member.Source.ToString());
        }

        return before is not null && before.Instrument == member.Instrument && (before.Until is not { } until || until > member.From)
            ? new Problem(
                ProblemKind.Invalid,
                $"{member.Instrument} is a member of {member.Index} twice from {member.From:yyyy-MM-dd}: a span from {before.From:yyyy-MM-dd} ({before.Source}) is not over.",
                member.Source.ToString())
            : null;
    }

    /// <summary>The units of a member with their row, or null on a day on which it is none.</summary>
    /// <param name="instrument">The member.</param>
    /// <param name="day">The day.</param>
    internal Input? UnitsOf(InstrumentId instrument, DateOnly day) =>
        _members.FirstOrDefault(member => member.Instrument == instrument && member.From <= day && (member.Until is not { } until || day < until)) is { } row
            ? new Input(instrument, "units", row.From, row.Units!.Value, Unit.Number, row.Source.ToString(), row.Source.File?.Sha256 ?? "")
            : null;

    private Answer<Basket> HeldOn(DateOnly day) => _calendar.IsSession(day)
        ? BasketOn(day)
        : new Problem(ProblemKind.Invalid, $"{day:yyyy-MM-dd} is no session of {_calendar.Mic}; {Id} has no close then.");

    /// <summary>The as-traded close of an instrument with its row, or null.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="day">The day.</param>
    internal Input? CloseOf(InstrumentId instrument, DateOnly day) =>
        Market.AsTraded(instrument) is { } history && history.IndexOn(day) is >= 0 and var row && history.TryGet(PriceField.Close, row, out var close)
            ? new Input(instrument, "close", day, close, Unit.Money(Market.Instrument(instrument)?.Currency ?? _currency), history.SourceAt(row).ToString(), history.File.Sha256)
            : null;
}
