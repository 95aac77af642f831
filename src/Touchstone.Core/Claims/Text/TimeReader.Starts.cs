using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <content>Spans that start, and perhaps end, at something named.</content>
internal sealed partial class TimeReader
{
    private TimeMention? SinceAt(int i)
    {
        var at = i + 1;
        if (Any(at, "at") && Word(at + 1) == "least")
        {
            at += 2;
        }

        if (Any(at, "then") && _named is { } named)
        {
            return new TimeMention { First = i, End = at + 1, Kind = TimeKind.Since, Since = named };
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

            if (_eventAt(look) is { } occasion)
            {
                return new TimeMention { First = i, End = occasion.End, Kind = TimeKind.Since, EventId = occasion.Id };
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

    /// <summary><c>since its Oct. 27 low</c>, <c>since setting a record on Feb. 12</c>: from the close of that day.</summary>
    private TimeMention? TurnAt(int first, int at)
    {
        TimeMention? date = null;
        var turn = false;
        for (var i = at; i < Math.Min(at + 9, _tokens.Count) && Word(i) is not ("," or ";" or "." or "and" or "but") && _tokens[i].Kind != TokenKind.Break;)
        {
            turn |= Any(i, "high", "low", "peak", "trough", "record", "bottom", "close", "highs", "lows", "top");
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Number && Bare(i) is { Kind: TimeKind.Date or TimeKind.Weekday } found)
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
}
