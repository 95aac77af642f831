using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Reads words that fix a time: days, windows, spans since something.</summary>
internal sealed partial class TimeReader
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
    private readonly string[] _words;
    private readonly Func<int, (string Id, int End)?> _eventAt;

    /// <summary>The date named last, for "since then".</summary>
    private TimeMention? _named;

    /// <summary>The month and the year named last, for "that month" and "that year".</summary>
    private TimeMention? _month;

    private TimeMention? _year;

    private TimeReader(List<Token> tokens, Func<int, (string Id, int End)?> eventAt) => (_tokens, _words, _eventAt) = (tokens, Words.Of(tokens), eventAt);

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

            reader._month = mention is { Kind: TimeKind.Month } ? mention : reader._month;
            reader._year = mention is { Kind: TimeKind.Year } ? mention : reader._year;
            reader._named = mention is { Kind: TimeKind.Date } ? mention : mention.Since is { Kind: TimeKind.Date } since ? since : reader._named;
            mentions.Add(mention);
            i = mention.End;
        }

        return mentions;
    }

    private string Word(int i) => i >= 0 && i < _words.Length ? _words[i] : "";

    private bool Any(int i, params ReadOnlySpan<string> words) => Words.IsAny(Word(i), words);

    private bool Any(int i, string word) => Word(i) == word;

    private bool Any(int i, string first, string second) => Words.IsAny(Word(i), first, second);

    private bool Any(int i, string first, string second, string third) => Words.IsAny(Word(i), first, second, third);

    private bool Any(int i, string first, string second, string third, string fourth) => Words.IsAny(Word(i), first, second, third, fourth);

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
            case "that" when Any(i + 1, "month") && _month is { } month:
                return month with { First = i, End = i + 2, Numbers = 0 };
            case "that" when Any(i + 1, "year") && _year is { } year:
                return year with { First = i, End = i + 2, Numbers = 0 };
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
}
