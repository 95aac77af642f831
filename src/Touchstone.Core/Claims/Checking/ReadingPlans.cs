using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>Writes the expressions that a claim can mean at a moment.</summary>
internal sealed partial class ReadingPlans(Market market, SessionClocks clocks, IReadOnlyList<TimeMention> times)
{
    /// <summary>The note of a reading whose window is a guess.</summary>
    internal const string WindowNotStated = "the window is not stated";

    private readonly TimeResolver _times = new(market, clocks);

    /// <summary>First readings in order of standing; empty when nothing can be computed.</summary>
    public IEnumerable<ReadingPlan> First(ClaimDraft draft, Moment moment) => draft.Metric switch
    {
        ClaimMetric.None => [],
        ClaimMetric.EventIn => Events(draft, moment),
        ClaimMetric.EventAge => Ages(draft, moment),
        ClaimMetric.Weight => Weights(draft, moment),
        ClaimMetric.Contribution or ClaimMetric.ContributionToReturn or ClaimMetric.ContributionShare or ClaimMetric.ContributionRank => Contributed(draft, moment),
        _ => draft.Subject.Candidates.SelectMany(id => ForSubject(draft, id, moment, "")),
    };

    /// <summary>The exchange whose sessions an instrument follows, or an empty text.</summary>
    public string Mic(InstrumentId id) => market.Instrument(id)?.Exchange ?? id.Exchange ?? "";

