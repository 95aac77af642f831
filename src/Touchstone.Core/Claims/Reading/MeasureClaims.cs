using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Adds claims that are questions to the catalogue, with what all of them share: hedge, time, speaker, and the reason when nothing can be asked.</summary>
internal sealed class MeasureClaims(ReadingContext context)
{
    private DocumentView View => context.View;

    /// <summary>Adds a claim on a number.</summary>
    /// <param name="draft">Its type, span, number, subject, questions and, where they are known, its sign and times.</param>
    public void Add(ClaimDraft draft)
    {
        var bounds = View.Sentences[draft.Sentence];
        var quantity = draft.Quantity!;
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var start);
        draft = draft with
        {
            Metric = ClaimMetric.Asked,
            First = Math.Min(draft.First, start >= 0 ? start : quantity.First),
            End = Math.Max(draft.End, quantity.End),
            Hedge = hedge,
            HedgeText = start >= 0 ? View.TextOf(start, quantity.First) : null,
            Sign = draft.Sign != 0 ? draft.Sign : quantity.Negative ? -1 : 1,
            Attribution = context.SpeakerIn(bounds),
        };
        draft = Timed(draft, bounds);
        draft = draft with { Reason = draft.Reason ?? ReasonOf(draft) ?? Supposed(draft, bounds) };
        for (var i = draft.First; i < draft.End; i++)
        {
            context.Settled[i] = true;
        }

        context.Add(draft);
    }

    private ClaimDraft Timed(ClaimDraft draft, Sentence bounds)
    {
        if (draft.Time is not null)
        {
            return draft.TimeHow.StartsWith("implied", StringComparison.Ordinal) ? draft with { TimeHow = "stated" } : draft;
        }

        if (!draft.Questions.Any(question => question.IsOver))
        {
            var session = View.TimesIn(bounds).FirstOrDefault(time => time is { IsSession: true, Kind: not TimeKind.OneDay });
            return draft with { Time = session, TimeHow = "as of the day" };
        }

        var filled = DraftTimes.Fill(context, draft, false);
        var only = View.TimesIn(bounds).Where(WindowFinder.IsWindow).ToList();
        if (filled.IsTimeInferred && only is [var window] && window != filled.Time)
        {
            filled = filled with { Time = window, IsTimeInferred = false, TimeHow = $"stated: '{View.TextOf(window.First, window.End)}' in the sentence" };
        }

        if (!draft.Questions.Any(question => question.NeedsStretch) || filled.Time is { IsSession: false })
        {
            return filled;
        }

        return context.Recent(draft.Sentence, 2, other => other.Time is { IsSession: false } && other.Metric == ClaimMetric.Asked) is { Time: { } before }
            ? filled with { Time = before, IsTimeInferred = true, TimeHow = $"inherited: from '{View.TextOf(before.First, before.End)}' before" }
            : filled with { Time = null, Reason = "no-window: the words do not say over which time." };
    }

    private string? Supposed(ClaimDraft draft, Sentence bounds)
    {
        if (draft.Type == "scenario")
        {
            return null;
        }

        for (var i = draft.First - 3; i < draft.Quantity!.First; i++)
        {
            if (i >= bounds.First && View.Any(i, "may", "might", "could", "would", "will", "should") && !View.Tokens[i].IsCapitalised)
            {
                return "forecast: an expectation is settled only when its time has come.";
            }

            if (i >= bounds.First && View.Any(i, "not", "never", "didn't", "doesn't", "hasn't", "isn't", "wasn't") && !View.Any(i + 1, "only", "just"))
            {
                return "opinion: the sentence denies it; what holds instead is not stated.";
            }
        }

        return null;
    }

    private static string? ReasonOf(ClaimDraft draft)
    {
        if (draft.Subject.IsProxy)
        {
            return $"undefined-basket: which stocks '{draft.Subject.Text}' means is not stated.";
        }

        if (draft.Subject.Candidates.IsEmpty)
        {
            return draft.Subject.Missing ?? "unnamed-subject: the sentence names nothing that could be measured.";
        }

        return draft.Questions.Any(question => question.IsAgainst) && draft.Comparator is not { Candidates.IsEmpty: false }
            ? draft.Comparator?.Missing ?? "unnamed-subject: what it is compared with is not stated."
            : null;
    }
}
