namespace Touchstone.Claims;

/// <summary>Market values, multiples and yields.</summary>
internal sealed class ValueFrames(ReadingContext context)
{
    private DocumentView View => context.View;

    /// <summary>A sum of money without millions that the words next to it call a value: <c>HK$67,167 of market value</c>, <c>worth $950,000 in the market</c>.</summary>
    private bool IsSum(Quantity quantity, Sentence bounds) => quantity is { Kind: QuantityKind.Money, LastDigit: >= 1 }
        && (IsWorth(quantity, bounds) || (View.Any(quantity.End, "of", "in") && View.Any(quantity.End + 1, "market") && View.Any(quantity.End + 2, "value", "cap", "capitalization", "capitalisation")));

    /// <summary><c>lost $589 billion in market value</c>, <c>a $3 trillion market value</c>.</summary>
    public bool TryMarketValue(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (!quantity.Scaled && !IsSum(quantity, bounds))
        {
            return false;
        }

        if (TryIssuance(quantity, sentence, bounds))
        {
            return true;
        }

        var (cue, cueEnd) = IsWorth(quantity, bounds) ? (quantity.First - 1, quantity.End) : (-1, -1);
        for (var i = Math.Max(bounds.First, quantity.First - 16); i < Math.Min(bounds.End, quantity.End + 10); i++)
        {
            if (View.Any(i, "market") && View.Any(i + 1, "value", "cap", "capitalization", "capitalisation", "loss", "valuation", "worth"))
            {
                (cue, cueEnd) = (i, i + 2);
            }

            if (cue < 0 && View.Any(i, "capitalization", "capitalisation", "valuation", "wiped", "erased", "wiping", "erasing"))
            {
                (cue, cueEnd) = (i, i + 1);
            }

            if (View.QuantityAt(i) is { Kind: QuantityKind.Money } other && other != quantity && i > quantity.End)
            {
                break;
            }
        }

        if (cue < 0)
        {
            return false;
        }

        var move = new MoveReader(context).Of(quantity, sentence);
        var sign = move?.Sign ?? 0;
        for (var i = Math.Max(bounds.First, quantity.First - 8); sign == 0 && i < Math.Min(bounds.End, quantity.End + 5); i++)
        {
            sign = View.Any(i, "wiped", "erased", "loss", "lost", "wiping", "erasing", "shed", "shedding", "evaporated") ? -1 : View.Any(i, "added", "gained", "surged", "adding", "gaining", "created") ? 1 : 0;
        }

        var mentions = move?.Mentions ?? context.Subjects.Of(Math.Min(cue, quantity.First), sentence);
        if (mentions.Count == 0 || mentions[^1].Kind is MentionKind.Unknown or MentionKind.Figure)
        {
            mentions = context.Subjects.Left(quantity.First, sentence, quantity.First);
        }

        var subjects = mentions.Count == 0 ? [Unnamed()] : context.Resolve(mentions[^1], sentence);
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        foreach (var subject in subjects)
        {
            var draft = new ClaimDraft
            {
                Type = "market_cap_change",
                Metric = sign == 0 ? ClaimMetric.MarketValue : ClaimMetric.MarketValueChange,
                First = hedgeStart >= 0 ? hedgeStart : quantity.First,
                End = cue >= quantity.End ? cueEnd : quantity.End,
                Sentence = sentence,
                Subject = subject.IsProxy ? new SubjectReading(subject.Text, [], "described", false, $"undefined-basket: which stocks '{subject.Text}' counts, and on which exchanges, is not stated.") : subject,
                Quantity = quantity,
                Hedge = hedge,
                HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : null,
                Sign = sign == 0 ? 1 : sign,
                Attribution = context.SpeakerIn(bounds),
            };
            context.Add(DraftTimes.Fill(context, draft, false));
        }

        return true;
    }

    /// <summary>"is worth $2.36 trillion in the market", "was worth $2.36 trillion".</summary>
    private bool IsWorth(Quantity quantity, Sentence bounds)
    {
        var worth = quantity.First - 1;
        while (worth > bounds.First && View.Any(worth, "about", "around", "roughly", "nearly", "almost", "some", "more", "less", "than", "over"))
        {
            worth--;
        }

        return View.Any(worth, "worth") && (View.Any(worth - 1, "is", "was", "now", "are", "were", "currently") || (View.Any(quantity.End, "in", "on") && View.Any(quantity.End + 2, "market", "stock")))
            && !View.Any(quantity.End, "of");
    }

