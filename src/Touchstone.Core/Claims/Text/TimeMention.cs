namespace Touchstone.Claims;

/// <summary>What sort of time words were read.</summary>
internal enum TimeKind
{
    /// <summary>A weekday: the latest one on or before publication.</summary>
    Weekday,

    /// <summary>The day of publication.</summary>
    Today,

    /// <summary>The day before publication.</summary>
    Yesterday,

    /// <summary>A date; the year may be missing.</summary>
    Date,

    /// <summary>One session, whichever it is: <c>in a single day</c>.</summary>
    OneDay,

    /// <summary>The running week, month, quarter or year (<see cref="TimeMention.Unit"/>).</summary>
    ToDate,

    /// <summary>The calendar week, month, quarter or year before the running one.</summary>
    Last,

    /// <summary>The next week, month, quarter or year.</summary>
    Next,

    /// <summary>A number of days, weeks, months, quarters or years back from the as-of day.</summary>
    Past,

    /// <summary>A calendar month; the year may be missing.</summary>
    Month,

    /// <summary>A calendar quarter; the year may be missing.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>From an event, date, month or year on (<see cref="TimeMention.Since"/>).</summary>
    Since,

    /// <summary>From the close of a named day on: <c>from its Feb. 19 high</c>.</summary>
    From,

    /// <summary>From one time to another, both included: <c>from April through June</c>, <c>in the first half</c>.</summary>
    Span,

    /// <summary>At most so long after an event.</summary>
    Following,

    /// <summary>The same time as the claim before.</summary>
    Same,

    /// <summary>Years, months or weeks without a number: cannot be pinned.</summary>
    Vague,

    /// <summary>A stretch that something is the highest, lowest or best of: <c>in three years</c>, <c>three-year</c>.</summary>
    Stretch,
}

/// <summary>A calendar unit.</summary>
internal enum TimeUnit
{
    /// <summary>A session or day.</summary>
    Day,

    /// <summary>A calendar week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Words that fix a time, not yet tied to a calendar.</summary>
internal sealed record TimeMention
{
    /// <summary>Its first token.</summary>
    public required int First { get; init; }

    /// <summary>The token after its last.</summary>
    public required int End { get; init; }

    /// <summary>What sort of words.</summary>
    public required TimeKind Kind { get; init; }

    /// <summary>The unit, where the kind has one.</summary>
    public TimeUnit Unit { get; init; }

    /// <summary>How many units, where the kind counts.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The weekday.</summary>
    public DayOfWeek Weekday { get; init; }

    /// <summary>The year, or null when not printed.</summary>
    public int? Year { get; init; }

    /// <summary>Years to add to the year of publication, for <c>January of the previous year</c>.</summary>
    public int? YearOffset { get; init; }

    /// <summary>The month 1 to 12, or the quarter 1 to 4.</summary>
    public int? Part { get; init; }

    /// <summary>The day of the month, or null.</summary>
    public int? Day { get; init; }

    /// <summary>Early, mid or late part of the month: 1, 2 or 3; 0 for all of it.</summary>
    public int Third { get; init; }

    /// <summary>What a span starts after: a mention of a date, month or year.</summary>
    public TimeMention? Since { get; init; }

    /// <summary>What a span ends with.</summary>
    public TimeMention? Until { get; init; }

    /// <summary>The day a count goes back from, when it is not the as-of day: <c>in the six weeks to May 17</c>.</summary>
    public TimeMention? Anchor { get; init; }

    /// <summary>Whether the words stand as a label before a colon and rule the line: <c>YTD: S&amp;P +11.6%, NDX +15.7%</c>.</summary>
    public bool IsLabel { get; init; }

    /// <summary>The event a span starts before.</summary>
    public string? EventId { get; init; }

    /// <summary>Whether the words also say that the limit is not reached: <c>in less than a month</c>.</summary>
    public bool Within { get; init; }

    /// <summary>Numbers that the mention covers, for the coverage count.</summary>
    public int Numbers { get; init; }

    /// <summary>Whether this names one session.</summary>
    public bool IsSession => Kind is TimeKind.Weekday or TimeKind.Today or TimeKind.Yesterday or TimeKind.OneDay || (Kind == TimeKind.Date && Day is not null);
}
