using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>A window on the calendar of one subject: finds its base and last session for any as-of session.</summary>
internal sealed class BoundWindow(Window window, Subject subject, MarketEvent? @event)
{
    private readonly ExchangeCalendar _calendar = subject.Calendar;

    public Window Window => window;

    public ExchangeCalendar Calendar => _calendar;

    /// <summary>The day of a since-window.</summary>
    public DateOnly Start => @event?.Date ?? window.First!.Value;

    /// <summary>The base and last session, or a problem: the period is not over, or begins after the as-of session.</summary>
    public Problem? Resolve(DateOnly session, DateOnly firstData, WorkingBuilder? working, out DateOnly from, out DateOnly to)
    {
        (from, to) = window.Kind switch
        {
            WindowKind.Sessions => (_calendar.Back(session, window.Count), session),
            WindowKind.Weeks => (_calendar.Before(Monday().AddDays(-7 * (window.Count - 1))), session),
            WindowKind.Months => (_calendar.OnOrBefore(session.AddMonths(-window.Count)), session),
            WindowKind.Years => (_calendar.OnOrBefore(session.AddYears(-window.Count)), session),
            WindowKind.CalendarDays => (_calendar.OnOrBefore(session.AddDays(-window.Count)), session),
            WindowKind.LastWeek => (_calendar.Before(Monday().AddDays(-7)), _calendar.Before(Monday())),
            WindowKind.LastMonth => (_calendar.Before(Month().AddMonths(-1)), _calendar.Before(Month())),
            WindowKind.LastQuarter => (_calendar.Before(Quarter().AddMonths(-3)), _calendar.Before(Quarter())),
            WindowKind.LastYear => (_calendar.Before(Year().AddYears(-1)), _calendar.Before(Year())),
            WindowKind.MonthToDate => (_calendar.Before(Month()), session),
            WindowKind.QuarterToDate => (_calendar.Before(Quarter()), session),
            WindowKind.YearToDate => (_calendar.Before(Year()), session),
            WindowKind.Period => (_calendar.Before(window.First!.Value), _calendar.OnOrBefore(window.Last!.Value)),
            WindowKind.SinceDay => (_calendar.Before(window.First!.Value), session),
            WindowKind.SinceEvent => (_calendar.Before(@event!.Date), session),
            WindowKind.Span => (_calendar.OnOrBefore(window.First!.Value), _calendar.OnOrBefore(window.Last!.Value)),
            WindowKind.All => (firstData, session),
            _ => throw new InvalidOperationException($"Unknown window kind {window.Kind}."),
        };
        if (to > session)
        {
            return working?.Problem(ProblemKind.Pending, $"The window {window} ends on {to:yyyy-MM-dd}, after the as-of session {session:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        if (from > to)
        {
            return working?.Problem(ProblemKind.Pending, $"The window {window} begins on {from:yyyy-MM-dd}, after the as-of session {session:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        return null;

        DateOnly Monday() => session.AddDays(-(((int)session.DayOfWeek + 6) % 7));
        DateOnly Month() => new(session.Year, session.Month, 1);
        DateOnly Quarter() => new(session.Year, ((session.Month - 1) / 3 * 3) + 1, 1);
        DateOnly Year() => new(session.Year, 1, 1);
    }

    /// <summary>How the base session was found, in words.</summary>
    public string Rule => window.Kind switch
    {
        WindowKind.Sessions => $"{window.Count} session{(window.Count == 1 ? "" : "s")} back to the as-of session",
        WindowKind.Weeks when window.Count == 1 => "last close of the previous calendar week to the as-of session",
        WindowKind.Weeks => $"last close of the calendar week {window.Count} weeks back to the as-of session",
        WindowKind.Months => $"same day {window.Count} month{(window.Count == 1 ? "" : "s")} back, last session on or before, to the as-of session",
        WindowKind.Years => $"same day {window.Count} year{(window.Count == 1 ? "" : "s")} back, last session on or before, to the as-of session",
        WindowKind.CalendarDays => $"{window.Count} calendar days back, last session on or before, to the as-of session",
        WindowKind.LastWeek => "last close before the previous calendar week to its last close",
        WindowKind.LastMonth => "last close before the previous calendar month to its last close",
        WindowKind.LastQuarter => "last close before the previous calendar quarter to its last close",
        WindowKind.LastYear => "last close before the previous calendar year to its last close",
        WindowKind.MonthToDate => "last close of the previous month to the as-of session",
        WindowKind.QuarterToDate => "last close of the previous quarter to the as-of session",
        WindowKind.YearToDate => "last close of the previous year to the as-of session",
        WindowKind.Period => $"last close before {window} to its last close",
        WindowKind.SinceDay => $"last close before {window.First:yyyy-MM-dd} to the as-of session",
        WindowKind.SinceEvent => $"last close before {@event!.Id} ({@event.Date:yyyy-MM-dd}, taken as a day of the exchange) to the as-of session",
        WindowKind.Span => "closes on or before both days",
        WindowKind.All => "first close in the data to the as-of session",
        _ => throw new InvalidOperationException($"Unknown window kind {window.Kind}."),
    };
}
