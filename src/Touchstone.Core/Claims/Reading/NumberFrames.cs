using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Turns each quantity of a sentence into the claim it makes.</summary>
internal sealed partial class NumberFrames
{
    private readonly ReadingContext _context;
    private readonly MoveReader _moves;
    private readonly ShareFrames _shares;
    private readonly ValueFrames _values;
    private readonly LevelFrames _levels;
    private readonly MemberFrames _members;
    private readonly AbnormalFrames _abnormal;
    private readonly MeasureFrames _measures;

    public NumberFrames(ReadingContext context)
    {
        _context = context;
        _moves = new MoveReader(context);
        _shares = new ShareFrames(context, _moves);
        _values = new ValueFrames(context);
        _levels = new LevelFrames(context);
        _members = new MemberFrames(context);
        _abnormal = new AbnormalFrames(context);
        _measures = new MeasureFrames(context);
    }

    private DocumentView View => _context.View;

    /// <summary>Reads the quantities of a sentence in order.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        _members.Read(sentence);
        _measures.Read(sentence);
        var quantities = View.QuantitiesIn(bounds).ToList();
        for (var i = 0; i < quantities.Count; i++)
        {
            if (_context.Used.Contains(quantities[i]) || _context.Settled[quantities[i].First] || _measures.Try(quantities[i], sentence))
            {
                continue;
            }

            if (ReadPaired(quantities, i, sentence))
            {
                continue;
            }

            ReadOne(quantities[i], sentence);
            if (!_context.Used.Contains(quantities[i]))
            {
                _ = TryAside(quantities[i], sentence);
            }
        }

