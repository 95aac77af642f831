using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <content>Days, months, quarters, years and stretches.</content>
internal sealed partial class TimeReader
{
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
