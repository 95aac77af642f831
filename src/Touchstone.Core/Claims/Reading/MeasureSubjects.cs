using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Finds what a figure is of: <c>its volatility</c>, <c>the volatility of the index</c>, <c>the index's 30 members</c>, <c>turnover of the market</c>.</summary>
internal sealed class MeasureSubjects(ReadingContext context)
{
    /// <summary>How many words may stand between a possessor and the figure.</summary>
    private const int Adjectives = 6;

    private DocumentView View => context.View;

    /// <summary>Whether a word is one for the stocks in an index.</summary>
    public static bool IsMember(string lower) => lower is "members" or "member" or "constituents" or "constituent" or "components" or "component";

    /// <summary>What the figure whose noun stands at a token is of.</summary>
    public SubjectReading Of(int noun, int sentence) => Of(noun, noun + 1, sentence);

    /// <summary>What the figure whose name runs from a token to another is of.</summary>
    public SubjectReading Of(int noun, int end, int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (Possessor(noun, bounds) is { } owner || Whole(end - 1, bounds, out owner))
        {
            return Resolve(owner!, sentence);
        }

        var mentions = context.Subjects.Of(noun, sentence);
        if (mentions.Count == 0 || mentions[^1].Kind is MentionKind.Figure or MentionKind.Unknown)
        {
            mentions = context.Subjects.Left(noun, sentence, noun);
        }

        mentions = [.. mentions.Where(mention => mention.Kind is not (MentionKind.Figure or MentionKind.Unknown))];
        return mentions.Count > 0 ? Resolve(mentions[^1], sentence) : Continued(sentence) ?? context.Inherited(sentence);
    }

    /// <summary>The index whose members a noun counts: its possessor, what follows <c>of</c> or <c>in</c>, or else what the paragraph speaks of; null when the words are about no index.</summary>
    /// <param name="noun">The token of <c>members</c> or of a word such as <c>stocks</c>.</param>
    /// <param name="sentence">The sentence's place.</param>
    /// <param name="end">The token after the noun and the index that follows it.</param>
    public SubjectReading? IndexOf(int noun, int sentence, out int end)
    {
        var bounds = View.Sentences[sentence];
        end = noun + 1;
        Mention? owner = null;
        if (Possessor(noun, bounds) is { } before)
        {
            owner = before;
        }
        else if (Whole(noun, bounds, out var after))
        {
            owner = after;
            end = after!.End;
        }

        if (owner is not null)
        {
            var reading = Resolve(owner, sentence);
            return reading.Candidates.IsEmpty || IsIndex(reading.Candidates[0]) ? reading : null;
        }

        // "members of the board" are no stocks.
        if (!IsMember(View.Word(noun)) || (View.Any(noun + 1, "of") && View.TimeAt(noun + 1) is null))
        {
            return null;
        }

        var named = View.MentionsIn(bounds).Where(mention => mention.Kind == MentionKind.Named && mention.Head == HeadKind.Index).ToList();
        return named is [var only] ? Resolve(only, sentence) : IndexSpokenOf(sentence);
    }

    /// <summary>The index that a paragraph goes on with, or the one last spoken of; null without any.</summary>
    public SubjectReading? IndexSpokenOf(int sentence)
    {
        if (Continued(sentence) is { } going)
        {
            if (IsIndex(going.Candidates[0]))
            {
                return going;
            }

            if (context.Recent(sentence, 2, draft => draft.Metric is ClaimMetric.Contribution or ClaimMetric.ContributionShare or ClaimMetric.ContributionToReturn) is { Comparator: { Candidates.IsEmpty: false } index })
            {
                return index;
            }
        }

        return context.LastIndex is { } last ? last with { IsTakenFromBefore = true, How = $"inherited: the index last spoken of; {last.How}" } : null;
    }

    /// <summary>The market named after <c>of</c>, <c>in</c> or <c>on</c>, or before a possessive; raw, as indices do not stand in for its turnover; null for none.</summary>
    public SubjectReading? MarketNear(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (View.MentionAt(i) is { } mention && MarketOf(mention) is { } market)
            {
                return market;
            }
        }

        return null;
    }

    /// <summary>The market that a mention names, or null.</summary>
    public SubjectReading? MarketOf(Mention mention)
    {
        var ids = mention.Candidates.Where(id => context.Market.Instrument(id)?.Kind is InstrumentKind.Market).ToImmutableArray();
        return mention.Kind != MentionKind.Named || ids.IsEmpty ? null : new SubjectReading(View.TextOf(mention.First, mention.End), ids[..1], "named", false);
    }

    /// <summary>What a reference such as "its" stands for when the paragraph speaks of a market, else null.</summary>
    public SubjectReading? MarketSpokenOf(int sentence) =>
        Continued(sentence) is { } going && context.Market.Instrument(going.Candidates[0])?.Kind == InstrumentKind.Market ? going : null;

    /// <summary>The subject that the paragraph goes on with: what the nearest sentence before it with a claim begins with; null at its start.</summary>
    public SubjectReading? Continued(int sentence) => context.MainSubject(sentence) is { } main ? main with { How = ReadingContext.Inherits(main, $"the paragraph speaks of {main.Text}"), IsTakenFromBefore = false } : null;

    private bool IsIndex(InstrumentId id) => context.Market.Instrument(id)?.Kind is InstrumentKind.Index or InstrumentKind.Fund or InstrumentKind.Market;

    private SubjectReading Resolve(Mention mention, int sentence) => MarketOf(mention) ?? context.Resolve(mention, sentence)[0];

    /// <summary>"its 30 members", "the index's three largest members": who stands before, past numbers and adjectives.</summary>
    private Mention? Possessor(int noun, Sentence bounds)
    {
        for (var i = noun - 1; i >= bounds.First && i >= noun - Adjectives; i--)
        {
            if (View.Any(i, "its", "their"))
            {
                return new Mention { First = i, End = i + 1, Kind = MentionKind.Reference };
            }

            if (View.Tokens[i].Kind == TokenKind.Possessive)
            {
                return View.MentionAt(i - 1);
            }

            if (View.MentionAt(i) is { } before)
            {
                // "Harbour Index members"
                return i == noun - 1 && before.Head == HeadKind.Index ? before : null;
            }

            if (View.Any(i, "of", "in", ",", "and", "with", "from", "than", "the", "to") || View.TimeAt(i) is not null || Directions.IsVerb(View.Word(i)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"members of the Harbour Index", "volatility of the index".</summary>
    private bool Whole(int noun, Sentence bounds, out Mention? whole)
    {
        whole = null;
        if (!View.Any(noun + 1, "of", "in", "on", "for") || View.TimeAt(noun + 1) is not null)
        {
            return false;
        }

        for (var i = noun + 2; i < Math.Min(noun + 5, bounds.End); i++)
        {
            if (View.MentionAt(i) is { Kind: not (MentionKind.Figure or MentionKind.Unknown) } mention)
            {
                whole = mention;
                return true;
            }

            if (!View.Any(i, "the", "a", "its"))
            {
                return false;
            }
        }

        return false;
    }
}
