using Touchstone.Indices;

namespace Touchstone.Cli.Terminal;

/// <summary>The audit log of an index for reading on a terminal.</summary>
internal static class AuditView
{
    /// <summary>One paragraph for each event.</summary>
    /// <param name="index">The calculated index.</param>
    public static IEnumerable<SheetLine> Of(IndexCalculation index)
    {
        var history = index.History;
        yield return SheetLine.Whole($"{index.Id} in {index.Currency}, {history.Levels[0].Day:yyyy-MM-dd} to {history.Levels[^1].Day:yyyy-MM-dd}: {index.Basis}", Tone.Strong);
        foreach (var line in history.Audit)
        {
            yield return new SheetLine($"{line.Effective:yyyy-MM-dd}", line.Event, Tone.Plain);
            var value = line.MarketValueAfter == line.MarketValueBefore ? $"market value {Figure.Exact(line.MarketValueBefore)}, as before" : $"market value {Figure.Exact(line.MarketValueBefore)} -> {Figure.Exact(line.MarketValueAfter)}";
            var divisor = line.DivisorAfter == line.DivisorBefore ? $"divisor {Figure.Exact(line.DivisorBefore)}, as before" : $"divisor {Figure.Exact(line.DivisorBefore)} -> {Figure.Exact(line.DivisorAfter)}";
            yield return new SheetLine("", $"{value}; {divisor}; level {Figure.Text(line.LevelBefore, "points")}", TextTone: Tone.Muted);
        }

        yield return SheetLine.Empty;
        yield return new SheetLine("events", $"{history.Audit.Length}", Tone.Muted, Indent: 2);
        foreach (var note in index.Notes)
        {
            yield return new SheetLine("note", note, Tone.Muted, Indent: 2);
        }
    }
}
