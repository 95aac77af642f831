using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings of superlatives and ratios.</content>
internal sealed partial class ReadingPlans
{
    /// <summary>Days that "in a single day" can mean: the as-of day, the days of the instrument's events, the extreme day of the last three months.</summary>
    private IEnumerable<ResolvedTime> SingleDays(ClaimDraft draft, InstrumentId id, string mic, Moment moment)
    {
        var asOf = clocks.AsOf(mic, moment);
        foreach (var item in market.Rows.Events.Where(item => item.Instruments.Contains(id) && item.Date <= asOf && item.Date > asOf.AddMonths(-3)))
        {
            yield return new ResolvedTime("1d", item.Date, $"the day of {item.Id}");
        }

        if (Extreme(id, draft.Sign, asOf) is { } day)
        {
            yield return new ResolvedTime("1d", day, "the largest such day of three months");
        }

        yield return new ResolvedTime("1d", asOf, "");
    }

    private DateOnly? Extreme(InstrumentId id, int sign, DateOnly asOf)
    {
        if (market.Prices(id) is not { } history)
        {
            return null;
        }

        var best = 0.0;
        DateOnly? day = null;
        var previous = double.NaN;
        for (var i = Math.Max(0, history.IndexOnOrBefore(asOf.AddMonths(-3))); i <= history.IndexOnOrBefore(asOf); i++)
        {
            if (!history.TryGet(PriceField.Close, i, out var close))
            {
                continue;
            }

            var move = sign * ((close / previous) - 1);
            if (move > best)
            {
                (best, day) = (move, history.DateAt(i));
            }

            previous = close;
        }

        return day;
    }

    /// <summary>A market that is said to have entered a bull or bear market at a stated time; without one only its state is said.</summary>
    private static bool IsDatedEntry(ClaimDraft draft) => draft is { IsEntry: true, IsTimeInferred: false, Time: not null };

    /// <summary>Whether it was a bull or bear market as known on the day; of a dated entry, whether it became one then.</summary>
    private ReadingPlan Regime(ClaimDraft draft, InstrumentId id, string mic, Moment moment, string note)
    {
        var measure = draft.Sign > 0 ? "bull-market" : "bear-market";
        return IsDatedEntry(draft) && _times.First(draft.Time, mic, moment) is { } time
            ? Plan(draft, new Expression(measure, [new(null, id.Value), new("entered", time.Window)], AsOf.Latest), time.AsOf, id, time.Window, ReadingRank.First, note, (1, 1))
            : Plan(draft, Expression.Of(measure, id.Value), SessionOf(draft, mic, moment), id, null, ReadingRank.First, note, (1, 1));
    }

    private ReadingPlan Ranked(ClaimDraft draft, InstrumentId id, string period, DateOnly day, Moment moment)
    {
        var arguments = new List<Argument> { new(null, id.Value), new(null, period) };
        if (CountedFrom(draft, Mic(id), day, moment) is { } since)
        {
            arguments.Add(new("since", since.ToString("yyyy-MM-dd")));
        }

        if (draft.Sign < 0)
        {
            arguments.Add(new("order", "worst"));
        }

        return Plan(draft, new Expression("rank", [.. arguments], AsOf.Latest), day, id, null, ReadingRank.First, "", (1, 1));
    }

    /// <summary>"Since 2020" names the time of the last better one, so the count begins after it.</summary>
    public DateOnly? CountedFrom(ClaimDraft draft, string mic, DateOnly day, Moment moment)
    {
        switch (draft.Since)
        {
            case { Kind: TimeKind.Since, Since: { } since }:
                return (TimeResolver.EndOf(since, moment) ?? _times.StartOf(since, mic, moment))?.AddDays(1);
            case { Kind: TimeKind.Since, EventId: { } id }:
                return market.Event(id)?.Date.AddDays(1);
            case { Kind: TimeKind.Stretch or TimeKind.Past } stretch:
                return day.AddDays(-(int)(Days(stretch) * RoundingTable.StretchLeast));
            case { Kind: TimeKind.ToDate, Unit: TimeUnit.Year }:
                return new DateOnly(day.Year, 1, 1);
            case { Kind: TimeKind.ToDate, Unit: TimeUnit.Quarter }:
                return new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
            case { Kind: TimeKind.ToDate, Unit: TimeUnit.Month }:
                return new DateOnly(day.Year, day.Month, 1);
            case { Kind: TimeKind.ToDate, Unit: TimeUnit.Week }:
                return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            case { Kind: TimeKind.Month or TimeKind.Quarter } period:
                return _times.StartOf(period, mic, moment);
            case { Kind: TimeKind.Year, Year: { } year }:
                return new DateOnly(year, 1, 1);
            default:
                return null;
        }
    }

    private static double Days(TimeMention stretch) => stretch.Count * stretch.Unit switch { TimeUnit.Week => 7, TimeUnit.Month => 30.44, TimeUnit.Quarter => 91.3, TimeUnit.Year => 365.25, _ => 1.4 };

    /// <summary>The session a superlative speaks of; when it is inherited, the as-of day as well.</summary>
    private IEnumerable<DateOnly> Sessions(ClaimDraft draft, string mic, Moment moment)
    {
        var named = SessionOf(draft, mic, moment);
        yield return named;
        if (draft.IsTimeInferred && clocks.AsOf(mic, moment) is var asOf && asOf != named)
        {
            yield return asOf;
        }
    }

    private DateOnly SessionOf(ClaimDraft draft, string mic, Moment moment) => draft.Time is { IsSession: true } or { Kind: TimeKind.Last } && _times.First(draft.Time, mic, moment) is { } time && time.AsOf <= moment.Published ? time.AsOf : clocks.AsOf(mic, moment);

    private IEnumerable<ReadingPlan> Ratios(ClaimDraft draft, InstrumentId id, string mic, Moment moment)
    {
        var field = market.Rows.Observations.FirstOrDefault(series => series.Subject == id && series.Field.Contains(draft.Subject.Text, StringComparison.Ordinal))?.Field;
        if (field is null || _times.First(draft.Time, mic, moment) is not { } period || draft.BaseTime is null || _times.First(draft.BaseTime, mic, moment) is not { } basis)
        {
            yield break;
        }

        var quantity = draft.Quantity!;
        var expression = Expression.Of("ratio-of-means", id.Value, field, period.Window, basis.Window);
        if (quantity.Kind == QuantityKind.Fraction)
        {
            var ratio = draft.Kind == "higher" ? 1 + quantity.Value : draft.Sign < 0 ? 1 - quantity.Value : quantity.Value;
            yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.First, "", (ratio - RoundingTable.HigherFractionBelow, ratio + RoundingTable.HigherFractionAbove));
            yield break;
        }

        var width = Math.Max(quantity.Value * RoundingTable.FactorShare, quantity.LastDigit / 2);
        yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.First, $"x{quantity.Value:R}", (quantity.Value - width, quantity.Value + width));
        if (draft.Kind == "higher")
        {
            yield return Plan(draft, expression, period.AsOf, id, period.Window, ReadingRank.Alternative, $"x{quantity.Value + 1:R}, as the letter says", (quantity.Value + 1 - width, quantity.Value + 1 + width));
        }
    }
}
