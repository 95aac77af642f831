namespace Touchstone.Measures;

/// <summary>What sort of window.</summary>
public enum WindowKind
{
    /// <summary>A number of sessions back: <c>1d</c>, <c>5d</c>.</summary>
    Sessions,

    /// <summary>From the last close of an earlier calendar week: <c>1w</c>, <c>2w</c>; <c>wtd</c> is <c>1w</c>.</summary>
    Weeks,

    /// <summary>Same day a number of months back: <c>1m</c>, <c>3m</c>.</summary>
    Months,

    /// <summary>Same day a number of years back: <c>1y</c>.</summary>
    Years,

    /// <summary>A number of calendar days back: <c>30cd</c>.</summary>
    CalendarDays,

    /// <summary>The calendar week before.</summary>
    LastWeek,

    /// <summary>The calendar month before.</summary>
    LastMonth,

    /// <summary>The calendar quarter before.</summary>
    LastQuarter,

    /// <summary>The calendar year before.</summary>
    LastYear,

    /// <summary>From the last close of the previous month.</summary>
    MonthToDate,

    /// <summary>From the last close of the previous quarter.</summary>
    QuarterToDate,

    /// <summary>From the last close of the previous year.</summary>
    YearToDate,

    /// <summary>A whole calendar year, quarter or month: <c>2025</c>, <c>2025-Q1</c>, <c>2025-02</c>.</summary>
    Period,

    /// <summary>From the last close before an event: <c>since:event-id</c>.</summary>
    SinceEvent,

    /// <summary>From the last close before a day: <c>since:2025-01-31</c>.</summary>
    SinceDay,

    /// <summary>Between the closes on or before two days: <c>2025-01-31..2025-02-27</c>.</summary>
    Span,

    /// <summary>From the first close in the data.</summary>
    All,
}

/// <summary>A span of sessions as a question writes it, before it is resolved on the calendar of an exchange.</summary>
public sealed record Window
{
    private Window(WindowKind kind) => Kind = kind;

    /// <summary>What sort of window.</summary>
    public WindowKind Kind { get; }

    /// <summary>How many sessions, weeks, months, years or days; 0 for the other kinds.</summary>
    public int Count { get; private init; }

    /// <summary>The first calendar day of a period or span, or the day of <see cref="WindowKind.SinceDay"/>.</summary>
    public DateOnly? First { get; private init; }

    /// <summary>The last calendar day of a period or span.</summary>
    public DateOnly? Last { get; private init; }

    /// <summary>The short name of the event of <see cref="WindowKind.SinceEvent"/>.</summary>
    public string? Event { get; private init; }

    /// <summary>The words that stand for a window by themselves.</summary>
    private static string[] Words { get; } = ["1d", "5d", "1w", "wtd", "1m", "3m", "1y", "mtd", "qtd", "ytd", "all", "last-week", "last-month", "last-quarter", "last-year", "since:"];

    /// <summary>Reads a window.</summary>
    /// <param name="text">The text: <c>ytd</c>, <c>5d</c>, <c>2025-Q1</c>, <c>since:2025-01-31</c>, <c>2025-01-31..2025-02-27</c>.</param>
    public static ParsedWindow Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim().ToLowerInvariant();
        if (Named(word) is { } named)
        {
            return new ParsedWindow(named, null, null);
        }

        if (word.StartsWith("since:", StringComparison.Ordinal))
        {
            return Since(text.Trim()["since:".Length..].Trim());
        }

        if (word.Split("..") is [var first, var last])
        {
            return Between(first, last);
        }

        if ((Counted(word) ?? CalendarPeriod(word)) is { } window)
        {
            return new ParsedWindow(window, null, null);
        }

