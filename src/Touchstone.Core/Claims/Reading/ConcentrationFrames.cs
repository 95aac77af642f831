namespace Touchstone.Claims;

/// <summary>How concentrated an index is, how alike its members move, and how much of a market's turnover and value they are.</summary>
internal sealed class ConcentrationFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private const double LargestIndexOfWeights = 10_000; // the scale of competition law, on which one stock alone is 10,000

    private DocumentView View => context.View;

    /// <summary>Reads a number as one of them; false when the words say nothing of the kind.</summary>
    public bool Try(Quantity quantity, int sentence) => quantity.Kind switch
    {
        QuantityKind.Number => TryHerfindahl(quantity, sentence) || TryEffective(quantity, sentence) || TryCorrelation(quantity, sentence) || TryCrowding(quantity, sentence),
        QuantityKind.Multiple => TryCrowding(quantity, sentence),
        QuantityKind.Percent or QuantityKind.Fraction => TryTurnover(quantity, sentence) || TryValue(quantity, sentence),
        _ => false,
    };

    /// <summary>"The Herfindahl-Hirschman index of its weights is 0.0562", "an HHI of 562".</summary>
    private bool TryHerfindahl(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var cue = Before(quantity.First, bounds, 16, "herfindahl", "hhi");
        if (cue < 0 || Crossed(cue, quantity.First))
        {
            return false;
        }

        var noun = Before(quantity.First, bounds, 8, "weights", "concentration", "index");
        var question = MeasureQuestion.Of("hhi", MeasureQuestion.Subject);
        return Add("concentration", quantity, sentence, cue, quantity.End, Holder(View.Any(noun, "weights", "concentration") ? noun : cue, sentence), quantity.Value > 1 ? question with { Scale = 1 / LargestIndexOfWeights } : question);
    }

    /// <summary>"as if it held 17.8 members of equal weight", "an effective number of 17.8 stocks".</summary>
    private bool TryEffective(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var at = quantity.End;
        at += View.Any(at, "equally", "equal") ? View.Any(at + 1, "weighted", "sized") ? 2 : 1 : 0;
        var isEqual = (MeasureSubjects.IsMember(View.Word(at)) || View.Any(at, "stocks", "companies", "names", "positions")) && (at > quantity.End || (View.Any(at + 1, "of") && View.Any(at + 2, "equal", "the") && View.Any(View.Any(at + 2, "the") ? at + 4 : at + 3, "weight", "weights", "size")));
        var cue = Before(quantity.First, bounds, 9, "effective");
        var isEffective = cue >= 0 && View.Any(cue + 1, "number") && !Crossed(cue, quantity.First);
        if (!isEffective && !(isEqual && (Before(quantity.First, bounds, 8, "if", "equivalent", "like", "only", "held") >= 0 || context.Recent(sentence, 0, Asks("hhi")) is not null)))
        {
            return false;
        }

        var before = context.Recent(sentence, 1, Asks("hhi"));
        var end = isEqual ? at + (at > quantity.End ? 1 : View.Any(at + 2, "the") ? 5 : 4) : quantity.End;
        return Add("concentration", quantity, sentence, isEffective ? cue : quantity.First, end, before?.Subject ?? Holder(isEffective ? cue + 1 : quantity.First, sentence), MeasureQuestion.Of("effective-number", MeasureQuestion.Subject));
    }

    /// <summary>"The average pairwise correlation of its members over the past three months was 0.36".</summary>
    private bool TryCorrelation(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var cue = Before(quantity.First, bounds, 20, "correlation", "correlations");
        if (cue < 0 || quantity.Value > 1 || quantity.LastDigit >= 1 || Crossed(cue, quantity.First))
        {
            return false;
        }

        var noun = -1;
        for (var i = Math.Max(bounds.First, cue - 6); i < quantity.First && noun < 0; i++)
        {
            noun = MeasureSubjects.IsMember(View.Word(i)) || View.Any(i, "stocks") ? i : -1;
        }

        return noun >= 0 && subjects.IndexOf(noun, sentence, out _) is { } index
            && Add("concentration", quantity, sentence, cue, quantity.End, index, MeasureQuestion.Of("average-correlation", MeasureQuestion.Subject, MeasureQuestion.Window) with { NeedsStretch = true });
    }

    /// <summary>"its members made up 34.5% of the turnover of the market".</summary>
    private bool TryTurnover(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var end = Whole(quantity.End, bounds, out var market, "turnover", "trading");
        if (end < 0 || market is null || Holders(quantity, sentence, bounds) is not { } holders)
        {
            return false;
        }

        return Add("share_ratio", quantity, sentence, quantity.First, end, holders, MeasureQuestion.Of("turnover-share", MeasureQuestion.Subject, MeasureQuestion.Window, MeasureQuestion.Other), market);
    }

    /// <summary>"... and 25.0% of its value": the same members, the same market.</summary>
    private bool TryValue(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var end = Whole(quantity.End, bounds, out var market, "value", "capitalisation", "capitalization");
        var before = context.Recent(sentence, 0, Asks("turnover-share"));
        market ??= before?.Comparator;
        if (end < 0 || market is null || (before?.Subject ?? Holders(quantity, sentence, bounds)) is not { } holders)
        {
            return false;
        }

        return Add("share_ratio", quantity, sentence, quantity.First, end, holders, MeasureQuestion.Of("value-share", MeasureQuestion.Subject, MeasureQuestion.Other), market);
    }

    /// <summary>"a crowding ratio of 1.38".</summary>
    private bool TryCrowding(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var cue = Before(quantity.First, bounds, 6, "crowding");
        return cue >= 0 && context.Recent(sentence, 1, Asks("turnover-share")) is { } share
            && Add("concentration", quantity, sentence, cue, quantity.End, share.Subject, MeasureQuestion.Of("crowding", MeasureQuestion.Subject, MeasureQuestion.Window, MeasureQuestion.Other), share.Comparator, share);
    }

    /// <summary>The end of "of the turnover of the market", "of its value", "of the market's turnover", with the market it names; -1 for other words.</summary>
    private int Whole(int from, Sentence bounds, out SubjectReading? market, params ReadOnlySpan<string> nouns)
    {
        market = null;
        if (!View.Any(from, "of"))
        {
            return -1;
        }

        for (var i = from + 1; i < Math.Min(from + 9, bounds.End) && !View.Any(i, ",", ";", "."); i++)
        {
            if (View.MentionAt(i) is { } mention && subjects.MarketOf(mention) is { } named)
            {
                market = named;
                i = mention.End - 1;
                continue;
            }

            if (!View.Any(i, nouns))
            {
                continue;
            }

            var end = i + 1;
            if (market is null && View.Any(end, "of", "in", "on"))
            {
                market = subjects.MarketNear(end + 1, Math.Min(end + 4, bounds.End));
                end = market is null ? end : Enumerable.Range(end + 1, 4).Select(View.MentionAt).First(found => found is not null)!.End;
            }

            return end;
        }

        return -1;
    }

    /// <summary>Whose share it is: the members of an index, or stocks of the package named before the verb.</summary>
    private SubjectReading? Holders(Quantity quantity, int sentence, Sentence bounds)
    {
        for (var i = quantity.First - 1; i >= bounds.First && i > quantity.First - 8; i--)
        {
            if (MeasureSubjects.IsMember(View.Word(i)))
            {
                return subjects.IndexOf(i, sentence, out _);
            }
        }

        var mentions = context.Subjects.Of(quantity.First, sentence);
        mentions = mentions.Count > 0 ? mentions : context.Subjects.Left(quantity.First, sentence, quantity.First);
        return mentions is [{ Kind: MentionKind.Named, IsSpeaker: false } only] && context.Resolve(only, sentence)[0] is { IsProxy: false, Candidates.IsEmpty: false } named ? named : null;
    }

    /// <summary>"of its weights", "HHI of the index": whose figure it is.</summary>
    private SubjectReading Holder(int noun, int sentence)
    {
        var reading = subjects.Of(noun, sentence);
        return reading.Candidates.IsEmpty ? subjects.IndexSpokenOf(sentence) ?? reading : reading;
    }

    private static Func<ClaimDraft, bool> Asks(string measure) => draft => draft.Questions.Any(question => question.Measure == measure);

    private int Before(int from, Sentence bounds, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = from - 1; i >= bounds.First && i >= from - reach; i--)
        {
            if (View.Any(i, words))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether another number stands between a word and the number.</summary>
    private bool Crossed(int from, int to) => Enumerable.Range(from, to - from).Any(i => View.QuantityAt(i) is not null || View.Any(i, ";"));

    private bool Add(string type, Quantity quantity, int sentence, int first, int end, SubjectReading subject, MeasureQuestion question, SubjectReading? other = null, ClaimDraft? timed = null)
    {
        claims.Add(new ClaimDraft
        {
            Type = type,
            Metric = ClaimMetric.Asked,
            First = Math.Min(first, quantity.First),
            End = end,
            Sentence = sentence,
            Subject = subject,
            Comparator = other,
            Quantity = quantity,
            Sign = quantity.Negative ? -1 : 1,
            Questions = [question],
            Time = timed?.Time,
            IsTimeInferred = timed?.IsTimeInferred ?? false,
        });
        return true;
    }
}
