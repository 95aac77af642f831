using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Finds the noun that a number or a word of movement is about.</summary>
internal sealed class SubjectFinder(DocumentView view)
{
    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "has", "have", "had", "was", "were", "is", "are", "be", "been", "being", "also", "then", "since", "briefly", "further", "just", "now", "already", "still", "both", "each", "all", "even", "ended", "end", "ending", "closed", "close", "closing", "finished", "finish", "trading", "traded", "to", "not", "would", "could", "will", "may", "might", "more", "than", "about", "nearly", "almost", "did", "went", "seen", "saw", "having", "opened", "rising", "falling", "only", "remains", "remain", "remained", "stood", "stands", "sits", "sat", "trades", "settled", "as", "much", "by", "a", "an", "another", "down", "up", "later", "again", "some", "currently", "alone", "last", "moved", "pushed", "bouncing", "continued", "managed", "climbing", "swung", "turned", "itself", "now", "hovering", "hovers", "changing", "valued", "expected", "forecast", "projected", "likely", "set", "poised",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Obliques = new[] { "with", "than", "like", "against", "versus", "vs", "unlike", "from", "by", "to", "into", "beating", "outpacing", "outperforming", "trailing", "beat", "alongside", "via", "through", "behind", "on", "at", "about", "as", "amid", "after", "before", "for", "in", "off" }.ToFrozenSet();

