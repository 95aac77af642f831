namespace Touchstone.Cli.Terminal;

/// <summary>Working as lines: formula, steps, inputs with their places, conventions.</summary>
internal static class WorkingLines
{
    /// <summary>The lines of a working.</summary>
    /// <param name="working">The working.</param>
    /// <param name="indent">Columns before each lead.</param>
    public static IEnumerable<SheetLine> Of(Working working, int indent)
    {
        yield return new SheetLine("formula", working.Formula, Tone.Muted, Indent: indent);
        foreach (var step in working.Steps)
        {
            yield return new SheetLine(step.Name, $"{step.Formula} = {Figure.Text(step.Value, step.Unit.ToString())}", Tone.Muted, Indent: indent);
        }

        foreach (var input in working.Inputs)
        {
            yield return new SheetLine("input", $"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} = {Figure.Exact(input.Value)}  ({input.Source})", Tone.Muted, Indent: indent);
        }

        foreach (var convention in working.Conventions)
        {
            yield return new SheetLine("note", convention, Tone.Muted, Indent: indent);
        }
    }
}