    private IEnumerable<ReadingPlan> ForSubject(ClaimDraft draft, InstrumentId id, Moment moment, string note)
    {
        var mic = Mic(id);
        switch (draft.Metric)
        {
            case ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign when draft.Following is { EventId: { } since } && draft.Time is { } limit && _times.First(limit, mic, moment) is { } length:
                yield return Plan(draft, Expression.Of("best-return-within", id.Value, $"since:{since}", length.Window), length.AsOf, id, $"since:{since}", ReadingRank.First, note, Bounds(draft));
                yield break;
            case ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign or ClaimMetric.Level or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield or ClaimMetric.Extreme or ClaimMetric.Streak:
                foreach (var time in TimesOf(draft, mic, moment))
                {
                    yield return Over(draft, id, time, note);
                }

                yield break;
            case ClaimMetric.MarketValueChange:
                foreach (var time in draft.Time is { Kind: TimeKind.OneDay } ? SingleDays(draft, id, mic, moment) : Times(draft, mic, moment))
                {
                    yield return Plan(draft, Expression.Of("market-value-change", id.Value, time.Window), time.AsOf, id, time.Window, ReadingRank.First, Join(note, time.Note), Bounds(draft));
                }

                yield break;
            case ClaimMetric.MarketValue:
                yield return Plan(draft, Expression.Of("market-value", id.Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, Bounds(draft));
                yield break;
            case ClaimMetric.BestPeriod:
                // At the weekend "last week" is the week just over, which is the as-of day's own.
                var over = draft.Time is { Kind: TimeKind.Last, Unit: TimeUnit.Week } && moment.Published.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
                var last = draft.Time is { Kind: TimeKind.Last } && !over;
                foreach (var on in last ? [moment.Published] : over ? [clocks.AsOf(mic, moment)] : Sessions(draft, mic, moment))
                {
                    yield return Ranked(draft, id, (last ? "last-" : "") + draft.Period.ToString().ToLowerInvariant(), on, moment) with { Note = note };
                }

                yield break;
            case ClaimMetric.FromTurn:
                var isMarket = draft.Kind is { } kind && (kind.Contains("bull", StringComparison.OrdinalIgnoreCase) || kind.Contains("bear", StringComparison.OrdinalIgnoreCase));
                if (isMarket)
                {
                    yield return Regime(draft, id, mic, moment, note);
                    if (IsDatedEntry(draft))
                    {
                        yield break;
                    }
                }

                var percent = draft.Quantity!;
                var turn = Expression.Of(draft.Sign > 0 ? "rise-from-trough" : "fall-from-peak", id.Value);
                yield return Plan(draft, turn, SessionOf(draft, mic, moment), id, null, ReadingRank.First, note, draft.Type == "price_return" ? Bounds(draft) : draft.Sign > 0 ? (percent.Value, null) : (null, -percent.Value));
                yield break;
            case ClaimMetric.Excess:
                foreach (var time in Times(draft, mic, moment))
                {
                    yield return Against(draft, id, time, moment) with { Note = Join(note, time.Note) };
                }

                yield break;
            case ClaimMetric.AbnormalReturn:
                foreach (var plan in Abnormal(draft, id, moment, note))
                {
                    yield return plan;
                }

                yield break;
            case ClaimMetric.Member:
                foreach (var member in draft.Comparator!.Candidates)
                {
                    yield return Plan(draft, Expression.Of("member", id.Value, member.Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, (1, 1));
                }

                yield break;
            case ClaimMetric.ValuationGap:
                yield return Plan(draft, Expression.Of("discount", id.Value, "pe_trailing", draft.Comparator!.Candidates[0].Value), clocks.AsOf(mic, moment), id, null, ReadingRank.First, note, draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
                yield break;
            case ClaimMetric.Asked:
                foreach (var plan in Asked(draft, id, moment, note))
                {
                    yield return plan;
                }

                yield break;
            case ClaimMetric.RatioOfMeans:
                foreach (var plan in Ratios(draft, id, mic, moment))
                {
                    yield return plan;
                }

                yield break;
            default:
                yield break;
        }
    }

    private ReadingPlan Against(ClaimDraft draft, InstrumentId id, ResolvedTime time, Moment moment)
    {
        var benchmark = draft.Comparator!.Candidates[0];
        var plan = Plan(draft, Expression.Of("excess", id.Value, time.Window, benchmark.Value), time.AsOf, id, time.Window, ReadingRank.First, "", draft.Quantity is not null ? Bounds(draft) : draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
        var (own, other) = (Mic(id), Mic(benchmark));
        return own != other && time.AsOf == clocks.AsOf(own, moment) && clocks.AsOf(other, moment) is var day && day != time.AsOf
            ? plan with { Expression = plan.Expression.At(AsOf.On(time.AsOf).With(other, day)) }
            : plan;
    }

    /// <summary>Years that a high must have lasted; for "since" the verifier looks at the day itself.</summary>
    private static (double? Low, double? High) StretchBounds(ClaimDraft draft) =>
        draft.Since is { Kind: TimeKind.Stretch or TimeKind.Past } stretch ? (Days(stretch) / 365.25 * RoundingTable.StretchLeast, null) : (0, null);

    private static (double? Low, double? High) Bounds(ClaimDraft draft)
    {
        var quantity = draft.Quantity!;
        if (quantity.Kind == QuantityKind.Factor && draft.Metric == ClaimMetric.Return)
        {
            // Doubled is plus 100 percent.
            var percent = (quantity.Value - 1) * 100;
            var width = quantity.Value * RoundingTable.FactorShare * 100;
            return draft.Hedge == HedgeKind.MoreThan ? (percent, null) : (percent - width, percent + width);
        }

        return RoundingTable.Interval(quantity, draft.Hedge, draft.Metric == ClaimMetric.Level, draft.Metric is ClaimMetric.Level or ClaimMetric.MarketValue ? 1 : draft.Sign);
    }

    /// <summary>The values that confirm a draft under its first reading.</summary>
    public static (double? Low, double? High) StatedBounds(ClaimDraft draft) => draft.Metric switch
    {
        ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level or ClaimMetric.MarketValue or ClaimMetric.MarketValueChange or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield => Bounds(draft),
        ClaimMetric.Asked => RoundingTable.Interval(draft.Quantity!, draft.Hedge, false, draft.Sign),
        ClaimMetric.Extreme => StretchBounds(draft),
        ClaimMetric.Contribution or ClaimMetric.ContributionToReturn or ClaimMetric.ContributionShare or ClaimMetric.ContributionRank or ClaimMetric.Weight => MemberBounds(draft),
        _ => draft.Quantity is { } quantity && draft.Metric == ClaimMetric.None ? RoundingTable.Interval(quantity, draft.Hedge, false, draft.Sign == 0 ? 1 : draft.Sign) : (null, null),
    };

    private static ReadingPlan Plan(ClaimDraft draft, Expression expression, DateOnly day, InstrumentId? subject, string? window, ReadingRank rank, string note, (double? Low, double? High) bounds) =>
        new(expression.At(AsOf.On(day)), subject, window, rank, Join(draft.Subject.Candidates.Length > 1 && subject is { } id ? id.Value : "", note), bounds.Low, bounds.High);

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}; {second}";
}