    private static readonly FrozenSet<string> CompanyNouns = new[] { "giant", "company", "firm", "maker", "automaker", "carmaker", "chipmaker", "retailer", "lender", "bank", "developer", "group", "conglomerate", "insurer", "operator", "titan", "behemoth", "manufacturer", "producer", "brand", "platform", "startup", "miner", "airline", "drugmaker", "planemaker", "exchange", "designer", "provider", "streamer", "builder", "homebuilder", "supplier", "seller", "utility", "carrier", "brewer", "landlord", "broker", "chain", "player", "name", "counter" }.ToFrozenSet();

    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "and", "but", "or", "while", "as", "then", "which", "that", "who", "it", "they", "when", "after", "before", "until", "also", "with", "by", "of", "the", "a", "an", "for", "in", "on", "at", "to", "from", "more", "than", "so", "far", "if", "though", "although", "because", "both", "all", "each", "well", "respectively", "having", "he", "she", "we", "you", "i", "there", "this", "whose", "what", "how", "where", "yet", "still", "day", "week", "month", "year", "session", "again", "now", "even", "earlier", "later", "ago", "friday's", "nonetheless", "nevertheless", "however", "meanwhile", "thus", "instead", "therefore", "only", "is", "was", "alone", "yes", "no", "less", "across", "plus", "versus", "its",
    }.ToFrozenSet();

    /// <summary>The nouns a verb or adverb at a token is about, the grammatical subject; empty when the sentence has none.</summary>
    /// <param name="cue">The token of the verb, adverb or number.</param>
    /// <param name="sentence">The sentence's place.</param>
    /// <returns>One mention, or all of a list that shares the verb.</returns>
    public List<Mention> Of(int cue, int sentence)
    {
        var bounds = view.Sentences[sentence];
        var head = GroupStart(cue, bounds.First);
        for (var guard = 0; guard < 12 && head > bounds.First; guard++)
        {
            var before = head - 1;
            if (InsertionEnding(sentence, head, cue) is { } start)
            {
                head = GroupStart(start, bounds.First);
                continue;
            }

            if (view.MentionAt(before) is { } mention)
            {
                if (mention.IsSpeaker && !mention.IsMarket)
                {
                    return Left(mention.First, sentence, cue);
                }

                // "Revenue of Birch rose": the figure rose, not the price.
                return view.Word(mention.First - 1) == "of" && view.MentionAt(mention.First - 2) is { Kind: MentionKind.Figure } figure ? [figure] : WithList(mention, bounds.First);
            }

            var token = view.Tokens[before];
            if (token.Kind == TokenKind.Possessive)
            {
                head = before;
                continue;
            }

            if (view.TimeAt(before) is { } time)
            {
                head = GroupStart(time.First, bounds.First);
                continue;
            }

            if (token.Is(","))
            {
                if (view.MentionAt(before - 1) is { } apposed && !apposed.IsSpeaker)
                {
                    return WithList(apposed, bounds.First);
                }

                if (before > bounds.First && view.Tokens[before - 1] is { Kind: TokenKind.Word, IsCapitalised: true } name && !FunctionWords.Contains(name.Lower) && view.TimeAt(before - 1) is null && !Places.IsPlace(name.Lower) && !name.Lower.EndsWith("ly", StringComparison.Ordinal))
                {
                    return [new Mention { First = before - 1, End = before, Kind = MentionKind.Unknown }];
                }

                // "revenue of 109 billion yuan, up 49%": what follows an amount is about what the amount is of.
                return Left(before, sentence, cue, view.QuantityAt(before - 1) is { Kind: QuantityKind.Money or QuantityKind.Number });
            }

            if (token.Lower is "which" or "who" && view.MentionAt(view.Word(before - 1) == "," ? before - 2 : before - 1) is { Kind: not MentionKind.Figure } antecedent)
            {
                return WithList(antecedent, antecedent.First);
            }

            if (token.Lower is "which" or "who" or "that" && CompanyNouns.Contains(view.Word(view.Word(before - 1) == "," ? before - 2 : before - 1)))
            {
                return [new Mention { First = before, End = before + 1, Kind = MentionKind.Reference, Head = HeadKind.Stock, IsMarket = true }];
            }

            if (token.Lower is "its" or "their" or "it")
            {
                return [new Mention { First = before, End = before + 1, Kind = MentionKind.Reference }];
            }

            if (token.Kind == TokenKind.Word && token.IsCapitalised && !token.Text.EndsWith('.') && !Places.IsPlace(token.Lower) && !FunctionWords.Contains(token.Lower) && view.TimeAt(before) is null)
            {
                var first = before;
                while (first > bounds.First && view.Tokens[first - 1] is { Kind: TokenKind.Word, IsCapitalised: true } && view.MentionAt(first - 1) is null)
                {
                    first--;
                }

                return [new Mention { First = first, End = before + 1, Kind = MentionKind.Unknown }];
            }

            if (token.Kind == TokenKind.Word && !FunctionWords.Contains(token.Lower) && !token.Lower.EndsWith("ly", StringComparison.Ordinal) && !Directions.IsVerb(token.Lower) && view.QuantityAt(before) is null)
            {
                if (CompanyNouns.Contains(token.Lower))
                {
                    return [new Mention { First = before, End = before + 1, Kind = MentionKind.Reference, Head = HeadKind.Stock }];
                }

                return token.Lower.EndsWith('s') || token.Lower is "sibling" or "cousin" or "counterpart" or "peer" or "rival" or "sector" or "group" or "industry" or "market" or "benchmark"
                    ? [new Mention { First = before, End = before + 1, Kind = MentionKind.Unknown }]
                    : Left(before, sentence, cue);
            }

            return Left(before, sentence, cue);
        }

        return [];
    }

    /// <summary>The nearest noun to the left that can be a subject, skipping insertions, speakers and objects of prepositions.</summary>
    /// <param name="from">The token to look left from.</param>
    /// <param name="sentence">The sentence's place.</param>
    /// <param name="cue">The token whose subject is sought.</param>
    /// <param name="figures">Whether a figure (profit, exports) may be the subject.</param>
    public List<Mention> Left(int from, int sentence, int cue, bool figures = false)
    {
        var bounds = view.Sentences[sentence];
        Mention? fallback = null;
        for (var i = from - 1; i >= bounds.First; i--)
        {
            if (InsertionEnding(sentence, i + 1, cue) is { } start)
            {
                i = start;
                continue;
            }

            if (view.Word(i) == ";")
            {
                break;
            }

            if (view.MentionAt(i) is not { } mention)
            {
                continue;
            }

            i = mention.First;
            if (mention.Kind == MentionKind.Figure && figures)
            {
                return [mention];
            }

            if ((mention.IsSpeaker && !mention.IsMarket) || mention.Kind == MentionKind.Figure)
            {
                continue;
            }

            if (IsOblique(mention, bounds.First))
            {
                fallback ??= mention;
                continue;
            }

            return WithList(mention, bounds.First);
        }

        return fallback is null ? [] : WithList(fallback, bounds.First);
    }

    /// <summary>The noun after a move: <c>a 25% surge in Chinese tech stocks</c>; or null.</summary>
    public Mention? After(int from, int end)
    {
        var i = from;
        if (!view.Any(i, "in", "for", "by", "of", "on", "from", "at"))
        {
            return null;
        }

        i++;
        for (var steps = 0; i < end && steps < 5; i++, steps++)
        {
            if (view.MentionAt(i) is { } mention)
            {
                return mention;
            }

            if (view.TimeAt(i) is not null || view.QuantityAt(i) is not null || view.Tokens[i].Kind == TokenKind.Symbol)
            {
                return null;
            }

            if (view.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true } && !Places.IsPlace(view.Word(i)) && view.MentionAt(i + 1) is null)
            {
                return new Mention { First = i, End = i + 1, Kind = MentionKind.Unknown };
            }
        }

        return null;
    }

    /// <summary>The possessor right before a token, past articles, hedges and adjectives: <c>the index's nearly 30% increase</c>; or null.</summary>
    public Mention? Possessor(int i, int floor)
    {
        var at = i - 1;
        for (var steps = 0; at >= floor && steps < 6; at--, steps++)
        {
            if (view.Tokens[at].Kind == TokenKind.Possessive)
            {
                return view.MentionAt(at - 1);
            }

            if (view.Word(at) is "its" or "their")
            {
                return new Mention { First = at, End = at + 1, Kind = MentionKind.Reference };
            }

            if (view.MentionAt(at) is not null || view.Tokens[at].Kind is TokenKind.Symbol || view.QuantityAt(at) is not null || Directions.IsVerb(view.Word(at)) || Obliques.Contains(view.Word(at)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>All members of a list that ends with a mention: <c>Acorn, Birch, Cedar and Dover</c>.</summary>
    public List<Mention> WithList(Mention last, int floor)
    {
        var list = new List<Mention> { last };
        if (last.Kind is not (MentionKind.Named or MentionKind.Outsider))
        {
            return list;
        }

        while (true)
        {
            var i = list[0].First - 1;
            var words = 0;
            var separated = false;
            Mention? before = null;
            for (; i >= floor; i--)
            {
                if (view.MentionAt(i) is { } mention)
                {
                    before = mention;
                    break;
                }

                var word = view.Word(i);
                if (word is "," or "and" or "&" or "plus")
                {
                    words = separated && words > 0 ? 99 : 0;
                    separated = true;
                }
                else if (view.Tokens[i].Kind == TokenKind.Word && !Directions.TryGet(word, out _) && !FunctionWords.Contains(word) && !Auxiliaries.Contains(word) && words < 5 || word is "the" or "a")
                {
                    words++;
                }
                else
                {
                    words = 99;
                }

                if (words >= 99 || (separated && words > 0))
                {
                    break;
                }
            }

            if (before is null || !separated || before.Kind is not (MentionKind.Named or MentionKind.Outsider) || before.IsSpeaker)
            {
                return list;
            }

            list.Insert(0, before);
        }
    }

    private bool IsOblique(Mention mention, int floor)
    {
        var before = mention.First - 1;
        while (before >= floor && view.Any(before, "the", "a", "an", "its", "their"))
        {
            before--;
        }

        if (before < floor || !Obliques.Contains(view.Word(before)))
        {
            return false;
        }

        // "with Acorn falling": a preposition before a noun that moves is no objection.
        for (var i = mention.End; i < mention.End + 3; i++)
        {
            if (view.Word(i) is "," or ";" or ".")
            {
                break;
            }

            if (Directions.TryGet(view.Word(i), out _) || Directions.IsHolder(view.Word(i)) || Directions.IsClose(view.Word(i)) || view.Word(i) is "at" or "hitting" or "trading" or "leading")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first token of the verb group that ends before a token.</summary>
    private int GroupStart(int cue, int floor)
    {
        var i = cue;
        while (i > floor && view.MentionAt(i - 1) is null && view.TimeAt(i - 1) is null && (Auxiliaries.Contains(view.Word(i - 1)) || (view.Word(i - 1).EndsWith("ly", StringComparison.Ordinal) && view.Tokens[i - 1].Kind == TokenKind.Word)))
        {
            i--;
        }

        return i;
    }

    /// <summary>The start of the insertion that ends at a token and does not hold the cue, or null.</summary>
    private int? InsertionEnding(int sentence, int end, int cue)
    {
        foreach (var (first, stop) in view.Insertions(sentence))
        {
            if (stop == end && !(cue >= first && cue < stop))
            {
                return first;
            }
        }

        return null;
    }
}