        _members.ReadPlaces(sentence);
    }

    /// <summary>"Brent settled at $68.40", "the PMI came in at 50.2": a figure that no instrument carries, named so that a reader knows it was seen.</summary>
    private bool TryAside(Quantity quantity, int sentence)
    {
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Money or QuantityKind.Number or QuantityKind.BasisPoints) || (quantity.Kind == QuantityKind.Number && quantity.LastDigit >= 1 && !quantity.Scaled))
        {
            return false;
        }

        var bounds = View.Sentences[sentence];
        for (var i = quantity.First - 1; i >= bounds.First && i > quantity.First - 12 && View.Word(i) is not (";" or "while" or "but"); i--)
        {
            if (View.MentionAt(i) is not { } mention)
            {
                continue;
            }

            if (mention.Kind is not (MentionKind.Figure or MentionKind.Outsider))
            {
                return false;
            }

            AddFigure(quantity, sentence, new MoveReading(0, mention.First, quantity.End, [mention], false), quantity.First, quantity.End);
            return true;
        }

        return false;
    }

    private void ReadOne(Quantity quantity, int sentence)
    {
        if (_abnormal.Try(quantity, sentence) || _members.Try(quantity, sentence))
        {
            return;
        }

        switch (quantity.Kind)
        {
            case QuantityKind.Percent or QuantityKind.DigitClass or QuantityKind.PercentagePoints:
                _ = _shares.TryShare(quantity, sentence) || _shares.TryScenario(quantity, sentence) || _shares.TryEconomic(quantity, sentence) || _values.TryYield(quantity, sentence) || TryMove(quantity, sentence);
                break;
            case QuantityKind.Points:
                _ = TryMove(quantity, sentence) || _levels.Try(quantity, sentence);
                break;
            case QuantityKind.Money:
                _ = _values.TryMarketValue(quantity, sentence) || _levels.Try(quantity, sentence) || TryMove(quantity, sentence);
                break;
            case QuantityKind.Multiple:
                _ = _values.TryMultiple(quantity, sentence) || _shares.TryRatio(quantity, sentence);
                break;
            case QuantityKind.Number:
                _ = TryBarePoints(quantity, sentence) || _values.TryMultiple(quantity, sentence) || _levels.Try(quantity, sentence) || _shares.TryCount(quantity, sentence);
                break;
            case QuantityKind.Fraction or QuantityKind.Factor:
                _ = _shares.TryRatio(quantity, sentence) || TryFactor(quantity, sentence) || TryFractionMove(quantity, sentence);
                break;
            default:
                break;
        }
    }

    private bool TryMove(Quantity quantity, int sentence, Quantity? printed = null)
    {
        if (quantity.Kind == QuantityKind.Money && (quantity.Scaled || quantity.Value > 1e6))
        {
            return false;
        }

        if ((_moves.Of(quantity, sentence) ?? Gapped(quantity, sentence)) is not { } move)
        {
            return false;
        }

        if (quantity.Kind == QuantityKind.PercentagePoints)
        {
            return false;
        }

        var first = Math.Min(move.First, quantity.First);
        var end = Math.Max(move.End, quantity.End);
        if (move.Mentions.Count > 0 && move.Mentions[^1].Kind == MentionKind.Figure)
        {
            AddFigure(quantity, sentence, move, first, end);
            return true;
        }

        var subjects = move.Mentions.Count == 0 ? [_context.Inherited(sentence, quantity.First)] : move.Mentions.SelectMany(mention => _context.Resolve(mention, sentence)).ToImmutableArray();
        if (subjects.All(subject => subject.Candidates.IsEmpty && subject.Missing is null or "") || (move.Mentions.Count == 0 && subjects[0].Candidates.IsEmpty))
        {
            return false;
        }

        var future = IsExpected(first, View.Sentences[sentence]);
        foreach (var subject in subjects)
        {
            var draft = Draft(quantity, sentence, subject, move.Sign, first, end);
            if (FromTurn(end, View.Sentences[sentence]) && !Enumerable.Range(end, 9).Any(i => View.TimeAt(i) is { Kind: TimeKind.From }))
            {
                var on = WindowFinder.Of(View, first, end, sentence);
                _context.Add(draft with { Metric = ClaimMetric.FromTurn, Time = on is { IsSession: true } ? on : null, TimeHow = on is { IsSession: true } ? "stated" : "as of the day" });
                continue;
            }

            draft = DraftTimes.Fill(_context, draft, move.IsClose);
            draft = draft with { LooksBack = draft.Time is not { IsSession: true } && LooksBack(first, View.Sentences[sentence]) };
            if (draft.Time is { Kind: TimeKind.Past, Anchor: null } && View.TimesIn(View.Sentences[sentence]).FirstOrDefault() is { Kind: TimeKind.Year } past && past != draft.Time)
            {
                draft = draft with { Reason = $"no-window: which part of {past.Year} is meant is not stated." };
            }

            if (View.Any(quantity.End, "at") && View.Any(quantity.End + 1, "its", "the", "their") && Enumerable.Range(quantity.End + 2, 4).Any(i => View.Any(i, "peak", "high", "low", "trough")))
            {
                draft = draft with { Reason = "no-window: the move ends at a past turn, not on the day." };
            }

            if (View.Any(first - 1, "then") && _context.Recent(sentence, 0, other => other.Metric == ClaimMetric.Return && other.Time is { Kind: TimeKind.Span or TimeKind.From or TimeKind.Date }) is not null)
            {
                draft = draft with { Reason = "no-window: it begins where the move before it ends, and its own end is not stated." };
            }

            if (View.Any(quantity.End, "on") && View.Any(quantity.End + 1, "average"))
            {
                draft = draft with { Reason = "no-window: an average over occasions that are not listed." };
            }

            if (draft.Time is { Kind: TimeKind.Date } day && View.Any(quantity.End, "below", "above", "off", "short", "under"))
            {
                draft = draft with { Time = day with { Kind = TimeKind.From, Since = day }, TimeHow = "stated: from the close of the day named" };
            }

            if (IsDenied(first))
            {
                draft = draft with { Reason = "opinion: the sentence denies a move; what happened instead is not stated." };
            }

            if (IsConditional(first, View.Sentences[sentence]) || (future && !(draft.Time is { IsSession: true } && draft.TimeHow == "stated")))
            {
                draft = draft with { Type = "forecast", IsFuture = true, Metric = ClaimMetric.None, Reason = "forecast: an expectation is settled only when its time has come." };
            }

            _context.Add(Widened(Intraday(draft)));
        }

        if (printed is not null)
        {
            _context.Used.Add(printed);
        }

        return true;
    }

    /// <summary>"did not rise 2.4%", "has never gained 17%".</summary>
    private bool IsDenied(int first)
    {
        for (var i = first - 1; i >= first - 3 && i >= 0; i--)
        {
            if (View.Any(i, "not", "never", "didn't", "hasn't", "haven't", "wasn't", "without", "cannot", "nor") && !(View.Any(i, "not") && View.Any(i + 1, "only", "just")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"may rise 5%", "if the index rises 9%", "unless it falls 10%".</summary>
    private bool IsConditional(int first, Sentence bounds)
    {
        if (Enumerable.Range(first - 3, 3).Any(i => i >= bounds.First && View.Any(i, "may", "might", "could", "would", "will", "should", "can", "won't") && !View.Tokens[i].IsCapitalised))
        {
            return true;
        }

        for (var i = first - 1; i >= bounds.First && i > first - 12 && View.Word(i) is not ("," or ";"); i--)
        {
            if (View.Any(i, "if", "unless", "whether"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"had shed 17.8%", "at that point the index was down": told from an earlier day.</summary>
    private bool LooksBack(int first, Sentence bounds)
    {
        if (View.Any(first - 1, "had") || View.Any(first - 2, "had"))
        {
            return true;
        }

        for (var i = bounds.First; i < first; i++)
        {
            if ((View.Any(i, "that") && View.Any(i + 1, "point", "time", "stage")) || (View.Any(i, "by") && View.Any(i + 1, "then")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"having been up 10.8% at the open": daily data do not hold the price of an hour.</summary>
    private ClaimDraft Intraday(ClaimDraft draft)
    {
        for (var i = draft.End; i < draft.End + 6 && View.Word(i) is not ("," or "." or ";" or "and"); i++)
        {
            if (View.Any(i, "open", "midday", "intraday", "premarket", "lunchtime") || (View.Any(i, "early", "morning", "afternoon", "after-hours", "extended") && View.Any(i + 1, "trading", "trade", "hours", "deals")) || (View.Any(i, "one") && View.Any(i + 1, "point")))
            {
                return draft with { IsIntraday = true, Hedge = HedgeKind.AsMuchAs };
            }
        }

        return draft;
    }

    /// <summary>The span of a claim takes in the time that is stated right after it.</summary>
    private static ClaimDraft Widened(ClaimDraft draft) => draft.Time is { } time && draft.TimeHow == "stated" && time.First >= draft.End && time.First <= draft.End + 1 ? draft with { End = time.End } : draft;

    private void AddFigure(Quantity quantity, int sentence, MoveReading move, int first, int end)
    {
        var mention = move.Mentions[^1];
        var word = View.Word(mention.First);
        var text = View.TextOf(mention.First, mention.End);
        var type = mention.Kind == MentionKind.Outsider || Vocabulary.IsEconomic(word) || word is "prices" or "rate" or "rates" or "spending" or "jobs" or "claims" ? "macro" : word is "turnover" or "volume" or "volumes" or "inflows" or "outflows" ? "flow" : "company_figure";
        _context.Add(new ClaimDraft
        {
            Type = IsExpected(first, View.Sentences[sentence]) ? "forecast" : type,
            Metric = ClaimMetric.None,
            First = first,
            End = end,
            Sentence = sentence,
            Subject = new SubjectReading(text, [], "named", false),
            Quantity = quantity,
            Sign = move.Sign,
            Time = WindowFinder.Of(View, first, end, sentence),
            Reason = $"no-data: a series of {text} would settle it.",
            Attribution = _context.SpeakerIn(View.Sentences[sentence]),
        });
    }

    private ClaimDraft Draft(Quantity quantity, int sentence, SubjectReading subject, int sign, int first, int end)
    {
        var bounds = View.Sentences[sentence];
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        return new ClaimDraft
        {
            Type = "price_return",
            Metric = quantity.Kind is QuantityKind.Points or QuantityKind.Money ? ClaimMetric.Points : ClaimMetric.Return,
            First = hedgeStart >= 0 ? Math.Min(first, hedgeStart) : first,
            End = end,
            Sentence = sentence,
            Subject = subject,
            Quantity = quantity,
            Hedge = hedge,
            HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : quantity.Kind == QuantityKind.DigitClass ? View.TextOf(quantity.First, quantity.End) : null,
            Sign = sign != 0 ? sign : quantity.Negative ? -1 : 1,
            Attribution = _context.SpeakerIn(bounds),
        };
    }

    /// <summary>"down 20% from its peak": the base is the last high or low, not a day.</summary>
    private bool FromTurn(int end, Sentence bounds)
    {
        if (!View.Any(end, "from", "below", "above", "off"))
        {
            return false;
        }

        for (var i = end + 1; i < Math.Min(end + 7, bounds.End); i++)
        {
            if (View.Any(i, "peak", "high", "record", "highs", "low", "lows", "trough", "bottom"))
            {
                return true;
            }

            if (View.QuantityAt(i) is not null || View.Word(i) is "," or ".")
            {
                return false;
            }
        }

        return false;
    }

    private bool IsExpected(int first, Sentence bounds)
    {
        var clause = true;
        for (var i = first - 1; i >= bounds.First && i > first - 16; i--)
        {
            clause &= View.Word(i) is not ("," or ";") && i > first - 8;
            if (View.Any(i, "target", "targets", "forecast", "forecasts", "projected", "predicts", "consensus", "expects", "anticipates"))
            {
                return true;
            }

            if (clause && Vocabulary.IsExpecting(View.Word(i)) && !View.Any(i, "see", "sees", "set", "potential", "may"))
            {
                return true;
            }
        }

        return false;
    }
}
