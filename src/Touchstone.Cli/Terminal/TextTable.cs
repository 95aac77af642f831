namespace Touchstone.Cli.Terminal;

/// <summary>Rows as lines whose columns stand below each other. The last column may be of any length: a narrow terminal cuts it when it is text.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The heading and the rows as lines.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, a cell for each column.</param>
    public static IEnumerable<SheetLine> Of(IReadOnlyList<TextColumn> columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        var widths = columns.Select((column, i) => all.Select(row => row[i].Length).Append(column.Title.Length).Max()).ToArray();
        var cut = columns[^1].IsNumber ? (int?)null : widths[..^1].Sum(width => width + Gap.Length);
        return all.Select(row => SheetLine.Whole(Line(columns, widths, row)) with { CutFrom = cut }).Prepend(SheetLine.Whole(Line(columns, widths, [.. columns.Select(column => column.Title)]), Tone.Muted) with { CutFrom = cut });
    }

    private static string Line(IReadOnlyList<TextColumn> columns, int[] widths, string[] cells) =>
        string.Join(Gap, cells.Select((cell, i) => columns[i].IsNumber ? cell.PadLeft(widths[i]) : i == cells.Length - 1 ? cell : cell.PadRight(widths[i]))).TrimEnd();
}
