namespace Touchstone.Cli.Terminal;

/// <summary>One line of a sheet: a short lead in a column of its own, and text that wraps beside it.</summary>
/// <param name="Lead">The lead, or empty.</param>
/// <param name="Text">The text.</param>
/// <param name="LeadTone">The lead's tone.</param>
/// <param name="TextTone">The text's tone.</param>
/// <param name="Indent">Columns before the lead.</param>
internal sealed record SheetLine(string Lead, string Text, Tone LeadTone = Tone.Plain, Tone TextTone = Tone.Plain, int Indent = 0)
{
    /// <summary>The column from which a lead without text is cut, not wrapped, where the terminal is too narrow for it; null to wrap it.</summary>
    public int? CutFrom { get; init; }

    /// <summary>An empty line.</summary>
    public static SheetLine Empty { get; } = new("", "");

    /// <summary>A line without a lead, over the whole width.</summary>
    public static SheetLine Whole(string text, Tone tone = Tone.Plain) => new(text, "", tone);
}