        return new ParsedWindow(null, $"'{text}' is not a window: expected a form such as 1d, 5d, 1w, 1m, 1y, 30cd, mtd, ytd, last-week, 2025, 2025-02, 2025-Q1, since:2025-01-31 or 2025-01-31..2025-02-27.", NearestName.Of(word, Words));
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Kind switch
    {
        WindowKind.Sessions => $"{Count}d",
        WindowKind.Weeks => $"{Count}w",
        WindowKind.Months => $"{Count}m",
        WindowKind.Years => $"{Count}y",
        WindowKind.CalendarDays => $"{Count}cd",
        WindowKind.LastWeek => "last-week",
        WindowKind.LastMonth => "last-month",
        WindowKind.LastQuarter => "last-quarter",
        WindowKind.LastYear => "last-year",
        WindowKind.MonthToDate => "mtd",
        WindowKind.QuarterToDate => "qtd",
        WindowKind.YearToDate => "ytd",
        WindowKind.Period => PeriodText(First!.Value, Last!.Value),
        WindowKind.SinceEvent => $"since:{Event}",
        WindowKind.SinceDay => $"since:{First:yyyy-MM-dd}",
        WindowKind.Span => $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}",
        WindowKind.All => "all",
        _ => throw new InvalidOperationException($"Unknown window kind {Kind}."),
    };

    private static Window? Named(string word) => word switch
    {
        "wtd" => new Window(WindowKind.Weeks) { Count = 1 },
        "mtd" => new Window(WindowKind.MonthToDate),
        "qtd" => new Window(WindowKind.QuarterToDate),
        "ytd" => new Window(WindowKind.YearToDate),
        "last-week" => new Window(WindowKind.LastWeek),
        "last-month" => new Window(WindowKind.LastMonth),
        "last-quarter" => new Window(WindowKind.LastQuarter),
        "last-year" => new Window(WindowKind.LastYear),
        "all" => new Window(WindowKind.All),
        _ => null,
    };

    private static Window? Counted(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4 || !int.TryParse(word[..digits], out var count) || count == 0)
        {
            return null;
        }

        return word[digits..] switch
        {
            "d" => new Window(WindowKind.Sessions) { Count = count },
            "w" => new Window(WindowKind.Weeks) { Count = count },
            "m" => new Window(WindowKind.Months) { Count = count },
            "y" when count <= 999 => new Window(WindowKind.Years) { Count = count },
            "cd" => new Window(WindowKind.CalendarDays) { Count = count },
            _ => null,
        };
    }

    private static Window? CalendarPeriod(string word)
    {
        if (word.Length < 4 || !Start.TryParse(word[..4], out var year))
        {
            return null;
        }

        return word[4..] switch
        {
            "" => Whole(year, 12),
            ['-', 'q', >= '1' and <= '4' and var quarter] => Whole(year.AddMonths((quarter - '1') * 3), 3),
            ['-', '0', >= '1' and <= '9' and var month] => Whole(year.AddMonths(month - '1'), 1),
            ['-', '1', >= '0' and <= '2' and var month] => Whole(year.AddMonths(month - '0' + 9), 1),
            _ => null,
        };
    }

    private static Window Whole(DateOnly first, int months) => new(WindowKind.Period) { First = first, Last = first.AddMonths(months).AddDays(-1) };

    private static ParsedWindow Since(string what)
    {
        if (what.Length == 0)
        {
            return new ParsedWindow(null, "After 'since:' an event or a day is expected.", null);
        }

        if (ExpressionReader.TryDay(what, out var day))
        {
            return new ParsedWindow(new Window(WindowKind.SinceDay) { First = day }, null, null);
        }

        return char.IsAsciiDigit(what[0]) && what.All(c => char.IsAsciiDigit(c) || c == '-')
            ? new ParsedWindow(null, $"'{what}' is not a day: expected a form such as 2025-01-31.", null)
            : new ParsedWindow(new Window(WindowKind.SinceEvent) { Event = what }, null, null);
    }

    private static ParsedWindow Between(string first, string last)
    {
        if (!ExpressionReader.TryDay(first.Trim(), out var from) || !ExpressionReader.TryDay(last.Trim(), out var to))
        {
            return new ParsedWindow(null, $"'{first}..{last}' is not a span of days: expected a form such as 2025-01-31..2025-02-27.", null);
        }

        return from < to
            ? new ParsedWindow(new Window(WindowKind.Span) { First = from, Last = to }, null, null)
            : new ParsedWindow(null, $"The span '{first}..{last}' must end after it begins.", $"{to:yyyy-MM-dd}..{from:yyyy-MM-dd}");
    }

    private static string PeriodText(DateOnly first, DateOnly last) => (last.Month - first.Month) switch
    {
        0 => $"{first:yyyy-MM}",
        2 => $"{first:yyyy}-Q{(first.Month + 2) / 3}",
        _ => $"{first:yyyy}",
    };
}

/// <summary>A window, or why the text is none.</summary>
/// <param name="Value">The window, or null.</param>
/// <param name="Message">What is wrong, or null.</param>
/// <param name="Suggestion">The nearest right name, or null.</param>
public sealed record ParsedWindow(Window? Value, string? Message, string? Suggestion);

/// <summary>A window on the calendar of an exchange.</summary>
/// <param name="From">The nominal base session, whose close a return starts from; its close may be missing from the data. Whether it counts itself is said by the formula of each measure.</param>
/// <param name="To">The nominal last session, included.</param>
/// <param name="Rule">How both were found, in words.</param>
public sealed record ResolvedWindow(DateOnly From, DateOnly To, string Rule);
