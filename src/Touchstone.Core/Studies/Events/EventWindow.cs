using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>A run of event days, both ends included; day 0 is the event day. <c>[-1,1]</c> is three days.</summary>
public readonly record struct EventWindow
{
    /// <summary>Makes a window.</summary>
    /// <param name="first">The first day, included, in sessions from the event day.</param>
    /// <param name="last">The last day, included; not before the first.</param>
    public EventWindow(int first, int last)
    {
        if (last < first)
        {
            throw new ArgumentOutOfRangeException(nameof(last), last, $"A window's last day must not be before its first, {first}.");
        }

        (First, Last) = (first, last);
    }

    /// <summary>The first day, included.</summary>
    public int First { get; }

    /// <summary>The last day, included.</summary>
    public int Last { get; }

    /// <summary>Days in the window; at least one.</summary>
    public int Days => Last - First + 1;

    /// <summary>The window of one day.</summary>
    /// <param name="day">The day, in sessions from the event day.</param>
    public static EventWindow Day(int day) => new(day, day);

    /// <summary>The windows that start on one day and end on each day up to the last: the path of a cumulative average.</summary>
    /// <param name="first">The common first day, included.</param>
    /// <param name="last">The last window's last day, included.</param>
    public static ImmutableArray<EventWindow> Path(int first, int last) => [.. Enumerable.Range(first, new EventWindow(first, last).Days).Select(end => new EventWindow(first, end))];

    /// <summary>Whether another window lies inside this one.</summary>
    /// <param name="other">The other window.</param>
    public bool Contains(EventWindow other) => other.First >= First && other.Last <= Last;

    /// <summary>Both ends: <c>[-1,1]</c>.</summary>
    public override string ToString() => $"[{First},{Last}]";
}
