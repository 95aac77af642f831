using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings that are admitted but must be named.</content>
internal sealed partial class ReadingPlans
{
    /// <summary>How far back an undated record may lie, in sessions: a month.</summary>
    private const int RecentSessions = 22;

    /// <summary>Admitted alternatives, most likely first.</summary>
    public IEnumerable<ReadingPlan> Alternatives(ClaimDraft draft, Moment moment)
    {
        foreach (var other in draft.Subject.Others)
        {
            foreach (var plan in ForSubject(draft, other, moment, $"'{draft.Subject.Text}' read as {market.Instrument(other)?.Name}"))
            {
                yield return plan with { Rank = ReadingRank.Alternative };
            }
        }

        foreach (var plan in OtherMembers(draft, moment))
        {
            yield return plan with { Rank = ReadingRank.Alternative };
        }

        if (draft.Metric == ClaimMetric.Asked)
        {
            foreach (var plan in OtherAsked(draft, moment))
            {
                yield return plan;
            }
        }
        else if (draft.Metric is ClaimMetric.Return or ClaimMetric.Points)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                var mic = Mic(id);
                foreach (var other in _times.Others(draft.Time, mic, moment))
                {
                    yield return Moved(draft, id, other, ReadingRank.Alternative, other.Note);
                }

                foreach (var other in draft.IsTimeInferred ? Unstated(mic, moment) : [])
                {
                    yield return Moved(draft, id, other, ReadingRank.Alternative, other.Note);
                }

                if (draft.Metric == ClaimMetric.Return && !draft.IsTimeInferred && draft.Following is null && _times.First(draft.Time, mic, moment) is { } time)
                {
                    yield return Plan(draft, Expression.Of("return", id.Value, time.Window) with { Arguments = [new(null, id.Value), new(null, time.Window), new("basis", "total")] }, time.AsOf, id, time.Window, ReadingRank.Alternative, "total return", Bounds(draft));
                    if (time.Window == "1d")
                    {
                        yield return Plan(draft, Expression.Of(draft.Sign < 0 ? "intraday-low-return" : "intraday-high-return", id.Value), time.AsOf, id, time.Window, ReadingRank.Alternative, "the day's extreme, not its close", Bounds(draft));
                    }
                }
            }

            if (!draft.Subject.IsInferred && draft.Subject.Candidates.Length == 1)
            {
                var own = draft.Subject.Candidates[0];
                var issuer = market.Instrument(own)?.Issuer;
                foreach (var line in issuer is null ? [] : market.Rows.Instruments.Where(other => other.Issuer == issuer && other.Id != own))
                {
                    foreach (var plan in ForSubject(draft, line.Id, moment, $"the line {line.Id}"))
                    {
                        yield return plan with { Rank = ReadingRank.Alternative };
                    }
                }
            }
        }
        else if (draft.Metric == ClaimMetric.Level)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                var time = _times.First(draft.Time, Mic(id), moment);
                foreach (var field in new[] { "high", "low", "open" })
                {
                    if (time is { } at)
                    {
                        yield return Plan(draft, Expression.Of("level", id.Value, field), at.AsOf, id, null, ReadingRank.Alternative, $"the day's {field}", Bounds(draft));
                    }
                }
            }
        }
        else if (draft.Metric == ClaimMetric.FromTurn && IsDatedEntry(draft))
        {
            foreach (var id in draft.Subject.Candidates)
            {
                var undated = Regime(draft with { IsEntry = false }, id, Mic(id), moment, "it was one by then, but entered it at another time");
                yield return undated with { Rank = ReadingRank.Alternative };
            }
        }
        else if (draft is { Metric: ClaimMetric.Extreme, IsRecord: true, IsTimeInferred: true })
        {
            // "with the stock reaching a record high": no day is named, so any day of the last month may be meant.
            foreach (var id in draft.Subject.Candidates)
            {
                var calendar = market.CalendarOf(id);
                var session = clocks.AsOf(Mic(id), moment);
                for (var (day, back) = (session, 0); back < RecentSessions; back++)
                {
                    day = calendar.Before(day);
                    yield return Plan(draft, Expression.Of(draft.Sign > 0 ? "new-high" : "new-low", id.Value), day, id, null, ReadingRank.Alternative, $"reached on {day:yyyy-MM-dd}", StretchBounds(draft));
                }
            }
        }
        else if (draft.Metric == ClaimMetric.AbnormalReturn)
        {
            foreach (var plan in draft.Subject.Candidates.SelectMany(id => OtherAbnormal(draft, id, moment)))
            {
                yield return plan;
            }
        }
        else if (draft.Metric == ClaimMetric.EventIn)
        {
            foreach (var plan in Events(draft, moment))
            {
                if (plan.Window is { } window && window.Split("..") is [var first, var last] && DateOnly.TryParse(first, out var from) && DateOnly.TryParse(last, out var to))
                {
                    var wider = $"{from.AddDays(-1):yyyy-MM-dd}..{to.AddDays(1):yyyy-MM-dd}";
                    yield return Plan(draft, Expression.Of("event-in", plan.Expression.Arguments[0].Value, wider), moment.Published, null, wider, ReadingRank.Alternative, "one day outside", (1, 1));
                }
            }
        }
        else if (draft.Metric == ClaimMetric.BestPeriod || draft.Metric == ClaimMetric.Excess)
        {
            foreach (var id in draft.Subject.Candidates)
            {
                foreach (var other in _times.Others(draft.Time, Mic(id), moment))
                {
                    if (draft.Metric == ClaimMetric.Excess)
                    {
                        yield return Against(draft, id, other, moment) with { Rank = ReadingRank.Alternative, Note = other.Note };
                    }
                    else if (other.Window == "1w")
                    {
                        yield return Ranked(draft, id, "week", other.AsOf, moment) with { Rank = ReadingRank.Alternative, Note = other.Note };
                    }
                }
            }
        }
    }

    /// <summary>Windows that a move without a stated time can have: those that the text names anywhere, and the common ones.</summary>
    private IEnumerable<ResolvedTime> Unstated(string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        var seen = new HashSet<(string, DateOnly)>();
        foreach (var mention in times.Where(WindowFinder.IsWindow))
        {
            if (_times.First(mention, mic, moment) is { } named && seen.Add((named.Window, named.AsOf)))
            {
                yield return named with { Note = $"over {named.Window}, as no time is stated" };
            }
        }

        foreach (var window in new[] { "1w", "mtd", "ytd", "1m", "1y" })
        {
            if (seen.Add((window, asOf)))
            {
                yield return new ResolvedTime(window, asOf, $"over {window}, as no time is stated");
            }
        }
    }
}
