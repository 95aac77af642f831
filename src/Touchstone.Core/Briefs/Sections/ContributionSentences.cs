using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The members that moved an index most, by points, and what part of the move they and all members explain.</summary>
internal static class ContributionSentences
{
    private const int Most = 3;

    private const int Largest = 5;

    // Percent of the move; beyond it shares of the move say nothing.
    private const double MostUnexplained = 10;

    public static ImmutableArray<BriefSentence> Write(BriefDraft draft, Window window)
    {
        var over = window.ToString();
        var what = $"contributions of the members {Wording.Loosely(window)}";
        if (draft.Ask(what, "top-contribution", draft.Id, over, "1") is null || draft.Ask(what, "points", draft.Id, over) is not { } points)
        {
            return [];
        }

        var isRise = points.Value.Value > 0;
        var members = MemberMoves.ByContribution(draft, window);
        if (draft.Try("top-contribution", draft.Id, over, $"{members.Length}") is not { } all || Math.Abs(all.Value.Value - 100) > MostUnexplained)
        {
            draft.Omit(what, null, new Problem(ProblemKind.NoData, $"The points of the members of {draft.Id} add up to {members.Sum(member => member.Value):0.##}, and the published move is {points.Value.Value:0.##}: an event, such as a spin-off, that the units and actions do not show lies between."));
            return [];
        }

        var moved = (isRise ? members : members.Reverse()).Where(member => !Rounded.IsNothing(member.Value)).ToArray();
        var with = moved.Where(member => member.Value > 0 == isRise).Take(Most);
        var against = moved.Where(member => member.Value > 0 != isRise).Reverse().Take(Most);
        var sentences = ImmutableArray.CreateBuilder<BriefSentence>();
        foreach (var (member, _) in with.Concat(against))
        {
            if (Of(draft, draft.Id, member, window, sentences.Count == 0 ? draft.Name : "the index", isRise) is { } sentence)
            {
                sentences.Add(sentence);
            }
        }

        var word = isRise ? "rise" : "fall";
        if (members.Length > 2 * Largest && draft.Try("top-contribution", draft.Id, over, $"{Largest}") is { } few)
        {
            sentences.Add(new SentenceBuilder($"The {Wording.Count(Largest)} largest contributors account for ").Add(Rounded.Percent(few.Value.Value), few).End($" of the {word}."));
        }

        // What the published level moved and the units do not explain is said as soon as it can be seen.
        if (Rounded.Percent(all.Value.Value) != Rounded.Percent(100))
        {
            sentences.Add(new SentenceBuilder($"The {Wording.Count(members.Length)} largest contributors account for ").Add(Rounded.Percent(all.Value.Value), all)
                .End($" of the {word}: they are all the members, and the rest is rounding or an event that the units do not show."));
        }

        return sentences.ToImmutable();
    }

    /// <summary>What one member added to an index or took off, with its own return where that is known.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="id">The index.</param>
    /// <param name="member">The member.</param>
    /// <param name="window">The window.</param>
    /// <param name="index">The index as the sentence calls it.</param>
    /// <param name="isRise">Whether the index rose.</param>
    public static BriefSentence? Of(BriefDraft draft, string id, InstrumentId member, Window window, string index, bool isRise)
    {
        var over = window.ToString();
        if (draft.Try("contribution", id, member.Value, over) is not { } points || Rounded.IsNothing(points.Value.Value))
        {
            return null;
        }

        var added = points.Value.Value > 0;
        var isShare = added == isRise;
        var share = isShare ? draft.Try("contribution", id, member.Value, over, "in=share") : null;
        var move = draft.Try("return", member.Value, over);
        if (move is not null && !Rounded.IsNothing(move.Value.Value))
        {
            return Moved(draft.Members.NameOf(member), move, points, share, window, index, isRise);
        }

        var sentence = new SentenceBuilder($"{draft.Members.NameOf(member)} {(added ? "added" : "took")} ").Add(Rounded.Points(points.Value.Value), points).Add($" points {(added ? "to" : "off")} {index} {Wording.Of(window)}");
        if (share is not null)
        {
            sentence.Add(", ").Add(Rounded.Percent(share.Value.Value), share).Add($" of its {(isRise ? "rise" : "fall")}");
        }

        return sentence.End();
    }

    // The window stands next to the return, so that nobody takes it for one over another window.
    private static BriefSentence Moved(string name, BriefFigure move, BriefFigure points, BriefFigure? share, Window window, string index, bool isRise)
    {
        var added = points.Value.Value > 0;
        var sentence = new SentenceBuilder($"{name} {Wording.Direction(move.Value.Value, "rose", "fell")} ").Add(Rounded.Percent(move.Value.Value), move)
            .Add($" {Wording.Of(window)} and {(added ? "added" : "took")} ").Add(Rounded.Points(points.Value.Value), points).Add($" points {(added ? "to" : "off")} {index}");
        return share is null ? sentence.End() : sentence.Add(", ").Add(Rounded.Percent(share.Value.Value), share).End($" of its {(isRise ? "rise" : "fall")}.");
    }
}
