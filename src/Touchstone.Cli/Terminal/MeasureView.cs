using Touchstone.Measures;

namespace Touchstone.Cli.Terminal;

/// <summary>A measurement and the catalogue for reading on a terminal.</summary>
internal static class MeasureView
{
    /// <summary>The value, then how it was reached.</summary>
    /// <param name="expression">The question.</param>
    /// <param name="answer">The answer; has a value.</param>
    public static IEnumerable<SheetLine> Of(Expression expression, Answer<Measurement> answer)
    {
        yield return SheetLine.Whole($"{Figure.Text(answer.Value.Value, answer.Value.Unit.ToString())} = {expression}", Tone.Strong);
        if (answer.Working.Window is { } window)
        {
            yield return new SheetLine("window", $"{window.First:yyyy-MM-dd} to {window.Last:yyyy-MM-dd}", Tone.Muted, Indent: 2);
        }

        foreach (var line in WorkingLines.Of(answer.Working, 2))
        {
            yield return line;
        }
    }

    /// <summary>Every measure, by family.</summary>
    public static IEnumerable<SheetLine> OfCatalogue()
    {
        string? family = null;
        foreach (var measure in Catalogue.All.GroupBy(measure => measure.Family).SelectMany(group => group))
        {
            if (family is not null)
            {
                yield return SheetLine.Empty;
            }

            if (measure.Family != family)
            {
                yield return SheetLine.Whole(measure.Family.ToUpperInvariant(), Tone.Muted);
                yield return SheetLine.Empty;
                family = measure.Family;
            }

            foreach (var line in OfMeasure(measure))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<SheetLine> OfMeasure(Measure measure)
    {
        yield return SheetLine.Whole(measure.Form, Tone.Strong);
        yield return new SheetLine("question", measure.Question, Tone.Muted, Indent: 2);
        foreach (var argument in measure.Arguments)
        {
            var choices = argument.Choices.IsDefaultOrEmpty ? "" : $" One of {string.Join(", ", argument.Choices)}.";
            yield return new SheetLine(argument.Name, argument.Explanation + choices, Tone.Muted, Indent: 4);
        }

        yield return new SheetLine("answer", measure.Unit, Tone.Muted, Indent: 2);
        yield return new SheetLine("formula", measure.Formula, Tone.Muted, Indent: 2);
        yield return new SheetLine("reads", string.Join(", ", measure.Roles), Tone.Muted, Indent: 2);
        yield return new SheetLine("words", string.Join(", ", measure.Words), Tone.Muted, Indent: 2);
        yield return new SheetLine("source", measure.Source, Tone.Muted, Indent: 2);
        yield return new SheetLine("example", measure.Example, Tone.Muted, Indent: 2);
    }
}
