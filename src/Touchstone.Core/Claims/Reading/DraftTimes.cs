namespace Touchstone.Claims;

/// <summary>Gives a draft its time: stated, inherited or implied.</summary>
internal static class DraftTimes
{
    /// <summary>A move of this many percent without a stated time is taken for that of the window named next, not for one day's.</summary>
    private const double LargeForADay = 12;

    /// <summary><c>a weekly decline</c>, <c>an annual gain</c>.</summary>
    private static TimeUnit? Adjective(DocumentView view, ClaimDraft draft)
    {
        for (var i = draft.First - 2; i < draft.End; i++)
        {
            switch (view.Word(i))
            {
                case "weekly":
                    return TimeUnit.Week;
                case "monthly":
                    return TimeUnit.Month;
                case "quarterly":
                    return TimeUnit.Quarter;
                case "annual" or "yearly":
                    return TimeUnit.Year;
                default:
                    break;
            }
        }

        // "lost 6.3%, its biggest weekly setback in a month": the superlative tells the period.
        if (view.Word(draft.End) == "," && view.Any(draft.End + 1, "its", "their", "the"))
        {
            for (var i = draft.End + 2; i < draft.End + 6; i++)
            {
                if (view.Any(i, "weekly", "monthly", "quarterly", "annual") && Superlatives.Is(view.Word(draft.End + 2)))
                {
                    return view.Word(i) switch { "weekly" => TimeUnit.Week, "monthly" => TimeUnit.Month, "quarterly" => TimeUnit.Quarter, _ => TimeUnit.Year };
                }
            }
        }

        return null;
    }

    /// <summary>Fills the time of a move.</summary>
    /// <param name="context">What was read before.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="isClose">Whether its words say where a session ended.</param>
    public static ClaimDraft Fill(ReadingContext context, ClaimDraft draft, bool isClose)
    {
        var view = context.View;
        for (var i = draft.First - 1; i >= view.Sentences[draft.Sentence].First && view.Word(i) is not (";" or ")"); i--)
        {
            if (view.TimeAt(i) is { IsLabel: true } label)
            {
                return draft with { Time = label, TimeHow = "stated" };
            }
        }

        if (TableColumns.IsRow(view, draft.First))
        {
            var column = TableColumns.TimeOf(view, draft.First);
            return draft with { Time = column, TimeHow = column is null ? "implied: one session, as the column states none" : "stated: in the head of the column", IsTimeInferred = column is null };
        }

        var stated = WindowFinder.Of(view, draft.First, draft.End, draft.Sentence);
        if (Adjective(view, draft) is { } period && (stated is null || stated.IsSession))
        {
            return draft with { Time = new TimeMention { First = draft.First, End = draft.First, Kind = TimeKind.ToDate, Unit = period }, TimeHow = "stated: by its adjective" };
        }

        if (stated is { Kind: TimeKind.Same })
        {
            var exact = stated.Count > 1 ? context.Recent(draft.Sentence, 8, other => other.Time is { } time && time.Unit == stated.Unit && time.Count == stated.Count) : null;
            var same = exact ?? context.Recent(draft.Sentence, 8, other => other.Time is not null);
            return same?.Time is null
                ? draft with { Time = null, TimeHow = "no-window: 'the same period' refers to none" }
                : draft with { Time = same.Time, TimeHow = $"inherited: '{view.TextOf(stated.First, stated.End)}' stands for '{view.TextOf(same.Time.First, same.Time.End)}'", IsTimeInferred = exact is null };
        }

        if (stated is not null)
        {
            if (stated.Kind == TimeKind.Following && stated.First > 0 && view.TimeAt(stated.First - 1) is { Kind: TimeKind.Past or TimeKind.Stretch } limit)
            {
                return draft with { Time = limit, Following = stated, TimeHow = "stated" };
            }

            if (stated.Kind is TimeKind.Past or TimeKind.Stretch && view.TimeAt(stated.End) is { Kind: TimeKind.Following or TimeKind.Since, EventId: not null } following)
            {
                return draft with { Time = stated, Following = following, TimeHow = "stated" };
            }

            return draft with { Time = stated, TimeHow = "stated" };
        }

        if (context.Heading is { } heading)
        {
            return draft with { Time = heading, TimeHow = $"stated: in the heading '{view.TextOf(heading.First, heading.End)}'" };
        }

        if (isClose)
        {
            return context.Session is { } session
                ? draft with { Time = session, TimeHow = $"inherited: the close is that of '{view.TextOf(session.First, session.End)}'", IsTimeInferred = true }
                : draft with { TimeHow = "implied: a close is one session's", IsTimeInferred = false };
        }

        if (context.Recent(draft.Sentence, 0, _ => true) is { Metric: ClaimMetric.Contribution or ClaimMetric.ContributionShare or ClaimMetric.ContributionToReturn, Time: { } chained, IsTimeInferred: false } contribution && contribution.Subject.Candidates.SequenceEqual(draft.Subject.Candidates))
        {
            // "added 60 points to the index this year and rose 6.3%": one subject, one time.
            return draft with { Time = chained, TimeHow = $"inherited: from '{view.TextOf(chained.First, chained.End)}' in the sentence" };
        }

        var sibling = context.Recent(draft.Sentence, 0, other => other.Metric is ClaimMetric.Return or ClaimMetric.Points && other.Time is not null && !view.Insertions(draft.Sentence).Exists(insertion => other.First >= insertion.First && other.First < insertion.End && !(draft.First >= insertion.First && draft.First < insertion.End)));
        if (sibling is { Time: { } shared, IsTimeInferred: false })
        {
            return draft with { Time = shared, TimeHow = $"inherited: from '{view.TextOf(shared.First, shared.End)}' in the sentence", IsTimeInferred = !shared.IsSession, OtherTime = shared.IsSession ? null : context.Session };
        }

        var previous = context.Recent(draft.Sentence, 3, other => other.Metric is ClaimMetric.Return or ClaimMetric.Points && other.Time is not null);
        if (previous?.Time is { IsSession: false } longer && context.Session is not null && draft.Quantity is { Kind: QuantityKind.Percent, Value: < LargeForADay } or { Kind: QuantityKind.Points })
        {
            return draft with { Time = context.Session, TimeHow = "implied: one session, as none is stated", IsTimeInferred = true, OtherTime = longer };
        }

        if (previous?.Time is { } inherited)
        {
            return draft with { Time = inherited, TimeHow = $"inherited: from '{view.TextOf(inherited.First, inherited.End)}' before", IsTimeInferred = true, OtherTime = inherited.IsSession ? null : context.Session };
        }

        var later = Enumerable.Range(draft.End, 60).Select(context.View.TimeAt).FirstOrDefault(time => time?.Kind is TimeKind.Past or TimeKind.ToDate);
        if (later is not null && draft.Quantity is { Kind: QuantityKind.Percent, Value: >= LargeForADay })
        {
            return draft with { Time = later, TimeHow = $"implied: '{view.TextOf(later.First, later.End)}', named right after it", IsTimeInferred = true, OtherTime = context.Session };
        }

        return draft with { Time = context.Session, TimeHow = "implied: one session, as none is stated", IsTimeInferred = true, OtherTime = later };
    }
}
