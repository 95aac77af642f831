using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The sessions on which a list of stocks has closes.</summary>
/// <remarks>
/// A session counts when at least half of the stocks whose closes run across it have one. A day with fewer is a hole in the data
/// rather than a day on which most stocks were suspended, and stands as if it were not there.
/// </remarks>
internal static class PanelSessions
{
    /// <summary>The day numbers, ascending.</summary>
    public static int[] Of(ExchangeCalendar calendar, IReadOnlyList<Line?> lines)
    {
        var present = lines.OfType<Line>().ToArray();
        if (present.Length == 0)
        {
            return [];
        }

        var first = present.Min(line => line.Days[0]);
        var length = present.Max(line => line.Days[^1]) - first + 1;
        var (closes, alive) = (new int[length], new int[length + 1]);
        foreach (var line in present)
        {
            alive[line.Days[0] - first]++;
            alive[line.Days[^1] - first + 1]--;
            foreach (var day in line.Days)
            {
                closes[day - first]++;
            }
        }

        var days = new List<int>(length);
        var running = 0;
        for (var offset = 0; offset < length; offset++)
        {
            running += alive[offset];
            if (closes[offset] > 0 && 2 * closes[offset] >= running && calendar.IsSession(DateOnly.FromDayNumber(first + offset)))
            {
                days.Add(first + offset);
            }
        }

        return [.. days];
    }
}
