namespace Touchstone.Claims;

/// <summary>Finds the time that belongs to a number.</summary>
internal static class WindowFinder
{
    /// <summary>The time stated with a number, or null.</summary>
    /// <param name="view">The text.</param>
    /// <param name="first">The first token of the claim.</param>
    /// <param name="end">The token after it.</param>
    /// <param name="sentence">The sentence's place.</param>
    public static TimeMention? Of(DocumentView view, int first, int end, int sentence)
    {
        var bounds = view.Sentences[sentence];
        for (var i = first; i < end; i++)
        {
            // "its 22% year-to-date advance"
            if (view.TimeAt(i) is { } inside && !inside.IsLabel && (inside.Kind is TimeKind.ToDate or TimeKind.Past or TimeKind.Weekday or TimeKind.Last || inside is { Kind: TimeKind.Stretch, Unit: not TimeUnit.Year }))
            {
                return inside;
            }
        }

        var right = Right(view, end, bounds);
        right = right is not null && IsInserted(view, right, first, sentence) ? null : right;
        if (right is { } found && found.First - end <= 4)
        {
            return found;
        }

        var left = Left(view, first, bounds, sentence);
        if (left is not null && first - left.End <= 8)
        {
            return left;
        }

        return right ?? left ?? Opening(view, bounds, first);
    }

    /// <summary>Whether a time can be the window of a move.</summary>
    public static bool IsWindow(TimeMention time) => time.Kind is not (TimeKind.Stretch or TimeKind.Next) || (time.Kind == TimeKind.Stretch && time.Count >= 1 && time.Unit != TimeUnit.Year);

    private static TimeMention? Right(DocumentView view, int end, Sentence bounds)
    {
        for (var i = end; i < bounds.End; i++)
        {
            if (view.TimeAt(i) is { } time)
            {
                if (time.IsLabel || (view.Tokens.Count > time.End && view.Tokens[time.End].Kind == TokenKind.Possessive && HasNumber(view, time.End, 4)))
                {
                    // "even after Friday's 2.7% tumble": the time belongs to the number after it.
                    return null;
                }

                if (IsWindow(time) && !IsBound(view, time) && !(view.Any(time.End, "high", "low", "peak", "highs", "lows") || view.Word(i - 1) is "than") && !BelongsToSuperlative(view, end, time))
                {
                    return time;
                }

                i = time.End - 1;
                continue;
            }

            if (view.Word(i) is ";" or "." or "while" or "whereas" or "but" or "because" || (view.Any(i, "after", "as", "when", "before") && OpensClause(view, i + 1)))
            {
                return null;
            }

            if (view.QuantityAt(i) is { } other)
            {
                // A level, points or a bracket after the number belong to the same move; another move does not.
                if (other.Kind is QuantityKind.Percent or QuantityKind.Factor or QuantityKind.DigitClass && !view.Any(i - 1, "(", "or"))
                {
                    return null;
                }

                i = other.End - 1;
                continue;
            }

            if (view.Word(i) == "and" && HasOwnMove(view, i + 1, bounds.End))
            {
                return Shared(view, i, bounds);
            }

            if (view.Word(i) == "," && view.Word(i + 1).EndsWith("ing", StringComparison.Ordinal) && view.Word(i + 1) is not ("according" or "including" or "during" or "following"))
            {
                // ", wiping out its gain for the year": a clause of its own.
                return null;
            }

            if (view.Word(i) == "," && !view.Any(i + 1, "or", "to", "at") && HasOwnMove(view, i + 1, bounds.End))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"its biggest rise since March": the time says what the superlative goes back to.</summary>
    private static bool BelongsToSuperlative(DocumentView view, int from, TimeMention time)
    {
        if (time.Kind is not (TimeKind.Since or TimeKind.Stretch or TimeKind.Past or TimeKind.ToDate or TimeKind.Year or TimeKind.Month or TimeKind.Date or TimeKind.OneDay))
        {
            return false;
        }

        for (var i = time.First - 1; i >= from && i > time.First - 12; i--)
        {
            if (view.Word(i) is "," or ";" or "." || view.QuantityAt(i) is not null)
            {
                return false;
            }

            if (view.Any(i, "second", "third"))
            {
                continue;
            }

            if (Superlatives.Is(view.Word(i)) || view.Any(i, "first", "ever"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"rose 2% and 3% in January": two numbers side by side share what follows; two verbs do not.</summary>
    private static TimeMention? Shared(DocumentView view, int and, Sentence bounds) =>
        view.QuantityAt(and + 1) is { } next && next.Kind == QuantityKind.Percent ? Right(view, next.End, bounds) : null;

    private static bool HasOwnMove(DocumentView view, int from, int end)
    {
        for (var i = from; i < end && i < from + 14; i++)
        {
            if (view.QuantityAt(i) is { Kind: QuantityKind.Percent or QuantityKind.Points or QuantityKind.Factor } or { Kind: QuantityKind.Money, Scaled: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"after it forecast", "as investors fled": what follows has a subject of its own.</summary>
    private static bool OpensClause(DocumentView view, int i) => view.TimeAt(i) is null && view.QuantityAt(i) is null && !view.Any(i, "of", "much", "part");

    /// <summary>"until April 8", "by Friday": a day that bounds a stretch is not the day of the move.</summary>
    private static bool IsBound(DocumentView view, TimeMention time) => time.IsSession && view.Any(time.First - 1, "until", "by", "before", "through", "and", "to") && time.Kind == TimeKind.Date;

    private static bool HasNumber(DocumentView view, int from, int reach) => Enumerable.Range(from, reach).Any(i => view.QuantityAt(i) is not null);

    /// <summary>Whether a time stands in an insertion that the claim is not part of: ", due to report on Wednesday,".</summary>
    private static bool IsInserted(DocumentView view, TimeMention time, int claim, int sentence) => view.Insertions(sentence).Exists(insertion => time.First >= insertion.First && time.First < insertion.End && !(claim >= insertion.First && claim < insertion.End));

    private static TimeMention? Left(DocumentView view, int first, Sentence bounds, int sentence)
    {
        var crossed = false;
        for (var i = first - 1; i >= bounds.First; i--)
        {
            // Behind a comma stands another clause; only a time that opens the sentence rules both.
            crossed |= view.Word(i) == ",";
            if (crossed && view.TimeAt(i) is { } far && far.First > bounds.First + 3)
            {
                return null;
            }

            if (view.TimeAt(i) is { } time)
            {
                if (IsWindow(time) && !IsBound(view, time) && !IsInserted(view, time, first, sentence) && !BelongsToSuperlative(view, bounds.First, time))
                {
                    return time;
                }

                i = time.First;
                continue;
            }

            if (view.Word(i) is ";" || view.QuantityAt(i) is { Kind: QuantityKind.Percent or QuantityKind.Factor })
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A time that opens the sentence rules all of it.</summary>
    private static TimeMention? Opening(DocumentView view, Sentence bounds, int first)
    {
        for (var i = bounds.First; i < Math.Min(bounds.First + 3, first); i++)
        {
            if (view.TimeAt(i) is { } time && IsWindow(time))
            {
                return time;
            }
        }

        return null;
    }
}
