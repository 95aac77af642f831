namespace Touchstone.Measures;

/// <summary>The calendar days that a window covers, for figures and events that may fall on days without a session.</summary>
internal static class DatedSpan
{
    /// <summary>The first and last calendar day of a window: whole calendar periods as they are, others from the day after the base to the as-of day.</summary>
    public static Problem? Of(BoundWindow window, DateOnly day, DateOnly firstData, WorkingBuilder? working, out DateOnly first, out DateOnly last)
    {
        (first, last) = (default, default);
        var calendar = window.Calendar;
        var kind = window.Window.Kind;
        if (kind is WindowKind.Period or WindowKind.Span)
        {
            (first, last) = (window.Window.First!.Value, window.Window.Last!.Value);
            if (last <= day)
            {
                return null;
            }

            return working?.Problem(ProblemKind.Pending, $"The window {window.Window} ends on {last:yyyy-MM-dd}, after the as-of day {day:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        if (window.Resolve(calendar.OnOrBefore(day), firstData, working, out var from, out var to) is { } problem)
        {
            return problem;
        }

        first = kind == WindowKind.All ? firstData : calendar.OnOrAfter(from.AddDays(1));
        var end = calendar.OnOrAfter(to.AddDays(1)).AddDays(-1);
        last = end < day ? end : day;
        return null;
    }

    /// <summary>The rows of a series inside a window.</summary>
    public static Problem? Rows(Line line, BoundWindow window, AsOf asOf, WorkingBuilder? working, out int first, out int last)
    {
        (first, last) = (-1, -1);
        if (Of(window, asOf.For(line.Subject.Mic) ?? line.Last, line.First, working, out var from, out var to) is { } problem)
        {
            return problem;
        }

        if (Disclosure.Missing(line, from, to, working) is { } unpublished)
        {
            return unpublished;
        }

        first = line.IndexOnOrBefore(from.AddDays(-1)) + 1;
        last = line.IndexOnOrBefore(to);
        if (first > last)
        {
            return working?.Problem(ProblemKind.NoData, $"There is no {line.Field} of {line.Subject.Id} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; the series runs from {line.First:yyyy-MM-dd} to {line.Last:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        working?.Window(from, to);
        return null;
    }
}
