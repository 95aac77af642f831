using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Turnover, margin financing and trading links of a market.</summary>
internal sealed class FlowFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private const string Turnover = "turnover";
    private const string AverageTurnover = "average_daily_turnover";
    private const string MarginBalance = "margin_financing_balance";

    private DocumentView View => context.View;

    /// <summary>Reads a number as one of them; false when the words say nothing of the kind.</summary>
    public bool Try(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        return quantity.Kind switch
        {
            QuantityKind.Money => TryMargin(quantity, sentence, bounds) || TryConnect(quantity, sentence, bounds) || TryTurnover(quantity, sentence, bounds),
            QuantityKind.Percent => TryMarginShare(quantity, sentence, bounds) || TryParticipation(quantity, sentence, bounds) || TryChange(quantity, sentence, bounds),
            _ => false,
        };
    }

    /// <summary>"The average daily turnover of the market was HK$143.8 billion in January 2025".</summary>
    private bool TryTurnover(Quantity quantity, int sentence, Sentence bounds)
    {
        var cue = Before(quantity.First, bounds, 16, Turnover, "trading");
        if (cue < 0 || !quantity.Scaled || View.Any(cue - 1, "through") || MarketOf(cue, sentence, bounds) is not { } market)
        {
            return false;
        }

        var isDaily = View.Any(cue - 1, "daily", "day") || Enumerable.Range(cue + 1, quantity.End + 3 - cue).Any(i => View.Any(i, "averaged") || (View.Any(i, "a", "per") && View.Any(i + 1, "day", "session")));
        if (!isDaily)
        {
            return false;
        }

        Add("flow", quantity, sentence, cue, quantity.End, market, MeasureQuestion.Of("average-daily-turnover", MeasureQuestion.Subject, MeasureQuestion.Window));
        return true;
    }

    /// <summary>"... 1.2% more than in December 2024", "turnover rose 1.2% from December": the mean of one period over that of another.</summary>
    private bool TryChange(Quantity quantity, int sentence, Sentence bounds)
    {
        var before = context.Recent(sentence, 0, draft => draft.Questions.Any(question => question.Measure == "average-daily-turnover"));
        var cue = Before(quantity.First, bounds, 20, Turnover);
        if (cue < 0 || !(before is not null || View.Any(cue - 1, "daily")))
        {
            return false;
        }

        var i = quantity.End;
        var sign = View.Any(i, "more", "higher", "above", "up", "greater") ? 1 : View.Any(i, "less", "lower", "below", "down") ? -1 : 0;
        i += sign != 0 ? 1 : 0;
        for (var k = quantity.First - 1; sign == 0 && k > cue && k > quantity.First - 4; k--)
        {
            sign = Directions.TryGet(View.Word(k), out var move) ? move.Sign : 0;
        }

        i += View.Any(i, "than", "from", "on", "compared") && View.TimeAt(i) is null ? 1 : 0;
        i += View.Any(i, "with", "that", "the") && View.TimeAt(i) is null ? 1 : 0;
        i += View.Any(i, "of") && View.TimeAt(i) is null ? 1 : 0;
        if (sign == 0 || View.TimeAt(i) is not { Kind: TimeKind.Month or TimeKind.Quarter or TimeKind.Year or TimeKind.Last } basis || (before?.Subject ?? MarketOf(cue, sentence, bounds)) is not { } market)
        {
            return false;
        }

        var time = before?.Time ?? View.TimesIn(bounds).LastOrDefault(other => other.End <= quantity.First) ?? View.TimesIn(bounds).FirstOrDefault(other => other.First >= basis.End);
        if (time is null)
        {
            return false;
        }

        var question = MeasureQuestion.Of("ratio-of-means", MeasureQuestion.Subject, FieldOf(market), MeasureQuestion.Window, MeasureQuestion.Base) with { Offset = 1, Scale = 0.01 };
        Add("ratio_of_means", quantity, sentence, quantity.First, basis.End, market, question, sign, time: time, basis: basis);
        return true;
    }

    /// <summary>"The margin financing balance of the market stood at 1.85 trillion yuan on 13 February 2025".</summary>
    private bool TryMargin(Quantity quantity, int sentence, Sentence bounds)
    {
        var cue = Margin(quantity.First, bounds);
        if (cue < 0 || !Enumerable.Range(cue, Math.Max(0, quantity.First - cue)).Any(i => View.Any(i, "balance", "balances", "debt", "loans", "outstanding")) || MarketOf(cue, sentence, bounds) is not { } market)
        {
            return false;
        }

        Add("flow", quantity, sentence, cue, quantity.End, market, MeasureQuestion.Of("observation", MeasureQuestion.Subject, MarginBalance));
        return true;
    }

    /// <summary>"... 2.3% of its market value", "buying on margin made up 9.8% of its turnover".</summary>
    private bool TryMarginShare(Quantity quantity, int sentence, Sentence bounds)
    {
        var cue = Margin(quantity.First, bounds);
        if (cue < 0 || !View.Any(quantity.End, "of"))
        {
            return false;
        }

        for (var i = quantity.End + 1; i < Math.Min(quantity.End + 8, bounds.End) && !View.Any(i, ",", ";"); i++)
        {
            var isTurnover = View.Any(i, Turnover, "trading");
            var isValue = (View.Any(i, "value") && View.Any(i - 1, "market")) || View.Any(i, "capitalisation", "capitalization");
            if (!isTurnover && !isValue)
            {
                continue;
            }

            var before = context.Recent(sentence, 1, draft => draft.Questions.Any(question => question.Arguments.Contains(MarginBalance)));
            if ((MarketIn(bounds) ?? before?.Subject ?? MarketOf(cue, sentence, bounds)) is not { } market)
            {
                return false;
            }

            Add("flow", quantity, sentence, quantity.First, i + 1, market, isTurnover
                ? MeasureQuestion.Of("margin-buying-share", MeasureQuestion.Subject, MeasureQuestion.Window)
                : MeasureQuestion.Of("margin-to-value", MeasureQuestion.Subject));
            return true;
        }

        return false;
    }

    /// <summary>"Net buying of Hong Kong stocks through southbound Stock Connect was HK$22.4 billion over the past month".</summary>
    private bool TryConnect(Quantity quantity, int sentence, Sentence bounds)
    {
        if (Channel(bounds) is not { } channel || !quantity.Scaled)
        {
            return false;
        }

        var (figure, sign) = ("", 1);
        for (var i = quantity.First - 1; i >= bounds.First && figure.Length == 0; i--)
        {
            if (View.Any(i, Turnover))
            {
                figure = "turnover";
            }
            else if (View.Any(i, "inflow", "inflows", "outflow", "outflows"))
            {
                (figure, sign) = ("net", View.Any(i, "inflow", "inflows") ? 1 : -1);
            }
            else if (View.Any(i, "buying", "bought", "buy", "purchases", "buyers") || View.Any(i, "selling", "sold", "sell", "sales", "sellers"))
            {
                var isBuy = View.Any(i, "buying", "bought", "buy", "purchases", "buyers");
                var isNet = View.Any(i - 1, "net") || Enumerable.Range(i + 1, Math.Max(0, quantity.First - i)).Any(k => View.Any(k, "net"));
                (figure, sign) = isNet ? ("net", isBuy ? 1 : -1) : (isBuy ? "buy" : "sell", 1);
            }
        }

        if (figure.Length == 0 || Linked(channel, sentence, bounds) is not { } market)
        {
            return false;
        }

        Add("flow", quantity, sentence, quantity.First, quantity.End, market, MeasureQuestion.Of("connect-flow", MeasureQuestion.Subject, channel, MeasureQuestion.Window, $"figure={figure}"), sign);
        return true;
    }

    /// <summary>"Turnover through southbound Stock Connect made up 11.4% of the turnover of the market".</summary>
    private bool TryParticipation(Quantity quantity, int sentence, Sentence bounds)
    {
        if (Channel(bounds) is not { } channel || !View.Any(quantity.End, "of"))
        {
            return false;
        }

        var noun = Enumerable.Range(quantity.End + 1, 8).FirstOrDefault(i => View.Any(i, Turnover, "trading"), -1);
        if (noun < 0 || noun >= bounds.End || Linked(channel, sentence, bounds) is not { } market)
        {
            return false;
        }

        Add("flow", quantity, sentence, quantity.First, noun + 1, market, MeasureQuestion.Of("connect-participation", MeasureQuestion.Subject, channel, MeasureQuestion.Window));
        return true;
    }

    private string? Channel(Sentence bounds)
    {
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (View.Any(i, "southbound", "northbound"))
            {
                return View.Word(i);
            }
        }

        return null;
    }

    /// <summary>The market that a trading link leads to: the one named, or else the only one with such figures.</summary>
    private SubjectReading? Linked(string channel, int sentence, Sentence bounds)
    {
        if (MarketIn(bounds) is { } named)
        {
            return named;
        }

        var holding = context.Market.Rows.Observations.Where(series => series.Field.StartsWith($"{channel}_", StringComparison.Ordinal)).Select(series => series.Subject).Distinct().ToImmutableArray();
        return holding is [var only] ? new SubjectReading(channel, [only], $"inferred: the only market with {channel} figures", true) : subjects.MarketSpokenOf(sentence);
    }

    private int Margin(int from, Sentence bounds)
    {
        var cue = Before(from, bounds, 24, "margin");
        return cue >= 0 && (View.Any(cue + 1, "financing", "debt", "balance", "balances", "loans", "lending", "buying", "trading", "purchases") || View.Any(cue - 1, "on")) ? cue : -1;
    }

    /// <summary>The market that a figure is of: the one the sentence names, or the one that the paragraph speaks of.</summary>
    private SubjectReading? MarketOf(int cue, int sentence, Sentence bounds)
    {
        if (MarketIn(bounds) is { } market)
        {
            return market;
        }

        var described = subjects.MarketSpokenOf(sentence);
        return described ?? (subjects.Of(cue, sentence) is { IsProxy: false, Candidates.IsEmpty: false } own && context.Market.AllObservations(own.Candidates[0]).Any(series => series.Field is Turnover or AverageTurnover or MarginBalance) ? own : null);
    }

    private SubjectReading? MarketIn(Sentence bounds) => subjects.MarketNear(bounds.First, bounds.End);

    private string FieldOf(SubjectReading market)
    {
        var held = market.Candidates.IsEmpty ? [] : context.Market.AllObservations(market.Candidates[0]).Select(series => series.Field).ToHashSet();
        return held.Contains(AverageTurnover) || !held.Contains(Turnover) ? AverageTurnover : Turnover;
    }

    private int Before(int from, Sentence bounds, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = from - 1; i >= bounds.First && i >= from - reach && !View.Any(i, ";"); i--)
        {
            if (View.Any(i, words))
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(string type, Quantity quantity, int sentence, int first, int end, SubjectReading market, MeasureQuestion question, int sign = 1, TimeMention? time = null, TimeMention? basis = null) => claims.Add(new ClaimDraft
    {
        Type = type,
        Metric = ClaimMetric.Asked,
        First = Math.Min(first, quantity.First),
        End = end,
        Sentence = sentence,
        Subject = market,
        Quantity = quantity,
        Sign = sign,
        Time = time,
        BaseTime = basis,
        Questions = [question],
    });
}
