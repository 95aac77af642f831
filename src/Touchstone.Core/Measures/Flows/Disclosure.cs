using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Says that a figure is not published, which is an answer of its own: a row of zero or a missing row cannot stand for it.</summary>
internal static class Disclosure
{
    /// <summary>Why the figures of a line cannot be had for a span of days, both ends included, or null.</summary>
    public static Problem? Missing(Line line, DateOnly first, DateOnly last, WorkingBuilder? working)
    {
        foreach (var gap in line.Breaks)
        {
            if (gap.Touches(first, last))
            {
                return working?.Problem(ProblemKind.NotPublished, Sentence(line.Subject, line.Field, gap), gap.Source.ToString()) ?? WorkingBuilder.Unspoken;
            }
        }

        return null;
    }

    /// <summary>A field that the package does not have: not published on days inside a break, and otherwise missing for the reason given.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="field">The field asked for.</param>
    /// <param name="window">The window of the question, or null for the as-of day alone.</param>
    /// <param name="none">The reason on other days.</param>
    public static Bound Absent(Subject subject, string field, BoundWindow? window, Problem none)
    {
        var breaks = subject.Breaks(field);
        return breaks.IsEmpty ? none : new Bound(Unit.Number, (asOf, working) =>
        {
            foreach (var gap in breaks)
            {
                var day = asOf.For(subject.Mic) ?? gap.From;
                var (first, last) = (day, day);
                if (window is not null && DatedSpan.Of(window, day, day, working, out first, out last) is { } problem)
                {
                    return problem;
                }

                if (gap.Touches(first, last))
                {
                    return working?.Problem(ProblemKind.NotPublished, Sentence(subject, field, gap), gap.Source.ToString()) ?? WorkingBuilder.Unspoken;
                }
            }

            return none;
        });
    }

    private static string Sentence(Subject subject, string field, DisclosureBreak gap) =>
        $"The {field} of {subject.Id} is not published from {gap.From:yyyy-MM-dd}{(gap.Until is null ? " on" : $" until {gap.Until:yyyy-MM-dd}")}{(gap.Reason is null ? "" : $": {gap.Reason}")}. Any figure for those days is an estimate.";
}
