using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>What a return came from: <c>of its return of 23.7%, 20.9 percentage points came from the P/E and 2.8 from earnings</c>; how much of a rise the largest contributors gave.</summary>
internal sealed class ReratingFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private const int Reach = 8; // tokens between a number and what it came from

    private DocumentView View => context.View;

    /// <summary>Reads a sentence that splits a return.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        foreach (var quantity in View.QuantitiesIn(bounds))
        {
            if (quantity.Kind == QuantityKind.Percent)
            {
                ReadLargest(quantity, sentence, bounds);
            }
        }

        var parts = View.QuantitiesIn(bounds).Where(quantity => quantity.Kind is QuantityKind.PercentagePoints or QuantityKind.Percent).Select(quantity => (Number: quantity, Source: SourceOf(quantity, bounds))).Where(part => part.Source.Part is not null).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        var total = View.QuantitiesIn(bounds).FirstOrDefault(quantity => quantity.Kind == QuantityKind.Percent && quantity.First < parts[0].Number.First && !parts.Exists(part => part.Number == quantity));
        var (basis, noun) = Basis(total, bounds);
        var owner = noun >= 0 ? subjects.Of(noun, sentence) : subjects.Continued(sentence) ?? context.Inherited(sentence);
        if (owner.Candidates.IsEmpty)
        {
            return;
        }

        var multiple = parts.Select(part => part.Source.Multiple).FirstOrDefault(found => found is not null);
        var currency = parts.Exists(part => part.Source.Part == "fx") ? CurrencyIn(bounds) : null;
        ClaimDraft? first = null;
        if (total is not null && noun >= 0 && View.Any(noun, "return", "returns"))
        {
            first = Add(total, sentence, noun, owner, "total", basis, multiple, currency, total.Negative || Falls(noun) ? -1 : 1, null);
        }

        foreach (var (number, source) in parts)
        {
            first = Add(number, sentence, source.End, owner, source.Part!, basis, source.Multiple ?? multiple, currency, number.Negative ? -1 : source.Sign, first) ?? first;
        }
    }

    /// <summary>"The five largest contributors account for 68% of the rise".</summary>
    private void ReadLargest(Quantity quantity, int sentence, Sentence bounds)
    {
        if (!View.Any(quantity.End, "of"))
        {
            return;
        }

        var noun = quantity.End + 1;
        while (noun < quantity.End + 7 && noun < bounds.End && (View.Any(noun, "the", "its", "that", "index", "'s", "gauge", "this", "overall", "total") || View.TimeAt(noun) is not null || View.Tokens[noun].Kind == TokenKind.Possessive || View.MentionAt(noun) is { Head: HeadKind.Index }))
        {
            noun++;
        }

        if (!(Directions.TryNoun(View.Word(noun), out _) || View.Any(noun, "move")))
        {
            return;
        }

        for (var i = quantity.First - 1; i > bounds.First && i > quantity.First - 10; i--)
        {
            if (!View.Any(i, "contributors", "contributor", "movers", "drivers"))
            {
                continue;
            }

            for (var k = Math.Max(bounds.First, i - 3); k < i; k++)
            {
                var end = NumberWords.ReadWhole(View.Tokens, k, out var count);
                var isTop = View.Any(k - 1, "top", "largest", "biggest") || View.Any(end, "top", "largest", "biggest", "main");
                if (end == k || count is < 1 or > 500 || !isTop)
                {
                    continue;
                }

                var named = View.MentionsIn(bounds).FirstOrDefault(mention => mention is { Kind: MentionKind.Named, Head: HeadKind.Index });
                var index = named is not null ? context.Resolve(named, sentence)[0] : subjects.IndexSpokenOf(sentence);
                if (index is null)
                {
                    return;
                }

                var before = context.Recent(sentence, 1, draft => draft.Metric is ClaimMetric.Contribution or ClaimMetric.ContributionShare or ClaimMetric.Return && draft.Time is not null);
                var stated = View.TimesIn(bounds).Any(WindowFinder.IsWindow);
                claims.Add(new ClaimDraft
                {
                    Type = "contribution",
                    Metric = ClaimMetric.Asked,
                    First = k,
                    End = noun + 1,
                    Sentence = sentence,
                    Subject = index,
                    Quantity = quantity,
                    Sign = 1,
                    Time = stated ? null : before?.Time,
                    TimeHow = stated ? "implied: none stated" : "inherited: from the claim before",
                    Questions = [MeasureQuestion.Of("top-contribution", MeasureQuestion.Subject, MeasureQuestion.Window, $"{count}")],
                });
                foreach (var number in View.QuantitiesIn(bounds).Where(other => other.First >= k && other.End <= i))
                {
                    context.Used.Add(number);
                }

                return;
            }
        }
    }

    /// <summary>What a number is said to come from: the part of the split, the multiple it is read by, and which way the words go.</summary>
    private (string? Part, string? Multiple, int Sign, int End) SourceOf(Quantity quantity, Sentence bounds)
    {
        var i = quantity.End;
        i += View.Any(i, "of") && View.Any(i + 1, "it", "that", "this") ? 2 : 0;
        var linked = false;
        for (var k = i; k < Math.Min(i + 5, bounds.End); k++)
        {
            if (View.Any(k, "from", "to", "by") && (k == i || View.Any(k - 1, "came", "come", "comes", "coming", "stemmed", "due", "owed", "attributable", "down", "was", "were", "is", "explained", "thanks")))
            {
                linked = k > i || (View.Any(k, "from") && quantity.Kind == QuantityKind.PercentagePoints);
                i = k + 1;
                break;
            }

            if (!View.Any(k, "came", "come", "comes", "coming", "stemmed", "was", "were", "is", "due", "owed", "attributable", "down", "explained", "thanks"))
            {
                break;
            }
        }

        if (linked && Source(i, bounds) is { Part: not null } after)
        {
            return (after.Part, after.Multiple, 1, after.End);
        }

        // "the higher P/E added 20.9 percentage points", "earnings took away 1.2 points"
        if (quantity.Kind != QuantityKind.PercentagePoints)
        {
            return default;
        }

        for (var k = quantity.First - 1; k > bounds.First && k > quantity.First - 4; k--)
        {
            var sign = View.Any(k, "added", "contributed", "gave", "for", "explained", "explains", "adding", "contributing") ? 1 : View.Any(k, "took", "subtracted", "cost", "shaved", "away", "off", "subtracting") ? -1 : 0;
            if (sign == 0)
            {
                continue;
            }

            for (var from = Math.Max(bounds.First, k - Reach); from < k; from++)
            {
                if (Source(from, bounds) is { Part: not null } before && before.End >= k - 2 && before.End <= k)
                {
                    return (before.Part, before.Multiple, sign, quantity.End);
                }
            }
        }

        return default;
    }

    private (string? Part, string? Multiple, int End) Source(int from, Sentence bounds)
    {
        var i = from;
        while (i < Math.Min(from + 4, bounds.End) && View.Any(i, "the", "a", "an", "higher", "lower", "rising", "falling", "trailing", "growing", "its", "their", "changes", "change", "in", "expansion", "of", "growth", "better", "weaker", "stronger"))
        {
            i++;
        }

        if (View.Any(i, "p") && View.Any(i + 1, "/") && View.Any(i + 2, "e", "b", "s"))
        {
            return ("multiple", View.Word(i + 2) switch { "b" => "price_to_book", "s" => "price_to_sales", _ => "pe_trailing" }, i + 3 + (View.Any(i + 3, "ratio", "multiple") ? 1 : 0));
        }

        if (View.Any(i, "price") && View.Any(i + 1, "to") && View.Any(i + 2, "earnings", "book", "sales"))
        {
            return ("multiple", View.Word(i + 2) switch { "book" => "price_to_book", "sales" => "price_to_sales", _ => "pe_trailing" }, i + 3 + (View.Any(i + 3, "ratio", "multiple") ? 1 : 0));
        }

        return View.Word(i) switch
        {
            "multiple" or "multiples" or "valuation" or "valuations" or "rerating" => ("multiple", null, i + 1),
            "re" when View.Any(i + 1, "rating") => ("multiple", null, i + 2),
            "earnings" or "profit" or "profits" => ("earnings", null, i + 1 + (View.Any(i + 1, "growth") ? 1 : 0)),
            "book" when View.Any(i + 1, "value") => ("earnings", "price_to_book", i + 2),
            "sales" or "revenue" => ("earnings", "price_to_sales", i + 1),
            "dividends" or "dividend" => ("dividends", null, i + 1),
            "exchange" when View.Any(i + 1, "rate", "rates") => ("fx", null, i + 2),
            "currency" => ("fx", null, i + 1),
            _ => (null, null, from),
        };
    }

    /// <summary>Whether the return that is split counts dividends, and the token of its noun.</summary>
    private (string? Basis, int Noun) Basis(Quantity? total, Sentence bounds)
    {
        var from = total?.First ?? bounds.End;
        for (var i = from - 1; i >= bounds.First && i > from - 6; i--)
        {
            if (View.Any(i, "return", "returns", "gain", "rise", "fall", "decline", "advance", "move", "increase", "drop", "loss", "rally"))
            {
                return (View.Any(i, "return", "returns") ? View.Any(i - 1, "total") ? "total" : View.Any(i - 1, "price") ? "price" : null : "price", i);
            }
        }

        for (var i = total?.End ?? bounds.End; i < Math.Min((total?.End ?? bounds.End) + 4, bounds.End); i++)
        {
            if (Directions.TryNoun(View.Word(i), out _) || View.Any(i, "move"))
            {
                return (View.Any(i, "return") ? View.Any(i - 1, "total") ? "total" : View.Any(i - 1, "price") ? "price" : null : "price", total!.First);
            }
        }

        return (null, -1);
    }

    private bool Falls(int noun) => View.Any(noun - 1, "negative");

    /// <summary>The currency in "its return in dollars", by its code or its word; null when none is named.</summary>
    private string? CurrencyIn(Sentence bounds)
    {
        for (var i = bounds.First; i < bounds.End - 1; i++)
        {
            if (!View.Any(i, "in"))
            {
                continue;
            }

            var at = View.Any(i + 1, "us", "u.s.", "american") ? i + 2 : i + 1;
            var code = View.Any(at, "hong") && View.Any(at + 1, "kong") && View.Any(at + 2, "dollars") ? "HKD" : QuantityReader.CurrencyOf(View.Word(at)) ?? (View.Word(at).Length == 3 && View.Tokens[at].IsAllCapitals ? View.Tokens[at].Text : null);
            if (code is not null)
            {
                return code;
            }
        }

        return null;
    }

    private ClaimDraft? Add(Quantity number, int sentence, int at, SubjectReading owner, string part, string? basis, string? multiple, string? currency, int sign, ClaimDraft? timed)
    {
        var bases = basis is not null ? ImmutableArray.Create(basis) : ["price", "auto"];
        string?[] on = multiple is null or "pe_trailing" ? [null] : [multiple];
        var count = context.Drafts.Count;
        claims.Add(new ClaimDraft
        {
            Type = "rerating",
            Metric = ClaimMetric.Asked,
            First = Math.Min(at, number.First),
            End = Math.Max(at, number.End),
            Sentence = sentence,
            Subject = owner,
            Quantity = number,
            Sign = sign,
            Time = timed?.Time,
            IsTimeInferred = timed?.IsTimeInferred ?? false,
            Questions = [.. bases.SelectMany(one => on.Select(field => Question(part, one, field, currency)))],
        });
        return context.Drafts.Count > count ? context.Drafts[^1] : null;
    }

    private static MeasureQuestion Question(string part, string basis, string? on, string? currency)
    {
        var arguments = new List<string> { MeasureQuestion.Subject, MeasureQuestion.Window, $"part={part}", "in=scaled", $"basis={basis}" };
        if (on is not null)
        {
            arguments.Add($"on={on}");
        }

        if (currency is not null)
        {
            arguments.Add($"currency={currency}");
        }

        return MeasureQuestion.Of("rerating", [.. arguments]);
    }
}
