namespace Touchstone.Claims;

/// <summary>Shares of a whole, ratios of two periods, counts, economic figures and scenarios.</summary>
internal sealed class ShareFrames(ReadingContext context, MoveReader moves)
{
    private DocumentView View => context.View;

    /// <summary><c>over 50% of A-share turnover</c>.</summary>
    public bool TryShare(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var i = quantity.End;
        var whole = -1;
        if (View.Any(i, "of") && View.Any(i + 1, "its", "their") && View.Any(i + 2, "value", "worth"))
        {
            // "has lost 32% of its value" is a fall, not a share.
            return false;
        }

        if (View.Any(quantity.First - 1, "within"))
        {
            return false;
        }

        if (View.Any(i, "of"))
        {
            for (var k = i + 1; k < Math.Min(i + 9, bounds.End) && View.Word(k) is not ("," or ";" or "."); k++)
            {
                if (Vocabulary.IsWhole(View.Word(k)) || (View.MentionAt(k) is not null && View.Any(i + 1, "the", "its")))
                {
                    whole = k;
                }
            }
        }
        else if (View.Any(i, "trading", "market", "turnover", "weight", "weighting", "share", "stake") && !View.Any(i + 1, "day", "days", "loss", "gain", "value") && View.Any(i + 1, "turnover", "share", "concentration", "weight", "weighting", "in", "of", "stake"))
        {
            whole = i + 1;
        }

        if (whole < 0)
        {
            return false;
        }

        Add(quantity, sentence, "share_ratio", whole + 1, "undefined-basket: the members that the share counts are not published with the figure.", false);
        return true;
    }

    /// <summary>Growth, inflation and the like, told from moves of prices by the figure's name.</summary>
    public bool TryEconomic(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var economic = false;
        var expecting = false;
        for (var i = bounds.First; i < bounds.End; i++)
        {
            var near = i < quantity.First && i > quantity.First - 14;
            economic |= (near || (i > quantity.End && i < quantity.End + 3)) && Vocabulary.IsEconomic(View.Word(i)) && !View.Any(i + 1, "enterprises", "enterprise", "stocks", "companies", "shares", "board", "names", "index", "sector") && View.MentionAt(i)?.Kind is null or MentionKind.Figure;
            expecting |= i < quantity.First && Vocabulary.IsExpecting(View.Word(i));
        }

        if (!economic || NearestMarketNoun(quantity, bounds))
        {
            return false;
        }

        Add(quantity, sentence, expecting ? "forecast" : "macro", quantity.End, expecting ? "forecast: an expectation is settled when the figure is published; the package holds no such series." : "no-data: a series of this economic figure would settle it.", expecting);
        return true;
    }

    /// <summary>A downside or upside in a supposed case.</summary>
    public bool TryScenario(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var (supposing, downside, modal, severe) = (false, false, false, false);
        for (var i = bounds.First; i < bounds.End; i++)
        {
            supposing |= Vocabulary.IsSupposing(View.Word(i)) || IsSupposedCase(i, bounds);
            downside |= View.Any(i, "downside");
            severe |= Vocabulary.IsSevere(View.Word(i));
            modal |= View.Any(i, "could", "would", "may", "might", "potential", "if");
        }

        if (!((supposing && (modal || severe)) || (downside && modal)))
        {
            return false;
        }

        var move = moves.Of(quantity, sentence);
        Add(quantity, sentence, "scenario", move is { } read ? Math.Max(read.End, quantity.End) : quantity.End, "opinion: a supposed case cannot be checked against what happened.", true, move?.Sign ?? 0, severe ? "severe" : null);
        return true;
    }

    /// <summary>"in an extreme case", "the worst-case", "her bear case"; not "in the case of".</summary>
    private bool IsSupposedCase(int i, Sentence bounds) => View.Any(i, "case", "cases")
        && Enumerable.Range(i - 2, 2).Any(k => k >= bounds.First && (Vocabulary.IsSevere(View.Word(k)) || View.Any(k, "base", "bull", "bear", "best", "upside", "downside")));

    /// <summary><c>two-thirds higher than January</c>, <c>three times higher than February 2024</c>.</summary>
    public bool TryRatio(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var i = quantity.End;
        var more = View.Any(i, "higher", "more", "greater", "larger", "lower", "less", "above", "as", "that", "the");
        var than = i;
        while (than < Math.Min(i + 5, bounds.End) && !View.Any(than, "than", "as", "of", "from"))
        {
            than++;
        }

        var baseTime = than < bounds.End ? NextTime(than, Math.Min(than + 5, bounds.End)) : null;
        var figure = FigureBefore(quantity.First, bounds);
        if (figure < 0 || (!more && quantity.Kind != QuantityKind.Factor) || (baseTime is null && quantity.Kind != QuantityKind.Factor))
        {
            return false;
        }

        var time = View.TimesIn(bounds).LastOrDefault(other => other.End <= quantity.First);
        var end = baseTime?.End ?? (View.Any(i, "higher", "lower", "more") ? i + 1 : i);
        context.Add(new ClaimDraft
        {
            Type = "ratio_of_means",
            Metric = ClaimMetric.RatioOfMeans,
            First = quantity.First,
            End = end,
            Sentence = sentence,
            Subject = FigureSubject(figure, bounds),
            Quantity = quantity,
            Sign = View.Any(i, "lower", "less") ? -1 : 1,
            Time = time,
            BaseTime = baseTime,
            TimeHow = time is null ? "no-window: the period is not stated" : "stated",
            Kind = View.Any(i, "higher", "more", "greater", "larger", "above") ? "higher" : null,
            Attribution = context.SpeakerIn(bounds),
        });
        return true;
    }

