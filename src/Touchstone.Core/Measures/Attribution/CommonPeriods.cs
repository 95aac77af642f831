using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The days at which a span is cut into periods.</summary>
internal static class CommonPeriods
{
    /// <summary>The ends of the periods between two sessions, ascending, the last one included.</summary>
    /// <param name="cuts">Days at which a period must end.</param>
    /// <param name="periods">change: those alone. month: also the last session of each month. session: every session.</param>
    /// <param name="calendar">The calendar of the periods.</param>
    /// <param name="from">The base session.</param>
    /// <param name="to">The last session.</param>
    public static DateOnly[] Ends(IEnumerable<DateOnly> cuts, string periods, ExchangeCalendar calendar, DateOnly from, DateOnly to)
    {
        var ends = new SortedSet<DateOnly>(cuts.Where(day => day > from && day < to)) { to };
        if (periods != "change")
        {
            for (var day = calendar.OnOrAfter(from.AddDays(1)); day < to; day = calendar.OnOrAfter(day.AddDays(1)))
            {
                if (periods == "session" || calendar.OnOrAfter(day.AddDays(1)).Month != day.Month)
                {
                    ends.Add(day);
                }
            }
        }

        return [.. ends];
    }
}
