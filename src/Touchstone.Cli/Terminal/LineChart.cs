using System.Text;

namespace Touchstone.Cli.Terminal;

/// <summary>A sequence and the line it is held against, drawn with plain characters.</summary>
internal static class LineChart
{
    private const int Rows = 9;
    private const int LabelWidth = 8;

    /// <summary>The chart: <c>#</c> where the sequence is above the line, <c>*</c> where it is not, <c>-</c> the line.</summary>
    /// <param name="points">Day, value and line of each point that has them, in order of time.</param>
    /// <param name="width">Columns that the chart may take.</param>
    public static IEnumerable<SheetLine> Of(IReadOnlyList<(DateOnly Day, double Value, double Line)> points, int width)
    {
        var columns = Math.Min(points.Count, Math.Clamp(width - LabelWidth - 2, 20, 100));
        if (columns < 2)
        {
            yield break;
        }

        // A column stands for a run of points: the point that is furthest above the line, or least below, speaks for it.
        var shown = Enumerable.Range(0, columns)
            .Select(column => Enumerable.Range(column * points.Count / columns, ((column + 1) * points.Count / columns) - (column * points.Count / columns)).Select(i => points[i]).MaxBy(point => point.Value - point.Line))
            .ToArray();
        var (top, bottom) = (shown.Max(point => Math.Max(point.Value, point.Line)), shown.Min(point => Math.Min(point.Value, point.Line)));
        var step = Math.Max(top - bottom, 1e-9) / (Rows - 1);
        int RowOf(double value) => (int)Math.Round((top - value) / step);
        for (var row = 0; row < Rows; row++)
        {
            var text = new StringBuilder($"{top - (row * step),LabelWidth:F2} |");
            foreach (var (_, value, line) in shown)
            {
                text.Append(RowOf(value) == row ? (value > line ? '#' : '*') : RowOf(line) == row ? '-' : ' ');
            }

            yield return SheetLine.Whole(text.ToString().TrimEnd());
        }

        var (first, last) = ($"{points[0].Day:yyyy-MM-dd}", $"{points[^1].Day:yyyy-MM-dd}");
        yield return SheetLine.Whole($"{new string(' ', LabelWidth + 2)}{first}{new string(' ', Math.Max(1, columns - first.Length - last.Length))}{last}", Tone.Muted);
    }
}
