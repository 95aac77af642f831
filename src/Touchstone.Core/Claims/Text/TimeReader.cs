using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Reads words that fix a time: days, windows, spans since something.</summary>
internal sealed class TimeReader
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new Dictionary<string, DayOfWeek>
    {
        ["monday"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["wednesday"] = DayOfWeek.Wednesday, ["thursday"] = DayOfWeek.Thursday, ["friday"] = DayOfWeek.Friday, ["saturday"] = DayOfWeek.Saturday, ["sunday"] = DayOfWeek.Sunday,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>
    {
        ["january"] = 1, ["jan"] = 1, ["february"] = 2, ["feb"] = 2, ["march"] = 3, ["mar"] = 3, ["april"] = 4, ["apr"] = 4, ["may"] = 5, ["june"] = 6, ["jun"] = 6, ["july"] = 7, ["jul"] = 7, ["august"] = 8, ["aug"] = 8, ["september"] = 9, ["sept"] = 9, ["sep"] = 9, ["october"] = 10, ["oct"] = 10, ["november"] = 11, ["nov"] = 11, ["december"] = 12, ["dec"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, TimeUnit> Units = new Dictionary<string, TimeUnit>
    {
        ["day"] = TimeUnit.Day, ["days"] = TimeUnit.Day, ["session"] = TimeUnit.Day, ["sessions"] = TimeUnit.Day, ["week"] = TimeUnit.Week, ["weeks"] = TimeUnit.Week, ["month"] = TimeUnit.Month, ["months"] = TimeUnit.Month, ["quarter"] = TimeUnit.Quarter, ["quarters"] = TimeUnit.Quarter, ["year"] = TimeUnit.Year, ["years"] = TimeUnit.Year, ["decade"] = TimeUnit.Year,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Leads = new[] { "in", "over", "during", "for", "within", "on", "across", "throughout", "of" }.ToFrozenSet();

    private readonly List<Token> _tokens;
    private readonly Func<int, (string Id, int End)?> _eventAt;

    private TimeReader(List<Token> tokens, Func<int, (string Id, int End)?> eventAt) => (_tokens, _eventAt) = (tokens, eventAt);

    /// <summary>Reads all time mentions, in order, none overlapping.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="eventAt">The event named at a token, if one.</param>
    public static List<TimeMention> Read(List<Token> tokens, Func<int, (string Id, int End)?> eventAt)
    {
        var reader = new TimeReader(tokens, eventAt);
        var mentions = new List<TimeMention>();
        for (var i = 0; i < tokens.Count;)
        {
            var mention = tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Name ? reader.At(i) : null;
            if (mention is null)
            {
                i++;
                continue;
            }

            mentions.Add(mention);
            i = mention.End;
        }

        return mentions;
    }

    private string Word(int i) => i >= 0 && i < _tokens.Count ? _tokens[i].Lower : "";

    private bool Any(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Word(i) == word)
            {
                return true;
            }
        }

        return false;
    }

    private TimeMention? At(int i)
    {
        var word = Word(i);
        if (Leads.Contains(word))
        {
            return Led(i) is { } led ? led with { First = i } : null;
        }

        return word switch
        {
            "since" => SinceAt(i),
            "following" or "after" => FollowingAt(i),
            "than" when Word(i + 1) == "at" => SinceAt(i + 1) is { } than ? than with { First = i } : null,
            "below" or "above" or "off" => TurnAt(i, Word(i + 1) is "the" or "its" or "their" or "a" ? i + 2 : i + 1),
            "from" => SpanAt(i, "to", "through", "until") ?? FromAt(i),
            "between" => SpanAt(i, "and", "and", "and"),
            "so" when Word(i + 1) == "far" => SoFar(i),
            _ => Bare(i),
        };
    }

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

        var the = Word(at) == "the" ? at + 1 : at;
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

    private TimeMention? SinceAt(int i)
    {
        var at = i + 1;
        if (Any(at, "at") && Word(at + 1) == "least")
        {
            at += 2;
        }

        var the = Word(at) is "the" or "its" or "their" ? at + 1 : at;
        if (TurnAt(i, the) is { } turn)
        {
            return turn;
        }

        if (Any(the, "end") && the + 1 < _tokens.Count && _tokens[the + 1].Joined && Bare(the + 1) is { Kind: TimeKind.Month } endOf)
        {
            return new TimeMention { First = i, End = endOf.End, Kind = TimeKind.Since, Since = endOf, Within = true, Numbers = endOf.Numbers };
        }

        if (Any(the, "start", "beginning", "turn", "outset") && Word(the + 1) == "of")
        {
            var of = Word(the + 2) is "the" or "this" ? the + 3 : the + 2;
            if (Units.TryGetValue(Word(of), out var unit))
            {
                return new TimeMention { First = i, End = of + 1, Kind = TimeKind.ToDate, Unit = unit };
            }

            if (Bare(of) is { Kind: TimeKind.Year or TimeKind.Month or TimeKind.Quarter } start)
            {
                return new TimeMention { First = i, End = start.End, Kind = TimeKind.Since, Since = start, Numbers = start.Numbers };
            }
        }

        if (Any(the, "end", "close") && Word(the + 1) == "of" && Bare(the + 2) is { Kind: TimeKind.Year or TimeKind.Month or TimeKind.Last or TimeKind.Quarter } ended)
        {
            return new TimeMention { First = i, End = ended.End, Kind = TimeKind.Since, Since = ended, Within = true, Numbers = ended.Numbers };
        }

        for (var look = at; look < Math.Min(at + 7, _tokens.Count); look++)
        {
            if (_tokens[look].Kind is TokenKind.Break || Word(look) is "." or "," or ";")
            {
                break;
            }

            if (_eventAt(look) is { } named)
            {
                return new TimeMention { First = i, End = named.End, Kind = TimeKind.Since, EventId = named.Id };
            }
        }

        if (Any(the, "early", "late", "mid"))
        {
            the++;
        }

        if (Bare(the) is { Kind: TimeKind.Date or TimeKind.Month or TimeKind.Year or TimeKind.Weekday or TimeKind.Last or TimeKind.Quarter } from)
        {
            return new TimeMention { First = i, End = from.End, Kind = TimeKind.Since, Since = from, Numbers = from.Numbers };
        }

        return null;
    }

    /// <summary><c>following the debut of ...</c>, <c>after the launch</c>: the event must be in the package.</summary>
    private TimeMention? FollowingAt(int i)
    {
        for (var look = i + 1; look < Math.Min(i + 8, _tokens.Count); look++)
        {
            if (_tokens[look].Kind is TokenKind.Break || Word(look) is "." or "," or ";")
            {
                break;
            }

            if (_eventAt(look) is { } named)
            {
                return new TimeMention { First = i, End = named.End, Kind = TimeKind.Following, EventId = named.Id };
            }
        }

        return Word(i) == "after" && Word(i + 1) is "years" or "months" or "weeks" ? new TimeMention { First = i, End = i + 2, Kind = TimeKind.Vague, Unit = Units[Word(i + 1)] } : null;
    }

    /// <summary><c>from a year earlier</c>, <c>from a year ago</c>.</summary>
    private TimeMention? FromAt(int i) => Ago(i + 1) is { } ago ? ago with { First = i } : TurnAt(i, Word(i + 1) is "the" or "its" or "their" or "an" or "a" ? i + 2 : i + 1);

    /// <summary><c>since its Oct. 27 low</c>, <c>since setting a record on Feb. 12</c>: from the close of that day.</summary>
    private TimeMention? TurnAt(int first, int at)
    {
        TimeMention? date = null;
        var turn = false;
        for (var i = at; i < Math.Min(at + 9, _tokens.Count) && Word(i) is not ("," or ";" or "." or "and" or "but") && _tokens[i].Kind != TokenKind.Break;)
        {
            turn |= Any(i, "high", "low", "peak", "trough", "record", "bottom", "close", "highs", "lows", "top");
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Number && Bare(i) is { Kind: TimeKind.Date } found)
            {
                date = found;
                i = found.End;
            }
            else
            {
                i++;
            }

            if (turn && date is not null)
            {
                return new TimeMention { First = first, End = i, Kind = TimeKind.From, Since = date, Numbers = date.Numbers };
            }
        }

        return null;
    }

    /// <summary><c>from April through June</c>, <c>between September 23 and October 7</c>.</summary>
    private TimeMention? SpanAt(int i, string first, string second, string third)
    {
        if (Bare(i + 1) is not { Kind: TimeKind.Date or TimeKind.Month or TimeKind.Year or TimeKind.Quarter or TimeKind.Weekday } start || !Any(start.End, first, second, third))
        {
            return null;
        }

        return Bare(start.End + 1) is { Kind: TimeKind.Date or TimeKind.Month or TimeKind.Year or TimeKind.Quarter or TimeKind.Weekday or TimeKind.Today } until
            ? new TimeMention { First = i, End = until.End, Kind = TimeKind.Span, Since = start with { Year = start.Year ?? until.Year }, Until = until, Numbers = start.Numbers + until.Numbers }
            : null;
    }

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

    /// <summary>A time that needs no preposition.</summary>
    private TimeMention? Bare(int i)
    {
        if (i >= _tokens.Count)
        {
            return null;
        }

        var token = _tokens[i];
        var word = token.Lower;
        switch (word)
        {
            case "day" or "week" or "month" or "quarter" or "year" or "today" or "wtd" or "mtd" or "qtd" or "ytd" when Word(i + 1) == ":" && (i == 0 || _tokens[i - 1].Kind is TokenKind.Break or TokenKind.Symbol):
                return new TimeMention { First = i, End = i + 1, Kind = word is "day" or "today" ? TimeKind.Today : TimeKind.ToDate, Unit = word[0] switch { 'w' => TimeUnit.Week, 'm' => TimeUnit.Month, 'q' => TimeUnit.Quarter, _ => TimeUnit.Year }, IsLabel = true };
            case "wtd":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.ToDate, Unit = TimeUnit.Week };
            case "qtd":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.ToDate, Unit = TimeUnit.Quarter };
            case "ytd":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.ToDate, Unit = TimeUnit.Year };
            case "mtd":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.ToDate, Unit = TimeUnit.Month };
            case "today" or "tonight":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Today };
            case "yesterday" or "overnight":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Yesterday };
            case "this":
                if (Units.TryGetValue(Word(i + 1), out var running))
                {
                    return new TimeMention { First = i, End = i + 2, Kind = running == TimeUnit.Day ? TimeKind.Today : TimeKind.ToDate, Unit = running };
                }

                return Weekdays.TryGetValue(Word(i + 1), out var this_) ? new TimeMention { First = i, End = i + 2, Kind = TimeKind.Weekday, Weekday = this_ } : null;
            case "last" or "previous" or "prior":
                if (Weekdays.TryGetValue(Word(i + 1), out var lastDay))
                {
                    return new TimeMention { First = i, End = i + 2, Kind = TimeKind.Weekday, Weekday = lastDay };
                }

                if (word == "last" && Months.TryGetValue(Word(i + 1), out var lastMonth) && _tokens[i + 1].IsCapitalised)
                {
                    return new TimeMention { First = i, End = i + 2, Kind = TimeKind.Month, Part = lastMonth };
                }

                return Units.TryGetValue(Word(i + 1), out var lastUnit) && lastUnit != TimeUnit.Day && !Word(i + 1).EndsWith('s') && (word == "last" || Word(i - 1) == "the")
                    ? new TimeMention { First = i, End = i + 2, Kind = TimeKind.Last, Unit = lastUnit }
                    : null;
            case "next" or "coming":
                return Units.TryGetValue(Word(i + 1), out var nextUnit) && !Word(i + 1).EndsWith('s') ? new TimeMention { First = i, End = i + 2, Kind = nextUnit == TimeUnit.Day ? TimeKind.Vague : TimeKind.Next, Unit = nextUnit } : null;
            case "years" or "months" or "weeks" when Word(i + 1) == "of":
                return new TimeMention { First = i, End = i + 2, Kind = TimeKind.Vague, Unit = Units[word] };
            case "upcoming" or "forthcoming":
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Next, Unit = TimeUnit.Day };
            case "early" or "mid" or "late":
                return Months.TryGetValue(Word(i + 1), out _) && _tokens[i + 1].IsCapitalised && MonthAt(i + 1) is { Day: null } part
                    ? part with { First = i, Third = word == "early" ? 1 : word == "mid" ? 2 : 3 }
                    : null;
            case "new" when token.IsCapitalised && Word(i + 1) == "year" && _tokens[i + 1].IsCapitalised && !Any(i - 1, "lunar", "chinese") && !Any(i + 2, "'s", "holiday", "holidays", "eve", "break"):
                return new TimeMention { First = i, End = i + 2, Kind = TimeKind.Date, Part = 1, Day = 1 };
            case "that" when Any(i + 1, "week", "month", "stretch", "period", "spell", "quarter", "year"):
                return new TimeMention { First = i, End = i + 2, Kind = TimeKind.Vague, Unit = Units.GetValueOrDefault(Word(i + 1)) };
            case "a" or "one" when Ago(i) is { } ago:
                return ago;
            case "one" when Any(i + 1, "day", "session") && _tokens[i + 1].Joined:
                return new TimeMention { First = i, End = i + 2, Kind = TimeKind.OneDay };
            case "single" when Any(i + 1, "day", "session"):
                return new TimeMention { First = i, End = i + 2, Kind = TimeKind.OneDay };
            case "intraday":
                return null;
            default:
                break;
        }

        if (word == "the" && Units.TryGetValue(Word(i + 1), out var whole) && whole != TimeUnit.Day && Any(i - 1, "ended", "ending", "ends", "end", "finished", "finish", "finishing", "closed", "closing", "close"))
        {
            return new TimeMention { First = i, End = i + 2, Kind = TimeKind.ToDate, Unit = whole };
        }

        if (Units.TryGetValue(word, out var toDate) && Word(i + 1) == "to" && Word(i + 2) == "date")
        {
            return new TimeMention { First = i, End = i + 3, Kind = TimeKind.ToDate, Unit = toDate };
        }

        if (Short(word) is { } abbreviated && token.IsCapitalised && Any(i + 1, ":", "close", ")"))
        {
            return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Weekday, Weekday = abbreviated, IsLabel = Word(i + 1) == ":" };
        }

        if (Weekdays.TryGetValue(word, out var weekday) && token.IsCapitalised)
        {
            var end = i + 1;
            if (Any(i - 1, "that") || (Any(i - 1, "same") && Any(i - 2, "that")))
            {
                return new TimeMention { First = i, End = end, Kind = TimeKind.Same };
            }

            if (Word(end) == "," && end + 1 < _tokens.Count && _tokens[end + 1].Kind == TokenKind.Number && NumberFirst(end + 1) is { Day: not null } ordered)
            {
                return ordered with { First = i };
            }

            if (Word(end) == "," && Months.TryGetValue(Word(end + 1), out _) && MonthAt(end + 1) is { Day: not null } dated)
            {
                return dated with { First = i };
            }

            return new TimeMention { First = i, End = end, Kind = TimeKind.Weekday, Weekday = weekday };
        }

        if (Months.ContainsKey(word) && token.IsCapitalised)
        {
            return word is "may" or "march" or "mar" && !Dated(i) ? null : MonthAt(i);
        }

        if (Any(i, "first", "second", "third", "fourth") && Any(i + 1, "quarter", "half"))
        {
            var quarter = Word(i) switch { "first" => 1, "second" => 2, "third" => 3, _ => 4 };
            var end = i + 2;
            int? year = null;
            if (Any(end, "of") && YearAt(end + 1) is { } of)
            {
                (year, end) = (of, end + 2);
            }

            if (Word(i + 1) == "half")
            {
                if (quarter > 2)
                {
                    return null;
                }

                if (Any(end, "of") && Any(end + 1, "the", "this") && Word(end + 2) == "year")
                {
                    end += 3;
                }

                var start = new TimeMention { First = i, End = end, Kind = TimeKind.Month, Part = quarter == 1 ? 1 : 7, Year = year };
                return start with { Kind = TimeKind.Span, Since = start, Until = start with { Part = quarter == 1 ? 6 : 12 }, Numbers = year is null ? 0 : 1 };
            }

            return new TimeMention { First = i, End = end, Kind = TimeKind.Quarter, Part = quarter, Year = year, Numbers = year is null ? 0 : 1 };
        }

        if (token.Kind == TokenKind.Name && token.Text.Length == 2 && word[0] == 'q' && word[1] is >= '1' and <= '4')
        {
            var year = YearAt(i + 1);
            return new TimeMention { First = i, End = year is null ? i + 1 : i + 2, Kind = TimeKind.Quarter, Part = word[1] - '0', Year = year, Numbers = year is null ? 0 : 1 };
        }

        if (token.Kind == TokenKind.Number)
        {
            return NumberFirst(i);
        }

        var spelled = NumberWords.ReadCardinal(_tokens, i, out var count);
        return spelled > i ? Stretch(i, spelled, count) : null;
    }

    private static DayOfWeek? Short(string word) => word switch { "mon" => DayOfWeek.Monday, "tue" => DayOfWeek.Tuesday, "wed" => DayOfWeek.Wednesday, "thu" => DayOfWeek.Thursday, "fri" => DayOfWeek.Friday, _ => null };

    private TimeMention? NumberFirst(int i)
    {
        var token = _tokens[i];
        if (i + 2 < _tokens.Count && _tokens[i + 1].Joined && _tokens[i + 2].Joined && YearAt(i) is { } isoYear && int.TryParse(_tokens[i + 1].Text, out var isoMonth) && int.TryParse(_tokens[i + 2].Text, out var isoDay) && isoMonth is >= 1 and <= 12 && isoDay is >= 1 and <= 31)
        {
            return new TimeMention { First = i, End = i + 3, Kind = TimeKind.Date, Year = isoYear, Part = isoMonth, Day = isoDay, Numbers = 3 };
        }

        var after = i + 1;
        if (Any(after, "st", "nd", "rd", "th") && _tokens[after].Glued)
        {
            after++;
        }

        if (Any(after, "of"))
        {
            after++;
        }

        if (int.TryParse(token.Text, out var day) && day is >= 1 and <= 31 && Months.TryGetValue(Word(after), out var month) && _tokens[after].IsCapitalised)
        {
            var end = Word(after + 1) == "." ? after + 2 : after + 1;
            if (Word(end) == ",")
            {
                end = YearAt(end + 1) is null ? end : end + 1;
            }

            var year = YearAt(end);
            return new TimeMention { First = i, End = year is null ? after + 1 : end + 1, Kind = TimeKind.Date, Year = year, Part = month, Day = day, Numbers = year is null ? 1 : 2 };
        }

        if (YearAt(i) is { } plain && !(Word(i + 1) is "%" or "points" or "percent" or "pts" or "stocks" or "companies" or "shares" or "times"))
        {
            return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Year, Year = plain, Numbers = 1 };
        }

        return int.TryParse(token.Text, out var count) ? Stretch(i, i + 1, count) : null;
    }

    /// <summary><c>three-year</c>, <c>52-week</c>, <c>six-month</c> before a high, low, best or worst.</summary>
    private TimeMention? Stretch(int i, int end, int count) =>
        Units.TryGetValue(Word(end), out var unit) && _tokens[end].Joined && count > 0 && !Word(end).EndsWith('s') && !Any(end + 1, "old", "treasury", "yield", "yields", "bond", "bonds", "note", "notes", "gilt", "bund", "government", "mortgage", "u.s.", "moving", "average", "anniversary", "plan", "deal", "contract", "term", "loan", "prime") && !(end + 1 < _tokens.Count && Word(end + 1) == "-")
            ? new TimeMention { First = i, End = end + 1, Kind = count == 1 && unit == TimeUnit.Day ? TimeKind.OneDay : TimeKind.Stretch, Unit = unit, Count = count, Numbers = 1 }
            : null;

    /// <summary>Whether "May" or "March" stands where a month stands.</summary>
    private bool Dated(int i) => Any(i - 1, "in", "since", "of", "on", "last", "late", "early", "mid", "from", "until", "through", "this", "to", "during", "by", "between", "and", "for") || (i > 0 && _tokens[i - 1].Kind == TokenKind.Number) || Word(i - 1) == "," || _tokens.Count > i + 1 && (_tokens[i + 1].Kind is TokenKind.Number or TokenKind.Possessive);

    private TimeMention? MonthAt(int i)
    {
        var month = Months[Word(i)];
        var at = i + 1;
        if (Word(at) == "." && _tokens[i].Lower.Length <= 4 && at + 1 < _tokens.Count && _tokens[at].Glued && (_tokens[at + 1].Kind == TokenKind.Number))
        {
            at++;
        }

        if (at < _tokens.Count && _tokens[at].Kind == TokenKind.Number && int.TryParse(_tokens[at].Text, out var day) && day is >= 1 and <= 31 && _tokens[at].Text.Length <= 2 && !Any(at + 1, "%", "percent", "points"))
        {
            var end = at + 1;
            if (Any(end, "st", "nd", "rd", "th") && _tokens[end].Glued)
            {
                end++;
            }

            var comma = Word(end) == "," ? end + 1 : end;
            var year = YearAt(comma);
            return ThatYear(new TimeMention { First = i, End = year is null ? end : comma + 1, Kind = TimeKind.Date, Year = year, Part = month, Day = day, Numbers = year is null ? 1 : 2 });
        }

        var afterComma = Word(at) == "," ? at + 1 : at;
        if (YearAt(at) is { } printed)
        {
            return new TimeMention { First = i, End = at + 1, Kind = TimeKind.Month, Year = printed, Part = month, Numbers = 1 };
        }

        if (Word(at) == "of" && Word(at + 1) is "the" or "last" or "this")
        {
            var word = Word(at + 1) == "the" ? Word(at + 2) : Word(at + 1);
            var noun = Word(at + 1) == "the" ? at + 3 : at + 2;
            if (Word(noun) == "year" && word is "previous" or "last" or "this" or "same" or "prior" or "preceding")
            {
                return new TimeMention { First = i, End = noun + 1, Kind = TimeKind.Month, Part = month, YearOffset = word is "this" or "same" ? 0 : -1 };
            }
        }

        return new TimeMention { First = i, End = i + 1, Kind = TimeKind.Month, Part = month };
    }

    /// <summary>"of that year": the year printed last before.</summary>
    private TimeMention ThatYear(TimeMention date)
    {
        if (date.Year is not null || !Any(date.End, "of") || !Any(date.End + 1, "that") || Word(date.End + 2) != "year")
        {
            return date;
        }

        for (var i = date.First - 1; i >= 0 && i > date.First - 60; i--)
        {
            if (YearAt(i) is { } year)
            {
                return date with { Year = year, End = date.End + 3 };
            }
        }

        return date;
    }

    private int? YearAt(int i) =>
        i < _tokens.Count && _tokens[i].Kind == TokenKind.Number && _tokens[i].Text.Length == 4 && int.TryParse(_tokens[i].Text, out var year) && year is >= 1900 and <= 2100 ? year : null;
}
