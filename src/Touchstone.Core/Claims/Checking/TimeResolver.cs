using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>A time tied to one exchange at one moment.</summary>
/// <param name="Window">The window of an expression: <c>1d</c>, <c>ytd</c>.</param>
/// <param name="AsOf">The day to ask for.</param>
/// <param name="Note">What sets this reading apart; empty for the first.</param>
internal readonly record struct ResolvedTime(string Window, DateOnly AsOf, string Note);

/// <summary>Turns words of time into windows on an exchange's calendar.</summary>
internal sealed class TimeResolver(Market market, SessionClocks clocks)
{
    private (TimeMention? Time, DateOnly First, string? Text) _window;

    /// <summary>The first reading of a time, or null when the words fix no window or lie ahead.</summary>
    public ResolvedTime? First(TimeMention? time, string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        switch (time?.Kind)
        {
            case null or TimeKind.OneDay or TimeKind.Today:
                return new ResolvedTime("1d", asOf, "");
            case TimeKind.Yesterday:
                var calendar = market.Calendar(mic);
                return new ResolvedTime("1d", asOf < moment.Published ? asOf : calendar.Before(asOf), "");
            case TimeKind.Weekday:
                return Weekday(time.Weekday, mic, moment) is { } weekday ? new ResolvedTime("1d", weekday, "") : null;
            case TimeKind.Date:
                return Date(time, moment) is { } date && date <= moment.Published ? new ResolvedTime("1d", date, "") : null;
            case TimeKind.ToDate:
                return new ResolvedTime(time.Unit switch { TimeUnit.Week => "1w", TimeUnit.Month => "mtd", TimeUnit.Quarter => "qtd", TimeUnit.Year => "ytd", _ => "1d" }, asOf, "");
            case TimeKind.Last when time.Unit == TimeUnit.Week && moment.Published.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday:
                // At the weekend the week just over is the last one.
                return new ResolvedTime("1w", asOf, "");
            case TimeKind.Last:
                return time.Unit == TimeUnit.Day ? null : new ResolvedTime($"last-{time.Unit.ToString().ToLowerInvariant()}", moment.Published, "");
            case TimeKind.Past when time.Anchor is { } anchor:
                return StartOf(anchor, mic, moment) is { } on && on <= moment.Published && time.Count <= 500 ? new ResolvedTime(time.Unit switch { TimeUnit.Week => $"{time.Count}w", TimeUnit.Day => $"{time.Count}d", _ => Back(time)! }, on, "") : null;
            case TimeKind.Past or TimeKind.Stretch:
                return Window(time, default, "") is { } back ? new ResolvedTime(back, asOf, "") : null;
            case TimeKind.Month or TimeKind.Quarter or TimeKind.Year:
                return Period(time, asOf, moment);
            case TimeKind.Since:
                return Since(time, mic, asOf, moment);
            case TimeKind.From when time.Since is { } named && StartOf(named, mic, moment) is { } close && close < asOf:
                return new ResolvedTime($"{close:yyyy-MM-dd}..{asOf:yyyy-MM-dd}", asOf, "");
            case TimeKind.Span:
                return Span(time, mic, asOf, moment);
            case TimeKind.Following when time.EventId is { } id:
                return new ResolvedTime($"since:{id}", asOf, "");
            default:
                return null;
        }
    }

