using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>What is known while a text is read from first to last sentence: the text, the package's names, and what was spoken of before.</summary>
internal sealed class ReadingContext(DocumentView view, Gazetteer gazetteer, Market market)
{
    private readonly List<SubjectReading> _indices = [];
    private readonly List<SubjectReading> _stocks = [];

    public DocumentView View { get; } = view;

    public Gazetteer Gazetteer { get; } = gazetteer;

    public Market Market { get; } = market;

    public SubjectFinder Subjects { get; } = new(view);

    /// <summary>Drafts so far.</summary>
    public List<ClaimDraft> Drafts { get; } = [];

    /// <summary>Quantities that a frame has used.</summary>
    public HashSet<Quantity> Used { get; } = [];

    /// <summary>Times that a frame has used.</summary>
    public HashSet<TimeMention> UsedTimes { get; } = [];

    /// <summary>The time that a heading such as "Year to date:" gives to the lines under it, or null.</summary>
    public TimeMention? Heading { get; set; }

    /// <summary>The sentence of the heading.</summary>
    public int HeadingSentence { get; set; }

    /// <summary>The session that the text last named: a weekday or date.</summary>
    public TimeMention? Session { get; set; }

    /// <summary>The last draft that fits, no further back than some sentences; or null.</summary>
    public ClaimDraft? Recent(int sentence, int back, Func<ClaimDraft, bool> fits)
    {
        for (var i = Drafts.Count - 1; i >= 0 && Drafts[i].Sentence >= sentence - back; i--)
        {
            if (fits(Drafts[i]))
            {
                return Drafts[i];
            }
        }

        return null;
    }

    /// <summary>Adds a draft and remembers its subject for later references.</summary>
    public void Add(ClaimDraft draft)
    {
        Drafts.Add(draft);
        if (draft.Quantity is { } quantity)
        {
            Used.Add(quantity);
        }

        foreach (var time in new[] { draft.Time, draft.Since, draft.Following, draft.BaseTime }.OfType<TimeMention>())
        {
            UsedTimes.Add(time);
        }

        Remember(draft.Subject);
        if (draft.Time is { IsSession: true } session && session.Kind != TimeKind.OneDay && draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level && draft.TimeHow == "stated")
        {
            Session = session;
        }
    }

    /// <summary>Remembers a subject for "the index", "the stock" and "it".</summary>
    public void Remember(SubjectReading subject)
    {
        if (subject.Candidates.IsEmpty)
        {
            return;
        }

        if (subject.IsProxy)
        {
            return;
        }

        var list = Market.Instrument(subject.Candidates[0])?.Kind == InstrumentKind.Index ? _indices : _stocks;
        list.RemoveAll(known => known.Candidates.SequenceEqual(subject.Candidates));
        list.Add(subject);
        LastIsIndex = list == _indices;
    }

    /// <summary>The subject last spoken of, or null.</summary>
    public SubjectReading? Last => LastIsIndex ? _indices.LastOrDefault() : _stocks.LastOrDefault();

    /// <summary>Whether the last subject was an index.</summary>
    private bool LastIsIndex { get; set; }

    /// <summary>What a mention is about; one reading for most, several for "both indices".</summary>
    public ImmutableArray<SubjectReading> Resolve(Mention mention, int sentence)
    {
        var text = View.TextOf(mention.First, mention.End);
        switch (mention.Kind)
        {
            case MentionKind.Named:
                return [Named(mention, text)];
            case MentionKind.Described when mention.Candidates.IsEmpty && mention.Head == HeadKind.Index:
                return [Recalled(mention, text) ?? Described(mention, text)];
            case MentionKind.Described when mention.Candidates.IsEmpty && mention.Theme is not null:
                return [Recalled(mention, text) is { } recalled ? recalled with { IsProxy = true, IsInferred = true, How = $"inferred: '{text}' names no list; indices of the text that fit were tried" } : Described(mention, text)];
            case MentionKind.Described:
                return [Described(mention, text)];
            case MentionKind.Reference:
                return Referred(mention, text, sentence);
            case MentionKind.Outsider:
                return [new SubjectReading(text, [], "named", false, $"no-data: the package holds no series of {text}.")];
            case MentionKind.Figure:
                return [new SubjectReading(text, [], "named", false, $"no-data: the package holds no {text} figures.")];
            default:
                return [new SubjectReading(text, [], "named", false, View.Tokens[mention.First].IsCapitalised ? $"no-data: the package knows no instrument named {text}." : $"undefined-basket: which {text} are meant is not stated.")];
        }
    }

