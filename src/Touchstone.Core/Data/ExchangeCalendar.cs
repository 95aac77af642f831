namespace Touchstone.Data;

/// <summary>What an exchange does on a day.</summary>
public enum SessionKind
{
    /// <summary>No trading: weekend, holiday or weather.</summary>
    Closed,

    /// <summary>A shortened session.</summary>
    Half,

    /// <summary>A full session.</summary>
    Full,
}

/// <summary>A listed departure from "every weekday is a full session".</summary>
/// <param name="Date">The exchange-local day.</param>
/// <param name="Kind">Closed or half.</param>
/// <param name="Reason">Why, as the file says.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record CalendarEntry(DateOnly Date, SessionKind Kind, string Reason, RowSource Source);

/// <summary>The sessions of one exchange: every weekday not listed otherwise is a full session.</summary>
public sealed class ExchangeCalendar
{
    private readonly Dictionary<int, CalendarEntry> _entries;

    /// <summary>Makes a calendar.</summary>
    /// <param name="mic">The market identifier code.</param>
    /// <param name="entries">The listed days; no day twice.</param>
    public ExchangeCalendar(string mic, IEnumerable<CalendarEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(mic);
        ArgumentNullException.ThrowIfNull(entries);
        Mic = mic;
        _entries = [];
        foreach (var entry in entries)
        {
            if (!_entries.TryAdd(entry.Date.DayNumber, entry))
            {
                throw new ArgumentException($"{entry.Date:yyyy-MM-dd} is listed twice for {mic}.", nameof(entries));
            }
        }
    }

    /// <summary>The market identifier code.</summary>
    public string Mic { get; }

    /// <summary>The listed departures, in no particular order.</summary>
    public IReadOnlyCollection<CalendarEntry> Entries => _entries.Values;

    /// <summary>What the exchange does on a day.</summary>
    /// <param name="day">The exchange-local day.</param>
    public SessionKind KindOf(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return SessionKind.Closed;
        }

        return _entries.TryGetValue(day.DayNumber, out var entry) ? entry.Kind : SessionKind.Full;
    }

    /// <summary>Whether the exchange trades on a day, if only for half of it.</summary>
    /// <param name="day">The exchange-local day.</param>
    public bool IsSession(DateOnly day) => KindOf(day) != SessionKind.Closed;

    /// <summary>The last session on or before a day.</summary>
    /// <param name="day">The day, included.</param>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsSession(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The first session on or after a day.</summary>
    /// <param name="day">The day, included.</param>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsSession(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The last session before a day.</summary>
    /// <param name="day">The day, not included.</param>
    public DateOnly Before(DateOnly day) => OnOrBefore(day.AddDays(-1));

    /// <summary>The session a number of sessions before another.</summary>
    /// <param name="session">A session.</param>
    /// <param name="count">How many sessions back; zero or more.</param>
    public DateOnly Back(DateOnly session, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--)
        {
            session = Before(session);
        }

        return session;
    }
}
