using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>A claim's verdict with what led to it.</summary>
internal sealed record Finding
{
    public required Verdict Verdict { get; init; }

    public required string Reason { get; init; }

    /// <summary>The reading that decided, or the nearest miss; null when nothing was computed.</summary>
    public ReadingPlan? Plan { get; init; }

    public Answer<Measurement>? Answer { get; init; }

    public ImmutableArray<Reading> Readings { get; init; } = [];
}

/// <summary>Computes a draft's readings and judges it.</summary>
internal sealed partial class Verifier(Market market, ReadingPlans plans, Evaluator evaluator, InferredDay day, Moment latest)
{
    /// <summary>Whether the text itself names the day of its closes, so that no other day is tried for what it says of that day.</summary>
    public bool IsDated { get; init; }

    public Finding Judge(ClaimDraft draft)
    {
        if (Implausible(draft) is { } implausible)
        {
            return implausible;
        }

        if (draft.Reason is { } reason)
        {
            return new Finding { Verdict = draft.IsFuture && draft.Type == "forecast" ? Verdict.Pending : Verdict.Unchecked, Reason = reason };
        }

        if (draft.Subject.Candidates.IsEmpty && draft.Metric is not (ClaimMetric.EventIn or ClaimMetric.EventAge))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = draft.Subject.Missing ?? "unnamed-subject: the sentence names nothing that could be measured." };
        }

        if (day.Best is null && !IsAbsolute(draft.Time))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: no day to measure on; {day.How}." };
        }

        var moment = day.Best ?? latest;
        if (draft.Time is { Kind: TimeKind.Vague } vague && draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign or ClaimMetric.Excess or ClaimMetric.Contribution or ClaimMetric.ContributionToReturn or ClaimMetric.ContributionShare or ClaimMetric.ContributionRank or ClaimMetric.Asked)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the words '{vague.Unit.ToString().ToLowerInvariant()}s' name no first day." };
        }

        if (draft is { Metric: ClaimMetric.Extreme, Since.Kind: TimeKind.Vague })
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "no-window: the words do not say how many years, months or weeks." };
        }

        if (draft is { Metric: ClaimMetric.Sign, IsTimeInferred: true })
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "no-window: the words fix no time over which the move could be measured." };
        }

        var tried = new List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)>();
        foreach (var plan in plans.First(draft, moment))
        {
            var entry = Try(draft, plan, moment);
            tried.Add(entry);
            if (entry.Holds == true)
            {
                return Understated(draft, tried, moment) ?? Confirmed(draft, tried);
            }
        }

        if (tried.Count == 0)
        {
            return new Finding { Verdict = draft.Time?.Kind == TimeKind.Next ? Verdict.Pending : Verdict.Unchecked, Reason = "no-window: the words fix no window on the exchange's calendar." };
        }

        return Near(draft, tried) ?? Alternative(draft, tried, moment) ?? OtherDay(draft, tried) ?? Failed(draft, tried);
    }

    private (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) Try(ClaimDraft draft, ReadingPlan plan, Moment moment)
    {
        var answer = evaluator.Evaluate(plan.Expression);
        if (!answer.HasValue)
        {
            return (plan, answer, null);
        }

        var holds = RoundingTable.Holds(answer.Value.Value, plan.Low, plan.High) && ExtremeHolds(draft, plan, answer.Value.Value, moment, out _);
        return (plan, answer, holds);
    }

    /// <summary>For "since" and "record", the last higher day decides, not the number of years.</summary>
    private bool ExtremeHolds(ClaimDraft draft, ReadingPlan plan, double years, Moment moment, out DateOnly last)
    {
        last = default;
        if (draft.Metric != ClaimMetric.Extreme)
        {
            return true;
        }

        var session = plan.Expression.AsOf.Day ?? moment.Published;
        last = session.AddDays(-(int)Math.Round(years * 365.25));
        if (draft.IsRecord)
        {
            return IsFirst(plan, last);
        }

        return draft.Since is not { Kind: TimeKind.Since or TimeKind.Year or TimeKind.Month or TimeKind.ToDate } || (plans.CountedFrom(draft, market.Instrument(plan.Subject!.Value)?.Exchange ?? "", session, moment) is { } from && last < from);
    }

    /// <summary>Whether a day is where the data of an instrument begin, so that nothing higher is known.</summary>
    private bool IsFirst(ReadingPlan plan, DateOnly last) => market.Prices(plan.Subject!.Value) is { } history && last.DayNumber <= history.DateAt(FirstWithClose(history)).DayNumber;

    private static int FirstWithClose(PriceHistory history)
    {
        for (var i = 0; i < history.Count; i++)
        {
            if (history.TryGet(PriceField.Close, i, out _))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Whether a time is fixed by its own words, whenever they were written: <c>in 2024</c>, <c>on 28 February 2025</c>.</summary>
    private static bool IsAbsolute(TimeMention? time) => time switch
    {
        { Kind: TimeKind.Year } => true,
        { Kind: TimeKind.Date or TimeKind.Month or TimeKind.Quarter, Year: not null } => true,
        { Kind: TimeKind.Span, Since: { } since, Until: { } until } => IsAbsolute(since) && IsAbsolute(until),
        _ => false,
    };

    private Finding Confirmed(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        var (plan, answer, _) = tried[^1];
        var readings = Readings(tried);
        if (draft is { Metric: ClaimMetric.Extreme, IsRecord: true, IsOfData: false })
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-data: it is the {(draft.Sign > 0 ? "highest" : "lowest")} in the data, but a record needs all of history: earlier closes of {plan.Subject} would settle it.", Plan = plan, Answer = answer, Readings = readings };
        }

        if (day.Fixing.Contains(draft))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "fixes-date: this number alone tells which day the article speaks of, so it cannot also be confirmed by it; give --published to have it checked.", Plan = plan, Answer = answer, Readings = readings };
        }

        if (draft.Subject.IsProxy)
        {
            return new Finding { Verdict = Verdict.OtherReading, Reason = $"Holds if {Name(plan)} stands for '{draft.Subject.Text}'; {Tried(tried)}.", Plan = plan, Answer = answer, Readings = readings };
        }

        var reason = plan.Note.Length == 0 || tried.Count == 1 && !draft.Subject.IsInferred ? "Computed agrees with the printed number." : $"Holds under this reading: {plan.Note}; {Tried(tried)}.";
        if (answer.Working.StandIn)
        {
            reason += " A neighbouring day stands in for one without data.";
        }

        return new Finding { Verdict = Verdict.Confirmed, Reason = reason, Plan = plan, Answer = answer, Readings = readings };
    }

    private Finding? Alternative(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried, Moment moment)
    {
        if (draft.Subject.IsProxy)
        {
            return null;
        }

        foreach (var plan in plans.Alternatives(draft, moment))
        {
            var entry = Try(draft, plan, moment);
            if (!entry.Answer.HasValue || tried.Any(other => other.Plan.Expression == plan.Expression && other.Plan.Low == plan.Low))
            {
                continue;
            }

            tried.Add(entry);
            if (entry.Holds == true)
            {
                if (draft.IsRecord)
                {
                    return Confirmed(draft, tried);
                }

                if (draft.Metric == ClaimMetric.EventIn)
                {
                    return new Finding { Verdict = Verdict.Near, Reason = "The event lies one day outside the time stated.", Plan = plan, Answer = entry.Answer, Readings = Readings(tried) };
                }

                return new Finding { Verdict = Verdict.OtherReading, Reason = $"Fails as first read, holds under another reading: {plan.Note}; {Tried(tried)}.", Plan = plan, Answer = entry.Answer, Readings = Readings(tried) };
            }
        }

        return null;
    }

    private static (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) Nearest(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> computed) =>
        computed.Where(entry => entry.Plan.Rank == ReadingRank.First && entry.Plan.Window == computed[0].Plan.Window).DefaultIfEmpty(computed[0]).First();

    private static Finding? Implausible(ClaimDraft draft) =>
        draft.Type == "scenario" && draft.Kind == "severe" && draft.Quantity is { Kind: QuantityKind.Percent } quantity && quantity.Value < RoundingTable.ExtremeCaseLeast
            ? new Finding { Verdict = Verdict.Implausible, Reason = $"A move of {quantity.Value:0.##}% is called an extreme case; markets move more than that in a day or two, so a digit may have been lost." }
            : null;

    private string Name(ReadingPlan plan) => plan.Subject is { } id && market.Instrument(id) is { } instrument ? instrument.Name : "it";

    private static string Tried(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried) => tried.Count == 1 ? "1 reading tried" : $"{tried.Count} readings tried";

    private static ImmutableArray<Reading> Readings(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried) =>
        [.. tried.Select(entry => new Reading(entry.Plan.Expression.ToString(), entry.Answer.HasValue ? entry.Answer.Value.Value : null, entry.Answer.HasValue ? entry.Answer.Value.Unit.ToString() : null, entry.Holds, entry.Answer.HasValue ? entry.Plan.Note : entry.Answer.Problem!.Message))];
}