    /// <summary>"... of market value, HK$1.2 billion of it by new shares": the part of a change that shares issued or bought back made.</summary>
    private bool TryIssuance(Quantity quantity, int sentence, Sentence bounds)
    {
        if (!View.Any(quantity.End, "of") || !View.Any(quantity.End + 1, "it", "that", "which", "this")
            || context.Recent(sentence, 1, draft => draft.Metric == ClaimMetric.MarketValueChange || draft.Questions.Any(question => question.Measure == "value-added")) is not { } before)
        {
            return false;
        }

        for (var i = quantity.End + 2; i < Math.Min(quantity.End + 9, bounds.End) && !View.Any(i, ",", ";"); i++)
        {
            if (!View.Any(i, "issuance", "issued") && !(View.Any(i, "new") && View.Any(i + 1, "shares", "stock")) && !(View.Any(i, "share", "shares") && View.Any(i + 1, "issued", "issues", "sales", "issuance")))
            {
                continue;
            }

            new MeasureClaims(context).Add(new ClaimDraft
            {
                Type = "market_cap_change",
                Metric = ClaimMetric.Asked,
                First = quantity.First,
                End = View.Any(i + 1, "shares", "stock", "issued", "issues", "issuance", "sales") ? i + 2 : i + 1,
                Sentence = sentence,
                Subject = before.Subject,
                Quantity = quantity,
                Sign = quantity.Negative ? -1 : 1,
                Time = before.Time,
                IsTimeInferred = before.IsTimeInferred,
                Questions = [MeasureQuestion.Of("value-added", MeasureQuestion.Subject, MeasureQuestion.Window, "part=issuance")],
            });
            return true;
        }

        return false;
    }

    /// <summary><c>120 times forward earnings</c>, <c>a P/E ratio of 17</c>, <c>stands at 14</c> in a sentence about P/E.</summary>
    public bool TryMultiple(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var metric = ClaimMetric.None;
        string? kind = null;
        var cueEnd = quantity.End;
        if (quantity.Kind == QuantityKind.Multiple)
        {
            for (var i = quantity.End; i < Math.Min(quantity.End + 12, bounds.End) && View.QuantityAt(i) is null; i++)
            {
                if (View.Any(i, "earnings", "profit", "profits", "income"))
                {
                    metric = ClaimMetric.PriceEarnings;
                    cueEnd = i + 1;
                    break;
                }

                if (View.Any(i, "book"))
                {
                    metric = ClaimMetric.PriceBook;
                    cueEnd = i + 1;
                    break;
                }

                if (View.Any(i, "sales", "revenue", "ebitda"))
                {
                    kind = View.Word(i);
                    cueEnd = i + 1;
                    break;
                }
            }
        }

        var sentenceMetric = SentenceMetric(bounds, quantity.First);
        if (metric == ClaimMetric.None && kind is null)
        {
            if (quantity.Kind == QuantityKind.Number && (quantity.Value is < 1 or > 500 || !View.Any(quantity.First - 1, "at", "of", "to", "is", "around", "about", "just", "near", "above", "below", "than", "nearly", "over", "was", "roughly", "under", "approximately") || View.Tokens[quantity.End < View.Tokens.Count ? quantity.End : 0] is { Kind: TokenKind.Word, Lower: "stocks" or "companies" or "members" or "million" or "billion" or "points" }))
            {
                return false;
            }

            metric = sentenceMetric;
            if (metric == ClaimMetric.None && View.Any(quantity.First - 1, "at", "around", "about") && View.Any(quantity.First - 2, "trading", "trades", "trade", "valued", "hovers", "around", "traded", "at"))
            {
                metric = quantity.Kind == QuantityKind.Multiple ? ClaimMetric.PriceEarnings : ClaimMetric.None;
            }
        }

        if (metric == ClaimMetric.None && kind is null)
        {
            return false;
        }

        for (var i = bounds.First; i < bounds.End; i++)
        {
            kind ??= View.Any(i, "forward", "projected", "prospective", "estimated", "expected") || (View.Any(i, "next") && View.Any(i + 1, "year", "12", "twelve")) ? (i < quantity.End + 10 && i > quantity.First - 14 ? "forward" : null) : View.Any(i, "trailing", "historical", "reported") ? "trailing" : null;
        }

        var opens = quantity.First - bounds.First <= 3 && View.Any(bounds.First, "at", "on");
        var mentions = opens ? Following(cueEnd, bounds) : context.Subjects.Of(Verb(quantity.First, bounds.First), sentence);
        var subjects = opens && mentions.Count == 0 ? [new SubjectReading("", [], "none", false, "unnamed-subject: what carries this multiple is not named with it.")] : mentions.Count == 0 || mentions[^1].Kind == MentionKind.Figure ? [Possessing(quantity, sentence) ?? context.Inherited(sentence)] : context.Resolve(mentions[^1], sentence);
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        foreach (var subject in subjects)
        {
            context.Add(new ClaimDraft
            {
                Type = "valuation_multiple",
                Metric = metric,
                First = hedgeStart >= 0 ? hedgeStart : quantity.First,
                End = cueEnd,
                Sentence = sentence,
                Subject = subject.IsProxy ? subject with { Candidates = [], Missing = $"undefined-basket: which stocks '{subject.Text}' means is not stated." } : subject,
                Quantity = quantity,
                Hedge = hedge,
                HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : null,
                Sign = 1,
                Kind = kind,
                Time = SessionIn(bounds, quantity),
                TimeHow = "as of the day",
                Attribution = context.SpeakerIn(bounds),
            });
        }

        return true;
    }

