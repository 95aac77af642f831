namespace Touchstone.Claims;

/// <content>Weights in an index.</content>
internal sealed partial class MemberFrames
{
    /// <summary>Reads weights of the largest members, before single numbers are read: <c>the five largest members make up 40% of the index</c>.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        foreach (var quantity in View.QuantitiesIn(bounds))
        {
            if (quantity.Kind is QuantityKind.Percent or QuantityKind.Fraction)
            {
                ReadLargest(quantity, sentence, bounds);
            }
        }
    }

    private void ReadLargest(Quantity quantity, int sentence, Sentence bounds)
    {
        var verb = VerbBefore(quantity.First, bounds.First);
        if (verb < 0 || !IsFilling(verb) || !View.Any(quantity.End, "of") || LargestBefore(verb, bounds, out var first) is not { } count)
        {
            return;
        }

        var ofWeight = View.Any(quantity.End + 1, "its", "the", "total") ? quantity.End + 2 : quantity.End + 1;
        var whole = WholeAfter(quantity.End + 1, bounds) is { IsMove: false, Total: null, Index: not null } named ? named
            : View.Any(ofWeight, "weight", "weights", "weighting") ? new Whole(null, false, 0, null, ofWeight + 1) : default;
        if (whole.End == 0 || (whole.Index is null ? _subjects.IndexOf(NounBefore(verb, first), sentence, out _) : IndexFor(whole.Index, verb, sentence)) is not { } index)
        {
            return;
        }

        var subject = index with { Text = View.TextOf(first, verb) };
        var draft = new ClaimDraft { Type = "weight", Metric = ClaimMetric.Weight, First = first, End = whole.End, Sentence = sentence, Subject = subject, Quantity = quantity, Sign = 1, Top = count };
        foreach (var number in View.QuantitiesIn(bounds).Where(other => other.First >= first && other.End <= verb))
        {
            context.Used.Add(number);
        }

        Add(draft, new MemberList([subject], first, true), index);
    }

    private int NounBefore(int verb, int first) => Enumerable.Range(first, verb - first).First(IsMemberNoun);

    private bool IsMemberNoun(int i) => View.Any(i, "members", "stocks", "constituents", "companies", "names", "components", "holdings", "weights", "firms");

    /// <summary>The number in "the five largest members", "the top 10 stocks of the index", somewhere before a verb; or null.</summary>
    private int? LargestBefore(int verb, Sentence bounds, out int first)
    {
        first = verb;
        for (var noun = verb - 1; noun > bounds.First && noun > verb - 10; noun--)
        {
            if (View.Any(noun, ",", ";"))
            {
                return null;
            }

            if (!IsMemberNoun(noun))
            {
                continue;
            }

            for (var i = Math.Max(bounds.First, noun - 4); i < noun; i++)
            {
                var end = NumberWords.ReadWhole(View.Tokens, i, out var count);
                if (end > i && count is > 1 and < 1000 && (View.Any(end, "largest", "biggest", "heaviest", "top") || View.Any(i - 1, "largest", "biggest", "heaviest", "top")))
                {
                    first = View.Any(i - 1, "largest", "biggest", "heaviest", "top") ? i - 1 : i;
                    return count;
                }
            }

            return null;
        }

        return null;
    }

    private bool TryWeight(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        return !View.Any(quantity.End, "cap", "limit", "ceiling", "threshold") && (TryPart(quantity, sentence, bounds) || TryWeighting(quantity, sentence, bounds) || TryWeightOf(quantity, sentence, bounds));
    }

    /// <summary>"Acorn makes up 9.5% of the index".</summary>
    private bool TryPart(Quantity quantity, int sentence, Sentence bounds)
    {
        var verb = VerbBefore(quantity.First, bounds.First);
        return verb >= 0 && IsFilling(verb) && View.Any(quantity.End, "of") && WholeAfter(quantity.End + 1, bounds) is { Index: not null, IsMove: false, Total: null } whole
            && MembersAt(verb, sentence) is { } members && AddWeight(quantity, sentence, verb, whole.End, members, whole.Index);
    }

    /// <summary>"has a 9.5% weighting in the index", "its 8% weight".</summary>
    private bool TryWeighting(Quantity quantity, int sentence, Sentence bounds)
    {
        if (!View.Any(quantity.End, "weight", "weighting") || View.Any(quantity.End + 1, "cap", "limit"))
        {
            return false;
        }

        var end = quantity.End + 1;
        var whole = View.Any(end, "in", "of", "on", "within") ? WholeAfter(end + 1, bounds) : null;
        return HoldersOf(quantity.First, sentence, bounds) is { } members && AddWeight(quantity, sentence, quantity.First, whole?.End ?? end, members, whole?.Index);
    }

    /// <summary>"has a weight of 8% in the index", "its weight in the index is 8%".</summary>
    private bool TryWeightOf(Quantity quantity, int sentence, Sentence bounds)
    {
        var last = SkipModest(quantity.First - 1, bounds.First);
        if (!View.Any(last, "of", "is", "was", "at", "to", "reached", "stands", "stood"))
        {
            return false;
        }

        Mention? between = null;
        for (var i = last; i > bounds.First && i > last - 10; i--)
        {
            if (View.MentionAt(i) is { } mention)
            {
                if (!IsIndex(mention))
                {
                    return false;
                }

                between = mention;
                i = mention.First;
                continue;
            }

            if (View.Any(i, ",", ";", "cap", "capped", "limit", "limited", "overweight", "underweight") || View.QuantityAt(i) is not null)
            {
                return false;
            }

            if (!View.Any(i, "weight", "weighting"))
            {
                continue;
            }

            var whole = between is null && View.Any(quantity.End, "in", "of", "on", "within") ? WholeAfter(quantity.End + 1, bounds) : null;
            return HoldersOf(i, sentence, bounds) is { } members && AddWeight(quantity, sentence, i, Math.Max(quantity.End, whole?.End ?? 0), members, between ?? whole?.Index);
        }

        return false;
    }

    /// <summary>Whose weight it is: the possessor, or the subject of "has", "with", "carries".</summary>
    private MemberList? HoldersOf(int noun, int sentence, Sentence bounds)
    {
        if (context.Subjects.Possessor(noun, bounds.First) is { } owner)
        {
            var mentions = owner.Kind == MentionKind.Reference ? [owner] : context.Subjects.WithList(owner, bounds.First);
            return MembersOf(mentions, sentence) is { } readings ? new MemberList(readings, mentions[0].First, true) : null;
        }

        var verb = SkipModest(noun - 1, bounds.First);
        return verb >= bounds.First && View.Any(verb, "has", "have", "had", "having", "with", "carries", "carry", "carried", "carrying", "holds", "hold", "held", "commands", "command", "boasts", "given") ? MembersAt(verb, sentence) : null;
    }

    private bool AddWeight(Quantity quantity, int sentence, int first, int end, MemberList members, Mention? named)
    {
        if (IndexFor(named, first, sentence) is not { } index)
        {
            return false;
        }

        Add(new ClaimDraft { Type = "weight", Metric = ClaimMetric.Weight, First = first, End = Math.Max(end, quantity.End), Sentence = sentence, Subject = members.Readings[0], Quantity = quantity, Sign = 1 }, members, index);
        return true;
    }
}
