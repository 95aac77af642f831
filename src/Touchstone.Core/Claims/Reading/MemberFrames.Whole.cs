using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <content>The index that a member is part of, and the members that a verb is about.</content>
internal sealed partial class MemberFrames
{
    /// <summary>How many adjectives may stand before the noun of a whole.</summary>
    private const int Adjectives = 3;

    /// <summary>What something is a part of.</summary>
    /// <param name="Index">The index, or null when the words name none.</param>
    /// <param name="IsMove">Whether it is a move: <c>the gain</c>.</param>
    /// <param name="Sign">+1 or -1 for a move up or down, 0 when not told.</param>
    /// <param name="Total">The points of the whole move, or null.</param>
    /// <param name="End">The token after the words.</param>
    private readonly record struct Whole(Mention? Index, bool IsMove, int Sign, Quantity? Total, int End);

    /// <summary>Members that a verb is about.</summary>
    /// <param name="Readings">What each stands for, at least one.</param>
    /// <param name="First">The first token of the first.</param>
    /// <param name="IsAdjacent">Whether the last stands right before the verb.</param>
    private readonly record struct MemberList(ImmutableArray<SubjectReading> Readings, int First, bool IsAdjacent);

    private static bool IsLink(string word) => word is "and" or "but" or "as" or "while" or "after" or "with" or "which" or "to" or "from" or "that" or "who" or "because" or "when" or "before" or "amid" or "than" or "or" or "versus" or "is" or "was" or "were" or "are" or "despite" or "at";

    /// <summary>Reads "the index", "the benchmark's 290-point gain", "the day's advance", "the rise in the gauge" from a token; null for anything else.</summary>
    private Whole? WholeAfter(int from, Sentence bounds)
    {
        var whole = new Whole(null, false, 0, null, from);
        var (adjectives, inner) = (0, false);
        for (var i = from; i < Math.Min(from + 16, bounds.End);)
        {
            var word = View.Word(i);
            if (View.MentionAt(i) is { } mention)
            {
                if (!IsIndex(mention) || whole.Index is not null)
                {
                    return null;
                }

                whole = whole with { Index = mention, End = mention.End };
                i = mention.End;
            }
            else if (View.TimeAt(i) is { } time)
            {
                i = time.End;
            }
            else if (View.QuantityAt(i) is { } quantity)
            {
                if (quantity.Kind is not (QuantityKind.Points or QuantityKind.Percent))
                {
                    return null;
                }

                whole = quantity.Kind == QuantityKind.Points ? whole with { Total = quantity, End = quantity.End } : whole;
                i = quantity.End;
            }
            else if (View.Tokens[i].Kind == TokenKind.Possessive || word is "the" or "a" or "its" or "this" || (word == "that" && i == from))
            {
                i++;
            }
            else if (!whole.IsMove && (Directions.TryNoun(word, out var sign) && word is not ("growth" or "improvement") || word is "move" or "moves" or "swing" or "points"))
            {
                whole = whole with { IsMove = true, Sign = sign, End = ++i };
            }
            else if (whole.Index is null && !inner && (whole.IsMove || whole.Total is not null) && word is "in" or "of" or "by" or "for" && View.TimeAt(i + 1) is null)
            {
                inner = true;
                i++;
            }
            else if (View.Tokens[i].Kind == TokenKind.Word && !whole.IsMove && whole.Index is null or { IsPossessive: true } && adjectives < Adjectives && !IsLink(word) && word is not ("in" or "of" or "by" or "for" or "on"))
            {
                adjectives++;
                i++;
            }
            else
            {
                break;
            }
        }

        var isOther = whole.Index is { IsPossessive: true } && !whole.IsMove && whole.Total is null && !View.Any(whole.End + 1, "weight", "weighting");
        var isOfOther = View.Any(whole.End, "turnover", "volume", "trading", "members", "stocks", "constituents", "companies", "earnings", "profits", "revenue", "capitalisation", "capitalization", "value", "futures", "market");
        return (inner && whole.Index is null) || isOther || isOfOther || (whole.Index is null && !whole.IsMove && whole.Total is null) ? null : whole;
    }

    private bool IsIndex(Mention mention) => mention.Kind switch
    {
        MentionKind.Outsider => Outsiders.IsIndex(View.Tokens[mention.First]),
        MentionKind.Named or MentionKind.Described or MentionKind.Reference => mention.Head == HeadKind.Index,
        _ => false,
    };

    /// <summary>The index that words name, or else the nearest one of the sentence, or else the one last spoken of; null without any.</summary>
    private SubjectReading? IndexFor(Mention? named, int at, int sentence)
    {
        if (named is not null)
        {
            return context.Resolve(named, sentence)[0];
        }

        var near = View.MentionsIn(View.Sentences[sentence]).Where(IsIndex).ToList();
        var nearest = near.LastOrDefault(mention => mention.First < at) ?? near.FirstOrDefault();
        if (nearest is not null)
        {
            var reading = context.Resolve(nearest, sentence)[0];
            var others = near.Where(mention => mention != nearest).SelectMany(mention => context.Resolve(mention, sentence)[0].Candidates).Where(id => !reading.Candidates.Contains(id)).Distinct();
            return reading with { IsInferred = true, How = $"inferred: the index that the sentence names; {reading.How}", Candidates = [.. reading.Candidates.Concat(others)] };
        }

        return context.LastIndex is { } last ? last with { IsInferred = true, IsTakenFromBefore = true, How = $"inherited: the index last spoken of; {last.How}" } : null;
    }

    /// <summary>The stocks that a verb is about, or null when it is about an index, a figure or nothing.</summary>
    private MemberList? MembersAt(int cue, int sentence)
    {
        var mentions = context.Subjects.Of(cue, sentence);
        return MembersOf(mentions, sentence) is { } readings ? new MemberList(readings, mentions[0].First, cue - mentions[^1].End <= 3) : null;
    }

    private ImmutableArray<SubjectReading>? MembersOf(List<Mention> mentions, int sentence)
    {
        if (mentions.Count == 0 || mentions.Exists(mention => mention.Kind == MentionKind.Figure || IsIndex(mention)))
        {
            return null;
        }

        var readings = mentions.SelectMany(mention => context.Resolve(mention, sentence)).ToImmutableArray();
        return readings.Any(reading => !reading.IsProxy && reading.Candidates.Any(id => context.Market.Instrument(id)?.Kind is not InstrumentKind.Equity)) ? null : readings;
    }

    /// <summary>The verb whose object starts at a token, past hedges and articles; -1 when none of a member's verbs stands there.</summary>
    private int VerbBefore(int from, int floor)
    {
        var i = SkipModest(from - 1, floor);
        if (i < floor)
        {
            return -1;
        }

        return View.Any(i, "for") && View.Any(i - 1, "accounted", "accounting", "accounts", "account", "responsible") ? i - 1
            : View.Any(i, "up") && View.Any(i - 1, "make", "makes", "made", "making") ? i - 1
            : Adding.Contains(View.Word(i)) || Taking.Contains(View.Word(i)) || Filling.Contains(View.Word(i)) ? i : -1;
    }

    private bool IsFilling(int verb) => Filling.Contains(View.Word(verb)) || View.Any(verb + 1, "for", "up");

    private int SkipModest(int i, int floor)
    {
        while (i >= floor && (Modest.Contains(View.Word(i)) || (View.Any(i, "to") && View.Any(i - 1, "close")) || (View.Any(i, "of") && View.Any(i - 1, "total"))) && View.MentionAt(i) is null && View.QuantityAt(i) is null)
        {
            i--;
        }

        return i;
    }
}
