using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>Writes the expressions that a claim can mean at a moment.</summary>
internal sealed class ReadingPlans(Market market, SessionClocks clocks, IReadOnlyList<TimeMention> times)
{
    /// <summary>How far ahead an "upcoming" event may lie, in days.</summary>
    private const int AheadDays = 60;

    /// <summary>How far back an undated record may lie, in sessions: a month.</summary>
    private const int RecentSessions = 22;

    private readonly TimeResolver _times = new(market, clocks);

    /// <summary>First readings in order of standing; empty when nothing can be computed.</summary>
    public IEnumerable<ReadingPlan> First(ClaimDraft draft, Moment moment) => draft.Metric switch
    {
        ClaimMetric.None => [],
        ClaimMetric.EventIn => Events(draft, moment),
        ClaimMetric.EventAge => Ages(draft, moment),
        _ => draft.Subject.Candidates.SelectMany(id => ForSubject(draft, id, moment, "")),
    };

    /// <summary>Admitted alternatives, most likely first.</summary>
    public IEnumerable<ReadingPlan> Alternatives(ClaimDraft draft, Moment moment)
    {
        if (draft.Metric is ClaimMetric.Return or ClaimMetric.Points)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                var mic = Mic(id);
                foreach (var other in _times.Others(draft.Time, mic, moment))
                {
                    yield return Moved(draft, id, other, ReadingRank.Alternative, other.Note);
                }

                foreach (var other in draft.IsTimeInferred ? Unstated(mic, moment) : [])
                {
                    yield return Moved(draft, id, other, ReadingRank.Alternative, other.Note);
                }

                if (draft.Metric == ClaimMetric.Return && !draft.IsTimeInferred && draft.Following is null && _times.First(draft.Time, mic, moment) is { } time)
                {
                    yield return Plan(draft, Expression.Of("return", id.Value, time.Window) with { Arguments = [new(null, id.Value), new(null, time.Window), new("basis", "total")] }, time.AsOf, id, time.Window, ReadingRank.Alternative, "total return", Bounds(draft));
                    if (time.Window == "1d")
                    {
                        yield return Plan(draft, Expression.Of(draft.Sign < 0 ? "intraday-low-return" : "intraday-high-return", id.Value), time.AsOf, id, time.Window, ReadingRank.Alternative, "the day's extreme, not its close", Bounds(draft));
                    }
                }
            }

