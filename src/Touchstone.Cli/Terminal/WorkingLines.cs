namespace Touchstone.Cli.Terminal;

/// <summary>Working as lines: formula, steps, inputs with their places, conventions.</summary>
internal static class WorkingLines
{
    /// <summary>The lines of a working.</summary>
    /// <param name="working">The working.</param>
    /// <param name="indent">Columns before each lead.</param>
    public static IEnumerable<SheetLine> Of(Working working, int indent) => WorkingTerms.Of(working).Select(line => new SheetLine(line.Lead, line.Text, Tone.Muted, Indent: indent));
}
