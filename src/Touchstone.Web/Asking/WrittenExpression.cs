namespace Touchstone.Web.Asking;

/// <summary>Where in an expression the writer is.</summary>
internal enum WrittenPlace
{
    /// <summary>In the name of the measure.</summary>
    Measure,

    /// <summary>In an argument.</summary>
    Argument,

    /// <summary>After the arguments: the day.</summary>
    Day,
}

/// <summary>An expression as far as it is written: it need not be whole, or sound.</summary>
/// <param name="Place">Where the writer is.</param>
/// <param name="Start">Where the word that is being written starts, in characters from 0.</param>
/// <param name="Measure">The name of the measure, or what stands in its place.</param>
/// <param name="Arguments">The arguments so far, the last one being written.</param>
internal sealed record WrittenExpression(WrittenPlace Place, int Start, string Measure, IReadOnlyList<WrittenArgument> Arguments)
{
    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The expression up to the writer's place.</param>
    public static WrittenExpression Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var lead = text.Length - text.TrimStart().Length;
        if (open < 0)
        {
            return new WrittenExpression(WrittenPlace.Measure, lead, text.Trim(), []);
        }

        var measure = text[..open].Trim();
        var arguments = new List<WrittenArgument>();
        var (start, isQuoted) = (open + 1, false);
        for (var i = open + 1; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (isQuoted || text[i] is not (',' or ')'))
            {
                continue;
            }

            arguments.Add(Argument(text, start, i));
            start = i + 1;
            if (text[i] == ')')
            {
                var word = text.LastIndexOfAny([' ', '@'], text.Length - 1);
                return new WrittenExpression(WrittenPlace.Day, Math.Max(start, word + 1), measure, arguments);
            }
        }

        arguments.Add(Argument(text, start, text.Length));
        return new WrittenExpression(WrittenPlace.Argument, arguments[^1].Start, measure, arguments);
    }

    private static WrittenArgument Argument(string text, int start, int end)
    {
        var written = text[start..end];
        var equals = written.IndexOf('=', StringComparison.Ordinal);
        var name = equals > 0 ? written[..equals].Trim() : null;
        var from = start + (equals > 0 ? equals + 1 : 0);
        while (from < end && (char.IsWhiteSpace(text[from]) || text[from] == '"'))
        {
            from++;
        }

        return new WrittenArgument(name, text[from..end].TrimEnd('"', ' '), from);
    }
}

/// <summary>An argument as far as it is written.</summary>
/// <param name="Name">The name before the equals sign, or null.</param>
/// <param name="Text">What is written of its value.</param>
/// <param name="Start">Where the value starts, in characters from 0.</param>
internal sealed record WrittenArgument(string? Name, string Text, int Start);
