using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>A text with everything found in it, by token.</summary>
internal sealed class DocumentView
{
    private readonly string[] _words;
    private readonly int[] _mentionAt;
    private readonly int[] _timeAt;
    private readonly int[] _quantityAt;
    private readonly List<(int First, int End)>[] _insertions;

    public DocumentView(string text, Gazetteer gazetteer, Market market)
    {
        Text = text;
        Tokens = Tokenizer.Read(text);
        _words = Words.Of(Tokens);
        Sentences = Claims.Sentences.Split(Tokens);
        Taken = new bool[Tokens.Count];
        Events = new (string Id, int End)?[Tokens.Count];
        Mentions = MentionReader.Read(Tokens, gazetteer, market, Taken, Events);
        NameMask.Mark(Tokens, Taken);
        var named = InEvents();
        Times = [.. TimeReader.Read(Tokens, i => Events[i]).Where(time => !named[time.First])];
        var masked = (bool[])Taken.Clone();
        foreach (var time in Times)
        {
            for (var i = time.First; i < time.End; i++)
            {
                masked[i] = true;
            }
        }

        Quantities = QuantityReader.Read(Tokens, masked);
        _mentionAt = Fill(Mentions.Select(mention => (mention.First, mention.End)));
        _timeAt = Fill(Times.Select(time => (time.First, time.End)));
        _quantityAt = Fill(Quantities.Select(quantity => (quantity.First, quantity.End)));
        _insertions = new List<(int, int)>[Sentences.Count];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public List<Token> Tokens { get; }

    /// <summary>Its sentences.</summary>
    public List<Sentence> Sentences { get; }

    /// <summary>Tokens that belong to names.</summary>
    public bool[] Taken { get; }

    /// <summary>Events by the token their name starts at.</summary>
    public (string Id, int End)?[] Events { get; }

    /// <summary>Nouns, in order.</summary>
    public List<Mention> Mentions { get; }

    /// <summary>Times, in order.</summary>
    public List<TimeMention> Times { get; }

    /// <summary>Quantities, in order.</summary>
    public List<Quantity> Quantities { get; }

    /// <summary>The word at a token in lower case, or nothing outside the text.</summary>
    public string Word(int i) => i >= 0 && i < _words.Length ? _words[i] : "";

    /// <summary>Whether the word at a token is one of some.</summary>
    public bool Any(int i, params ReadOnlySpan<string> words) => Words.IsAny(Word(i), words);

    /// <summary>Whether the word at a token is this one. With few words no list of them is made, which thousands of questions for each text would have to fill and clear.</summary>
    public bool Any(int i, string word) => Word(i) == word;

    /// <summary>Whether the word at a token is one of two.</summary>
    public bool Any(int i, string first, string second) => Words.IsAny(Word(i), first, second);

    /// <summary>Whether the word at a token is one of three.</summary>
    public bool Any(int i, string first, string second, string third) => Words.IsAny(Word(i), first, second, third);

    /// <summary>Whether the word at a token is one of four.</summary>
    public bool Any(int i, string first, string second, string third, string fourth) => Words.IsAny(Word(i), first, second, third, fourth);

    /// <summary>The mention that covers a token, or null.</summary>
    public Mention? MentionAt(int i) => i >= 0 && i < Tokens.Count && _mentionAt[i] >= 0 ? Mentions[_mentionAt[i]] : null;

    /// <summary>The time that covers a token, or null.</summary>
    public TimeMention? TimeAt(int i) => i >= 0 && i < Tokens.Count && _timeAt[i] >= 0 ? Times[_timeAt[i]] : null;

    /// <summary>The quantity that covers a token, or null.</summary>
    public Quantity? QuantityAt(int i) => i >= 0 && i < Tokens.Count && _quantityAt[i] >= 0 ? Quantities[_quantityAt[i]] : null;

    /// <summary>The mentions inside a sentence.</summary>
    public IEnumerable<Mention> MentionsIn(Sentence sentence) => Within(Mentions, sentence, mention => mention.First);

    /// <summary>Mentions around a token: so many that start before it, so many that start at or after it.</summary>
    public List<Mention> MentionsNear(int token, int before, int after)
    {
        var (low, high) = (0, Mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Mentions[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        var first = Math.Max(0, low - before);
        return Mentions.GetRange(first, Math.Min(Mentions.Count, low + after) - first);
    }

    /// <summary>The times inside a sentence.</summary>
    public IEnumerable<TimeMention> TimesIn(Sentence sentence) => Within(Times, sentence, time => time.First);

    /// <summary>The quantities inside a sentence.</summary>
    public IEnumerable<Quantity> QuantitiesIn(Sentence sentence) => Within(Quantities, sentence, quantity => quantity.First);

    /// <summary>The text from one token up to another.</summary>
    public string TextOf(int first, int end) => end <= first ? "" : Text[Tokens[first].Start..Tokens[end - 1].End];

    /// <summary>Insertions of a sentence between commas, brackets or dashes: <c>, which includes Acorn,</c>.</summary>
    public List<(int First, int End)> Insertions(int sentence) => _insertions[sentence] ??= InsertionReader.Read(this, Sentences[sentence]);

    /// <summary>The items of an ordered list that start inside a sentence, found by bisection.</summary>
    private static IEnumerable<T> Within<T>(List<T> items, Sentence sentence, Func<T, int> first)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = first(items[middle]) < sentence.First ? (middle + 1, high) : (low, middle);
        }

        for (; low < items.Count && first(items[low]) < sentence.End; low++)
        {
            yield return items[low];
        }
    }

    /// <summary>Tokens inside the names of events: a day or number there is part of the name.</summary>
    private bool[] InEvents()
    {
        var inside = new bool[Tokens.Count];
        for (var i = 0; i < Events.Length; i++)
        {
            for (var k = i; Events[i] is { } named && k < named.End; k++)
            {
                inside[k] = true;
            }
        }

        return inside;
    }

    private int[] Fill(IEnumerable<(int First, int End)> spans)
    {
        var at = new int[Tokens.Count];
        Array.Fill(at, -1);
        var index = 0;
        foreach (var (first, end) in spans)
        {
            for (var i = first; i < end; i++)
            {
                at[i] = index;
            }

            index++;
        }

        return at;
    }
}
