using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>What members add to an index, weigh in it, and which of them moved it most.</summary>
internal sealed partial class MemberFrames(ReadingContext context)
{
    private static readonly FrozenSet<string> Adding = "contributed contributing contributes contribute added adding adds add gave giving gives provided providing lent lending".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Taking = "shaved shaving shaves took taking takes knocked knocking knocks cut cutting cuts subtracted subtracting clipped clipping lopped lopping wiped wiping sliced slicing trimmed trimming erased erasing stripped stripping deducted".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Filling = "contributed contributing contributes contribute drove driving drives generated generating provided providing delivered delivering explained explains explaining represented represents representing represent comprised comprises comprising comprise constituted constitutes constituting constitute".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Lifting = "lifted lifting lifts boosted boosting boosts raised raising propelled propelling supported supporting helped helping pushed pushing drove driving".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Dragging = "dragged dragging drags pulled pulling pulls cost costing costs weakened depressed".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Modest = "about around roughly nearly almost approximately some over above than more less fewer least at as much just only another a an the further additional combined estimated whopping hefty well under below close total together collectively slightly little".Split(' ').ToFrozenSet();

    private readonly MeasureSubjects _subjects = new(context);

    private DocumentView View => context.View;

    /// <summary>Reads a number as points, a share or a weight of members; false when it is none.</summary>
    public bool Try(Quantity quantity, int sentence) => quantity.Kind switch
    {
        QuantityKind.Points => TryPoints(quantity, sentence) || TryPushed(quantity, sentence) || TryGapped(quantity, sentence),
        QuantityKind.PercentagePoints => TryPoints(quantity, sentence) || TryPushed(quantity, sentence),
        QuantityKind.Number => TryPartOfPoints(quantity, sentence) || TryRepeated(quantity, sentence) || TryGapped(quantity, sentence),
        QuantityKind.Percent or QuantityKind.Fraction => TryShare(quantity, sentence) || TryShareOfMove(quantity, sentence) || TryCameFrom(quantity, sentence) || TryWeight(quantity, sentence) || TryGapped(quantity, sentence),
        _ => false,
    };

    /// <summary>"Acorn added 37 points to the index", "Birch took 12 points off the gain".</summary>
    private bool TryPoints(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var verb = VerbBefore(quantity.First, bounds.First);
        var takes = verb >= 0 && Taking.Contains(View.Word(verb));
        if (verb < 0 || !(takes || Adding.Contains(View.Word(verb)) || IsFilling(verb)))
        {
            return false;
        }

        Whole? whole = null;
        if (View.Any(quantity.End, "to", "off", "from", "of", "for", "in", "on", "toward", "towards"))
        {
            whole = WholeAfter(quantity.End + 1, bounds);
            if (whole is null && View.TimeAt(quantity.End) is null && View.TimeAt(quantity.End + 1) is null && View.Word(quantity.End + 1) is not ("," or "." or ";"))
            {
                return false;
            }
        }

        if (MembersAt(verb, sentence) is not { } members)
        {
            return false;
        }

        if (whole is null && (!members.IsAdjacent || !(takes || Adding.Contains(View.Word(verb)))))
        {
            // Without an index in the words only a member that stands with the verb can be meant.
            return false;
        }

        if (IndexFor(whole?.Index, verb, sentence) is not { } index)
        {
            return false;
        }

        var sign = takes ? -1 : whole is { Sign: not 0 } moved ? moved.Sign : 1;
        var metric = quantity.Kind == QuantityKind.PercentagePoints ? ClaimMetric.ContributionToReturn : ClaimMetric.Contribution;
        Add(new ClaimDraft { Type = "contribution", Metric = metric, First = verb, End = Math.Max(quantity.End, whole?.End ?? 0), Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = sign }, members, index);
        return true;
    }