    /// <summary><c>a dividend yield of 3.2%</c>.</summary>
    public bool TryYield(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var cue = -1;
        for (var i = Math.Max(bounds.First, quantity.First - 7); i < Math.Min(bounds.End, quantity.End + 4); i++)
        {
            if (View.Any(i, "dividend") && View.Any(i + 1, "yield", "yields", "yielded"))
            {
                cue = i;
            }
            else if (View.Any(i, "yields", "yielded", "yielding") && View.MentionAt(i - 1) is { Kind: MentionKind.Named, Head: HeadKind.Index })
            {
                cue = i;
            }
        }

        if (cue < 0)
        {
            return false;
        }

        var mentions = context.Subjects.Possessor(cue, bounds.First) is { } owner ? [owner] : context.Subjects.Left(Math.Min(cue, quantity.First), sentence, quantity.First);
        var subject = mentions.Count == 0 ? context.Subjects.After(quantity.End, bounds.End) is { } after ? context.Resolve(after, sentence)[0] : context.Inherited(sentence) : context.Resolve(mentions[^1], sentence)[0];
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        context.Add(new ClaimDraft
        {
            Type = "valuation_multiple",
            Metric = ClaimMetric.DividendYield,
            First = Math.Min(cue, hedgeStart >= 0 ? hedgeStart : quantity.First),
            End = Math.Max(quantity.End, cue + 2),
            Sentence = sentence,
            Subject = subject,
            Quantity = quantity,
            Hedge = hedge,
            HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : null,
            Sign = 1,
            Time = SessionIn(bounds, quantity),
            TimeHow = "as of the day",
            Attribution = context.SpeakerIn(bounds),
        });
        return true;
    }

    /// <summary>"At 29 times earnings, the S&amp;P 500 is dear": the noun after an opening multiple.</summary>
    private List<Mention> Following(int from, Sentence bounds)
    {
        for (var i = from; i < Math.Min(from + 10, bounds.End); i++)
        {
            if (View.MentionAt(i) is { } mention)
            {
                return mention.Kind is MentionKind.Named or MentionKind.Reference ? [mention] : [];
            }
        }

        return [];
    }

    private SubjectReading? Possessing(Quantity quantity, int sentence)
    {
        var left = context.Subjects.Left(quantity.First, sentence, quantity.First);
        return left.Count == 0 ? null : context.Resolve(left[^1], sentence)[0];
    }

    /// <summary>The session named in the part of the sentence that the number stands in.</summary>
    private TimeMention? SessionIn(Sentence bounds, Quantity quantity)
    {
        var (first, end) = (quantity.First, quantity.End);
        while (first > bounds.First && View.Word(first - 1) != ";")
        {
            first--;
        }

        while (end < bounds.End && View.Word(end) is not (";" or ","))
        {
            end++;
        }

        return View.TimesIn(bounds).FirstOrDefault(time => time.IsSession && time.Kind != TimeKind.OneDay && time.First >= first && time.End <= end);
    }

    /// <summary>The verb or preposition a multiple hangs on.</summary>
    private int Verb(int first, int floor)
    {
        var i = first - 1;
        while (i >= floor && View.MentionAt(i) is null && !View.Any(i, "trading", "trades", "trade", "traded", "stands", "stood", "is", "was", "valued", "at", "hovers", "sits", "carries", "commands", "has") && !(View.Any(i, "of") && !View.Any(i - 1, "e", "b")))
        {
            i--;
        }

        return i < floor || View.MentionAt(i) is not null ? first : i;
    }

    private ClaimMetric SentenceMetric(Sentence bounds, int before)
    {
        for (var i = bounds.First; i < before; i++)
        {
            if (View.Any(i, "p") && View.Any(i + 1, "/") && View.Any(i + 2, "e", "es") || (View.Any(i, "price", "priced") && View.Any(i + 1, "to", "/") && View.Any(i + 2, "earnings")) || (View.Any(i, "earnings") && View.Any(i + 1, "multiple", "multiples")) || View.Any(i, "pe", "p/e"))
            {
                return ClaimMetric.PriceEarnings;
            }

            if (View.Any(i, "p") && View.Any(i + 1, "/") && View.Any(i + 2, "b") || (View.Any(i, "price") && View.Any(i + 1, "to", "/") && View.Any(i + 2, "book")))
            {
                return ClaimMetric.PriceBook;
            }
        }

        return ClaimMetric.None;
    }

    private static SubjectReading Unnamed() => new("", [], "none", false, "undefined-basket: whose market value is meant is not stated.");
}
