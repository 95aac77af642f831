using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings of claims that are questions to the catalogue.</content>
internal sealed partial class ReadingPlans
{
    private IEnumerable<ReadingPlan> Asked(ClaimDraft draft, InstrumentId id, Moment moment, string note)
    {
        var mic = Mic(id);
        foreach (var question in draft.Questions)
        {
            foreach (var time in question.IsOver ? Times(draft, mic, moment) : [Standing(draft, mic, moment)])
            {
                if (Put(draft, question, id, time, moment) is { } plan)
                {
                    yield return plan with { Note = Join(note, time.Note) };
                }
            }
        }
    }

    /// <summary>Other windows of the same words.</summary>
    private IEnumerable<ReadingPlan> OtherAsked(ClaimDraft draft, Moment moment)
    {
        foreach (var id in draft.Subject.Candidates)
        {
            foreach (var question in draft.Questions.Where(question => question.IsOver))
            {
                foreach (var time in _times.Others(draft.Time, Mic(id), moment))
                {
                    if (Put(draft, question, id, time, moment) is { } plan)
                    {
                        yield return plan with { Rank = ReadingRank.Alternative, Note = time.Note };
                    }
                }
            }
        }
    }

    private ReadingPlan? Put(ClaimDraft draft, MeasureQuestion question, InstrumentId id, ResolvedTime time, Moment moment)
    {
        var other = question.IsAgainst ? draft.Comparator!.Candidates[0].Value : null;
        ResolvedTime? basis = draft.BaseTime is null ? null : _times.First(draft.BaseTime, Mic(id), moment);
        if (draft.BaseTime is not null && basis is null)
        {
            return null;
        }

        var expression = question.Fill(id.Value, other, time.Window, basis?.Window);
        return Plan(draft, expression, time.AsOf, id, question.IsOver ? time.Window : null, ReadingRank.First, draft.Questions.Length > 1 ? $"{expression}" : "", AskedBounds(draft, question));
    }

    /// <summary>The day that a figure of one day is asked for: the session named, or the as-of day.</summary>
    private ResolvedTime Standing(ClaimDraft draft, string mic, Moment moment) => new("1d", SessionOf(draft, mic, moment), "");

    private static (double? Low, double? High) AskedBounds(ClaimDraft draft, MeasureQuestion question)
    {
        var quantity = draft.Quantity!;
        var scale = quantity.Kind == QuantityKind.Fraction ? 100 : 1;
        var (low, high) = RoundingTable.Interval(quantity, draft.Hedge, false, draft.Sign);
        return question.Bounds((low * scale, high * scale));
    }
}
