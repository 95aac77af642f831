using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings that are one question for each subject and window, put to a day.</content>
internal sealed partial class ReadingPlans
{
    /// <summary>Whether the first readings of a draft are, for each of its subjects, those <see cref="Over"/> the <see cref="TimesOf"/> the moment, and nothing else in them hangs on the moment.</summary>
    public static bool IsByWindow(ClaimDraft draft) => draft.Following is null
        && draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Sign or ClaimMetric.Level or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield or ClaimMetric.Extreme or ClaimMetric.Streak;

    /// <summary>The windows and days that a claim means on an exchange at a moment, most likely first.</summary>
    public IEnumerable<ResolvedTime> TimesOf(ClaimDraft draft, string mic, Moment moment) => draft.Metric switch
    {
        ClaimMetric.Level => LevelDays(draft, mic, moment),
        ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield => [new ResolvedTime("1d", (draft.Time is null ? null : _times.First(draft.Time, mic, moment)?.AsOf) ?? clocks.AsOf(mic, moment), "")],
        ClaimMetric.Extreme or ClaimMetric.Streak => Sessions(draft, mic, moment).Select(day => new ResolvedTime("1d", day, "")),
        _ => Times(draft, mic, moment),
    };

    /// <summary>The first reading of a draft over a window; of the time only its day changes from moment to moment.</summary>
    public static ReadingPlan Over(ClaimDraft draft, InstrumentId id, ResolvedTime time, string note)
    {
        note = Join(note, time.Note);
        switch (draft.Metric)
        {
            case ClaimMetric.Level:
                return On(draft.IsIntraday ? Expression.Of("level", id.Value, draft.Hedge == HedgeKind.LessThan ? "low" : "high") : Expression.Of("level", id.Value), Bounds(draft));
            case ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield:
                return On(Multiple(draft, id), Bounds(draft));
            case ClaimMetric.Extreme:
                return On(Expression.Of(draft.Sign > 0 ? "new-high" : "new-low", draft.IsIntraday ? [id.Value, draft.Sign > 0 ? "high" : "low"] : [id.Value]), StretchBounds(draft));
            case ClaimMetric.Streak:
                var count = draft.Sign * draft.Quantity!.Value;
                return On(new Expression("streak", [new(null, id.Value), new("period", draft.Period.ToString().ToLowerInvariant())], AsOf.Latest), (count, count));
            default:
                return Moved(draft, id, time, ReadingRank.First, note);
        }

        ReadingPlan On(Expression expression, (double? Low, double? High) bounds) => Plan(draft, expression, time.AsOf, id, null, ReadingRank.First, note, bounds);
    }

    private IEnumerable<ResolvedTime> LevelDays(ClaimDraft draft, string mic, Moment moment)
    {
        var first = _times.First(draft.Time, mic, moment);
        if (first is { } named)
        {
            yield return named;
        }

        if (draft.IsTimeInferred && draft.Time is not null && _times.First(null, mic, moment) is { } last && last.AsOf != first?.AsOf)
        {
            yield return last;
        }
    }

    private IEnumerable<ResolvedTime> Times(ClaimDraft draft, string mic, Moment moment)
    {
        var first = _times.First(draft.Time, mic, moment);
        if (first is { } named)
        {
            yield return named;
        }

        if (!draft.IsTimeInferred)
        {
            yield break;
        }

        var second = draft.OtherTime is null ? null : _times.First(draft.OtherTime, mic, moment);
        if (second is { } other && !Is(first, other.Window, other.AsOf))
        {
            yield return other with { Note = "another time of the text" };
        }

        var asOf = clocks.AsOf(mic, moment);
        if (!Is(first, "1d", asOf) && !Is(second, "1d", asOf))
        {
            yield return new ResolvedTime("1d", asOf, WindowNotStated);
        }

        static bool Is(ResolvedTime? time, string window, DateOnly day) => time is { } known && known.AsOf == day && known.Window == window;
    }

    private static ReadingPlan Moved(ClaimDraft draft, InstrumentId id, ResolvedTime time, ReadingRank rank, string note)
    {
        if (draft.Metric == ClaimMetric.Sign)
        {
            return Plan(draft, Expression.Of("return", id.Value, time.Window), time.AsOf, id, time.Window, rank, note, draft.Sign < 0 ? (null, -1e-9) : (1e-9, null));
        }

        var extreme = draft.Hedge == HedgeKind.AsMuchAs && time.Window == "1d" && draft.Metric == ClaimMetric.Return;
        var measure = extreme ? draft.Sign < 0 ? "intraday-low-return" : "intraday-high-return" : draft.Metric == ClaimMetric.Points ? "points" : "return";
        return Plan(draft, extreme ? Expression.Of(measure, id.Value) : Expression.Of(measure, id.Value, time.Window), time.AsOf, id, time.Window, rank, note, Bounds(draft));
    }

    private static Expression Multiple(ClaimDraft draft, InstrumentId id) => draft.Metric switch
    {
        ClaimMetric.PriceEarnings when draft.Kind == "forward" => Expression.Of("observation", id.Value, "pe_forward"),
        ClaimMetric.PriceEarnings => Expression.Of("pe", id.Value),
        ClaimMetric.PriceBook => Expression.Of("pb", id.Value),
        _ => Expression.Of("dividend-yield", id.Value),
    };
}
