using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The members that rose and fell most, where there are no units to say what they moved.</summary>
internal static class ReturnSentences
{
    private const int Most = 3;

    private const int Least = 4;

    public static ImmutableArray<BriefSentence> Write(BriefDraft draft, Window window)
    {
        var members = MemberMoves.ByReturn(draft, draft.Members.Ids, window);
        if (members.Length < Least)
        {
            draft.Ask($"returns of the members {Wording.Loosely(window)}", "breadth", draft.Id, window.ToString());
            return [];
        }

        var among = members.Length == draft.Members.Ids.Length ? $"of the members of {draft.Name}" : $"of those members of {draft.Name} that have closes";
        var count = Math.Min(Most, members.Length / 2);
        var sentences = ImmutableArray.CreateBuilder<BriefSentence>();
        Tell(draft, window, members[..count], $"the most {among}", Wording.Direction(members[0].Value, "rose", "fell") == "rose", sentences);
        Tell(draft, window, [.. members[^count..].Reverse()], members[^1].Value < 0 ? "the most" : "the least", members[^1].Value >= 0, sentences);
        return sentences.ToImmutable();
    }

    private static void Tell(BriefDraft draft, Window window, ImmutableArray<(InstrumentId Member, double Value)> members, string superlative, bool isRise, ImmutableArray<BriefSentence>.Builder sentences)
    {
        for (var place = 0; place < members.Length; place++)
        {
            if (members[place].Value >= 0 != isRise || Rounded.IsNothing(members[place].Value) || draft.Try("return", members[place].Member.Value, window.ToString()) is not { } move)
            {
                return;
            }

            var isFirst = place == 0 && (place == members.Length - 1 || members[1].Value != members[0].Value);
            sentences.Add(new SentenceBuilder($"{draft.Members.NameOf(members[place].Member)} {Wording.Direction(move.Value.Value, "rose", "fell")} ").Add(Rounded.Percent(move.Value.Value), move)
                .End($" {Wording.Of(window)}{(isFirst ? $", {superlative}" : "")}."));
        }
    }
}
