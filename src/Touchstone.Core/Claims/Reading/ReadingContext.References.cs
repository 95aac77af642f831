using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <content>What descriptions and references stand for.</content>
internal sealed partial class ReadingContext
{
    /// <summary>Candidates that the article names come first, the nearest before the others.</summary>
    private (ImmutableArray<InstrumentId> Candidates, int Named) Preferred(Mention mention)
    {
        var named = View.MentionsNear(mention.First, Reach, Reach).Where(other => other.Kind == MentionKind.Named).OrderBy(other => Math.Abs(other.First - mention.First)).SelectMany(other => other.Candidates).Where(mention.Candidates.Contains).Distinct().ToList();
        var words = Enumerable.Range(mention.First, mention.End - mention.First).Where(i => View.Tokens[i].IsCapitalised).Select(i => View.Tokens[i].Text).ToList();
        var called = mention.Candidates.Where(id => mention.Head == HeadKind.Index && words.Any(word => Market.Instrument(id)!.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return ([.. called.Concat(named).Concat(mention.Candidates).Distinct()], named.Count);
    }

    /// <summary>"the tech gauge", "Benchmark dives": the last index named that fits, or else the next one.</summary>
    private SubjectReading? Recalled(Mention mention, string text)
    {
        if (Enumerable.Range(mention.First, mention.End - mention.First).Any(i => View.Any(i, "global", "world", "asian", "european", "emerging", "regional", "other", "all", "most", "some", "many")))
        {
            // A set that is not listed is no single index.
            return null;
        }

        var known = _indices.LastOrDefault(subject => Fits(mention, subject.Candidates[0]));
        if (known is not null && mention.Theme is null)
        {
            return known with { Text = text, How = $"inherited: '{text}' stands for {known.Text}; {known.How}", IsTakenFromBefore = false };
        }

        var named = View.MentionsNear(mention.First, Reach, Reach).Where(other => other.Kind == MentionKind.Named && other.Head == HeadKind.Index && Fits(mention, other.Candidates[0])).Select(other => other.Candidates[0]).Distinct();
        var fitting = (known is null ? named : known.Candidates.Concat(named).Distinct()).ToImmutableArray();
        return fitting.IsEmpty ? null : new SubjectReading(text, mention.Theme is null ? fitting[..1] : fitting, $"inferred: '{text}' is taken for an index that the text names", true);
    }

    private bool Fits(Mention mention, InstrumentId id) => mention.Theme is null || (Market.Instrument(id) is { } instrument && instrument.Aliases.Append(instrument.Name).Any(name => Themes.Fits(mention.Theme, name)));

    private SubjectReading Described(Mention mention, string text)
    {
        var (candidates, named) = Preferred(mention);
        return candidates.IsEmpty
            ? new SubjectReading(text, [], "described", false, mention.Head == HeadKind.Index ? $"unnamed-subject: which index '{text}' means is not stated and no index of the package fits it." : $"undefined-basket: which stocks '{text}' means is not stated.")
            : new SubjectReading(text, candidates, $"inferred: '{text}' names no {(mention.Head == HeadKind.Index ? "index" : "list")}; indices that fit the description were tried", true) { IsProxy = mention.Head == HeadKind.Stock, NamedCandidates = named };
    }

    private ImmutableArray<SubjectReading> Referred(Mention mention, string text, int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (mention.Several > 1)
        {
            var list = mention.Head == HeadKind.Stock ? _stocks : _indices;
            if (list.Count >= mention.Several)
            {
                return [.. list.TakeLast(mention.Several).Select(subject => subject with { How = $"inherited: '{text}' stands for the last {mention.Several} named; {subject.How}", IsTakenFromBefore = false })];
            }

            return [new SubjectReading(text, [], "reference", false, $"unnamed-subject: '{text}' refers to nothing named before.")];
        }

        for (var i = mention.First - 1; i >= bounds.First && mention.Head == HeadKind.Index; i--)
        {
            if (View.MentionAt(i) is { } nearest && (nearest.Kind == MentionKind.Outsider || nearest.Head == HeadKind.Index))
            {
                if (nearest.Kind == MentionKind.Outsider)
                {
                    return [new SubjectReading(text, [], $"inherited: '{text}' stands for {View.TextOf(nearest.First, nearest.End)}", false, $"no-data: the package holds no series of {View.TextOf(nearest.First, nearest.End)}.")];
                }

                break;
            }
        }

        if (mention.Head == HeadKind.Stock && View.Any(mention.First - 1, "\u2014", "\u2013", "-", ":") && mention.First >= bounds.First + 2 && View.Tokens[mention.First - 2] is { Kind: TokenKind.Word, IsCapitalised: true } && View.MentionAt(mention.First - 2) is null)
        {
            // "Foxglove Foods — Shares popped 14%": the name before the dash is not in the package.
            return [new SubjectReading(View.TextOf(mention.First - 2, mention.First - 1), [], "named", false, $"no-data: the package knows no instrument named {View.TextOf(mention.First - 2, mention.First - 1)}.")];
        }

        SubjectReading? found = null;
        if (mention.Head != HeadKind.Index)
        {
            for (var i = mention.First - 1; i >= bounds.First && found is null; i--)
            {
                if (View.MentionAt(i) is { Kind: MentionKind.Named } named && !named.Candidates.IsEmpty && (mention.Head == HeadKind.Any || named.Head == HeadKind.Stock))
                {
                    found = Named(named with { Listing = mention.Listing }, View.TextOf(named.First, named.End));
                }
            }
        }

        found ??= mention.Head switch
        {
            HeadKind.Index => _indices.LastOrDefault(),
            HeadKind.Stock => MainSubject(sentence) is { } previous && Market.Instrument(previous.Candidates[0])?.Kind != InstrumentKind.Index ? previous : Salient(mention.First) ?? _stocks.LastOrDefault(),
            _ when MainSubject(sentence) is { } main => main,
            _ => LastIsIndex ? _indices.LastOrDefault() : _stocks.LastOrDefault(),
        };
        if (found is null)
        {
            return [new SubjectReading(text, [], "reference", false, $"unnamed-subject: '{text}' refers to nothing named before.")];
        }

        if (!mention.Listing.IsEmpty)
        {
            var lines = found.Candidates.SelectMany(id => Gazetteer.LinesOf(id)).Distinct().Where(id => Market.Instrument(id)?.Exchange is { } mic && mention.Listing.Contains(mic)).ToImmutableArray();
            if (!lines.IsEmpty)
            {
                return [new SubjectReading(text, lines, $"inherited: '{text}' stands for {found.Text}; the listing is stated", lines.Length > 1)];
            }
        }

        var kind = Market.Instrument(found.Candidates[0])?.Kind == InstrumentKind.Index ? _indices : _stocks;
        var others = kind.Where(other => !other.Candidates.SequenceEqual(found.Candidates)).TakeLast(3).SelectMany(other => other.Candidates).Distinct().ToImmutableArray();
        return [found with { Text = text, How = Inherits(found, $"'{text}' stands for {found.Text}"), IsTakenFromBefore = false, Others = others }];
    }

    /// <summary>How a subject was inherited; one that was inherited before keeps the first reason, which names it.</summary>
    public static string Inherits(SubjectReading found, string reason) => found.How.StartsWith("inherited:", StringComparison.Ordinal) ? found.How : $"inherited: {reason}; {found.How}";

    /// <summary>The stock that the text has named most before a token, the latest among equals.</summary>
    private SubjectReading? Salient(int before)
    {
        var best = View.MentionsNear(before, Reach, 0).Where(mention => mention is { Kind: MentionKind.Named, Head: HeadKind.Stock } && !mention.Candidates.IsEmpty).TakeLast(Memory)
            .GroupBy(mention => mention.Candidates[0]).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Max(mention => mention.First)).FirstOrDefault();
        return best is null ? null : _stocks.LastOrDefault(subject => subject.Candidates.Contains(best.Key)) ?? Named(best.Last(), View.TextOf(best.Last().First, best.Last().End));
    }

    /// <summary>How many nouns before and after a description are looked at for names that it may mean.</summary>
    private const int Reach = 150;

    /// <summary>How many names back a text is remembered.</summary>
    private const int Memory = 40;

    /// <summary>"It" goes on with what the sentence before began with; one without a claim is passed over inside the paragraph.</summary>
    public SubjectReading? MainSubject(int sentence)
    {
        ClaimDraft? first = null;
        for (var i = Drafts.Count - 1; i >= 0; i--)
        {
            var (draft, at) = (Drafts[i], Drafts[i].Sentence);
            if (at < sentence - 1 && (first is not null && first.Sentence != at || View.Sentences[at].Paragraph != View.Sentences[sentence].Paragraph))
            {
                break;
            }

            if (at < sentence && !draft.Subject.Candidates.IsEmpty && !draft.Subject.IsProxy && (first is null || draft.First < first.First))
            {
                first = draft;
            }
        }

        return first?.Subject;
    }

    /// <summary>The subject of the claim before, for sentences that name none.</summary>
    /// <param name="sentence">The sentence's place.</param>
    /// <param name="at">The token of the number, or -1. In a list of moves of one sentence, with no noun between, the subject is no guess.</param>
    public SubjectReading Inherited(int sentence, int at = -1)
    {
        var previous = Recent(sentence, 2, draft => !draft.Subject.Candidates.IsEmpty);
        if (previous is not null && previous.Sentence == sentence && at >= previous.End && Enumerable.Range(previous.End, at - previous.End).All(i => View.MentionAt(i) is null && !View.Any(i, ";", "while", "as", "after", "with")))
        {
            return previous.Subject;
        }

        return previous is null
            ? new SubjectReading("", [], "none", false, "unnamed-subject: the sentence names nothing that could be measured.")
            : previous.Subject with { How = $"inherited: from '{previous.Subject.Text}' before; {previous.Subject.How}", IsTakenFromBefore = true };
    }
}
