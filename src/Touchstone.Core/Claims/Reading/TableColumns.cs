namespace Touchstone.Claims;

/// <summary>Times in the head of a table's columns, for rows of cells between bars.</summary>
internal static class TableColumns
{
    /// <summary>Tokens in the longest row that is read as one.</summary>
    private const int LongestRow = 400;

    /// <summary>Whether a token stands in a row of cells between bars.</summary>
    public static bool IsRow(DocumentView view, int token) => view.Word(LineStart(view, token)) == "|";

    /// <summary>The time in the head of the column that a token stands in, or null outside a table.</summary>
    public static TimeMention? TimeOf(DocumentView view, int token)
    {
        var line = LineStart(view, token);
        if (line < 0 || view.Word(line) != "|")
        {
            return null;
        }

        var column = Bars(view, line, token);
        var head = line;
        while (head > 1 && LineStart(view, head - 2) is >= 0 and var above && view.Word(above) == "|" && above < head)
        {
            head = above;
        }

        if (head == line)
        {
            return null;
        }

        for (var i = head; i < view.Tokens.Count && view.Tokens[i].Kind != TokenKind.Break; i++)
        {
            if (Bars(view, head, i) == column && view.TimeAt(i) is { } time)
            {
                return time.Kind is TimeKind.Stretch ? time with { Kind = TimeKind.Past } : time;
            }

            if (Bars(view, head, i) == column && view.Any(i, "day", "daily"))
            {
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.OneDay };
            }

            if (Bars(view, head, i) == column && view.Any(i, "week", "month", "quarter", "year"))
            {
                return new TimeMention { First = i, End = i + 1, Kind = TimeKind.ToDate, Unit = view.Word(i) switch { "week" => TimeUnit.Week, "month" => TimeUnit.Month, "quarter" => TimeUnit.Quarter, _ => TimeUnit.Year } };
            }
        }

        return null;
    }

    private static int LineStart(DocumentView view, int token)
    {
        var last = Math.Min(token, view.Tokens.Count - 1);
        var i = last;
        while (i > 0 && view.Tokens[i - 1].Kind != TokenKind.Break)
        {
            if (last - --i > LongestRow)
            {
                return last;
            }
        }

        return i;
    }

    private static int Bars(DocumentView view, int from, int to)
    {
        var bars = 0;
        for (var i = from; i < to; i++)
        {
            bars += view.Word(i) == "|" ? 1 : 0;
        }

        return bars;
    }
}
