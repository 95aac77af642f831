using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>What is said of a claim that no reading confirms.</content>
internal sealed partial class Verifier
{
    /// <summary>Sessions around an inferred day that are tried before a claim is called wrong.</summary>
    private const int DaysAround = 4;

    /// <summary>
    /// Before a claim is called wrong, the days near the inferred day and those that fit as well are tried; when the day of publication was given,
    /// the sessions shortly before it, as articles are often written on the close before.
    /// </summary>
    private Finding? OtherDay(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        if (day.Best is null || draft.Subject.IsProxy || (IsDated && day.IsGiven) || (day.IsGiven && (draft.Time is null or { IsSession: true } || draft.IsTimeInferred)))
        {
            return null;
        }

        var around = Enumerable.Range(-DaysAround, DaysAround + (day.IsGiven ? 1 : DaysAround + 1)).OrderBy(Math.Abs).SelectMany(offset => SessionClocks.Of(day.Best!.Value.Published.AddDays(offset)));
        var seen = tried.Select(entry => entry.Plan.Expression).ToHashSet();
        foreach (var moment in day.IsStrong ? day.Plausible : day.Plausible.Concat(around))
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
            var code = problem.Kind switch { ProblemKind.NotPublished => "not-published", ProblemKind.Pending => "pending", _ => "no-data" };
            return new Finding { Verdict = problem.Kind == ProblemKind.Pending ? Verdict.Pending : Verdict.Unchecked, Reason = $"{code}: {problem.Message}", Plan = tried[0].Plan, Readings = readings };
        }

        var nearest = Nearest(computed);
        var superlative = draft.Metric is ClaimMetric.BestPeriod or ClaimMetric.Extreme && draft.Subject.NamedCandidates > 0
            && draft.Subject.Candidates.Take(draft.Subject.NamedCandidates).All(id => computed.Any(entry => entry.Plan.Subject == id));
        if (draft.Metric == ClaimMetric.AbnormalReturn && Unsettled(draft, computed) is { } unsettled)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"{unsettled}; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

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

        if (!day.IsSure && !IsAbsolute(draft.Time))
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the day is uncertain ({day.How}); give --published to settle it; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.LooksBack)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-window: the sentence looks back from an earlier day than the article's, and that day is not stated; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft.Subject.IsTakenFromBefore)
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

        if (draft.Metric == ClaimMetric.Level && draft.Quantity is { } printed && market.Instrument(nearest.Plan.Subject!.Value)?.Kind != InstrumentKind.Index && SplitFactor(printed.Value / nearest.Answer.Value.Value) is { } split)
        {
            return new Finding { Verdict = Verdict.Unchecked, Reason = $"no-data: the printed price and that of the package differ by a factor of {split}, as prices before and after a split do.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        if (draft is { Metric: ClaimMetric.Level, IsIntraday: true, Quantity: { } touched } && computed.Min(entry => entry.Answer.Value.Value) <= touched.Value && touched.Value <= computed.Max(entry => entry.Answer.Value.Value))
        {
            return new Finding { Verdict = Verdict.OtherReading, Reason = $"Not the end of the day's range, but inside it; {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
        }

        return new Finding { Verdict = Verdict.Contradicted, Reason = $"{Explain(draft, nearest)} {Tried(tried)}.", Plan = nearest.Plan, Answer = nearest.Answer, Readings = readings };
    }

    /// <summary>
    /// Why an abnormal return is not wrong although nothing agrees: the words name no market or no event, or the number lies within one forecast error of what some reading gives, as it could by another model or other
    /// estimation days; or null.
    /// </summary>
    private static string? Unsettled(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> computed)
    {
        if (draft.Comparator!.IsInferred)
        {
            return "undefined-basket: which market is meant is not stated, and no index that fits agrees";
        }

        if (draft.Events.Length != 1 && (draft.IsTimeInferred || draft.Time is null))
        {
            return "no-window: the event is not stated, and no day that fits agrees";
        }

        var printed = draft.Sign * draft.Quantity!.Value;
        return computed.Exists(entry => Math.Abs(entry.Answer.Value.Value - printed) <= (entry.Answer.Working.Steps.FirstOrDefault(step => step.Name == "forecast error")?.Value ?? 0))
            ? "no-window: the model and the days it was fitted to are not stated, and the number lies within the error of a forecast"
            : null;
    }

    /// <summary>The whole number by which two prices differ, to 0.5%, where shares are split by it; or null.</summary>
    private static int? SplitFactor(double ratio)
    {
        var factor = ratio >= 1 ? ratio : 1 / ratio;
        var whole = Math.Round(factor);
        return whole is (>= 2 and <= 10) or 12 or 15 or 20 or 25 or 30 or 40 or 50 && Math.Abs(factor / whole - 1) <= 0.005 ? (int)whole : null;
    }

    private static string Explain(ClaimDraft draft, (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) nearest)
    {
        var facts = nearest.Answer.Working.Conventions.Where(sentence => !sentence.Contains(" is no session of ", StringComparison.Ordinal)).Concat(nearest.Answer.Working.Steps.Where(step => step.Name is "better" or "worse").Select(step => $"{step.Formula}: {step.Value:0.##}%.")).Take(3);
        return draft.Metric is ClaimMetric.Extreme or ClaimMetric.BestPeriod or ClaimMetric.Streak ? $"Fails: {string.Join(' ', facts)}" : "Fails under every admitted reading; the nearest is shown.";
    }

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
}
