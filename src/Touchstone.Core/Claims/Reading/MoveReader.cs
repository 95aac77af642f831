namespace Touchstone.Claims;

/// <summary>A number of movement with its direction and subjects.</summary>
/// <param name="Sign">+1 up, -1 down, 0 not told.</param>
/// <param name="First">The first token of the words that say it.</param>
/// <param name="End">The token after them.</param>
/// <param name="Mentions">The nouns it is about, in reading order; empty when the sentence names none.</param>
/// <param name="IsClose">Whether the words say where a session ended.</param>
internal readonly record struct MoveReading(int Sign, int First, int End, List<Mention> Mentions, bool IsClose);

/// <summary>Finds the direction and the subject of a number of movement.</summary>
internal sealed class MoveReader(ReadingContext context)
{
    private const int Reach = 9;

    private DocumentView View => context.View;

    /// <summary>The movement that a quantity measures, or null when no word of movement stands with it.</summary>
    public MoveReading? Of(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var noun = View.Any(quantity.End, "daily") ? quantity.End + 1 : quantity.End;
        if (View.Any(noun, "limit", "cap", "threshold", "tariff", "tariffs", "duty", "duties", "stake", "chance", "odds", "probability", "tax", "quota", "coupon", "levy", "discount", "premium", "margin", "interest", "chances", "likelihood", "deeper", "owned"))
        {
            return null;
        }

        return Distance(quantity, sentence, bounds) ?? RightNoun(quantity, sentence, bounds) ?? RightAdverb(quantity, sentence) ?? LeftWord(quantity, sentence, bounds) ?? Marked(quantity, sentence);
    }