    /// <summary>Other windows that the same words can mean, each with its note.</summary>
    public IEnumerable<ResolvedTime> Others(TimeMention? time, string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        switch (time?.Kind)
        {
            case TimeKind.Past or TimeKind.Stretch when time is { Unit: TimeUnit.Month, Count: 1 }:
                yield return new ResolvedTime("30cd", asOf, "30 calendar days");
                yield return new ResolvedTime("21d", asOf, "21 sessions");
                yield return new ResolvedTime("mtd", asOf, "month to date");
                yield return new ResolvedTime($"{asOf.AddMonths(-1).AddDays(1):yyyy-MM-dd}..{asOf:yyyy-MM-dd}", asOf, "base one day later");
                break;
            case TimeKind.Past or TimeKind.Stretch when time is { Unit: TimeUnit.Week, Count: 1 }:
                yield return new ResolvedTime("1w", asOf, "since the last close of the week before");
                yield return new ResolvedTime("5d", asOf, "5 sessions");
                break;
            case TimeKind.Past or TimeKind.Stretch when time is { Unit: TimeUnit.Year }:
                yield return new ResolvedTime($"{365 * time.Count}cd", asOf, "days counted, not dates");
                break;
            case TimeKind.Last when time.Unit == TimeUnit.Week:
                yield return new ResolvedTime("1w", clocks.AsOf(mic, moment), "the week just ended");
                yield return new ResolvedTime("last-week", moment.Published, "the calendar week before");
                break;
            case TimeKind.ToDate when time.Unit == TimeUnit.Week:
                yield return new ResolvedTime("last-week", moment.Published, "the week before publication");
                yield return new ResolvedTime("5d", asOf, "5 sessions");
                break;
            case TimeKind.ToDate when time.Unit is TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter && asOf.Day <= 7:
                yield return new ResolvedTime($"last-{time.Unit.ToString().ToLowerInvariant()}", moment.Published, "the period just ended");
                break;
            case TimeKind.Since when time.EventId is { } id && market.Event(id) is { } item && item.Date < asOf:
                yield return new ResolvedTime($"{item.Date:yyyy-MM-dd}..{asOf:yyyy-MM-dd}", asOf, "from the close of the event's own day");
                break;
            case TimeKind.Since when time.Since is { } since && StartOf(since, mic, moment) is { } start && start < asOf:
                yield return new ResolvedTime($"{start:yyyy-MM-dd}..{asOf:yyyy-MM-dd}", asOf, "from the close of the day named");
                if (since.Kind == TimeKind.Month && EndOf(since, moment) is { } end && end < asOf)
                {
                    yield return new ResolvedTime($"{end:yyyy-MM-dd}..{asOf:yyyy-MM-dd}", asOf, "from the end of the month named");
                }

                break;
            case TimeKind.Date:
                break;
            default:
                break;
        }
    }

    /// <summary>The latest session on a weekday, no later than the last completed session.</summary>
    public DateOnly? Weekday(DayOfWeek weekday, string mic, Moment moment)
    {
        var day = clocks.AsOf(mic, moment);
        if (day.DayNumber < moment.Published.DayNumber - 7)
        {
            return null;
        }

        var back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
        day = day.AddDays(-back);
        return market.Calendar(mic).IsSession(day) ? day : null;
    }