    private SubjectReading Named(Mention mention, string text)
    {
        var ids = mention.Candidates;
        var first = Market.Instrument(ids[0])!;
        if (first.Kind == InstrumentKind.Market && Market.Prices(first.Id) is null)
        {
            var stands = Market.Rows.Instruments.Where(other => other.Kind == InstrumentKind.Index && other.Exchange == first.Exchange && Market.Prices(other.Id) is not null).Select(other => other.Id).ToImmutableArray();
            return stands.IsEmpty
                ? new SubjectReading(text, [], "named", false, $"no-data: the package holds no prices of {first.Name}.")
                : new SubjectReading(text, stands, $"inferred: indices of {first.Name} stand in", true) { IsProxy = true };
        }

        if (!mention.Listing.IsEmpty)
        {
            var listed = ids.Where(id => Market.Instrument(id)?.Exchange is { } mic && mention.Listing.Contains(mic)).ToImmutableArray();
            if (!listed.IsEmpty)
            {
                return new SubjectReading(text, listed, "named: the listing is stated", listed.Length > 1);
            }
        }

        return ids.Length == 1 ? new SubjectReading(text, ids, "named", false) : new SubjectReading(text, ids, "issuer: the listing is not stated, all lines were tried", true);
    }

    /// <summary>Candidates that the article names come first, the nearest before the others.</summary>
    private (ImmutableArray<InstrumentId> Candidates, int Named) Preferred(Mention mention)
    {
        var named = View.Mentions.Where(other => other.Kind == MentionKind.Named).OrderBy(other => Math.Abs(other.First - mention.First)).SelectMany(other => other.Candidates).Where(mention.Candidates.Contains).Distinct().ToList();
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
            return known with { Text = text, How = $"inherited: '{text}' stands for {known.Text}; {known.How}" };
        }

        var named = View.Mentions.Where(other => other.Kind == MentionKind.Named && other.Head == HeadKind.Index && Fits(mention, other.Candidates[0])).Select(other => other.Candidates[0]).Distinct();
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
                return [.. list.TakeLast(mention.Several).Select(subject => subject with { How = $"inherited: '{text}' stands for the last {mention.Several} named; {subject.How}" })];
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
        return [found with { Text = text, How = $"inherited: '{text}' stands for {found.Text}; {found.How}", Others = others }];
    }

    /// <summary>The stock that the text has named most before a token, the latest among equals.</summary>
    private SubjectReading? Salient(int before)
    {
        var best = View.Mentions.TakeWhile(mention => mention.First < before).Where(mention => mention is { Kind: MentionKind.Named, Head: HeadKind.Stock } && !mention.Candidates.IsEmpty).TakeLast(Memory)
            .GroupBy(mention => mention.Candidates[0]).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Max(mention => mention.First)).FirstOrDefault();
        return best is null ? null : _stocks.LastOrDefault(subject => subject.Candidates.Contains(best.Key)) ?? Named(best.Last(), View.TextOf(best.Last().First, best.Last().End));
    }

    /// <summary>How many names back a text is remembered.</summary>
    private const int Memory = 40;

    /// <summary>"It" goes on with what the sentence before began with.</summary>
    private SubjectReading? MainSubject(int sentence)
    {
        SubjectReading? first = null;
        for (var i = Drafts.Count - 1; i >= 0 && Drafts[i].Sentence >= sentence - 1; i--)
        {
            if (Drafts[i].Sentence == sentence - 1 && !Drafts[i].Subject.Candidates.IsEmpty && !Drafts[i].Subject.IsProxy)
            {
                first = Drafts[i].Subject;
            }
        }

        return first;
    }

    /// <summary>The subject of the claim before, for sentences that name none.</summary>
    public SubjectReading Inherited(int sentence)
    {
        var previous = Recent(sentence, 2, draft => !draft.Subject.Candidates.IsEmpty);
        return previous is null
            ? new SubjectReading("", [], "none", false, "unnamed-subject: the sentence names nothing that could be measured.")
            : previous.Subject with { How = $"inherited: from '{previous.Subject.Text}' before; {previous.Subject.How}" };
    }

    /// <summary>Who is quoted in a sentence, or null.</summary>
    public string? SpeakerIn(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (View.Word(i) == "according" && View.Word(i + 1) == "to")
            {
                var end = i + 2;
                while (end < sentence.End && View.Word(end) is not ("," or "." or ";") && end < i + 14 && !View.Any(end, "which", "that"))
                {
                    end++;
                }

                return View.TextOf(i + 2, end);
            }

            if (View.Any(i, "said", "says", "wrote", "noted", "warn", "warned", "anticipate", "reports", "estimates", "estimated", "commented", "anticipates", "expects", "predicted", "predicts", "forecasts"))
            {
                var end = i;
                var first = i;
                while (first > sentence.First && (View.Tokens[first - 1].IsCapitalised || View.Any(first - 1, "analysts", "strategists", "economists", "at", "of", "analyst", "economist", "strategist")) && View.Tokens[first - 1].Kind != TokenKind.Break)
                {
                    first--;
                }

                if (first < end)
                {
                    return View.TextOf(first, end);
                }
            }
        }

        return null;
    }
}
