using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Moves told in words alone: <c>Chinese tech stocks soared</c>, <c>had struggled for years</c>.</summary>
internal sealed class SignFrames(ReadingContext context)
{
    private DocumentView View => context.View;

    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (context.Settled[i])
            {
                continue;
            }

            if (Told(i, bounds, out var first, out var end, out var sign))
            {
                var (from, to) = (first, end);
                if (context.Recent(sentence, 0, draft => draft.First < to + 6 && draft.End > from - 3 && draft.Metric is not (ClaimMetric.EventIn or ClaimMetric.Member)) is null)
                {
                    Add(first, end, sign, sentence, bounds);
                }

                i = end - 1;
            }
        }
    }

    /// <summary>A past or perfect verb of movement, a noun of movement after a holding verb, or a verb of fortune.</summary>
    private bool Told(int i, Sentence bounds, out int first, out int end, out int sign)
    {
        first = i;
        end = i + 1;
        sign = 0;
        if (View.MentionAt(i) is not null || View.TimeAt(i) is not null)
        {
            return false;
        }

        var word = View.Word(i);
        var perfect = View.Any(i - 1, "has", "have", "had", "been") || View.Any(i - 2, "has", "have", "had");
        if (Directions.TryGet(word, out var move) && (move.Form == MoveForm.PastVerb || (perfect && move.Form == MoveForm.Verb && word.EndsWith("ing", StringComparison.Ordinal))))
        {
            sign = move.Sign;
            return IsIntransitive(end) && word is not ("added" or "increased" or "returned" or "lost" or "eased" or "erased" or "wiped" or "picked" or "grown" or "grew" or "declined") && !View.Any(end, "from", "the", "an", "a", "its", "their", "to");
        }

        sign = word switch { "struggled" or "underperformed" or "suffered" => -1, "depressed" => -1, "weighed" when View.Any(i + 1, "on") => -1, "benefited" or "benefitted" or "outperformed" => 1, _ => 0 };
        if (sign != 0)
        {
            if (word is "suffered" && View.TimeAt(end) is { Kind: TimeKind.Vague } years)
            {
                // "suffered years of stock declines"
                for (var k = years.End; k < Math.Min(years.End + 4, bounds.End); k++)
                {
                    if (Directions.TryNoun(View.Word(k), out sign))
                    {
                        end = k + 1;
                        return true;
                    }
                }
            }

            return word is not ("suffered" or "outperformed" or "underperformed") || View.TimeAt(end) is not null;
        }

        if (Directions.IsHolder(word) && !View.Any(i, "has", "had", "have", "with", "made", "see"))
        {
            for (var k = i + 1; k < Math.Min(i + 6, bounds.End); k++)
            {
                if (View.Any(k, "of", "years") && View.Any(k + 1, "of", "stock"))
                {
                    continue;
                }

                if (Directions.TryNoun(View.Word(k), out sign) || (View.Any(k, "sell") && View.Any(k + 1, "off")))
                {
                    sign = sign == 0 ? -1 : sign;
                    first = i;
                    end = View.Any(k, "sell") ? k + 2 : k + 1;
                    return !View.Any(end, "in", "of", "on");
                }

                if (View.QuantityAt(k) is not null || View.MentionAt(k) is not null || View.Word(k) is "," or ".")
                {
                    return false;
                }
            }
        }

        // "gains among major companies such as Acorn": the list after it is the subject.
        if (View.Any(i, "gains", "losses") && View.Any(i + 1, "among", "in", "for") && View.Any(i - 1, "to", "led", "saw", "posted", "brought", "broad"))
        {
            sign = View.Any(i, "gains") ? 1 : -1;
            end = i + 1;
            return true;
        }

        return false;
    }

    /// <summary>"gained momentum" is no move: after the verb a mark, a preposition, an adverb or a time must follow.</summary>
    private bool IsIntransitive(int i) => i >= View.Tokens.Count || View.Tokens[i].Kind is TokenKind.Symbol or TokenKind.Break || View.TimeAt(i) is not null || View.Word(i).EndsWith("ly", StringComparison.Ordinal)
        || View.Any(i, "on", "in", "as", "after", "since", "over", "during", "following", "amid", "and", "but", "while", "when", "with", "by", "for", "because", "this", "last", "today", "again", "further", "across", "through", "despite", "before", "until", "to", "at", "too", "even", "more", "back");

    private void Add(int first, int end, int sign, int sentence, Sentence bounds)
    {
        var mentions = ListAfter(end, bounds);
        if (mentions.Count == 0)
        {
            mentions = context.Subjects.Of(first, sentence);
        }

        if (View.Any(first, "weighed", "depressed"))
        {
            for (var i = end; i < Math.Min(end + 6, bounds.End); i++)
            {
                if (View.MentionAt(i) is { IsMarket: true } object_)
                {
                    mentions = [object_];
                    break;
                }
            }
        }

        mentions = [.. mentions.Where(mention => (mention.Kind == MentionKind.Unknown && View.Any(mention.First, "offerings", "ipos", "listings", "debuts")) || mention.Kind is MentionKind.Named or MentionKind.Described || (mention.Kind == MentionKind.Reference && mention.IsMarket))];
        if (mentions.Count == 0)
        {
            return;
        }

        var stated = WindowFinder.Of(View, first, end, sentence);
        foreach (var subject in mentions.SelectMany(mention => context.Resolve(mention, sentence)).ToImmutableArray())
        {
            var draft = new ClaimDraft
            {
                Type = "qualitative_magnitude",
                Metric = ClaimMetric.Sign,
                First = first,
                End = end,
                Sentence = sentence,
                Subject = subject,
                Sign = sign,
                Attribution = context.SpeakerIn(bounds),
            };
            if (stated is { Kind: TimeKind.Vague })
            {
                context.Add(draft with { Time = stated, TimeHow = "stated", Reason = $"no-window: '{View.TextOf(stated.First, stated.End)}' names no first day." });
                continue;
            }

            context.Add(stated is null ? DraftTimes.Fill(context, draft, false) with { IsTimeInferred = true } : DraftTimes.Fill(context, draft, false));
        }
    }

    private List<Mention> ListAfter(int end, Sentence bounds)
    {
        if (!View.Any(end, "among", "in", "for"))
        {
            return [];
        }

        Mention? last = null;
        for (var i = end + 1; i < bounds.End && i < end + 24; i++)
        {
            if (View.MentionAt(i) is { Kind: MentionKind.Named, IsSpeaker: false } mention)
            {
                last = mention;
                i = mention.End - 1;
            }
            else if (View.Word(i) is "." or ";" || Directions.IsVerb(View.Word(i)))
            {
                break;
            }
        }

        return last is null ? [] : context.Subjects.WithList(last, end);
    }
}
