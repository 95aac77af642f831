using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <content>Windows that go back from the as-of day or run to it.</content>
internal sealed partial class TimeReader
{
    /// <summary>A time after a preposition.</summary>
    private TimeMention? Led(int i)
    {
        var lead = Word(i);
        var at = i + 1;
        if (Any(at, "just", "only", "about", "nearly", "almost", "under"))
        {
            at++;
        }

        var within = false;
        if (Word(at) == "less" && Word(at + 1) == "than")
        {
            within = true;
            at += 2;
        }
        else if (lead == "within")
        {
            within = true;
        }

        if (Any(at, "same") || (Word(at) == "the" && Word(at + 1) == "same"))
        {
            var noun = Word(at) == "the" ? at + 2 : at + 1;
            noun = NumberWords.ReadWhole(_tokens, noun, out var many);
            if (Any(noun, "period", "span", "time", "stretch", "day", "week", "month", "timeframe", "window", "year", "days", "sessions", "weeks", "months", "years"))
            {
                return new TimeMention { First = i, End = noun + 1, Kind = TimeKind.Same, Count = many, Unit = Units.GetValueOrDefault(Word(noun)) };
            }
        }

        if (Any(at, "a", "one") && Any(at + 1, "single"))
        {
            if (Any(at + 2, "day", "session"))
            {
                return new TimeMention { First = i, End = at + 3, Kind = TimeKind.OneDay };
            }
        }

        if (Any(at, "a", "one", "the") && Any(at + 1, "day", "session") && lead is "in" or "on" && !(Word(at) == "the" && lead == "in"))
        {
            return new TimeMention { First = i, End = at + 2, Kind = TimeKind.OneDay };
        }

        if (Any(at, "recent", "previous", "prior", "past", "several") && Units.ContainsKey(Word(at + 1)) && Word(at + 1).EndsWith('s'))
        {
            return new TimeMention { First = i, End = at + 2, Kind = TimeKind.Vague, Unit = Units[Word(at + 1)] };
        }

        var the = Word(at) == "the" || (Word(at) is "its" or "their" && Any(at + 1, "past", "last", "previous", "trailing")) ? at + 1 : at;
        var counted_ = NumberWords.ReadWhole(_tokens, the, out var amount);
        if (Units.TryGetValue(Word(counted_), out var stretch) && Any(counted_ + 1, "to", "ended", "ending", "through") && Bare(counted_ + 2) is { Kind: TimeKind.Date or TimeKind.Weekday } anchor)
        {
            return new TimeMention { First = i, End = anchor.End, Kind = TimeKind.Past, Unit = stretch, Count = Math.Max(amount, 1), Anchor = anchor, Numbers = anchor.Numbers + (amount > 0 ? 1 : 0) };
        }

        if (Any(the, "past", "last", "previous", "preceding", "latest", "prior", "trailing"))
        {
            if (PastAt(i, the, within) is { } past)
            {
                return past;
            }
        }

        if (Word(the) is "current" or "running" && Units.TryGetValue(Word(the + 1), out var current))
        {
            return new TimeMention { First = i, End = the + 2, Kind = TimeKind.ToDate, Unit = current };
        }

        if (Word(at) == "the" && Units.TryGetValue(Word(the), out var unit) && lead is "for" or "on" or "over" or "in" && !Any(the + 1, "to", "ended", "ending", "of", "since", "after", "before"))
        {
            return new TimeMention { First = i, End = the + 1, Kind = unit == TimeUnit.Day ? TimeKind.OneDay : TimeKind.ToDate, Unit = unit };
        }

        if (lead == "over" && Any(at, "a") && Any(at + 1, "quarter") && (Directions.TryGet(Word(i - 1), out _) || Any(i - 1, "by", "of")))
        {
            // "down over a quarter": a fraction, not a time.
            return null;
        }

        if (lead is "in" or "within" or "over" or "for" && Any(at, "a", "one") && Units.TryGetValue(Word(at + 1), out var single) && single != TimeUnit.Day)
        {
            return new TimeMention { First = i, End = at + 2, Kind = lead == "for" ? TimeKind.Vague : Word(at + 1) == "decade" ? TimeKind.Stretch : within || lead != "in" ? TimeKind.Past : TimeKind.Stretch, Unit = single, Count = Word(at + 1) == "decade" ? 10 : 1, Within = within };
        }

        if (lead is "in" or "for" && Any(at, "more") && Word(at + 1) == "than")
        {
            at += 2;
        }

        if (lead is "in" or "over" or "for" or "within")
        {
            var half = Word(at) == "half" && Any(at + 1, "a") ? 0.5 : 0;
            if (half > 0 && Word(at + 2) == "century")
            {
                return new TimeMention { First = i, End = at + 3, Kind = TimeKind.Stretch, Unit = TimeUnit.Year, Count = 50, Numbers = 1 };
            }

            var end = NumberWords.ReadWhole(_tokens, at, out var count);
            if (end > at && Units.TryGetValue(Word(end), out var counted))
            {
                var kind = lead switch { "in" => TimeKind.Stretch, "for" => TimeKind.Vague, _ => TimeKind.Past };
                return new TimeMention { First = i, End = end + 1, Kind = kind, Unit = counted, Count = Word(end) == "decade" ? count * 10 : count, Numbers = 1, Within = within };
            }

            if (Units.TryGetValue(Word(at), out var plural) && Word(at).EndsWith('s') && lead is "for" or "in" or "over")
            {
                return new TimeMention { First = i, End = at + 1, Kind = TimeKind.Vague, Unit = plural };
            }
        }

        return Bare(Word(at) == "the" ? the : at) is { } bare && bare.First == (Word(at) == "the" ? the : at) ? bare : null;
    }

