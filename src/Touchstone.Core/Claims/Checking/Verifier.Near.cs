using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Claims that miss by little.</content>
internal sealed partial class Verifier
{
    /// <summary>"A three-year high" that is a ten-year high: true, and less than could be said.</summary>
    private Finding? Understated(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried, Moment moment)
    {
        if (draft is { Metric: ClaimMetric.Extreme or ClaimMetric.BestPeriod, Since: { Kind: TimeKind.Since, Since: { Kind: TimeKind.Date, Day: not null } named } } && TimeResolver.Date(named, moment) is { } day && HeldLonger(draft, tried[^1], day, moment))
        {
            return new Finding { Verdict = Verdict.Near, Reason = $"It holds for longer than said: nothing on {day:yyyy-MM-dd} was {(draft.Sign > 0 ? "higher" : "lower")} either.", Plan = tried[^1].Plan, Answer = tried[^1].Answer, Readings = Readings(tried) };
        }

        if (draft is not { Metric: ClaimMetric.Extreme, Since: { Kind: TimeKind.Stretch or TimeKind.Past, Unit: TimeUnit.Year, Count: >= 2 } stretch } || tried[^1].Answer.Value.Value <= stretch.Count * RoundingTable.StretchMost)
        {
            return null;
        }

        return new Finding { Verdict = Verdict.Near, Reason = $"It is the {(draft.Sign > 0 ? "highest" : "lowest")} for longer than said: {tried[^1].Answer.Value.Value:0.0} years.", Plan = tried[^1].Plan, Answer = tried[^1].Answer, Readings = Readings(tried) };
    }

    /// <summary>Whether a superlative also outdoes the very day that it is said to go back to.</summary>
    private bool HeldLonger(ClaimDraft draft, (ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds) held, DateOnly named, Moment moment)
    {
        if (draft.Metric == ClaimMetric.Extreme)
        {
            return ExtremeHolds(draft, held.Plan, held.Answer.Value.Value, moment, out var last) && last < named;
        }

        var expression = held.Plan.Expression;
        var wider = expression with { Arguments = [.. expression.Arguments.Select(argument => argument.Name == "since" ? argument with { Value = named.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } : argument)] };
        return evaluator.Evaluate(wider) is { HasValue: true } answer && RoundingTable.Holds(answer.Value.Value, held.Plan.Low, held.Plan.High);
    }

    private static Finding? Near(ClaimDraft draft, List<(ReadingPlan Plan, Answer<Measurement> Answer, bool? Holds)> tried)
    {
        if (draft.Quantity is not { } quantity || draft.Metric is not (ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield or ClaimMetric.MarketValue or ClaimMetric.MarketValueChange or ClaimMetric.Contribution or ClaimMetric.ContributionToReturn or ClaimMetric.ContributionShare or ClaimMetric.Weight or ClaimMetric.Asked))
        {
            return null;
        }

        foreach (var (plan, answer, _) in tried)
        {
            if (!answer.HasValue)
            {
                continue;
            }

            var value = draft.Metric == ClaimMetric.Asked ? draft.Questions.First(question => question.Measure == plan.Expression.Measure).Printed(answer.Value.Value) : answer.Value.Value;
            var sign = draft.Metric is ClaimMetric.Level or ClaimMetric.ContributionShare or ClaimMetric.Weight ? 1 : draft.Sign;
            if (draft.Metric is ClaimMetric.MarketValue or ClaimMetric.MarketValueChange)
            {
                if (value * sign > 0 && Math.Abs((value * sign / quantity.Value) - 1) <= RoundingTable.MarketValueShare)
                {
                    return new Finding { Verdict = Verdict.Near, Reason = $"Within {RoundingTable.MarketValueShare * 100:0.#}% of the printed amount; share counts differ between sources.{ImpliedShares(answer, quantity.Value / Math.Abs(value))}", Plan = plan, Answer = answer, Readings = Readings(tried) };
                }

                continue;
            }

            if (draft.Subject.IsProxy || plan.Note.Contains(ReadingPlans.WindowNotStated, StringComparison.Ordinal) || !RoundingTable.IsNear(quantity, draft.Hedge, value, sign))
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
}