    /// <summary>"Acorn accounted for 28.7 of the 290.94 points".</summary>
    private bool TryPartOfPoints(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var verb = VerbBefore(quantity.First, bounds.First);
        if (verb < 0 || !(Adding.Contains(View.Word(verb)) || IsFilling(verb)) || !View.Any(quantity.End, "of") || WholeAfter(quantity.End + 1, bounds) is not { Total: { } total } whole
            || MembersAt(verb, sentence) is not { } members || IndexFor(whole.Index, verb, sentence) is not { } index)
        {
            return false;
        }

        var before = context.Recent(sentence, 2, draft => draft.Metric is ClaimMetric.Return or ClaimMetric.Points && draft.Subject.Candidates.SequenceEqual(index.Candidates));
        var sign = whole.Sign != 0 ? whole.Sign : before?.Sign ?? 1;
        Add(new ClaimDraft { Type = "contribution", Metric = ClaimMetric.Contribution, First = verb, End = whole.End, Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = sign }, members, index);
        if (!index.Candidates.IsEmpty && (whole.Sign != 0 || before is not null))
        {
            context.Add(DraftTimes.Fill(context, new ClaimDraft { Type = "price_return", Metric = ClaimMetric.Points, First = total.First, End = total.End, Sentence = sentence, Subject = index, Quantity = total, Sign = sign, Attribution = context.SpeakerIn(bounds) }, false));
        }

        return true;
    }

    /// <summary>"Acorn lifted the index by 37 points", "Birch cost the benchmark 12 points".</summary>
    private bool TryPushed(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var i = SkipModest(quantity.First - 1, bounds.First);
        i -= View.Any(i, "by") ? 1 : 0;
        var down = View.Any(i, "down", "lower");
        i -= View.Any(i, "up", "higher", "down", "lower") ? 1 : 0;
        if (i <= bounds.First || View.MentionAt(i) is not { } pushed || !IsIndex(pushed))
        {
            return false;
        }

        var verb = pushed.First - 1;
        verb -= View.Any(verb, "the", "its") ? 1 : 0;
        var sign = Dragging.Contains(View.Word(verb)) || (down && Lifting.Contains(View.Word(verb))) ? -1 : Lifting.Contains(View.Word(verb)) ? 1 : 0;
        if (verb < bounds.First || sign == 0 || MembersAt(verb, sentence) is not { } members || IndexFor(pushed, verb, sentence) is not { } index)
        {
            return false;
        }

        var metric = quantity.Kind == QuantityKind.PercentagePoints ? ClaimMetric.ContributionToReturn : ClaimMetric.Contribution;
        Add(new ClaimDraft { Type = "contribution", Metric = metric, First = verb, End = quantity.End, Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = sign }, members, index);
        return true;
    }

    /// <summary>"Acorn accounted for almost half of the gain".</summary>
    private bool TryShare(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var verb = VerbBefore(quantity.First, bounds.First);
        if (verb < 0 || !IsFilling(verb) || !View.Any(quantity.End, "of") || WholeAfter(quantity.End + 1, bounds) is not { } whole || (!whole.IsMove && whole.Total is null)
            || MembersAt(verb, sentence) is not { } members || IndexFor(whole.Index, verb, sentence) is not { } index)
        {
            return false;
        }

        Add(new ClaimDraft { Type = "contribution", Metric = ClaimMetric.ContributionShare, First = verb, End = whole.End, Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = 1 }, members, index);
        return true;
    }

    /// <summary>"Acorn added 60.2 points to the index, 20.7% of its rise": the part that the points before are.</summary>
    private bool TryShareOfMove(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (!View.Any(quantity.End, "of") || context.Recent(sentence, 0, _ => true) is not { Metric: ClaimMetric.Contribution or ClaimMetric.ContributionToReturn } before || !View.Any(SkipModest(quantity.First - 1, bounds.First), ",", "or", "(", "and")
            || Enumerable.Range(before.End, Math.Max(0, quantity.First - before.End)).Any(i => View.MentionAt(i) is not null) || WholeAfter(quantity.End + 1, bounds) is not { IsMove: true } whole)
        {
            return false;
        }

        var hedge = Hedges.Before(View.Tokens, before.End, quantity.First, out var start);
        context.Add(before with { Metric = ClaimMetric.ContributionShare, First = quantity.First, End = whole.End, Quantity = quantity, Sign = 1, Hedge = hedge, HedgeText = start >= 0 ? View.TextOf(start, quantity.First) : null });
        return true;
    }

