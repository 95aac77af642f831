using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings of returns beyond what the market explains.</content>
internal sealed partial class ReadingPlans
{
    /// <summary>The abnormal return of the day by the market model, against each market that may be meant.</summary>
    private IEnumerable<ReadingPlan> Abnormal(ClaimDraft draft, InstrumentId id, Moment moment, string note)
    {
        foreach (var occasion in Occasions(draft, id, moment))
        {
            foreach (var benchmark in draft.Comparator!.Candidates)
            {
                yield return Beyond(draft, id, moment, new Expression("abnormal-return", [new(null, id.Value), new(null, occasion), new(null, benchmark.Value)], AsOf.Latest), Join(note, draft.Comparator.IsInferred ? $"against {benchmark}" : ""));
            }
        }
    }

    /// <summary>The day and the next, and no fitted slope: other things that the same words can mean.</summary>
    private IEnumerable<ReadingPlan> OtherAbnormal(ClaimDraft draft, InstrumentId id, Moment moment)
    {
        foreach (var occasion in Occasions(draft, id, moment))
        {
            foreach (var benchmark in draft.Comparator!.Candidates)
            {
                Argument[] what = [new(null, id.Value), new(null, occasion), new(null, benchmark.Value)];
                yield return Other("abnormal-return", "market-adjusted: less the market's own return", new Argument("model", "market-adjusted"));
                yield return Other("car", "over the day and the next");
                yield return Other("car", "over the day and the next, market-adjusted", new Argument("model", "market-adjusted"));
                yield return Other("car", "from the day before to the day after", new Argument("window", "-1..1"));

                ReadingPlan Other(string measure, string note, params Argument[] more) =>
                    Beyond(draft, id, moment, new Expression(measure, [.. what, .. more], AsOf.Latest), draft.Comparator.IsInferred ? $"{note}, against {benchmark}" : note) with { Rank = ReadingRank.Alternative };
            }
        }
    }

    private ReadingPlan Beyond(ClaimDraft draft, InstrumentId id, Moment moment, Expression expression, string note) => Plan(draft, expression, clocks.AsOf(Mic(id), moment), id, null, ReadingRank.First, note, Bounds(draft));

    /// <summary>The events named, else the session that the words fix.</summary>
    private IEnumerable<string> Occasions(ClaimDraft draft, InstrumentId id, Moment moment)
    {
        if (!draft.Events.IsEmpty)
        {
            return draft.Events;
        }

        if (draft.Time is { EventId: { } named })
        {
            return [named];
        }

        return Times(draft, Mic(id), moment).Where(time => time.Window == "1d").Select(time => $"{time.AsOf:yyyy-MM-dd}").Distinct();
    }
}
