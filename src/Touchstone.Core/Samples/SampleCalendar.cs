using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>The sessions of the Harbour Exchange.</summary>
internal static class SampleCalendar
{
    public const string Mic = "XHBR";

    /// <summary>The first session.</summary>
    public static readonly DateOnly First = new(2022, 1, 3);

    /// <summary>The last session, a Friday at the end of a month.</summary>
    public static readonly DateOnly Last = new(2025, 2, 28);

    /// <summary>Weekdays that are not full sessions.</summary>
    public static readonly ImmutableArray<(DateOnly Date, bool Half, string Reason)> Departures = [.. ListDepartures()];

    /// <summary>All sessions, ascending.</summary>
    public static readonly ImmutableArray<DateOnly> Sessions = [.. ListSessions()];

    /// <summary>The row of the last session on or before a day.</summary>
    public static int IndexOnOrBefore(DateOnly day)
    {
        var found = Sessions.BinarySearch(day);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The last row of each month that has sessions, with the month's last calendar day.</summary>
    public static IEnumerable<(int Index, DateOnly MonthEnd)> MonthEnds()
    {
        for (var index = 0; index < Sessions.Length; index++)
        {
            var day = Sessions[index];
            if (index == Sessions.Length - 1 || Sessions[index + 1].Month != day.Month)
            {
                yield return (index, new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));
            }
        }
    }

    private static IEnumerable<(DateOnly Date, bool Half, string Reason)> ListDepartures()
    {
        for (var year = First.Year; year <= Last.Year; year++)
        {
            (DateOnly Date, bool Half, string Reason)[] days =
            [
                (new DateOnly(year, 1, 1), false, "New Year"),
                (FirstMonday(year, 5), false, "Spring holiday"),
                (new DateOnly(year, 7, 18), false, "Lighthouse Day"),
                (FirstMonday(year, 10), false, "Founders' Day"),
                (new DateOnly(year, 12, 24), true, "morning session only"),
                (new DateOnly(year, 12, 25), false, "Midwinter holiday"),
                (new DateOnly(year, 12, 26), false, "Midwinter holiday"),
                (new DateOnly(year, 12, 31), true, "morning session only"),
            ];
            foreach (var day in days.Where(day => IsWeekday(day.Date) && day.Date >= First && day.Date <= Last))
            {
                yield return day;
            }
        }
    }

    private static IEnumerable<DateOnly> ListSessions()
    {
        var closed = Departures.Where(departure => !departure.Half).Select(departure => departure.Date).ToHashSet();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (IsWeekday(day) && !closed.Contains(day))
            {
                yield return day;
            }
        }
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
