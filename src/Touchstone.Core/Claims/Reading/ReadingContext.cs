using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>What is known while a text is read from first to last sentence: the text, the package's names, and what was spoken of before.</summary>
internal sealed partial class ReadingContext(DocumentView view, Gazetteer gazetteer, Market market)
{
    private readonly List<SubjectReading> _indices = [];
    private readonly List<SubjectReading> _stocks = [];

    // Asked by every claim of a sentence.
    private (int First, int End, string? Name) _speaker = (-1, -1, null);

    public DocumentView View { get; } = view;

    public Gazetteer Gazetteer { get; } = gazetteer;

    public Market Market { get; } = market;

    public SubjectFinder Subjects { get; } = new(view);

    /// <summary>Drafts so far.</summary>
    public List<ClaimDraft> Drafts { get; } = [];

    /// <summary>Quantities that a frame has used.</summary>
    public HashSet<Quantity> Used { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Times that a frame has used.</summary>
    public HashSet<TimeMention> UsedTimes { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Tokens that a claim of a fixed phrase covers, so that no other frame reads them again.</summary>
    public bool[] Settled { get; } = new bool[view.Tokens.Count];

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

    /// <summary>The index last spoken of, or null.</summary>
    public SubjectReading? LastIndex => _indices.LastOrDefault();

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
                return [Recalled(mention, text) is { } recalled ? recalled with { IsProxy = true, IsInferred = true, IsTakenFromBefore = false, How = $"inferred: '{text}' names no list; indices of the text that fit were tried" } : Described(mention, text)];
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

    /// <summary>"rose 6.3% in Hong Kong": the exchanges of the one place that the mention's sentence trades in, or none.</summary>
    private string[] PlaceOf(Mention mention)
    {
        string[] found = [];
        var first = mention.First;
        while (first > 0 && View.Tokens[first - 1].Kind != TokenKind.Break && !View.Any(first - 1, ".", ";") && mention.First - first < 30)
        {
            first--;
        }

        for (var i = first; i < Math.Min(mention.End + 25, View.Tokens.Count) && !View.Any(i, ".", ";") && View.Tokens[i].Kind != TokenKind.Break; i++)
        {
            if (View.Any(i, "in", "on") && Places.Read(View.Tokens, i + 1, out var exchanges) is var end && end > i + 1 && !View.Any(end, "stocks", "shares", "markets", "index"))
            {
                if (found.Length > 0 && !found.SequenceEqual(exchanges))
                {
                    return [];
                }

                found = exchanges;
            }
        }

        return found;
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

        if (ids.Length > 1 && PlaceOf(mention) is { Length: > 0 } place)
        {
            var there = ids.Where(id => Market.Instrument(id)?.Exchange is { } mic && place.Contains(mic)).ToImmutableArray();
            if (!there.IsEmpty)
            {
                return new SubjectReading(text, there, "named: the sentence names the place of trading", there.Length > 1);
            }
        }

        return ids.Length == 1 ? new SubjectReading(text, ids, "named", false) : new SubjectReading(text, ids, "issuer: the listing is not stated, all lines were tried", true);
    }

    /// <summary>Who is quoted in a sentence, or null.</summary>
    public string? SpeakerIn(Sentence sentence)
    {
        if (_speaker.First != sentence.First || _speaker.End != sentence.End)
        {
            _speaker = (sentence.First, sentence.End, FindSpeaker(sentence));
        }

        return _speaker.Name;
    }

    private string? FindSpeaker(Sentence sentence)
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