    /// <summary>"Almost half of the gain came from Acorn and Birch".</summary>
    private bool TryCameFrom(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (!View.Any(quantity.End, "of") || WholeAfter(quantity.End + 1, bounds) is not { IsMove: true } whole)
        {
            return false;
        }

        var from = whole.End;
        while (View.TimeAt(from) is { } time)
        {
            from = time.End;
        }

        var last = View.Any(from, "came", "comes", "coming", "stemmed", "stems") && View.Any(from + 1, "from") ? from + 1
            : View.Any(from, "was", "is") && View.Any(from + 1, "due", "attributable", "down") && View.Any(from + 2, "to") ? from + 2 : -1;
        if (last < 0 || MembersFrom(last + 1, sentence, bounds, out var end) is not { } members || IndexFor(whole.Index, quantity.First, sentence) is not { } index)
        {
            return false;
        }

        Add(new ClaimDraft { Type = "contribution", Metric = ClaimMetric.ContributionShare, First = quantity.First, End = end, Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = 1 }, members, index);
        return true;
    }

    /// <summary>"Acorn, which added 37 points, and Birch, which added 31": the second number has the first one's unit.</summary>
    private bool TryRepeated(Quantity quantity, int sentence)
    {
        var verb = VerbBefore(quantity.First, View.Sentences[sentence].First);
        if (verb < 0 || !(Adding.Contains(View.Word(verb)) || Taking.Contains(View.Word(verb))) || View.Any(quantity.End, "of", "to") || quantity.Scaled
            || context.Recent(sentence, 0, _ => true) is not { Metric: ClaimMetric.Contribution } before || View.Word(before.First) != View.Word(verb) || MembersAt(verb, sentence) is not { } members)
        {
            return false;
        }

        Add(new ClaimDraft { Type = "contribution", Metric = ClaimMetric.Contribution, First = verb, End = quantity.End, Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = before.Sign }, members, before.Comparator!);
        return true;
    }

    /// <summary>"Acorn added 37 points, Birch 31 and Cedar 28.7": name and number share the verb before.</summary>
    private bool TryGapped(Quantity quantity, int sentence)
    {
        var at = SkipModest(quantity.First - 1, View.Sentences[sentence].First);
        if (View.MentionAt(at) is not { Kind: MentionKind.Named, Head: HeadKind.Stock } mention || !View.Any(mention.First - 1, ",", "and", ";", "by")
            || context.Recent(sentence, 0, _ => true) is not { Quantity: { } known, Metric: ClaimMetric.Contribution or ClaimMetric.ContributionShare or ClaimMetric.Weight, Top: 0 } draft
            || !(known.Kind == quantity.Kind || quantity.Kind == QuantityKind.Number && draft.Metric == ClaimMetric.Contribution) || draft.End > mention.First || !Enumerable.Range(draft.End, mention.First - draft.End).All(i => View.TimeAt(i) is not null || View.Any(i, ",", "and", ";", "by", "the")))
        {
            return false;
        }

        var (subject, index) = (context.Resolve(mention, sentence)[0], draft.Comparator!);
        var hedge = Hedges.Before(View.Tokens, mention.End, quantity.First, out var start);
        context.Add(draft with
        {
            First = mention.First,
            End = quantity.End,
            Quantity = quantity,
            Hedge = hedge,
            HedgeText = start >= 0 ? View.TextOf(start, quantity.First) : null,
            Subject = subject with { IsInferred = subject.IsInferred || index.IsInferred, IsTakenFromBefore = index.IsTakenFromBefore },
            Together = [],
            Reason = ReasonOf([subject], index),
        });
        return true;
    }