            if (!draft.Subject.IsInferred && draft.Subject.Candidates.Length == 1)
            {
                var own = draft.Subject.Candidates[0];
                var issuer = market.Instrument(own)?.Issuer;
                foreach (var line in issuer is null ? [] : market.Rows.Instruments.Where(other => other.Issuer == issuer && other.Id != own))
                {
                    foreach (var plan in ForSubject(draft, line.Id, moment, $"the line {line.Id}"))
                    {
                        yield return plan with { Rank = ReadingRank.Alternative };
                    }
                }
            }
        }
        else if (draft.Metric == ClaimMetric.Level)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                var time = _times.First(draft.Time, Mic(id), moment);
                foreach (var field in new[] { "high", "low", "open" })
                {
                    if (time is { } at)
                    {
                        yield return Plan(draft, Expression.Of("level", id.Value, field), at.AsOf, id, null, ReadingRank.Alternative, $"the day's {field}", Bounds(draft));
                    }
                }
            }
        }
        else if (draft is { Metric: ClaimMetric.Extreme, IsRecord: true, IsTimeInferred: true })
        {
            // "with the stock reaching a record high": no day is named, so any day of the last month may be meant.
            foreach (var id in draft.Subject.Candidates)
            {
                var calendar = market.CalendarOf(id);
                var session = clocks.AsOf(Mic(id), moment);
                for (var (day, back) = (session, 0); back < RecentSessions; back++)
                {
                    day = calendar.Before(day);
                    yield return Plan(draft, Expression.Of(draft.Sign > 0 ? "new-high" : "new-low", id.Value), day, id, null, ReadingRank.Alternative, $"reached on {day:yyyy-MM-dd}", StretchBounds(draft));
                }
            }
        }
        else if (draft.Metric == ClaimMetric.EventIn)
        {
            foreach (var plan in Events(draft, moment))
            {
                if (plan.Window is { } window && window.Split("..") is [var first, var last] && DateOnly.TryParse(first, out var from) && DateOnly.TryParse(last, out var to))
                {
                    var wider = $"{from.AddDays(-1):yyyy-MM-dd}..{to.AddDays(1):yyyy-MM-dd}";
                    yield return Plan(draft, Expression.Of("event-in", plan.Expression.Arguments[0].Value, wider), moment.Published, null, wider, ReadingRank.Alternative, "one day outside", (1, 1));
                }
            }
        }
        else if (draft.Metric == ClaimMetric.BestPeriod || draft.Metric == ClaimMetric.Excess)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                foreach (var other in _times.Others(draft.Time, Mic(id), moment))
                {
                    if (draft.Metric == ClaimMetric.Excess)
                    {
                        yield return Against(draft, id, other, moment) with { Rank = ReadingRank.Alternative, Note = other.Note };
                    }
                    else if (other.Window == "1w")
                    {
                        yield return Ranked(draft, id, "week", other.AsOf, moment) with { Rank = ReadingRank.Alternative, Note = other.Note };
                    }
                }
            }
        }
    }

    /// <summary>Windows that a move without a stated time can have: those that the text names anywhere, and the common ones.</summary>
    private IEnumerable<ResolvedTime> Unstated(string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        var seen = new HashSet<(string, DateOnly)>();
        foreach (var mention in times.Where(WindowFinder.IsWindow))
        {
            if (_times.First(mention, mic, moment) is { } named && seen.Add((named.Window, named.AsOf)))
            {
                yield return named with { Note = $"over {named.Window}, as no time is stated" };
            }
        }

        foreach (var window in new[] { "1w", "mtd", "ytd", "1m", "1y" })
        {
            if (seen.Add((window, asOf)))
            {
                yield return new ResolvedTime(window, asOf, $"over {window}, as no time is stated");
            }
        }
    }

    private string Mic(InstrumentId id) => market.Instrument(id)?.Exchange ?? id.Exchange ?? "";

    private IEnumerable<ReadingPlan> ForSubject(ClaimDraft draft, InstrumentId id, Moment moment, string note)
    {
        var mic = Mic(id);
        switch (draft.Metric)
        {
            case ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign:
                if (draft.Following is { EventId: { } since } && draft.Time is { } limit && _times.First(limit, mic, moment) is { } length)
                {
                    yield return Plan(draft, Expression.Of("best-return-within", id.Value, $"since:{since}", length.Window), length.AsOf, id, $"since:{since}", ReadingRank.First, note, Bounds(draft));
                    yield break;
                }

                foreach (var time in Times(draft, mic, moment))
                {
                    yield return Moved(draft, id, time, ReadingRank.First, Join(note, time.Note));
                }

                yield break;
            case ClaimMetric.Level:
                foreach (var at in new[] { _times.First(draft.Time, mic, moment), draft.IsTimeInferred && draft.Time is not null ? _times.First(null, mic, moment) : null }.OfType<ResolvedTime>().DistinctBy(one => one.AsOf))
                {
                    yield return Plan(draft, draft.IsIntraday ? Expression.Of("level", id.Value, draft.Hedge == HedgeKind.LessThan ? "low" : "high") : Expression.Of("level", id.Value), at.AsOf, id, null, ReadingRank.First, note, Bounds(draft));
                }

                yield break;
            case ClaimMetric.MarketValueChange:
                foreach (var time in draft.Time is { Kind: TimeKind.OneDay } ? SingleDays(draft, id, mic, moment) : Times(draft, mic, moment))
                {
                    yield return Plan(draft, Expression.Of("market-value-change", id.Value, time.Window), time.AsOf, id, time.Window, ReadingRank.First, Join(note, time.Note), Bounds(draft));
                }

                yield break;
            case ClaimMetric.MarketValue:
                yield return Plan(draft, Expression.Of("market-value", id.Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, Bounds(draft));
                yield break;
            case ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield:
                var day = draft.Time is null ? clocks.AsOf(mic, moment) : _times.First(draft.Time, mic, moment)?.AsOf ?? clocks.AsOf(mic, moment);
                yield return Plan(draft, Multiple(draft, id), day, id, null, ReadingRank.First, note, Bounds(draft));
                yield break;
            case ClaimMetric.Extreme:
                foreach (var on in Sessions(draft, mic, moment))
                {
                    yield return Plan(draft, Expression.Of(draft.Sign > 0 ? "new-high" : "new-low", draft.IsIntraday ? [id.Value, draft.Sign > 0 ? "high" : "low"] : [id.Value]), on, id, null, ReadingRank.First, note, StretchBounds(draft));
                }

                yield break;
            case ClaimMetric.BestPeriod:
                var last = draft.Time is { Kind: TimeKind.Last };
                foreach (var on in last ? [moment.Published] : Sessions(draft, mic, moment))
                {
                    yield return Ranked(draft, id, (last ? "last-" : "") + draft.Period.ToString().ToLowerInvariant(), on, moment) with { Note = note };
                }

                yield break;
            case ClaimMetric.Streak:
                var count = draft.Sign * draft.Quantity!.Value;
                yield return Plan(draft, new Expression("streak", [new(null, id.Value), new("period", draft.Period.ToString().ToLowerInvariant())], AsOf.Latest), SessionOf(draft, mic, moment), id, null, ReadingRank.First, note, (count, count));
                yield break;
            case ClaimMetric.FromTurn:
                var percent = draft.Quantity!;
                var turn = Expression.Of(draft.Sign > 0 ? "rise-from-trough" : "fall-from-peak", id.Value);
                yield return Plan(draft, turn, SessionOf(draft, mic, moment), id, null, ReadingRank.First, note, draft.Type == "price_return" ? Bounds(draft) : draft.Sign > 0 ? (percent.Value, null) : (null, -percent.Value));
                yield break;
            case ClaimMetric.Excess:
                foreach (var time in Times(draft, mic, moment))
                {
                    yield return Against(draft, id, time, moment) with { Note = Join(note, time.Note) };
                }

                yield break;
            case ClaimMetric.Member:
                foreach (var member in draft.Comparator!.Candidates)
                {
                    yield return Plan(draft, Expression.Of("member", id.Value, member.Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, (1, 1));
                }

                yield break;
            case ClaimMetric.ValuationGap:
                yield return Plan(draft, Expression.Of("discount", id.Value, "pe_trailing", draft.Comparator!.Candidates[0].Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
                yield break;
            case ClaimMetric.RatioOfMeans:
                foreach (var plan in Ratios(draft, id, mic, moment))
                {
                    yield return plan;
                }

                yield break;
            default:
                yield break;
        }
    }

    private IEnumerable<ResolvedTime> Times(ClaimDraft draft, string mic, Moment moment)
    {
        var seen = new HashSet<(string, DateOnly)>();
        if (_times.First(draft.Time, mic, moment) is { } first && seen.Add((first.Window, first.AsOf)))
        {
            yield return first;
        }

        if (!draft.IsTimeInferred)
        {
            yield break;
        }

        if (draft.OtherTime is not null && _times.First(draft.OtherTime, mic, moment) is { } other && seen.Add((other.Window, other.AsOf)))
        {
            yield return other with { Note = "another time of the text" };
        }

        var asOf = clocks.AsOf(mic, moment);
        foreach (var window in new[] { "1d" })
        {
            if (seen.Add((window, asOf)))
            {
                yield return new ResolvedTime(window, asOf, "the window is not stated");
            }
        }
    }

    /// <summary>Days that "in a single day" can mean: the as-of day, the days of the instrument's events, the extreme day of the last three months.</summary>
    private IEnumerable<ResolvedTime> SingleDays(ClaimDraft draft, InstrumentId id, string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        foreach (var item in market.Rows.Events.Where(item => item.Instruments.Contains(id) && item.Date <= asOf && item.Date > asOf.AddMonths(-3)))
        {
            yield return new ResolvedTime("1d", item.Date, $"the day of {item.Id}");
        }

        if (Extreme(id, draft.Sign, asOf) is { } day)
        {
            yield return new ResolvedTime("1d", day, "the largest such day of three months");
        }

        yield return new ResolvedTime("1d", asOf, "");
    }

    private DateOnly? Extreme(InstrumentId id, int sign, DateOnly asOf)
    {
        if (market.Prices(id) is not { } history)
        {
            return null;
        }

        var best = 0.0;
        DateOnly? day = null;
        var previous = double.NaN;
        for (var i = Math.Max(0, history.IndexOnOrBefore(asOf.AddMonths(-3))); i <= history.IndexOnOrBefore(asOf); i++)
        {
            if (!history.TryGet(PriceField.Close, i, out var close))
            {
                continue;
            }

            var move = sign * ((close / previous) - 1);
            if (move > best)
            {
                (best, day) = (move, history.DateAt(i));
            }

            previous = close;
        }

        return day;
    }

    private static ReadingPlan Moved(ClaimDraft draft, InstrumentId id, ResolvedTime time, ReadingRank rank, string note)
    {
        if (draft.Metric == ClaimMetric.Sign)
        {
            return Plan(draft, Expression.Of("return", id.Value, time.Window), time.AsOf, id, time.Window, rank, note, draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
        }

        var extreme = draft.Hedge == HedgeKind.AsMuchAs && time.Window == "1d" && draft.Metric == ClaimMetric.Return;
        var measure = extreme ? draft.Sign < 0 ? "intraday-low-return" : "intraday-high-return" : draft.Metric == ClaimMetric.Points ? "points" : "return";
        return Plan(draft, extreme ? Expression.Of(measure, id.Value) : Expression.Of(measure, id.Value, time.Window), time.AsOf, id, time.Window, rank, note, Bounds(draft));
    }

    private ReadingPlan Against(ClaimDraft draft, InstrumentId id, ResolvedTime time, Moment moment)
    {
        var benchmark = draft.Comparator!.Candidates[0];
        var plan = Plan(draft, Expression.Of("excess", id.Value, time.Window, benchmark.Value), time.AsOf, id, time.Window, ReadingRank.First, "", draft.Quantity is not null ? Bounds(draft) : draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
        var (own, other) = (Mic(id), Mic(benchmark));
        return own != other && time.AsOf == clocks.AsOf(own, moment) && clocks.AsOf(other, moment) is var day && day != time.AsOf
            ? plan with { Expression = plan.Expression.At(AsOf.On(time.AsOf).With(other, day)) }
            : plan;
    }

    private ReadingPlan Ranked(ClaimDraft draft, InstrumentId id, string period, DateOnly day, Moment moment)
    {
        var arguments = new List<Argument> { new(null, id.Value), new(null, period) };
        if (CountedFrom(draft, Mic(id), day, moment) is { } since)
        {
            arguments.Add(new("since", since.ToString("yyyy-MM-dd")));
        }

        if (draft.Sign < 0)
        {
            arguments.Add(new("order", "worst"));
        }

        return Plan(draft, new Expression("rank", [.. arguments], AsOf.Latest), day, id, null, ReadingRank.First, "", (1, 1));
    }

    /// <summary>"Since 2020" names the time of the last better one, so the count begins after it.</summary>
    public DateOnly? CountedFrom(ClaimDraft draft, string mic, DateOnly day, Moment moment)
    {
        switch (draft.Since)
        {
            case { Kind: TimeKind.Since, Since: { } since }:
                return (TimeResolver.EndOf(since, moment) ?? _times.StartOf(since, mic, moment))?.AddDays(1);
            case { Kind: TimeKind.Since, EventId: { } id }:
                return market.Event(id)?.Date.AddDays(1);
            case { Kind: TimeKind.Stretch or TimeKind.Past } stretch:
                return day.AddDays(-(int)(Days(stretch) * RoundingTable.StretchLeast));
            case { Kind: TimeKind.ToDate, Unit: TimeUnit.Year }:
                return new DateOnly(day.Year, 1, 1);
            case { Kind: TimeKind.Year, Year: { } year }:
                return new DateOnly(year, 1, 1);
            default:
                return null;
        }
    }

    private static double Days(TimeMention stretch) => stretch.Count * stretch.Unit switch { TimeUnit.Week => 7, TimeUnit.Month => 30.44, TimeUnit.Quarter => 91.3, TimeUnit.Year => 365.25, _ => 1.4 };

    /// <summary>Years that a high must have lasted; for "since" the verifier looks at the day itself.</summary>
    private static (double? Low, double? High) StretchBounds(ClaimDraft draft) =>
        draft.Since is { Kind: TimeKind.Stretch or TimeKind.Past } stretch ? (Days(stretch) / 365.25 * RoundingTable.StretchLeast, null) : (0, null);

    private static Expression Multiple(ClaimDraft draft, InstrumentId id) => draft.Metric switch
    {
        ClaimMetric.PriceEarnings when draft.Kind == "forward" => Expression.Of("observation", id.Value, "pe_forward"),
        ClaimMetric.PriceEarnings => Expression.Of("pe", id.Value),
        ClaimMetric.PriceBook => Expression.Of("pb", id.Value),
        _ => Expression.Of("dividend-yield", id.Value),
    };

    /// <summary>The session a superlative speaks of; when it is inherited, the as-of day as well.</summary>
    private IEnumerable<DateOnly> Sessions(ClaimDraft draft, string mic, Moment moment)
    {
        var named = SessionOf(draft, mic, moment);
        yield return named;
        if (draft.IsTimeInferred && clocks.AsOf(mic, moment) is var asOf && asOf != named)
        {
            yield return asOf;
        }
    }

    private DateOnly SessionOf(ClaimDraft draft, string mic, Moment moment) => draft.Time is { IsSession: true } or { Kind: TimeKind.Last } && _times.First(draft.Time, mic, moment) is { } time && time.AsOf <= moment.Published ? time.AsOf : clocks.AsOf(mic, moment);

    private IEnumerable<ReadingPlan> Ratios(ClaimDraft draft, InstrumentId id, string mic, Moment moment)
    {
        var field = market.Rows.Observations.FirstOrDefault(series => series.Subject == id && series.Field.Contains(draft.Subject.Text, StringComparison.Ordinal))?.Field;
        if (field is null || _times.First(draft.Time, mic, moment) is not { } period || draft.BaseTime is null || _times.First(draft.BaseTime, mic, moment) is not { } basis)
        {
            yield break;
        }

        var quantity = draft.Quantity!;
        var expression = Expression.Of("ratio-of-means", id.Value, field, period.Window, basis.Window);
        if (quantity.Kind == QuantityKind.Fraction)
        {
            var ratio = draft.Kind == "higher" ? 1 + quantity.Value : draft.Sign < 0 ? 1 - quantity.Value : quantity.Value;
            yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.First, "", (ratio - RoundingTable.HigherFractionBelow, ratio + RoundingTable.HigherFractionAbove));
            yield break;
        }

        var width = Math.Max(quantity.Value * RoundingTable.FactorShare, quantity.LastDigit / 2);
        yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.First, $"x{quantity.Value:R}", (quantity.Value - width, quantity.Value + width));
        if (draft.Kind == "higher")
        {
            yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.Alternative, $"x{quantity.Value + 1:R}, as the letter says", (quantity.Value + 1 - width, quantity.Value + 1 + width));
        }
    }

    private IEnumerable<ReadingPlan> Events(ClaimDraft draft, Moment moment)
    {
        if (draft.Time is not { } time)
        {
            yield break;
        }

        var window = EventWindow(time, moment);
        foreach (var id in draft.Events)
        {
            if (window is not null)
            {
                yield return Plan(draft, Expression.Of("event-in", id, window), moment.Published, null, window, ReadingRank.First, draft.Events.Length > 1 ? id : "", (1, 1));
            }
        }
    }

    private string? EventWindow(TimeMention time, Moment moment)
    {
        var day = moment.Published;
        switch (time.Kind)
        {
            case TimeKind.Next when time.Unit == TimeUnit.Week:
                var monday = day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7));
                return $"{monday:yyyy-MM-dd}..{monday.AddDays(6):yyyy-MM-dd}";
            case TimeKind.Next when time.Unit == TimeUnit.Month:
                return $"{new DateOnly(day.Year, day.Month, 1).AddMonths(1):yyyy-MM}";
            case TimeKind.Next when time.Unit == TimeUnit.Day:
                return $"{day:yyyy-MM-dd}..{day.AddDays(AheadDays):yyyy-MM-dd}";
            case TimeKind.Last when time.Unit == TimeUnit.Month:
                return $"{new DateOnly(day.Year, day.Month, 1).AddMonths(-1):yyyy-MM}";
            case TimeKind.Last when time.Unit == TimeUnit.Year:
                return $"{day.Year - 1}";
            case TimeKind.Last when time.Unit == TimeUnit.Week:
                return $"{_times.StartOf(time, "", moment):yyyy-MM-dd}..{TimeResolver.EndOf(time, moment):yyyy-MM-dd}";
            case TimeKind.Month when time.Third > 0:
                var month = _times.StartOf(time, "", moment)!.Value;
                var first = month.AddDays((time.Third - 1) * 10);
                var last = time.Third == 3 ? month.AddMonths(1).AddDays(-1) : month.AddDays((time.Third * 10) - 1);
                return $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}";
            case TimeKind.Month:
                return $"{_times.StartOf(time, "", moment):yyyy-MM}";
            case TimeKind.Year:
                return $"{time.Year}";
            case TimeKind.Date or TimeKind.Weekday or TimeKind.Yesterday:
                var on = time.Kind == TimeKind.Date ? TimeResolver.Date(time, moment) : time.Kind == TimeKind.Yesterday ? day.AddDays(-1) : day.AddDays(-(((int)day.DayOfWeek - (int)time.Weekday + 7) % 7));
                return on is { } exact ? $"{exact.AddDays(-1):yyyy-MM-dd}..{exact:yyyy-MM-dd}" : null;
            case TimeKind.ToDate:
                var start = time.Unit switch { TimeUnit.Year => new DateOnly(day.Year, 1, 1), TimeUnit.Month => new DateOnly(day.Year, day.Month, 1), _ => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) };
                return start < day ? $"{start:yyyy-MM-dd}..{day:yyyy-MM-dd}" : null;
            default:
                return null;
        }
    }

    private static IEnumerable<ReadingPlan> Ages(ClaimDraft draft, Moment moment)
    {
        var count = draft.Quantity!.Value;
        var width = Math.Max(0.1 * count, draft.Hedge == HedgeKind.About ? 0.1 : 0.04);
        return draft.Events.Select(id => Plan(draft, Expression.Of("years-since-event", id), moment.Published, null, null, ReadingRank.First, draft.Events.Length > 1 ? id : "", (count - width, count + width)));
    }

    private static (double? Low, double? High) Bounds(ClaimDraft draft)
    {
        var quantity = draft.Quantity!;
        if (quantity.Kind == QuantityKind.Factor && draft.Metric == ClaimMetric.Return)
        {
            // Doubled is plus 100 percent.
            var percent = (quantity.Value - 1) * 100;
            var width = quantity.Value * RoundingTable.FactorShare * 100;
            return draft.Hedge == HedgeKind.MoreThan ? (percent, null) : (percent - width, percent + width);
        }

        return RoundingTable.Interval(quantity, draft.Hedge, draft.Metric == ClaimMetric.Level, draft.Metric is ClaimMetric.Level or ClaimMetric.MarketValue ? 1 : draft.Sign);
    }

    /// <summary>The values that confirm a draft under its first reading.</summary>
    public static (double? Low, double? High) StatedBounds(ClaimDraft draft) => draft.Metric switch
    {
        ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level or ClaimMetric.MarketValue or ClaimMetric.MarketValueChange or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield => Bounds(draft),
        ClaimMetric.Extreme => StretchBounds(draft),
        _ => draft.Quantity is { } quantity && draft.Metric == ClaimMetric.None ? RoundingTable.Interval(quantity, draft.Hedge, false, draft.Sign == 0 ? 1 : draft.Sign) : (null, null),
    };

    private static ReadingPlan Plan(ClaimDraft draft, Expression expression, DateOnly day, InstrumentId? subject, string? window, ReadingRank rank, string note, (double? Low, double? High) bounds) =>
        new(expression.At(AsOf.On(day)), subject, window, rank, Join(draft.Subject.Candidates.Length > 1 && subject is { } id ? id.Value : "", note), bounds.Low, bounds.High);

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}; {second}";
}
