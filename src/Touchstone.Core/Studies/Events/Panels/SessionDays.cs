using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>The sessions of one exchange over a run of days, as day numbers.</summary>
internal sealed class SessionDays
{
    private readonly int[] _days;

    public SessionDays(ExchangeCalendar calendar, int first, int last)
    {
        var days = new List<int>();
        for (var day = first; day <= last; day++)
        {
            if (calendar.IsSession(DateOnly.FromDayNumber(day)))
            {
                days.Add(day);
            }
        }

        _days = [.. days];
    }

    public int Count => _days.Length;

    public int this[int index] => _days[index];

    /// <summary>The first session on or after a day, as a place among the sessions; the count when there is none.</summary>
    public int OnOrAfter(int day)
    {
        var found = Array.BinarySearch(_days, day);
        return found >= 0 ? found : ~found;
    }

    public ReadOnlySpan<int> Slice(int from, int count) => _days.AsSpan(from, count);
}