    /// <summary><c>33 Chinese AI stocks</c>.</summary>
    public bool TryCount(Quantity quantity, int sentence)
    {
        for (var i = quantity.End; i < quantity.End + 5; i++)
        {
            if (View.Any(i, "stocks", "companies", "members", "constituents", "firms", "shares"))
            {
                if (i == quantity.End && View.Any(i, "shares"))
                {
                    return false;
                }

                Add(quantity, sentence, "count", i + 1, "undefined-basket: the list is not published with the figure.", false);
                return true;
            }

            if (View.Tokens.Count <= i || View.Tokens[i].Kind != TokenKind.Word || View.Any(i, "of", "and", "the", "in"))
            {
                return false;
            }
        }

        return false;
    }

    private SubjectReading FigureSubject(int figure, Sentence bounds)
    {
        var names = context.Market.Rows.Observations.Select(series => series.Subject).Distinct().ToList();
        var places = new List<string>();
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (Places.Read(View.Tokens, i, out var exchanges) > i)
            {
                places.AddRange(exchanges);
            }
        }

        var text = View.TextOf(figure, figure + 1);
        foreach (var mention in View.MentionsIn(bounds).Where(mention => mention.Kind == MentionKind.Named))
        {
            if (mention.Candidates.FirstOrDefault(id => context.Market.AllObservations(id).Any(series => series.Field.Contains(View.Word(figure), StringComparison.Ordinal))) is { Value.Length: > 0 } held)
            {
                return new SubjectReading(text, [held], "named", false);
            }
        }

        for (var i = bounds.First; i < bounds.End; i++)
        {
            foreach (var exchange in context.Market.Rows.Exchanges.Where(exchange => View.Text.AsSpan(View.Tokens[i].Start).StartsWith(exchange.Name, StringComparison.Ordinal)))
            {
                places.Add(exchange.Mic);
            }
        }

        var connect = Enumerable.Range(bounds.First, bounds.End - bounds.First).Any(i => View.Any(i, "stock") && View.Any(i + 1, "connect"));
        return connect
            ? new SubjectReading($"Stock Connect {text}", [], "named", false, $"no-data: a daily series of Stock Connect {text} would settle it.")
            : new SubjectReading(text, [.. names.Where(id => places.Contains(id.Value) || places.Contains(context.Market.Instrument(id)?.Exchange ?? "") && context.Market.Instrument(id)?.Kind == Data.InstrumentKind.Market)], $"inferred: '{text}' of the market named in the sentence", true, $"no-data: a series of {text} would settle it.");
    }

    private int FigureBefore(int from, Sentence bounds)
    {
        for (var i = from - 1; i >= bounds.First; i--)
        {
            if (View.Any(i, "turnover", "volume", "volumes", "inflows", "buying", "purchases", "sales", "revenue", "trading", "exports", "deliveries", "balance"))
            {
                return i;
            }
        }

        return -1;
    }

    private TimeMention? NextTime(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (View.TimeAt(i) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private bool NearestMarketNoun(Quantity quantity, Sentence bounds)
    {
        for (var i = quantity.First - 1; i >= bounds.First; i--)
        {
            if (Vocabulary.IsEconomic(View.Word(i)))
            {
                return false;
            }

            if (View.MentionAt(i) is { } mention && mention.Kind != MentionKind.Figure && !mention.IsSpeaker)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Quantity quantity, int sentence, string type, int end, string reason, bool future, int sign = 0, string? kind = null)
    {
        var bounds = View.Sentences[sentence];
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        var subject = context.Subjects.Left(quantity.First, sentence, quantity.First);
        var text = subject.Count > 0 ? View.TextOf(subject[^1].First, subject[^1].End) : "";
        context.Add(new ClaimDraft
        {
            Type = type,
            Metric = ClaimMetric.None,
            First = hedgeStart >= 0 ? hedgeStart : quantity.First,
            End = Math.Max(end, quantity.End),
            Sentence = sentence,
            Subject = new SubjectReading(text, [], subject.Count > 0 ? "named" : "none", false),
            Quantity = quantity,
            Hedge = hedge,
            HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : null,
            Sign = sign,
            Time = WindowFinder.Of(View, quantity.First, quantity.End, sentence),
            Reason = reason,
            Kind = kind,
            IsFuture = future,
            Attribution = context.SpeakerIn(bounds),
        });
    }
}
