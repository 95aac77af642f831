namespace Touchstone.Claims;

/// <summary>
/// Finds code of Markdown, which is no prose: blocks between fences of three or more backticks or tildes, and words between backticks. A fence that is never closed is none; words between backticks do not run
/// past a blank line, nor far.
/// </summary>
/// <remarks>Source: CommonMark 0.31.2, "Fenced code blocks" and "Code spans"; narrowed so that stray marks in plain text hide nothing.</remarks>
internal static class CodeSpans
{
    /// <summary>The most characters between two backticks.</summary>
    private const int Longest = 1000;

    /// <summary>The runs of code in reading order, as first character and the one after the last.</summary>
    public static List<(int Start, int End)> Find(string text)
    {
        var spans = new List<(int, int)>();
        if (!text.Contains('`', StringComparison.Ordinal) && !text.Contains("~~~", StringComparison.Ordinal))
        {
            return spans;
        }

        var fences = true;
        for (var line = 0; line < text.Length;)
        {
            var end = LineEnd(text, line);
            if (fences && Fence(text, line, end) is { Length: > 0 } fence)
            {
                if (Closing(text, end + 1, fence) is { } close)
                {
                    spans.Add((line, close));
                    line = close + 1;
                    continue;
                }

                fences = false;
            }

            var reached = Inline(text, line, end, spans);
            line = Math.Max(end + 1, reached > end ? LineEnd(text, reached) + 1 : 0);
        }

        return spans;
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', Math.Min(from, text.Length));
        return end < 0 ? text.Length : end;
    }

    /// <summary>The mark and length of a fence that a line opens with, after up to three spaces; length 0 for none.</summary>
    private static (char Mark, int Length) Fence(string text, int line, int end)
    {
        var start = line;
        while (start < end && start < line + 3 && text[start] == ' ')
        {
            start++;
        }

        if (start >= end || text[start] is not ('`' or '~'))
        {
            return default;
        }

        var stop = RunEnd(text, start, end);
        var isFence = stop - start >= 3 && (text[start] == '~' || text.AsSpan(stop, end - stop).IndexOf('`') < 0);
        return isFence ? (text[start], stop - start) : default;
    }

    /// <summary>The end of the line that closes a fence: at least as many of the same marks and nothing else; or null.</summary>
    private static int? Closing(string text, int from, (char Mark, int Length) fence)
    {
        for (var line = from; line < text.Length;)
        {
            var end = LineEnd(text, line);
            if (Fence(text, line, end) is var other && other.Mark == fence.Mark && other.Length >= fence.Length && text.AsSpan(line, end - line).Trim().Length == other.Length)
            {
                return end;
            }

            line = end + 1;
        }

        return null;
    }

    /// <summary>Adds the words between backticks that start in a line; the first character after the last of them.</summary>
    private static int Inline(string text, int line, int end, List<(int, int)> spans)
    {
        var at = line;
        while (at < end && text.IndexOf('`', at, end - at) is var start and >= 0)
        {
            var stop = RunEnd(text, start, text.Length);
            var close = start > 0 && char.IsLetterOrDigit(text[start - 1]) ? -1 : Match(text, stop, stop - start);
            if (close < 0)
            {
                at = stop;
                continue;
            }

            spans.Add((start, close));
            at = close;
        }

        return at;
    }

    /// <summary>The end of the next run of as many backticks, before a blank line; -1 for none.</summary>
    private static int Match(string text, int from, int length)
    {
        var limit = Math.Min(text.Length, from + Longest);
        for (var at = from; at < limit; at++)
        {
            if (text[at] == '\n' && text.AsSpan(at + 1, LineEnd(text, at + 1) - Math.Min(at + 1, text.Length)).IsWhiteSpace())
            {
                return -1;
            }

            if (text[at] != '`')
            {
                continue;
            }

            var stop = RunEnd(text, at, text.Length);
            if (stop - at == length)
            {
                return stop;
            }

            at = stop - 1;
        }

        return -1;
    }

    private static int RunEnd(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && text[stop] == text[start])
        {
            stop++;
        }

        return stop;
    }
}
