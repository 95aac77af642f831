namespace Touchstone.Measures;

/// <summary>Questions that set the latest figure of a subject against its own figures in a window, itself included.</summary>
internal static class OwnHistory
{
    /// <summary>Answers from the figures of a line between two rows, both included; the later one is the latest figure.</summary>
    public delegate Outcome Compare(Line line, int first, int end, WorkingBuilder? working);

    /// <summary>Finds the figures of a question with a subject, a field and a window.</summary>
    /// <param name="call">The question.</param>
    /// <param name="field">Its parameter that names the field.</param>
    /// <param name="unit">The unit of the answer.</param>
    /// <param name="compare">Answers it.</param>
    public static Bound Bind(Call call, Parameter field, Unit unit, Compare compare)
    {
        var subject = call.Subject(Parameter.Subject);
        if (RatioOfMeans.Line(subject, call.Text(field)!, out var line) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, subject);
        var current = Observation.Of(line);
        return new Bound(unit, (asOf, working) =>
        {
            var last = current.Calculate(asOf, working);
            if (last.Problem is not null)
            {
                return last;
            }

            if (DatedSpan.Rows(line, window, asOf, working, out var first, out var end) is { } problem)
            {
                return problem;
            }

            working?.Convention($"{end - first + 1} figures from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(end):yyyy-MM-dd}; the last one counts as well.");
            return compare(line, first, end, working);
        });
    }
}