    /// <summary>The date of a mention; without a year the latest one not after publication.</summary>
    public static DateOnly? Date(TimeMention time, Moment moment)
    {
        var year = time.Year ?? moment.Published.Year;
        if (time.Part is not { } month || time.Day is not { } day || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return time.Year is null && date > moment.Published && year > 1 && day <= DateTime.DaysInMonth(year - 1, month) ? new DateOnly(year - 1, month, day) : date;
    }

    /// <summary>The first day of a month, quarter, year, date or week, or null.</summary>
    public DateOnly? StartOf(TimeMention time, string mic, Moment moment) => time.Kind switch
    {
        TimeKind.Date => Date(time, moment),
        TimeKind.Year => new DateOnly(time.Year!.Value, 1, 1),
        TimeKind.Month => MonthStart(time, moment),
        TimeKind.Quarter => QuarterStart(time, moment),
        TimeKind.Weekday => Weekday(time.Weekday, mic, moment),
        TimeKind.Last when time.Unit == TimeUnit.Month => new DateOnly(moment.Published.Year, moment.Published.Month, 1).AddMonths(-1),
        TimeKind.Last when time.Unit == TimeUnit.Year => new DateOnly(moment.Published.Year - 1, 1, 1),
        TimeKind.Last when time.Unit == TimeUnit.Week => moment.Published.AddDays(-(((int)moment.Published.DayOfWeek + 6) % 7) - 7),
        _ => null,
    };

    /// <summary>The last day of a month, quarter, year, date or week, or null.</summary>
    public static DateOnly? EndOf(TimeMention time, Moment moment) => time.Kind switch
    {
        TimeKind.Date => Date(time, moment),
        TimeKind.Year => new DateOnly(time.Year!.Value, 12, 31),
        TimeKind.Month => MonthStart(time, moment).AddMonths(1).AddDays(-1),
        TimeKind.Quarter => QuarterStart(time, moment).AddMonths(3).AddDays(-1),
        TimeKind.Last when time.Unit == TimeUnit.Month => new DateOnly(moment.Published.Year, moment.Published.Month, 1).AddDays(-1),
        TimeKind.Last when time.Unit == TimeUnit.Year => new DateOnly(moment.Published.Year - 1, 12, 31),
        TimeKind.Last when time.Unit == TimeUnit.Week => moment.Published.AddDays(-(((int)moment.Published.DayOfWeek + 6) % 7) - 1),
        _ => null,
    };

    private static DateOnly MonthStart(TimeMention time, Moment moment)
    {
        if (time.Year is { } year)
        {
            return new DateOnly(year, time.Part!.Value, 1);
        }

        if (time.YearOffset is { } offset)
        {
            return new DateOnly(moment.Published.Year + offset, time.Part!.Value, 1);
        }

        var start = new DateOnly(moment.Published.Year, time.Part!.Value, 1);
        return start > moment.Published ? start.AddYears(-1) : start;
    }

    private static DateOnly QuarterStart(TimeMention time, Moment moment)
    {
        var start = new DateOnly(time.Year ?? moment.Published.Year, (3 * (time.Part!.Value - 1)) + 1, 1);
        return time.Year is null && start > moment.Published ? start.AddYears(-1) : start;
    }

    /// <summary>The window of a time that begins on a day, or goes back from the as-of day where no day is given; the one asked last is kept, as moments in a row mostly mean the same.</summary>
    private string? Window(TimeMention time, DateOnly first, string format)
    {
        if (!ReferenceEquals(_window.Time, time) || _window.First != first)
        {
            _window = (time, first, format.Length == 0 ? Back(time) : first.ToString(format));
        }

        return _window.Text;
    }

    private static string? Back(TimeMention time) => time.Unit switch
    {
        TimeUnit.Day => $"{time.Count}d",
        TimeUnit.Week => $"{7 * time.Count}cd",
        TimeUnit.Month => $"{time.Count}m",
        TimeUnit.Quarter => $"{3 * time.Count}m",
        TimeUnit.Year when time.Count <= 100 => $"{time.Count}y",
        _ => null,
    };

    private ResolvedTime? Period(TimeMention time, DateOnly asOf, Moment moment)
    {
        switch (time.Kind)
        {
            case TimeKind.Year:
                var year = time.Year!.Value;
                return year > asOf.Year ? null : new ResolvedTime(year == asOf.Year && !(asOf.Month == 12 && asOf.Day >= 30) ? "ytd" : $"{year}", asOf, "");
            case TimeKind.Quarter:
                var quarter = QuarterStart(time, moment);
                return quarter > asOf ? null : quarter.AddMonths(3) > asOf.AddDays(1) ? new ResolvedTime("qtd", asOf, "") : new ResolvedTime($"{quarter:yyyy}-Q{(quarter.Month + 2) / 3}", asOf, "");
            default:
                var month = MonthStart(time, moment);
                return month > asOf ? null : month.AddMonths(1) > asOf.AddDays(1) ? new ResolvedTime("mtd", asOf, "") : new ResolvedTime(Window(time, month, "yyyy-MM")!, asOf, "");
        }
    }

    /// <summary>Days are ends by their closes; months and longer are whole, from the close before their first day.</summary>
    private ResolvedTime? Span(TimeMention time, string mic, DateOnly asOf, Moment moment)
    {
        if (time.Since is not { } since || time.Until is not { } until || StartOf(since, mic, moment) is not { } start)
        {
            return null;
        }

        var from = since.Kind is TimeKind.Date or TimeKind.Weekday ? start : start.AddDays(-1);
        var to = until.Kind is TimeKind.Weekday ? Weekday(until.Weekday, mic, moment) : until.Kind == TimeKind.Today ? asOf : EndOf(until, moment);
        to = to > asOf ? asOf : to;
        return to is { } end && from < end ? new ResolvedTime($"{from:yyyy-MM-dd}..{end:yyyy-MM-dd}", asOf, "") : null;
    }

    private ResolvedTime? Since(TimeMention time, string mic, DateOnly asOf, Moment moment)
    {
        if (time.EventId is { } id)
        {
            return new ResolvedTime($"since:{id}", asOf, "");
        }

        if (time.Since is not { } since)
        {
            return null;
        }

        if (time.Within && EndOf(since, moment) is { } end)
        {
            return new ResolvedTime($"since:{end.AddDays(1):yyyy-MM-dd}", asOf, "");
        }

        return StartOf(since, mic, moment) is { } start && start <= asOf ? new ResolvedTime(Window(time, start, "'since:'yyyy-MM-dd")!, asOf, "") : null;
    }
}
