namespace Touchstone.Data;

/// <summary>Puts counts, days and examples into words, short enough to read.</summary>
internal static class Phrases
{
    /// <summary>"1 row", "12 rows".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:#,0} {(noun == "index" ? "indices" : noun + "s")}";

    /// <summary>A few things, and how many more there are.</summary>
    public static string Few<T>(IReadOnlyCollection<T> items, int most, Func<T, string> show)
    {
        var shown = string.Join(", ", items.Take(most).Select(show));
        return items.Count > most ? $"{shown} and {items.Count - most} more" : shown;
    }

    /// <summary>A day in ISO form.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>One day, or first and last.</summary>
    public static string Span(DateOnly first, DateOnly last) => first == last ? Day(first) : $"{Day(first)}..{Day(last)}";

    /// <summary>What an exchange does on a day, as words in brackets; empty for a full session.</summary>
    public static string DayKind(ExchangeCalendar calendar, DateOnly day)
    {
        var reason = calendar.Entries.FirstOrDefault(entry => entry.Date == day)?.Reason is { Length: > 0 } text ? text : null;
        return calendar.KindOf(day) switch
        {
            SessionKind.Half => " (half day)",
            SessionKind.Closed => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? $" ({day.DayOfWeek})" : $" (closed: {reason ?? "no reason given"})",
            _ => "",
        };
    }
}
