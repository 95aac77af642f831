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
internal sealed class Verifier(Market market, ReadingPlans plans, Evaluator evaluator, InferredDay day)
{
    /// <summary>Sessions around an inferred day that are tried before a claim is called wrong.</summary>
    private const int DaysAround = 4;

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

        if (day.Best is not { } moment)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the day is {day.How}." };
        }

        if (draft.Time is { Kind: TimeKind.Vague } vague && draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign or ClaimMetric.Excess)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the words '{vague.Unit.ToString().ToLowerInvariant()}s' name no first day." };
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
                return Understated(draft, tried) ?? Confirmed(draft, tried);
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

    private Finding Confirmed(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        var (plan, answer, _) = tried[^1];
        var readings = Readings(tried);
        if (draft is { Metric: ClaimMetric.Extreme, IsRecord: true })
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-data: it is the {(draft.Sign > 0 ? "highest" : "lowest")} in the data, but a record needs all of history: earlier closes of {plan.Subject} would settle it.", Plan = plan, Answer = answer, Readings = readings };
        }

        if (day.Fixing.Contains(draft))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "fixes-date: this number alone tells which day the article speaks of, so it cannot also be confirmed by it.", Plan = plan, Answer = answer, Readings = readings };
        }

        if (draft.Subject.IsProxy)
        {
            return new Finding { Verdict = Verdict.OtherReading, Reason = $"Holds if {Name(plan)} stands for '{draft.Subject.Text}'; {Tried(tried)}.", Plan = plan, Answer = answer, Readings = readings };
        }

        var reason = plan.Note.Length == 0 || tried.Count == 1 && !draft.Subject.IsInferred ? "Computed agrees with the printed number." : $"Holds for {plan.Note}; {Tried(tried)}.";
        if (answer.Working.StandIn)
        {
            reason += " A neighbouring day stands in for one without data.";
        }

        return new Finding { Verdict = Verdict.Confirmed, Reason = reason, Plan = plan, Answer = answer, Readings = readings };
    }

    /// <summary>"A three-year high" that is a ten-year high: true, and less than could be said.</summary>
    private static Finding? Understated(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        if (draft is not { Metric: ClaimMetric.Extreme, Since: { Kind: TimeKind.Stretch or TimeKind.Past, Unit: TimeUnit.Year, Count: >= 2 } stretch } || tried[^1].Answer.Value.Value <= stretch.Count * RoundingTable.StretchMost)
        {
            return null;
        }

        return new Finding { Verdict = Verdict.Near, Reason = $"It is the {(draft.Sign > 0 ? "highest" : "lowest")} for longer than said: {tried[^1].Answer.Value.Value:0.0} years.", Plan = tried[^1].Plan, Answer = tried[^1].Answer, Readings = Readings(tried) };
    }

    private static Finding? Near(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        if (draft.Quantity is not { } quantity || draft.Metric is not (ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield or ClaimMetric.MarketValue or ClaimMetric.MarketValueChange))
        {
            return null;
        }

        foreach (var (plan, answer, _) in tried)
        {
            if (!answer.HasValue)
            {
                continue;
            }

            var value = answer.Value.Value;
            var sign = draft.Metric is ClaimMetric.Level ? 1 : draft.Sign;
            if (draft.Metric is ClaimMetric.MarketValue or ClaimMetric.MarketValueChange)
            {
                if (value * sign > 0 && Math.Abs((value * sign / quantity.Value) - 1) <= RoundingTable.MarketValueShare)
                {
                    return new Finding { Verdict = Verdict.Near, Reason = $"Within {RoundingTable.MarketValueShare * 100:0.#}% of the printed amount; share counts differ between sources.{ImpliedShares(answer, quantity.Value / Math.Abs(value))}", Plan = plan, Answer = answer, Readings = Readings(tried) };
                }

                continue;
            }

            if (draft.Subject.IsProxy || plan.Note.Contains("the window is not stated", StringComparison.Ordinal) || !RoundingTable.IsNear(quantity, draft.Hedge, value, sign))
            {
                continue;
            }

            var truncated = Math.Truncate(value * sign / quantity.LastDigit * (1 + 1e-12)) * quantity.LastDigit;
            var reason = draft.Hedge != HedgeKind.None ? $"The hedge '{draft.HedgeText?.Trim()}' is on the wrong side." : Math.Abs(truncated - quantity.Value) < quantity.LastDigit / 2 ? "Right when cut off instead of rounded." : "Off by no more than one unit of the last printed digit.";
            return new Finding { Verdict = Verdict.Near, Reason = reason, Plan = plan, Answer = answer, Readings = Readings(tried) };
        }

        return null;
    }

    private static string ImpliedShares(Answer<Measurement> answer, double ratio)
    {
        var shares = answer.Working.Inputs.LastOrDefault(input => input.Field.StartsWith("shares", StringComparison.Ordinal));
        return shares is null ? "" : $" The printed amount implies {shares.Value * ratio:#,##0} shares; the package has {shares.Value:#,##0}.";
    }

    private Finding? Alternative(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried, Moment moment)
    {
        if (draft.Subject.IsProxy)
        {
            return null;
        }

        var firsts = tried.Count;
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

        _ = firsts;
        return null;
    }

    /// <summary>
    /// Before a claim is called wrong, the days near the inferred day and those that fit as well are tried; when the day of publication was given,
    /// the sessions shortly before it, as articles are often written on the close before.
    /// </summary>
    private Finding? OtherDay(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        if (draft.Subject.IsProxy || (day.IsGiven && (draft.Time is null or { IsSession: true } || draft.IsTimeInferred)))
        {
            return null;
        }

        var around = Enumerable.Range(-DaysAround, DaysAround + (day.IsGiven ? 1 : DaysAround + 1)).OrderBy(Math.Abs).SelectMany(offset => SessionClocks.Of(day.Best!.Value.Published.AddDays(offset)));
        var seen = tried.Select(entry => entry.Plan.Expression).ToHashSet();
        foreach (var moment in day.Plausible.Concat(around))
        {
            foreach (var plan in plans.First(draft, moment).Concat(draft.Time is { Kind: TimeKind.Past } ? plans.Alternatives(draft, moment) : []))
            {
                if (!seen.Add(plan.Expression))
                {
                    continue;
                }

                var entry = Try(draft, plan, moment);
                if (entry.Holds == true)
                {
                    tried.Add(entry);
                    var note = plan.Rank == ReadingRank.Alternative ? $", {plan.Note}" : "";
                    return new Finding { Verdict = Verdict.OtherReading, Reason = $"Fails on the {(day.IsGiven ? "last session" : "inferred day")}, holds as of {plan.Expression.AsOf}{note}; {Tried(tried)}.", Plan = plan, Answer = entry.Answer, Readings = Readings(tried) };
                }
            }
        }

        return null;
    }

    private Finding Failed(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        var readings = Readings(tried);
        var computed = tried.Where(entry => entry.Answer.HasValue).ToList();
        if (computed.Count == 0)
        {
            var problem = tried[0].Answer.Problem!;
            var code = problem.Kind switch { ProblemKind.NotPublished => "not-published", ProblemKind.Pending => "pending", ProblemKind.Basis => "no-data", ProblemKind.NoData => "no-data", _ => "no-data" };
            return new Finding { Verdict = problem.Kind == ProblemKind.Pending ? Verdict.Pending : Verdict.Unchecked, Reason = $"{code}: {problem.Message}", Plan = tried[0].Plan, Readings = readings };
        }

        var nearest = Nearest(computed);
        var superlative = draft.Metric is ClaimMetric.BestPeriod or ClaimMetric.Extreme && draft.Subject.NamedCandidates > 0
            && draft.Subject.Candidates.Take(draft.Subject.NamedCandidates).All(id => computed.Any(entry => entry.Plan.Subject == id));
        if (!superlative && tried.Exists(entry => !entry.Answer.HasValue && entry.Plan.Rank == ReadingRank.First && (!draft.IsTimeInferred || entry.Plan.Window == tried[0].Plan.Window)))
        {
            var lacking = tried.First(entry => !entry.Answer.HasValue);
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-data: one reading cannot be computed: {lacking.Answer.Problem!.Message}", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Metric is ClaimMetric.EventIn or ClaimMetric.EventAge && draft.Subject.IsInferred)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"unnamed-subject: which event is meant is not stated, and none that fits the words lies in that time; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Subject.IsProxy && !superlative)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"undefined-basket: which stocks '{draft.Subject.Text}' means is not stated, and no index that fits agrees; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Subject.How.StartsWith("inherited: from", StringComparison.Ordinal))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"unnamed-subject: the sentence names no subject, and the one before it does not fit; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (computed.Any(entry => entry.Answer.Working.StandIn))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "no-data: a day that the claim needs has no close, and the close that stands in does not settle it.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Metric is ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield && WithinHistory(draft, nearest.Plan))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = "no-data: sources of such multiples differ in kind and date; the series of the package disagrees on the day but has held the printed value within three years.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Metric == ClaimMetric.MarketValueChange && draft.Time?.Kind == TimeKind.OneDay)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the day is not named; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        return new Finding { Verdict = Verdict.Contradicted, Reason = $"{Explain(draft, nearest)} {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
    }

    private static string Explain(ClaimDraft draft, (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) nearest)
    {
        var facts = nearest.Answer.Working.Conventions.Concat(nearest.Answer.Working.Steps.Where(step => step.Name is "better" or "worse").Select(step => $"{step.Formula}: {step.Value:0.##}%.")).Take(3);
        return draft.Metric is ClaimMetric.Extreme or ClaimMetric.BestPeriod or ClaimMetric.Streak ? $"Fails: {string.Join(' ', facts)}" : "Fails under every admitted reading; the nearest is shown.";
    }

    private static (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) Nearest(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> computed) =>
        computed.Where(entry => entry.Plan.Rank == ReadingRank.First && entry.Plan.Window == computed[0].Plan.Window).DefaultIfEmpty(computed[0]).First();

    private bool WithinHistory(ClaimDraft draft, ReadingPlan plan)
    {
        var field = draft.Metric switch { ClaimMetric.PriceEarnings => "pe_trailing", ClaimMetric.PriceBook => "price_to_book", _ => "dividend_yield" };
        if (draft.Kind == "trailing" || market.Observations(plan.Subject!.Value, field) is not { } series || plan.Expression.AsOf.Day is not { } session)
        {
            return false;
        }

        for (var i = Math.Max(0, series.IndexOnOrBefore(session.AddYears(-3))); i <= series.IndexOnOrBefore(session); i++)
        {
            if (RoundingTable.Holds(series.Values[i], plan.Low, plan.High))
            {
                return true;
            }
        }

        return false;
    }

    private static Finding? Implausible(ClaimDraft draft) =>
        draft.Type == "scenario" && draft.Kind == "severe" && draft.Quantity is { Kind: QuantityKind.Percent } quantity && quantity.Value < RoundingTable.ExtremeCaseLeast
            ? new Finding { Verdict = Verdict.Implausible, Reason = $"A move of {quantity.Value:0.##}% is called an extreme case; markets move more than that in a day or two, so a digit may have been lost." }
            : null;

    private string Name(ReadingPlan plan) => plan.Subject is { } id && market.Instrument(id) is { } instrument ? instrument.Name : "it";

    private static string Tried(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried) => tried.Count == 1 ? "1 reading tried" : $"{tried.Count} readings tried";

    private static ImmutableArray<Reading> Readings(List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried) =>
        [.. tried.Select(entry => new Reading(entry.Plan.Expression.ToString(), entry.Answer.HasValue ? entry.Answer.Value.Value : null, entry.Answer.HasValue ? entry.Answer.Value.Unit.ToString() : null, entry.Holds, entry.Answer.HasValue ? entry.Plan.Note : entry.Answer.Problem!.Message))];
}
