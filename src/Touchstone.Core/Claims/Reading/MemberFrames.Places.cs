namespace Touchstone.Claims;

/// <content>Which members moved an index most.</content>
internal sealed partial class MemberFrames
{
    /// <summary>Reads "the biggest contributor", "the second-largest drag on the index", "contributed most to the gain".</summary>
    public void ReadPlaces(int sentence)
    {
        var bounds = View.Sentences[sentence];
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (View.MentionAt(i) is null && View.TimeAt(i) is null && !NounPlace(i, sentence, bounds))
            {
                VerbPlace(i, sentence, bounds);
            }
        }
    }

    private bool NounPlace(int noun, int sentence, Sentence bounds)
    {
        var isDrag = View.Any(noun, "drag", "drags", "detractor", "detractors");
        var isContributor = View.Any(noun, "contributor", "contributors");
        if (!isDrag && !isContributor && !View.Any(noun, "boost", "boosts", "driver", "drivers"))
        {
            return false;
        }

        if (PlacesBefore(noun, bounds, out var first) is not { } places)
        {
            return false;
        }

        Whole? whole = null;
        var end = noun + 1;
        if (View.Any(end, "to", "on", "of", "for", "behind") && View.TimeAt(end) is null && View.TimeAt(end + 1) is null)
        {
            whole = WholeAfter(end + 1, bounds);
            if (whole is null)
            {
                return false;
            }

            end = whole.Value.End;
        }

        if ((whole is null && !isDrag && !isContributor) || IndexFor(whole?.Index, noun, sentence) is not { } index || (MembersAfter(end, sentence, bounds, ref end) ?? MembersBefore(first, sentence)) is not { } members)
        {
            return false;
        }

        if ((places.Last == 1 && members.Readings.Length == 1 && View.Word(noun).EndsWith('s')) || View.Any(first - 1, "among") || (View.Any(first - 1, "of") && View.Any(first - 2, "one", "some")))
        {
            return false;
        }

        var several = places.Last == 1 && members.Readings.Length > 1 ? (1, members.Readings.Length) : places;
        AddPlace(first, end, sentence, members, index, isDrag || whole is { Sign: < 0 } ? -1 : 1, several);
        return true;
    }

    /// <summary>"contributed the most to the gain", "weighed most on the index".</summary>
    private void VerbPlace(int i, int sentence, Sentence bounds)
    {
        if (!View.Any(i, "most", "heaviest") || !View.Any(i + 1, "to", "on"))
        {
            return;
        }

        var verb = View.Any(i - 1, "the") ? i - 2 : i - 1;
        var weighs = View.Any(verb, "weighed", "weighing", "weighs", "dragged", "detracted") && View.Any(i + 1, "on");
        if (!weighs && !(View.Any(verb, "contributed", "contributing", "contributes", "added", "adding") && View.Any(i + 1, "to")))
        {
            return;
        }

        if (WholeAfter(i + 2, bounds) is { } whole && MembersAt(verb, sentence) is { } members && IndexFor(whole.Index, verb, sentence) is { } index)
        {
            AddPlace(verb, whole.End, sentence, members, index, weighs || whole.Sign < 0 ? -1 : 1, (1, members.Readings.Length));
        }
    }

    /// <summary>The places in "biggest", "second-largest", "three biggest", "top three" before a noun; its first token; null for none.</summary>
    private (int First, int Last)? PlacesBefore(int noun, Sentence bounds, out int first)
    {
        var at = noun - 1;
        at -= View.Any(at, "single", "positive", "negative", "individual", "overall", "point") ? 1 : 0;
        first = at;
        if (at < bounds.First)
        {
            return null;
        }

        for (var back = 1; back <= 2 && at - back >= bounds.First; back++)
        {
            // "top three", "top 10"
            if (NumberWords.ReadWhole(View.Tokens, at - back + 1, out var count) == at + 1 && View.Any(at - back, "top", "biggest", "largest") && count is > 1 and < 100)
            {
                first = at - back;
                return (1, count);
            }
        }

        if (!View.Any(at, "biggest", "largest", "top", "greatest", "heaviest"))
        {
            return null;
        }

        if (at > bounds.First && NumberWords.ReadOrdinal(View.Tokens, at - 1, out var place) == at && place > 1)
        {
            first = at - 1;
            return (place, place);
        }

        if (at > bounds.First && NumberWords.ReadWhole(View.Tokens, at - 1, out var several) == at && several is > 1 and < 100)
        {
            first = at - 1;
            return (1, several);
        }

        return (1, 1);
    }

    /// <summary>"The biggest drag was Acorn", "the biggest contributors were Acorn, Birch and Cedar"; or null.</summary>
    private MemberList? MembersAfter(int from, int sentence, Sentence bounds, ref int end)
    {
        var i = from;
        while (i < bounds.End && View.TimeAt(i) is { } time)
        {
            i = time.End;
        }

        if (!View.Any(i, "was", "were", "is", "are", ":", "being", "included"))
        {
            return null;
        }

        var members = MembersFrom(i + 1, sentence, bounds, out var last);
        end = members is null ? end : last;
        return members;
    }

    /// <summary>The stocks of a list that starts at a token: <c>Acorn, Birch and Cedar</c>; or null.</summary>
    private MemberList? MembersFrom(int from, int sentence, Sentence bounds, out int end)
    {
        var mentions = new List<Mention>();
        for (var i = from; i < bounds.End;)
        {
            if (View.MentionAt(i) is { } mention)
            {
                mentions.Add(mention);
                i = mention.End;
            }
            else if ((View.Any(i, "the") || (mentions.Count > 0 && View.Any(i, ",", "and"))) && Enumerable.Range(i + 1, 2).Any(k => View.MentionAt(k) is not null))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        end = mentions.Count > 0 ? mentions[^1].End : from;
        return MembersOf(mentions, sentence) is { } readings ? new MemberList(readings, mentions[0].First, true) : null;
    }

    private MemberList? MembersBefore(int first, int sentence) => MembersAt(View.Any(first - 1, "the", "its", "by") ? first - 1 : first, sentence);

    private void AddPlace(int first, int end, int sentence, MemberList members, SubjectReading index, int sign, (int First, int Last) places) =>
        Add(new ClaimDraft { Type = "contribution_rank", Metric = ClaimMetric.ContributionRank, First = first, End = end, Sentence = sentence, Subject = members.Readings[0], Sign = sign, Places = places }, members, index, each: true);
}
