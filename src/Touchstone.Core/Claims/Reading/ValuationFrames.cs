namespace Touchstone.Claims;

/// <summary>Multiples compared with another's and with their own history.</summary>
internal sealed class ValuationFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private DocumentView View => context.View;

    /// <summary>Reads a number as one of them; false when the words say nothing of the kind.</summary>
    public bool Try(Quantity quantity, int sentence) => quantity.Kind switch
    {
        QuantityKind.Multiple => TryCompared(quantity, sentence),
        QuantityKind.Percent => TryGap(quantity, sentence) || TryDays(quantity, sentence) || TryYield(quantity, sentence),
        QuantityKind.Number => TryDeviations(quantity, sentence) || TryPercentile(quantity, sentence),
        QuantityKind.PercentagePoints => TryPremium(quantity, sentence),
        _ => false,
    };

    /// <summary>"... against 10.0 times for the other index": the multiple of the claim before, of another subject.</summary>
    private bool TryCompared(Quantity quantity, int sentence)
    {
        var before = context.Recent(sentence, 0, draft => draft.Metric is ClaimMetric.PriceEarnings or ClaimMetric.PriceBook && !draft.Subject.Candidates.IsEmpty);
        if (before is null || !View.Any(quantity.First - 1, "against", "versus", "vs", "than", "with", "to", "and") || !View.Any(quantity.End, "for", "at", "of", "on"))
        {
            return false;
        }

        var other = Enumerable.Range(quantity.End + 1, 3).Select(View.MentionAt).FirstOrDefault(mention => mention is not null);
        if (other is not { Kind: MentionKind.Named or MentionKind.Outsider or MentionKind.Reference })
        {
            return false;
        }

        var subject = context.Resolve(other, sentence)[0];
        context.Add(before with { First = quantity.First, End = other.End, Quantity = quantity, Subject = subject, Hedge = Hedges.Before(View.Tokens, View.Sentences[sentence].First, quantity.First, out _), HedgeText = null, Reason = null });
        context.Remember(before.Subject);
        return true;
    }

    /// <summary>"a premium of 148%", "a 45% discount to the other index": how far apart two multiples are.</summary>
    private bool TryGap(Quantity quantity, int sentence)
    {
        var cue = View.Any(quantity.First - 1, "of") && View.Any(quantity.First - 2, "premium", "discount") ? quantity.First - 2 : View.Any(quantity.End, "premium", "discount") ? quantity.End : -1;
        if (cue < 0)
        {
            return false;
        }

        var multiples = context.Drafts.Where(draft => draft.Sentence == sentence && draft.Metric is ClaimMetric.PriceEarnings or ClaimMetric.PriceBook).ToList();
        var end = Math.Max(quantity.End, cue + 1);
        var named = View.Any(end, "to", "over", "against") ? Enumerable.Range(end + 1, 3).Select(View.MentionAt).FirstOrDefault(mention => mention is { Kind: MentionKind.Named }) : null;
        var other = named is not null ? context.Resolve(named, sentence)[0] : multiples.Count > 1 ? multiples[^1].Subject : null;
        if (other is null)
        {
            return false;
        }

        var subject = multiples.Count > 0 ? multiples[0].Subject : subjects.Of(cue, sentence);
        var field = multiples.Count > 0 ? FieldOf(multiples[0]) : FieldIn(View.Sentences[sentence]) ?? "pe_trailing";
        Add("relative", quantity, sentence, cue, named?.End ?? end, subject, MeasureQuestion.Of("discount", MeasureQuestion.Subject, field!, MeasureQuestion.Other), View.Any(cue, "discount") ? -1 : 1, other);
        context.Remember(subject);
        return true;
    }

    /// <summary>"Its P/E was at or below that level on 55.2% of days over the past three years".</summary>
    private bool TryDays(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var end = quantity.End;
        end += View.Any(end, "of") ? 1 : 0;
        end += View.Any(end, "all", "the", "its") ? 1 : 0;
        end += View.Any(end, "trading") ? 1 : 0;
        if (end == quantity.End || !View.Any(end, "days", "sessions"))
        {
            return false;
        }

        var below = 0;
        for (var i = quantity.First - 1; i >= bounds.First && below == 0; i--)
        {
            below = View.Any(i, "below", "lower", "cheaper", "under") ? 1 : View.Any(i, "above", "higher", "dearer", "over") && !View.Any(i - 1, "or") ? -1 : 0;
        }

        // "cheaper now than on 45% of days" says how often it was dearer; "was below that level on 55% of days" how often it was cheaper.
        var compared = View.Any(quantity.First - 1, "on") && View.Any(quantity.First - 2, "than");
        below = compared ? -below : below;
        return below != 0 && AddHistory(quantity, sentence, end + 1, below > 0, "percentile");
    }

    /// <summary>"stands at the 55th percentile of its past three years".</summary>
    private bool TryPercentile(Quantity quantity, int sentence)
    {
        var end = quantity.End;
        end += View.Any(end, "st", "nd", "rd", "th") && View.Tokens[end].Glued ? 1 : 0;
        return end > quantity.End && View.Any(end, "percentile") && AddHistory(quantity, sentence, end + 1, true, "percentile");
    }

    /// <summary>"0.85 standard deviations above its mean of the past three years".</summary>
    private bool TryDeviations(Quantity quantity, int sentence)
    {
        var end = View.Any(quantity.End, "standard") && View.Any(quantity.End + 1, "deviation", "deviations") ? quantity.End + 2 : View.Any(quantity.End, "sigma", "sigmas") ? quantity.End + 1 : -1;
        return end >= 0 && View.Any(end, "above", "below") && AddHistory(quantity, sentence, end + 1, View.Any(end, "above"), "z-score");
    }

    /// <summary>"It trades at 3.14 times book value and yields 1.1%".</summary>
    private bool TryYield(Quantity quantity, int sentence)
    {
        var verb = quantity.First - 1;
        verb -= View.Any(verb, "about", "around", "roughly", "nearly", "almost", "some") ? 1 : 0;
        if (!View.Any(verb, "yields", "yielded", "yielding", "yield") || View.Any(quantity.End, "on"))
        {
            return false;
        }

        var before = context.Recent(sentence, 0, draft => draft.Metric is ClaimMetric.PriceEarnings or ClaimMetric.PriceBook && !draft.Subject.Candidates.IsEmpty)?.Subject ?? (View.Any(verb - 1, "it") ? subjects.Continued(sentence) : null);
        if (before is null)
        {
            return false;
        }

        Add("valuation_multiple", quantity, sentence, verb, quantity.End, before, MeasureQuestion.Of("dividend-yield", MeasureQuestion.Subject), 1);
        return true;
    }

    /// <summary>"Its earnings yield is 3.2 percentage points above the ten-year yield of the country".</summary>
    private bool TryPremium(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var cue = -1;
        for (var i = quantity.First - 1; i > bounds.First && i > quantity.First - 8 && cue < 0; i--)
        {
            cue = View.Any(i, "yield") && View.Any(i - 1, "earnings") ? i - 1 : -1;
        }

        if (cue < 0 || !View.Any(quantity.End, "above", "below", "over", "under"))
        {
            return false;
        }

        var end = quantity.End + 1;
        while (end < bounds.End && end < quantity.End + 8 && !View.Any(end, "yield", "bond", "bonds", "rate"))
        {
            end++;
        }

        if (!View.Any(end, "yield", "bond", "bonds", "rate"))
        {
            return false;
        }

        end += View.Any(end + 1, "yield") ? 2 : 1;
        var held = context.Market.Rows.Observations.Where(series => series.Field == "yield_10y").Select(series => series.Subject).Distinct().ToList();
        var text = View.TextOf(quantity.End + 1, bounds.End);
        var named = held.Where(id => context.Market.Instrument(id) is { } instrument && instrument.Aliases.Append(instrument.Name).Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))).ToList();
        var bond = named.Count > 0 ? named[0] : held is [var only] ? only : (InstrumentId?)null;
        var other = bond is { } id
            ? new SubjectReading(text, [id], named.Count > 0 ? "named" : "inferred: the only ten-year yield of the package", named.Count == 0)
            : new SubjectReading(text, [], "named", false, "no-data: a series yield_10y of the country would settle it.");
        Add("valuation_multiple", quantity, sentence, cue, end, subjects.Of(cue, sentence), MeasureQuestion.Of("equity-risk-premium", MeasureQuestion.Subject, MeasureQuestion.Other), View.Any(quantity.End, "above", "over") ? 1 : -1, other);
        return true;
    }

    private bool AddHistory(Quantity quantity, int sentence, int end, bool isAbove, string measure)
    {
        var bounds = View.Sentences[sentence];
        var before = context.Recent(sentence, 2, draft => FieldOf(draft) is not null);
        if ((FieldIn(bounds) ?? (before is null ? null : FieldOf(before))) is not { } field)
        {
            return false;
        }

        var question = MeasureQuestion.Of(measure, MeasureQuestion.Subject, field, MeasureQuestion.Window) with { NeedsStretch = true };
        var sign = measure == "z-score" && !isAbove ? -1 : 1;
        question = measure == "percentile" && !isAbove ? question with { Offset = 100, Scale = -1 } : question;
        var stretch = StretchAt(end, bounds);
        var subject = FieldAt(bounds) is var at and >= 0 ? subjects.Of(at, FieldEnd(at), sentence) : subjects.Of(quantity.First, sentence);
        Add("valuation_multiple", quantity, sentence, quantity.First, end, subject.Candidates.IsEmpty || subject.IsTakenFromBefore ? before?.Subject ?? subject : subject, question, sign, null, stretch);
        return true;
    }

    /// <summary>"three-year average", "five-year range": how far back the multiple is compared.</summary>
    private TimeMention? StretchAt(int from, Sentence bounds)
    {
        for (var i = from; i < Math.Min(from + 5, bounds.End); i++)
        {
            var end = NumberWords.ReadWhole(View.Tokens, i, out var count);
            if (end > i && end < bounds.End && View.Tokens[end].Joined && View.Any(end, "year", "month") && View.Any(end + 1, "average", "mean", "range", "history", "median"))
            {
                return new TimeMention { First = i, End = end + 1, Kind = TimeKind.Stretch, Unit = View.Any(end, "year") ? TimeUnit.Year : TimeUnit.Month, Count = count };
            }
        }

        return null;
    }

    /// <summary>The field of the multiple that a draft is about, or null.</summary>
    private static string? FieldOf(ClaimDraft draft) => draft.Metric switch
    {
        ClaimMetric.PriceEarnings when draft.Kind == "forward" => "pe_forward",
        ClaimMetric.PriceEarnings => "pe_trailing",
        ClaimMetric.PriceBook => "price_to_book",
        ClaimMetric.DividendYield => "dividend_yield",
        ClaimMetric.Asked => draft.Questions.SelectMany(question => question.Arguments).FirstOrDefault(argument => argument is "pe_trailing" or "pe_forward" or "price_to_book" or "price_to_sales" or "dividend_yield"),
        _ => null,
    };

    private string? FieldIn(Sentence bounds) => FieldAt(bounds) is var i and >= 0 ? Field(i) : null;

    private int FieldAt(Sentence bounds)
    {
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (Field(i) is not null)
            {
                return i;
            }
        }

        return -1;
    }

    private int FieldEnd(int at)
    {
        var end = View.Any(at, "p") || View.Any(at + 1, "to") ? at + 3 : at + 2;
        return View.Any(end, "ratio", "multiple") ? end + 1 : end;
    }

    private string? Field(int i)
    {
        if (View.Any(i, "p") && View.Any(i + 1, "/"))
        {
            return View.Word(i + 2) switch { "e" or "es" => "pe_trailing", "b" => "price_to_book", "s" => "price_to_sales", _ => null };
        }

        if (View.Any(i, "price") && View.Any(i + 1, "to"))
        {
            return View.Word(i + 2) switch { "earnings" => "pe_trailing", "book" => "price_to_book", "sales" => "price_to_sales", _ => null };
        }

        return View.Any(i, "dividend") && View.Any(i + 1, "yield") ? "dividend_yield" : View.Any(i, "earnings") && View.Any(i + 1, "multiple") ? "pe_trailing" : null;
    }

    private void Add(string type, Quantity quantity, int sentence, int first, int end, SubjectReading subject, MeasureQuestion question, int sign, SubjectReading? other = null, TimeMention? time = null) => claims.Add(new ClaimDraft
    {
        Type = type,
        Metric = ClaimMetric.Asked,
        First = Math.Min(first, quantity.First),
        End = end,
        Sentence = sentence,
        Subject = subject,
        Comparator = other,
        Quantity = quantity,
        Sign = sign,
        Time = time,
        Questions = [question],
    });
}
