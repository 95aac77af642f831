using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Terminal;

/// <summary>What moved an index, for reading on a terminal.</summary>
internal static class ExplanationView
{
    /// <summary>The move, its members and what they do not explain.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <param name="answer">The explained session.</param>
    /// <param name="market">The package, for names.</param>
    /// <param name="top">How many members to show at each end; null for all.</param>
    public static IEnumerable<SheetLine> Of(Rulebook rulebook, Answer<ExplainedMove> answer, Market market, int? top)
    {
        var move = answer.Value;
        yield return SheetLine.Whole(
            $"{rulebook.Id} {move.Day:yyyy-MM-dd}: {Figure.Text(move.LevelBefore, "points")} to {Figure.Text(move.Level, "points")}, {Signed(move.Move, 2)} points, {Signed(move.Return.Points, 2)}%", Tone.Strong);
        yield return SheetLine.Empty;
        var (first, last) = top is { } count && 2 * count < move.Members.Length ? (count, count) : (move.Members.Length, 0);
        var middle = move.Members[first..^last];
        var rows = move.Members[..first].Select(member => Row(member, market)).ToList();
        if (!middle.IsEmpty)
        {
            rows.Add(["", Signed(middle.Sum(member => member.Points), 2), Signed(middle.Sum(member => member.OfBase.Points), 3), "", $"{middle.Sum(member => member.Weight.Points):0.00}", "", $"{middle.Length} others"]);
        }

        rows.AddRange(move.Members[^last..].Select(member => Row(member, market)));
        rows.Add(["residual", Signed(move.Residual, 2), Signed(move.Residual / move.LevelBefore * 100, 3), "", "", "", ""]);
        rows.Add(["move", Signed(move.Move, 2), Signed(move.Return.Points, 3), "", "100.00", "", ""]);
        foreach (var line in TextTable.Of(
            [new("member"), new("points", true), new("% of index", true), new("own %", true), new("weight %", true), new("drift", true), new("name")], rows))
        {
            yield return line;
        }

        yield return SheetLine.Empty;
        yield return new SheetLine("weight", $"before the open, at the closes of {move.Before:yyyy-MM-dd}", Tone.Muted, Indent: 2);
        yield return new SheetLine("drift", $"percentage points since the holdings were last set, for {move.Reviewed:yyyy-MM-dd}", Tone.Muted, Indent: 2);
        yield return new SheetLine("formula", answer.Working.Formula, Tone.Muted, Indent: 2);
        foreach (var convention in answer.Working.Conventions)
        {
            yield return new SheetLine("note", convention, Tone.Muted, Indent: 2);
        }
    }

    private static string[] Row(MemberMove member, Market market) =>
    [
        member.Instrument.Value,
        Signed(member.Points, 2),
        Signed(member.OfBase.Points, 3),
        member.Return is { } moved ? Signed(moved.Points, 2) : "",
        $"{member.Weight.Points:0.00}",
        Signed(member.Drift.Points, 2),
        market.Instrument(member.Instrument)?.Name ?? "",
    ];

    private static string Signed(double value, int decimals)
    {
        var text = value.ToString("F" + decimals);
        return text.AsSpan().IndexOfAnyExcept("-0.") < 0 ? text.TrimStart('-') : value > 0 ? "+" + text : text;
    }
}
