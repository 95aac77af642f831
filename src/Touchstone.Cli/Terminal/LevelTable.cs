using Touchstone.Indices;

namespace Touchstone.Cli.Terminal;

/// <summary>The levels of an index as a table, for a terminal or as CSV.</summary>
internal static class LevelTable
{
    /// <summary>The table, then what went in and what came out.</summary>
    /// <param name="index">The calculated index.</param>
    /// <param name="returns">Which returns: price, gross, net.</param>
    public static IEnumerable<SheetLine> Of(IndexCalculation index, string[] returns)
    {
        var levels = index.History.Levels;
        foreach (var line in TextTable.Of([new("date"), .. returns.Select(name => new TextColumn(name, true))], Rows(index, returns, "-")))
        {
            yield return line;
        }

        yield return SheetLine.Empty;
        yield return SheetLine.Whole($"{index.Id} in {index.Currency}, {levels[0].Day:yyyy-MM-dd} to {levels[^1].Day:yyyy-MM-dd}: {index.Basis}", Tone.Strong);
        foreach (var name in returns)
        {
            var (from, to) = (IndexWords.Of(levels[0], name), IndexWords.Of(levels[^1], name));
            yield return Line(name, from > 0 ? $"{Published(from, index)} to {Published(to, index)}, {Figure.Text(((to / from) - 1) * 100, "percent")}" : Published(to, index));
        }

        yield return Line("divisor", Figure.Exact(index.History.Last.Divisor));
        yield return Line("members", $"{index.History.Last.Basket.Holdings.Length}");
        yield return Line("events", $"{index.History.Audit.Length}, among them {index.History.Audit.Zip(index.Plan.Events).Count(pair => pair.Second is Review)} reviews; 'touchstone index audit' lists them");
        foreach (var missing in index.Missing)
        {
            yield return new SheetLine("no level", missing.Problem.Message, Tone.Muted, Tone.Caution, 2);
        }

        foreach (var note in index.Notes)
        {
            yield return Line("note", note);
        }
    }

    /// <summary>The levels as CSV: date and one column for each return, as published; empty where a session has none.</summary>
    /// <param name="index">The calculated index.</param>
    /// <param name="returns">Which returns.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(IndexCalculation index, string[] returns, TextWriter output)
    {
        output.Write($"date,{string.Join(',', returns)}\n");
        foreach (var cells in Rows(index, returns, ""))
        {
            output.Write($"{string.Join(',', cells)}\n");
        }
    }

    private static IEnumerable<string[]> Rows(IndexCalculation index, string[] returns, string none) => index.History.Levels.Select(level => (level.Day, Cells: Cells(level, index, returns)))
        .Concat(index.Missing.Select(missing => (missing.Day, Cells: (string[])[$"{missing.Day:yyyy-MM-dd}", .. returns.Select(_ => none)])))
        .OrderBy(row => row.Day).Select(row => row.Cells);

    private static string[] Cells(IndexLevel level, IndexCalculation index, string[] returns) => [$"{level.Day:yyyy-MM-dd}", .. returns.Select(name => Published(IndexWords.Of(level, name), index))];

    private static string Published(double level, IndexCalculation index)
    {
        var decimals = index.Rulebook?.VersionOn(index.History.Levels[^1].Day)?.Decimals ?? 2;
        return LevelRounding.Publish(level, decimals).ToString("F" + decimals);
    }

    private static SheetLine Line(string lead, string text) => new(lead, text, Tone.Muted, Indent: 2);
}