    /// <summary>Adds a claim on members: one for all of them together, or one for each where the words say so.</summary>
    private void Add(ClaimDraft draft, MemberList members, SubjectReading index, bool each = false)
    {
        var bounds = View.Sentences[draft.Sentence];
        if (draft.Quantity is { } quantity)
        {
            var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var start);
            draft = draft with { Hedge = hedge, HedgeText = start >= 0 ? View.TextOf(start, quantity.First) : null, First = Math.Min(draft.First, quantity.First) };
            each |= View.Any(quantity.End, "each", "apiece") || Enumerable.Range(members.First, Math.Max(0, quantity.First - members.First)).Any(i => View.Any(i, "each"));
        }

        if (Enumerable.Range(draft.First - 3, 3).Any(i => i >= bounds.First && View.Any(i, "may", "might", "could", "would", "will", "should", "can") && !View.Tokens[i].IsCapitalised))
        {
            draft = draft with { Type = "forecast", IsFuture = true, Reason = "forecast: an expectation is settled only when its time has come." };
        }
        else if (Enumerable.Range(draft.First - 3, 3).Any(i => i >= bounds.First && View.Any(i, "not", "never", "didn't", "doesn't", "hasn't")))
        {
            draft = draft with { Reason = "opinion: the sentence denies it; what holds instead is not stated." };
        }

        draft = draft with { Comparator = index, Attribution = context.SpeakerIn(bounds) };
        draft = draft.Metric == ClaimMetric.Weight ? AtClose(draft) : Over(draft, bounds);
        if (!each)
        {
            Add(draft, members.Readings, index);
            return;
        }

        foreach (var member in members.Readings)
        {
            Add(draft, [member], index);
        }
    }

    /// <summary>The window stated with the words, or else the only one of the sentence, or else that of the claims before.</summary>
    private ClaimDraft Over(ClaimDraft draft, Sentence bounds)
    {
        var filled = DraftTimes.Fill(context, draft, false);
        return filled.IsTimeInferred && View.TimesIn(bounds).Where(WindowFinder.IsWindow).ToList() is [var only] && only != filled.Time
            ? filled with { Time = only, OtherTime = filled.Time, TimeHow = $"inherited: from '{View.TextOf(only.First, only.End)}' in the sentence" }
            : filled;
    }

    private void Add(ClaimDraft draft, ImmutableArray<SubjectReading> members, SubjectReading index) => context.Add(draft with
    {
        Subject = members[0] with { IsInferred = members[0].IsInferred || index.IsInferred, IsTakenFromBefore = members[0].IsTakenFromBefore || index.IsTakenFromBefore },
        Together = members[1..],
        Reason = draft.Reason ?? ReasonOf(members, index),
    });

    /// <summary>A weight is that of a close: the session named, or the last one.</summary>
    private ClaimDraft AtClose(ClaimDraft draft)
    {
        var time = WindowFinder.Of(View, draft.First, draft.End, draft.Sentence);
        return time is { IsSession: true } ? draft with { Time = time, TimeHow = "stated" } : draft with { TimeHow = "as of the day" };
    }

    private static string? ReasonOf(ImmutableArray<SubjectReading> members, SubjectReading index)
    {
        if (index.Candidates.IsEmpty)
        {
            return index.Missing?.StartsWith("no-data", StringComparison.Ordinal) == true ? $"no-data: members of {index.Text} with units, and its divisor, would settle it." : index.Missing ?? "unnamed-subject: which index is meant is not stated.";
        }

        if (members.FirstOrDefault(member => member.IsProxy) is { } group)
        {
            return $"undefined-basket: which stocks '{group.Text}' means is not stated.";
        }

        return members.FirstOrDefault(member => member.Candidates.IsEmpty) is { } unknown ? unknown.Missing ?? "unnamed-subject: which member is meant is not stated." : null;
    }
}
