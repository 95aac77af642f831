using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings about the dates of events.</content>
internal sealed partial class ReadingPlans
{
    /// <summary>How far ahead an "upcoming" event may lie, in days.</summary>
    private const int AheadDays = 60;

    private IEnumerable<ReadingPlan> Events(ClaimDraft draft, Moment moment) => EventTime(draft, moment) is { } time ? draft.Events.Select(id => OverEvent(draft, id, time)) : [];

    /// <summary>The window and day that a claim about the date of an event means at a moment, or null when its words fix none.</summary>
    public ResolvedTime? EventTime(ClaimDraft draft, Moment moment) =>
        draft.Metric == ClaimMetric.EventAge ? new ResolvedTime("", moment.Published, "")
        : draft.Time is { } time && EventWindow(time, moment) is { } window ? new ResolvedTime(window, moment.Published, "")
        : null;

    /// <summary>The reading of such a claim for one event; of the time only its day changes while the window stays.</summary>
    public static ReadingPlan OverEvent(ClaimDraft draft, string id, ResolvedTime time)
    {
        var note = draft.Events.Length > 1 ? id : "";
        if (draft.Metric != ClaimMetric.EventAge)
        {
            return Plan(draft, Expression.Of("event-in", id, time.Window), time.AsOf, null, time.Window, ReadingRank.First, note, (1, 1));
        }

        var count = draft.Quantity!.Value;
        var width = Math.Max(0.1 * count, draft.Hedge == HedgeKind.About ? 0.1 : 0.04);
        return Plan(draft, Expression.Of("years-since-event", id), time.AsOf, null, null, ReadingRank.First, note, (count - width, count + width));
    }

    private string? EventWindow(TimeMention time, Moment moment)
    {
        var day = moment.Published;
        switch (time.Kind)
        {
            case TimeKind.Next when time.Unit == TimeUnit.Week:
                var monday = day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7));
                return $"{monday:yyyy-MM-dd}..{monday.AddDays(6):yyyy-MM-dd}";
            case TimeKind.Next when time.Unit == TimeUnit.Month:
                return $"{new DateOnly(day.Year, day.Month, 1).AddMonths(1):yyyy-MM}";
            case TimeKind.Next when time.Unit == TimeUnit.Day:
                return $"{day:yyyy-MM-dd}..{day.AddDays(AheadDays):yyyy-MM-dd}";
            case TimeKind.Last when time.Unit == TimeUnit.Month:
                return $"{new DateOnly(day.Year, day.Month, 1).AddMonths(-1):yyyy-MM}";
            case TimeKind.Last when time.Unit == TimeUnit.Year:
                return $"{day.Year - 1}";
            case TimeKind.Last when time.Unit == TimeUnit.Week:
                return $"{_times.StartOf(time, "", moment):yyyy-MM-dd}..{TimeResolver.EndOf(time, moment):yyyy-MM-dd}";
            case TimeKind.Month when time.Third > 0:
                var month = _times.StartOf(time, "", moment)!.Value;
                var first = month.AddDays((time.Third - 1) * 10);
                var last = time.Third == 3 ? month.AddMonths(1).AddDays(-1) : month.AddDays((time.Third * 10) - 1);
                return $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}";
            case TimeKind.Month:
                return $"{_times.StartOf(time, "", moment):yyyy-MM}";
            case TimeKind.Year:
                return $"{time.Year}";
            case TimeKind.Date or TimeKind.Weekday or TimeKind.Yesterday:
                var on = time.Kind == TimeKind.Date ? TimeResolver.Date(time, moment) : time.Kind == TimeKind.Yesterday ? day.AddDays(-1) : day.AddDays(-(((int)day.DayOfWeek - (int)time.Weekday + 7) % 7));
                return on is { } exact ? $"{exact.AddDays(-1):yyyy-MM-dd}..{exact:yyyy-MM-dd}" : null;
            case TimeKind.ToDate:
                var start = time.Unit switch { TimeUnit.Year => new DateOnly(day.Year, 1, 1), TimeUnit.Month => new DateOnly(day.Year, day.Month, 1), _ => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) };
                return start < day ? $"{start:yyyy-MM-dd}..{day:yyyy-MM-dd}" : null;
            default:
                return null;
        }
    }
}
