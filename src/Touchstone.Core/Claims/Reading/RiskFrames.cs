namespace Touchstone.Claims;

/// <summary>Volatility, the largest fall from a peak, and the distance from the highest or lowest close of a stretch.</summary>
internal sealed class RiskFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private DocumentView View => context.View;

    /// <summary>Reads a percentage as one of them; false when the words say nothing of the kind.</summary>
    public bool Try(Quantity quantity, int sentence) =>
        quantity.Kind == QuantityKind.Percent && (TryVolatility(quantity, sentence) || TryDrawdown(quantity, sentence) || TryDistance(quantity, sentence));

    /// <summary>"Its annualised volatility over the past three months was 41.2%", "a volatility of 41%".</summary>
    private bool TryVolatility(Quantity quantity, int sentence)
    {
        var cue = Cue(quantity, sentence, i => View.Any(i, "volatility") && !View.Any(i + 1, "index", "gauge"));
        return cue >= 0 && !View.Any(cue - 1, "implied", "expected") && Add("volatility", quantity, sentence, cue, quantity.End, cue, 1, "volatility");
    }

    /// <summary>"Its largest fall from a peak over the past year was 30.1%", "a maximum drawdown of 30%".</summary>
    private bool TryDrawdown(Quantity quantity, int sentence)
    {
        var cue = Cue(quantity, sentence, i =>
            (View.Any(i, "drawdown") && View.Any(i - 1, "maximum", "largest", "deepest", "biggest", "worst", "max", "peak-to-trough"))
            || (Directions.TryNoun(View.Word(i), out var sign) && sign < 0 && View.Any(i - 1, "largest", "deepest", "biggest", "worst", "steepest") && View.Any(i + 1, "from") && (View.Any(i + 2, "peak") || (View.Any(i + 2, "a", "any") && View.Any(i + 3, "peak")))));
        return cue >= 0 && Add("drawdown", quantity, sentence, cue - 1, quantity.End, cue, -1, "max-drawdown");
    }

    /// <summary>"12.3% below its highest close of the past year", "31% above the lowest close of the past six months".</summary>
    private bool TryDistance(Quantity quantity, int sentence)
    {
        var bounds = View.Sentences[sentence];
        var i = quantity.End;
        var below = View.Any(i, "below", "off", "under", "short");
        if (!below && !View.Any(i, "above", "over"))
        {
            return false;
        }

        i += View.Any(i + 1, "of") ? 2 : 1;
        i += View.Any(i, "its", "the") ? 1 : 0;
        var extreme = View.Any(i, "highest") ? 1 : View.Any(i, "lowest") ? -1 : 0;
        i++;
        i += View.Any(i, "closing") ? 1 : 0;
        if (extreme == 0 || below != extreme > 0 || !View.Any(i, "close", "level", "point", "price") || View.TimeAt(i + 1) is not { Kind: TimeKind.Past or TimeKind.Stretch or TimeKind.ToDate or TimeKind.Since } time || time.End > bounds.End)
        {
            return false;
        }

        // The highest close since a day is one from that day on, where a move since it starts from the close before.
        var stretch = time is { Kind: TimeKind.Since, Since.Kind: TimeKind.Date } ? time with { Kind = TimeKind.From } : time;
        return Add("drawdown", quantity, sentence, quantity.First, time.End, quantity.First, below ? -1 : 1, below ? "drawdown" : "rise-from-trough", stretch);
    }

    /// <summary>The word before the number that the number is a figure of, with no other number or clause between; -1 for none.</summary>
    private int Cue(Quantity quantity, int sentence, Func<int, bool> fits)
    {
        var bounds = View.Sentences[sentence];
        for (var i = quantity.First - 1; i >= bounds.First && i > quantity.First - 18; i--)
        {
            if (View.QuantityAt(i) is not null || View.Any(i, ";", ",", "while", "but"))
            {
                return -1;
            }

            if (fits(i))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Add(string type, Quantity quantity, int sentence, int first, int end, int noun, int sign, string measure, TimeMention? time = null)
    {
        claims.Add(new ClaimDraft
        {
            Type = type,
            Metric = ClaimMetric.Asked,
            First = Math.Min(first, quantity.First),
            End = end,
            Sentence = sentence,
            Subject = subjects.Of(noun, sentence),
            Quantity = quantity,
            Sign = sign,
            Time = time,
            Questions = [MeasureQuestion.Of(measure, MeasureQuestion.Subject, MeasureQuestion.Window) with { NeedsStretch = true }],
        });
        return true;
    }
}