    /// <summary><c>28% below its Feb. 19 high</c>, <c>1.2% above the April 2 close</c>.</summary>
    private MoveReading? Distance(Quantity quantity, int sentence, Sentence bounds)
    {
        var i = quantity.End;
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Points) || !View.Any(i, "below", "above", "off", "short", "under"))
        {
            return null;
        }

        for (var k = i + 1; k < Math.Min(i + 10, bounds.End); k++)
        {
            if (View.Any(k, "high", "highs", "peak", "record", "low", "lows", "trough", "close", "level", "bottom", "where"))
            {
                return new MoveReading(View.Any(i, "above") ? 1 : -1, quantity.First, i, context.Subjects.Of(quantity.First, sentence), false);
            }

            if (View.Word(k) is "," or ";" or ".")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>closed 5.6% higher</c>.</summary>
    private MoveReading? RightAdverb(Quantity quantity, int sentence)
    {
        var i = quantity.End;
        if (Coloured(i) is { } colour)
        {
            return new MoveReading(colour, quantity.First, i + 3, context.Subjects.Of(quantity.First, sentence), false);
        }

        if (!View.Any(i, "higher", "lower", "up", "down", "stronger", "weaker", "better", "worse", "firmer", "softer", "ahead") || (View.Any(i, "up", "down") && View.Any(i + 1, "from", "to")))
        {
            return null;
        }

        Directions.TryGet(View.Word(i), out var move);
        var close = Enumerable.Range(1, 4).Any(back => Directions.IsClose(View.Word(quantity.First - back)));
        return new MoveReading(move.Sign, quantity.First, i + 1, context.Subjects.Of(quantity.First, sentence), close);
    }

    /// <summary><c>14% in the red</c>, <c>48% to the good</c>.</summary>
    private int? Coloured(int i) =>
        View.Any(i, "in") && View.Any(i + 1, "the") ? View.Any(i + 2, "red", "hole") ? -1 : View.Any(i + 2, "black", "green") ? 1 : null
        : View.Any(i, "to") && View.Any(i + 1, "the") && View.Any(i + 2, "good") ? 1
        : null;

    /// <summary><c>a nearly 30% increase</c>, <c>a 25% surge in Chinese tech stocks</c>.</summary>
    private MoveReading? RightNoun(Quantity quantity, int sentence, Sentence bounds)
    {
        var i = quantity.End;
        var limit = Math.Min(i + 5, bounds.End);
        while (i < limit && (View.TimeAt(i) is not null || View.Any(i, "weekly", "monthly", "annual", "daily", "intraday", "percentage", "price", "share", "overall", "cumulative", "potential", "total", "one", "day", "single", "week", "year", "quarterly", "straight", "market", "stock", "-")))
        {
            i++;
        }

        if (i >= limit || !Directions.TryNoun(View.Word(i), out var sign) || (i == quantity.End && View.Any(i, "return") && View.Any(i + 1, "to")))
        {
            return null;
        }

        // "rose 2%, gains ..." the noun must stand right after.
        var mentions = new List<Mention>();
        if (context.Subjects.After(i + 1, bounds.End) is { } after && after.Kind != MentionKind.Figure)
        {
            mentions = context.Subjects.WithList(after, bounds.First);
        }
        else if (context.Subjects.Possessor(quantity.First, bounds.First) is { } owner)
        {
            mentions = [owner];
        }
        else if (context.Subjects.After(i + 1, bounds.End) is { } figure)
        {
            mentions = [figure];
        }

        if (mentions.Count == 0)
        {
            var holder = Holder(quantity.First, bounds.First);
            mentions = holder >= 0 ? context.Subjects.Of(holder, sentence) : context.Subjects.Left(quantity.First, sentence, quantity.First, true);
        }

        return new MoveReading(sign, quantity.First, i + 1, mentions, false);
    }

    private int Holder(int from, int floor)
    {
        for (var i = from - 1; i >= floor && i > from - 8; i--)
        {
            if (View.Word(i) is "," or ";")
            {
                return -1;
            }

            if (Directions.IsHolder(View.Word(i)) || Directions.IsClose(View.Word(i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>rose by 13%</c>, <c>up 41%</c>, <c>an increase of nearly 13%</c>.</summary>
    private MoveReading? LeftWord(Quantity quantity, int sentence, Sentence bounds)
    {
        if (quantity.Kind is QuantityKind.Money or QuantityKind.Points && View.Any(quantity.First - 1, "at", "to"))
        {
            // "up 41% at $119.54": a level, not a move.
            return null;
        }

        for (var i = quantity.First - 1; i >= bounds.First && i >= quantity.First - Reach; i--)
        {
            var word = View.Word(i);
            if (word is ";" or ")" or "while" || (word == "," && !IsOr(i + 1, quantity)))
            {
                return null;
            }

            if (View.QuantityAt(i) is { } other)
            {
                // "fell 123 points, or 1.2%": the same move twice; "rose 2% and 3%" shares its verb.
                if (other.Kind == quantity.Kind && !IsChained(other, quantity))
                {
                    return null;
                }

                i = other.First;
                continue;
            }

            if (View.MentionAt(i) is not null)
            {
                return null;
            }

            if (Phrasal(i) is { } phrasal)
            {
                return new MoveReading(phrasal, i - 1, quantity.End, context.Subjects.Of(i - 1, sentence), false);
            }

            if (View.Any(i, "defined", "definition"))
            {
                return null;
            }

            if (!Directions.TryGet(word, out var move) || word is "above" or "below" or "stronger" or "weaker" || (word is "higher" or "lower" or "more" or "better" or "worse" && View.Word(i + 1) == "than") || (word is "ahead" && View.Word(i + 1) == "of"))
            {
                continue;
            }

            if (word == "up" && View.Any(i + 1, "to") && View.Any(i - 1, "made", "make", "makes", "making"))
            {
                return null;
            }

            var nounSign = 0;
            var noun = Directions.TryNoun(word, out nounSign) && View.Any(i + 1, "of", "to") && !View.Any(i - 1, "to", "will", "would", "could", "may", "might", "stocks", "shares");
            if (noun)
            {
                var mentions = context.Subjects.After(quantity.End, bounds.End) is { } after && View.Any(quantity.End, "in", "for") ? context.Subjects.WithList(after, bounds.First) : [];
                if (mentions.Count == 0 && context.Subjects.Possessor(i, bounds.First) is { } owner)
                {
                    mentions = [owner];
                }

                if (mentions.Count == 0)
                {
                    var holder = Holder(i, bounds.First);
                    mentions = context.Subjects.Of(holder >= 0 ? holder : i, sentence);
                }

                return new MoveReading(nounSign, i, quantity.End, mentions, false);
            }

            var close = Directions.IsClose(View.Word(i - 1));
            return new MoveReading(move.Sign, i, quantity.End, context.Subjects.Of(i, sentence), close);
        }

        return null;
    }

    /// <summary><c>put on 1.7%</c>, <c>gave up 4%</c>, <c>gave back 3%</c>.</summary>
    private int? Phrasal(int i) =>
        View.Any(i, "on") && View.Any(i - 1, "put", "puts", "putting", "tacked", "tacking", "piled") ? 1
        : View.Any(i, "back") && View.Any(i - 1, "clawed", "clawing", "won") ? 1
        : View.Any(i, "up", "back") && View.Any(i - 1, "gave", "give", "gives", "giving", "given", "handed") ? -1
        : null;

    private bool IsOr(int i, Quantity quantity) => View.Any(i, "or", "about", "roughly") && i <= quantity.First;

    private bool IsChained(Quantity first, Quantity second)
    {
        for (var i = first.End; i < second.First; i++)
        {
            if (!(View.Word(i) is "," or "and" or "or" or "more" or "than" or "nearly" or "about" or "almost"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>HSI +1.2%</c>, <c>Acorn (-3.2%)</c>.</summary>
    private MoveReading? Marked(Quantity quantity, int sentence)
    {
        if (!quantity.Negative && !quantity.Positive)
        {
            return null;
        }

        var before = quantity.First - 1;
        while (View.Any(before, "(", ":", "|", ",", "*", "\u2013", "\u2014", "-") || View.QuantityAt(before) is { Kind: QuantityKind.Number or QuantityKind.Money or QuantityKind.Points })
        {
            before = View.QuantityAt(before) is { } number ? number.First - 1 : before - 1;
        }

        return View.MentionAt(before) is { } mention
            ? new MoveReading(quantity.Negative ? -1 : 1, quantity.First, quantity.End, [mention], false)
            : new MoveReading(quantity.Negative ? -1 : 1, quantity.First, quantity.End, context.Subjects.Left(quantity.First, sentence, quantity.First), false);
    }
}