    /// <summary><c>past month</c>, <c>last three weeks</c>, <c>last week</c>: counted words go back from the as-of day, bare "last" is the calendar unit before.</summary>
    private TimeMention? PastAt(int first, int i, bool within)
    {
        var word = Word(i);
        var at = i + 1;
        if (Any(at, "few", "several", "couple") || (Word(at) == "couple" && Word(at + 1) == "of"))
        {
            at += Word(at + 1) == "of" ? 2 : 1;
            return Units.TryGetValue(Word(at), out var vague) ? new TimeMention { First = first, End = at + 1, Kind = TimeKind.Vague, Unit = vague } : null;
        }

        var end = NumberWords.ReadWhole(_tokens, at, out var count);
        if (end > at && Any(end, "trading"))
        {
            end++;
        }

        if (end > at && Units.TryGetValue(Word(end), out var unit))
        {
            return new TimeMention { First = first, End = end + 1, Kind = TimeKind.Past, Unit = unit, Count = Word(end) == "decade" ? 10 * count : count, Within = within, Numbers = 1 };
        }

        if (!Units.TryGetValue(Word(at), out var one))
        {
            return null;
        }

        if (Word(at).EndsWith('s'))
        {
            return new TimeMention { First = first, End = at + 1, Kind = TimeKind.Vague, Unit = one };
        }

        var past = word is "past" or "trailing" || (word is "last" && Word(i - 1) == "the" && Any(i - 2, "over", "in", "during", "within"));
        return new TimeMention { First = first, End = at + 1, Kind = past ? TimeKind.Past : TimeKind.Last, Unit = one, Within = within };
    }

    private TimeMention? SoFar(int i)
    {
        if (Any(i + 2, "this") && Units.TryGetValue(Word(i + 3), out var unit))
        {
            return new TimeMention { First = i, End = i + 4, Kind = TimeKind.ToDate, Unit = unit };
        }

        return Any(i + 2, "in") && Bare(i + 3) is { Kind: TimeKind.Year or TimeKind.Month } period ? period with { First = i } : null;
    }

    /// <summary><c>from a year earlier</c>, <c>from a year ago</c>.</summary>
    private TimeMention? FromAt(int i) => Ago(i + 1) is { } ago ? ago with { First = i } : TurnAt(i, Word(i + 1) is "the" or "its" or "their" or "an" or "a" ? i + 2 : i + 1);

    private TimeMention? Ago(int i)
    {
        var at = i;
        var count = 1;
        var numbers = 0;
        if (Any(at, "a", "one"))
        {
            at++;
        }
        else
        {
            var end = NumberWords.ReadWhole(_tokens, at, out count);
            if (end == at)
            {
                return null;
            }

            at = end;
            numbers = 1;
        }

        return Units.TryGetValue(Word(at), out var unit) && Any(at + 1, "earlier", "ago", "before") ? new TimeMention { First = i, End = at + 2, Kind = TimeKind.Past, Unit = unit, Count = count, Numbers = numbers } : null;
    }
}
