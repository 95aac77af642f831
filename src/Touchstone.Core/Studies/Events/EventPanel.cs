using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>The returns of every event of a study on one grid: estimation days, a gap that is not looked at, event days. Immutable.</summary>
public sealed class EventPanel
{
    private EventPanel(int estimationDays, EventWindow window, int gap, ImmutableArray<EventReturns> events, ImmutableArray<EventProblem> problems) =>
        (EstimationDays, Window, Gap, Events, Problems) = (estimationDays, window, gap, events, problems);

    /// <summary>Days used to fit the model of what was to be expected.</summary>
    public int EstimationDays { get; }

    /// <summary>The event days.</summary>
    public EventWindow Window { get; }

    /// <summary>Days between the last estimation day and the first event day.</summary>
    public int Gap { get; }

    /// <summary>The events, by security, day and name.</summary>
    public ImmutableArray<EventReturns> Events { get; }

    /// <summary>Events that could not be put on the grid, or not without a remark, each with the reason.</summary>
    public ImmutableArray<EventProblem> Problems { get; }

    /// <summary>Makes a panel; the order of the events does not matter.</summary>
    /// <param name="estimationDays">Days of the estimation window; at least 1.</param>
    /// <param name="window">The event days.</param>
    /// <param name="events">The events; every column as long as estimation and event days together. One that is not is listed as a problem.</param>
    /// <param name="gap">Days between the two windows; zero or more.</param>
    /// <param name="problems">What is known about events that are not among them, or only with a remark.</param>
    public static EventPanel Of(int estimationDays, EventWindow window, IEnumerable<EventReturns> events, int gap = 0, IEnumerable<EventProblem>? problems = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(estimationDays, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        ArgumentNullException.ThrowIfNull(events);
        var found = problems?.ToList() ?? [];
        var kept = new List<EventReturns>();
        var length = estimationDays + window.Days;
        foreach (var item in events.OrderBy(item => item.Event))
        {
            if (WrongLength(item, length) is { } reason)
            {
                found.Add(new EventProblem(item.Event, new Problem(ProblemKind.Invalid, reason), true));
            }
            else if (kept.Count > 0 && kept[^1].Event == item.Event)
            {
                found.Add(new EventProblem(item.Event, new Problem(ProblemKind.Invalid, $"The event {item.Event} is there twice; the first is used."), true));
            }
            else
            {
                kept.Add(item);
            }
        }

        for (var i = 1; i < kept.Count; i++)
        {
            if (Overlap(kept[i - 1], kept[i], estimationDays))
            {
                found.Add(new EventProblem(kept[i].Event, new Problem(ProblemKind.Quality, $"The event window of {kept[i].Event} overlaps that of {kept[i - 1].Event}."), false));
            }
        }

        return new EventPanel(estimationDays, window, gap, [.. kept], [.. found]);
    }

    /// <summary>Whether two events of one security, one after the other, share event days; unknown without a calendar.</summary>
    private static bool Overlap(EventReturns earlier, EventReturns later, int estimationDays) =>
        earlier.Event.Security == later.Event.Security && !earlier.DayNumbers.IsEmpty && !later.DayNumbers.IsEmpty
        && later.DayNumbers.Span[estimationDays] <= earlier.DayNumbers.Span[^1] && earlier.DayNumbers.Span[estimationDays] <= later.DayNumbers.Span[^1];

    private static string? WrongLength(EventReturns item, int length)
    {
        if (item.Returns.Length != length)
        {
            return $"{item.Event} has {item.Returns.Length} returns; the study has {length} days.";
        }

        foreach (var factor in item.Factors)
        {
            if (factor.Length != length)
            {
                return $"{item.Event} has a factor of {factor.Length} days; the study has {length}.";
            }
        }

        return (item.Spans.Length != 0 && item.Spans.Length != length) || (item.DayNumbers.Length != 0 && item.DayNumbers.Length != length)
            ? $"{item.Event} has {item.Spans.Length} spans and {item.DayNumbers.Length} day numbers; the study has {length} days."
            : null;
    }
}
