namespace Touchstone.Claims;

/// <summary>Members above their averages, at highs and lows, ahead of the index, and weighted alike.</summary>
internal sealed class MemberCountFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private const int Reach = 14; // tokens between a number and the words that say what it counts
    private const string YearOfSessions = "250";

    private DocumentView View => context.View;

    /// <summary>Reads the numbers of a sentence about members.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        SubjectReading? highs = null;
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (context.Settled[i])
            {
                continue;
            }

            if (View.QuantityAt(i) is { Kind: QuantityKind.Percent } percent && percent.First == i)
            {
                _ = Above(percent, sentence, bounds) || Beating(percent, sentence, bounds);
            }
            else if (View.QuantityAt(i) is { Kind: QuantityKind.PercentagePoints or QuantityKind.Percent or QuantityKind.Points } points && points.First == i)
            {
                EqualWeighted(points, sentence, bounds);
            }
            else if (CountReader.At(View, i) is { } count && AtExtreme(count, sentence, bounds, ref highs))
            {
                i = count.End - 1;
            }
        }
    }

    /// <summary>"90% of its members closed above their 50-day average".</summary>
    private bool Above(Quantity percent, int sentence, Sentence bounds)
    {
        if (MemberAfter(percent, bounds) is not { } noun)
        {
            return false;
        }

        for (var i = noun + 1; i < Math.Min(noun + Reach, bounds.End); i++)
        {
            if (View.Any(i, "above", "below", "over", "under") && Average(i + 1, bounds, out var sessions) is var end && end > i && subjects.IndexOf(noun, sentence, out _) is { } index)
            {
                var question = MeasureQuestion.Of("share-above-average", MeasureQuestion.Subject, $"sessions={sessions}");
                question = View.Any(i, "below", "under") ? question with { Offset = 100, Scale = -1 } : question;
                Add("breadth", percent, sentence, percent.First, end, index, question);
                return true;
            }
        }

        return false;
    }

    /// <summary>"their 50-day average", "the 200-day moving average": its end and its sessions, or the start.</summary>
    private int Average(int from, Sentence bounds, out int sessions)
    {
        var i = from;
        while (i < bounds.End && View.Any(i, "their", "its", "the", "a", "respective", "own"))
        {
            i++;
        }

        var end = NumberWords.ReadWhole(View.Tokens, i, out sessions);
        if (end == i || sessions < 2 || !View.Any(end, "day", "days", "session"))
        {
            return from - 2;
        }

        end += 1;
        end += View.Any(end, "simple") ? 1 : 0;
        end += View.Any(end, "moving") ? 1 : 0;
        return View.Any(end, "average", "averages") ? end + 1 : from - 2;
    }

    /// <summary>"53% of its members beat the index this year".</summary>
    private bool Beating(Quantity percent, int sentence, Sentence bounds)
    {
        if (MemberAfter(percent, bounds) is not { } noun || subjects.IndexOf(noun, sentence, out var after) is not { } index)
        {
            return false;
        }

        for (var i = after; i < Math.Min(after + 6, bounds.End); i++)
        {
            var beats = View.Any(i, "beat", "beating", "outperformed", "outperforming", "outpaced", "outpacing", "bettered");
            var lags = View.Any(i, "lagged", "lagging", "trailed", "trailing", "underperformed", "underperforming");
            if (!beats && !lags)
            {
                continue;
            }

            var end = i + 1;
            while (end < bounds.End && View.Any(end, "the", "it", "its", "index", "gauge", "benchmark"))
            {
                end++;
            }

            var question = MeasureQuestion.Of("share-beating", MeasureQuestion.Subject, MeasureQuestion.Window);
            if (View.MentionAt(i + 1) is null && View.MentionAt(i + 2) is { Kind: MentionKind.Named, Head: HeadKind.Index } other && !index.Candidates.Contains(other.Candidates[0]))
            {
                question = MeasureQuestion.Of("share-beating", MeasureQuestion.Subject, MeasureQuestion.Window, MeasureQuestion.Other);
                Add("breadth", percent, sentence, percent.First, other.End, index, lags ? question with { Offset = 100, Scale = -1 } : question, context.Resolve(other, sentence)[0]);
                return true;
            }

            Add("breadth", percent, sentence, percent.First, end, index, lags ? question with { Offset = 100, Scale = -1 } : question);
            return true;
        }

        return false;
    }

    /// <summary>"5 members closed at a 250-day high and 1 at a 250-day low", "12 of its members hit 52-week highs".</summary>
    private bool AtExtreme(Quantity count, int sentence, Sentence bounds, ref SubjectReading? index)
    {
        var noun = -1;
        for (var i = count.End; i < Math.Min(count.End + Reach, bounds.End); i++)
        {
            if (View.Any(i, ",", ";", ".") || (i > count.End && CountReader.At(View, i) is { } other && !MeasureSubjects.IsMember(View.Word(other.End))))
            {
                return false;
            }

            if (noun < 0 && (MeasureSubjects.IsMember(View.Word(i)) || View.Any(i, "stocks", "companies")))
            {
                noun = i;
                index = subjects.IndexOf(i, sentence, out _) ?? index;
            }

            if (Stretch(i, out var sessions) is not { } high || (noun < 0 && (index is null || !View.Any(count.End, "at", "hit", "reached", "touched", "were", "closed", "set"))))
            {
                continue;
            }

            if (index is null)
            {
                return false;
            }

            var figure = View.Any(high, "high", "highs") ? "highs" : "lows";
            Add("breadth", count, sentence, count.First, high + 1, index, MeasureQuestion.Of("new-highs-lows", MeasureQuestion.Subject, $"sessions={sessions}", $"figure={figure}"));
            return true;
        }

        return false;
    }

    /// <summary>The noun after "250-day", "52-week" or "one-year": the token of "high" or "low", or null.</summary>
    private int? Stretch(int i, out string sessions)
    {
        sessions = YearOfSessions;
        var end = NumberWords.ReadWhole(View.Tokens, i, out var number);
        if (end == i || end >= View.Tokens.Count || !View.Tokens[end].Joined)
        {
            return null;
        }

        switch (View.Word(end))
        {
            case "day" or "session":
                sessions = $"{number}";
                break;
            case "week" when number == 52:
            case "year" when number == 1:
            case "month" when number == 12:
                break;
            default:
                return null;
        }

        var noun = end + 1;
        noun += View.Any(noun, "closing", "intraday") ? 1 : 0;
        return View.Any(noun, "high", "low", "highs", "lows") ? noun : null;
    }

    /// <summary>"An equally weighted basket of its members returned 2.4 percentage points less than the index".</summary>
    private void EqualWeighted(Quantity points, int sentence, Sentence bounds)
    {
        var cue = -1;
        for (var i = bounds.First; i < points.First && cue < 0; i++)
        {
            cue = View.Any(i, "equally", "equal") && View.Any(i + 1, "weighted", "weight", "weighting") || (View.Any(i, "average") && (MeasureSubjects.IsMember(View.Word(i + 1)) || View.Any(i + 1, "stock"))) ? i : -1;
        }

        if (cue < 0)
        {
            return;
        }

        var sign = 0;
        for (var i = cue; sign == 0 && i < Math.Min(points.End + 4, bounds.End); i++)
        {
            sign = View.Any(i, "less", "lagged", "lagging", "trailed", "trailing", "underperformed", "behind", "below", "short") ? -1 : View.Any(i, "more", "beat", "outperformed", "ahead", "above", "outpaced", "exceeded") ? 1 : 0;
        }

        if (sign == 0)
        {
            return;
        }

        SubjectReading? index = null;
        for (var i = cue; i < Math.Min(points.End + 8, bounds.End) && index is null; i++)
        {
            index = MeasureSubjects.IsMember(View.Word(i)) || View.Any(i, "basket", "version", "portfolio") ? subjects.IndexOf(i, sentence, out _) : null;
        }

        index ??= View.MentionsIn(bounds).FirstOrDefault(mention => mention is { Kind: MentionKind.Named, Head: HeadKind.Index }) is { } named ? context.Resolve(named, sentence)[0] : subjects.IndexSpokenOf(sentence);
        if (index is null)
        {
            return;
        }

        var end = points.End;
        while (end < bounds.End && View.Any(end, "less", "more", "than", "the", "index", "benchmark", "gauge", "behind", "ahead", "of", "it"))
        {
            end++;
        }

        Add("relative", points with { Kind = QuantityKind.PercentagePoints }, sentence, cue, end, index, MeasureQuestion.Of("equal-minus-cap", MeasureQuestion.Subject, MeasureQuestion.Window), null, sign);
        context.Used.Add(points);
    }

    /// <summary>The noun in "of its members", "of the index's members", "of stocks in the index"; or null.</summary>
    private int? MemberAfter(Quantity percent, Sentence bounds)
    {
        if (!View.Any(percent.End, "of"))
        {
            return null;
        }

        for (var i = percent.End + 1; i < Math.Min(percent.End + 8, bounds.End) && !View.Any(i, ",", ";"); i++)
        {
            if (MeasureSubjects.IsMember(View.Word(i)) || (View.Any(i, "stocks", "companies") && View.Any(i + 1, "in", "of", "on")))
            {
                return i;
            }
        }

        return null;
    }

    private void Add(string type, Quantity quantity, int sentence, int first, int end, SubjectReading index, MeasureQuestion question, SubjectReading? other = null, int sign = 1) => claims.Add(new ClaimDraft
    {
        Type = type,
        Metric = ClaimMetric.Asked,
        First = first,
        End = end,
        Sentence = sentence,
        Subject = index,
        Comparator = other,
        Quantity = quantity,
        Sign = sign,
        Questions = [question],
    });
}
