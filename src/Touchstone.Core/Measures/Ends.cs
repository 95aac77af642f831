namespace Touchstone.Measures;

/// <summary>Finds the rows that a question's days mean, says what stands in, and names what is missing.</summary>
internal static class Ends
{
    /// <summary>The most calendar days that a neighbouring close may stand in across.</summary>
    private const int StandInDays = 7;

    /// <summary>The as-of session of a line: the last session on or before the day asked for, or the last day with data.</summary>
    public static Problem? Session(this Line line, AsOf asOf, WorkingBuilder? working, out DateOnly session)
    {
        var subject = line.Subject;
        if (asOf.For(subject.Mic) is not { } day)
        {
            session = line.Last;
            return null;
        }

        session = day;
        if (day < line.First)
        {
            return working?.Problem(ProblemKind.NoData, $"The {line.Field} of {subject.Id} begins on {line.First:yyyy-MM-dd}; {day:yyyy-MM-dd} is before that.") ?? WorkingBuilder.Unspoken;
        }

        session = subject.Calendar.OnOrBefore(day);
        if (session > line.Last)
        {
            return working?.Problem(ProblemKind.Pending, $"The {line.Field} of {subject.Id} ends on {line.Last:yyyy-MM-dd}; the session of {session:yyyy-MM-dd} is after that.") ?? WorkingBuilder.Unspoken;
        }

        if (session != day)
        {
            working?.Convention($"{day:yyyy-MM-dd} is no session of {subject.Mic ?? "the weekday calendar"}; {session:yyyy-MM-dd} is the last one before.");
        }

        return null;
    }

    /// <summary>The row of a session, or of the last close before it within a week, which is then said.</summary>
    /// <param name="line">The line.</param>
    /// <param name="session">The nominal session.</param>
    /// <param name="working">Where to say it, or null.</param>
    /// <param name="row">The row.</param>
    /// <param name="isInput">Whether the number itself goes into the answer.</param>
    public static Problem? Row(this Line line, DateOnly session, WorkingBuilder? working, out int row, bool isInput = true)
    {
        row = line.IndexOnOrBefore(session);
        if (row < 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The {line.Field} of {line.Subject.Id} begins on {line.First:yyyy-MM-dd}; that of {session:yyyy-MM-dd} would settle it.") ?? WorkingBuilder.Unspoken;
        }

        var missing = session.DayNumber - line.Days[row];
        if (isInput)
        {
            working?.Input(line.InputAt(row));
        }

        if (missing == 0)
        {
            return null;
        }

        if (missing > StandInDays || row == line.Count - 1)
        {
            return working?.Problem(ProblemKind.NoData, $"No {line.Field} of {line.Subject.Id} on {session:yyyy-MM-dd}; the last one before is of {line.DateAt(row):yyyy-MM-dd}, {(missing > StandInDays ? $"more than {StandInDays} days earlier" : "where the data end")}.") ?? WorkingBuilder.Unspoken;
        }

        working?.StandIn($"No {line.Field} of {line.Subject.Id} on {session:yyyy-MM-dd}{Why(line.Subject, session)}; the {line.Field} of {line.DateAt(row):yyyy-MM-dd} stands in.");
        return null;
    }

    /// <summary>The row of the as-of session.</summary>
    public static Problem? Row(this Line line, AsOf asOf, WorkingBuilder? working, out int row)
    {
        row = -1;
        return line.Session(asOf, working, out var session) ?? line.Row(session, working, out row);
    }

    /// <summary>The nominal sessions of a window.</summary>
    public static Problem? Sessions(this Line line, BoundWindow window, AsOf asOf, WorkingBuilder? working, out DateOnly from, out DateOnly to)
    {
        (from, to) = (default, default);
        if (line.Session(asOf, working, out var session) is { } problem)
        {
            return problem;
        }

        if (window.Resolve(session, line.First, working, out from, out to) is { } unresolved)
        {
            return unresolved;
        }

        working?.Window(from, to);
        working?.Convention($"Window {window.Window}: {window.Rule}; {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
        return null;
    }

    /// <summary>The rows at both ends of a window, the first before the second.</summary>
    public static Problem? Rows(this Line line, BoundWindow window, AsOf asOf, WorkingBuilder? working, out int from, out int to)
    {
        (from, to) = (-1, -1);
        if ((line.Sessions(window, asOf, working, out var first, out var last)
            ?? line.Row(first, working, out from)
            ?? line.Row(last, working, out to)) is { } problem)
        {
            return problem;
        }

        if (from < to)
        {
            return null;
        }

        return first == last
            ? working?.Problem(ProblemKind.Undefined, $"The window {window.Window} begins and ends on {first:yyyy-MM-dd}: there is no move to measure.") ?? WorkingBuilder.Unspoken
            : working?.Problem(ProblemKind.NoData, $"Both ends of {first:yyyy-MM-dd} to {last:yyyy-MM-dd} fall on the {line.Field} of {line.DateAt(to):yyyy-MM-dd}; that of {line.Subject.Id} on {last:yyyy-MM-dd} would settle it.") ?? WorkingBuilder.Unspoken;
    }

    /// <summary>
    /// The rows inside a window. The base close belongs to the time before and is left out unless asked for;
    /// a span of days holds both its days, and <c>all</c> every row up to the as-of session.
    /// </summary>
    public static Problem? Inside(this Line line, BoundWindow window, AsOf asOf, bool withBase, WorkingBuilder? working, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var isSpan = window.Window.Kind == WindowKind.Span;
        withBase |= window.Window.Kind == WindowKind.All;
        if ((line.Sessions(window, asOf, working, out var from, out var to)
            ?? line.Row(from, working, out first, isInput: false)
            ?? line.Row(to, working, out last, isInput: false)) is { } problem)
        {
            return problem;
        }

        if (isSpan ? line.DateAt(first) < window.Window.First : !withBase)
        {
            first++;
        }

        if (first > last)
        {
            return working?.Problem(ProblemKind.NoData, $"There is no {line.Field} of {line.Subject.Id} inside {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        working?.Convention(Gaps(line, first, last));
        return null;
    }

    private static string Gaps(Line line, int first, int last)
    {
        var sessions = 0;
        for (var day = line.DateAt(first); day <= line.DateAt(last); day = day.AddDays(1))
        {
            sessions += line.Subject.Calendar.IsSession(day) ? 1 : 0;
        }

        var rows = last - first + 1;
        var gaps = sessions == rows + 1 ? "; one session between has none" : sessions > rows ? $"; {sessions - rows} sessions between have none" : "";
        return $"{rows} days with a {line.Field} from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(last):yyyy-MM-dd}{gaps}.";
    }

    private static string Why(Subject subject, DateOnly session) =>
        subject.Calendar.KindOf(session) == Data.SessionKind.Half ? " (half day)" : "";
}
