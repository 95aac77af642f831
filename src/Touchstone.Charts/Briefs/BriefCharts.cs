using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Briefs;

namespace Touchstone.Charts;

/// <summary>The charts of a brief as charts that can be drawn.</summary>
public static class BriefCharts
{
    private static readonly (ChartTone Tone, bool IsDashed)[] Looks = [(ChartTone.Main, false), (ChartTone.Second, true), (ChartTone.Quiet, false), (ChartTone.Limit, true)];

    // Of more bars than these the first and last are drawn; the table has all.
    private const int MostBars = 16;
    private const int BarsAtEnds = 7;

    /// <summary>A chart of a brief, ready to be drawn.</summary>
    /// <param name="chart">The chart; its lines, bars and tiles keep their order. Of more than 16 bars the seven at either end are drawn.</param>
    public static Chart Of(BriefChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart switch
        {
            BriefLineChart lines => Lines(lines),
            BriefBarChart bars => Bars(bars),
            BriefTreemap treemap => new Treemap(treemap.Title, treemap.Summary, [.. treemap.Tiles.Select(tile => new ChartTile(tile.Name, tile.Weight, tile.Move))], Table(treemap.Table)),
            _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, "Lines, bars or a treemap were expected."),
        };
    }

    /// <summary>A table of a brief.</summary>
    /// <param name="table">The table.</param>
    /// <param name="caption">What its rows are.</param>
    public static ChartTable Table(BriefTable table, string caption = "Numbers of the chart")
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ChartTable(caption, [.. table.Columns.Select(column => new ChartColumn(column.Title, column.IsNumber))], table.Rows);
    }

    private static PanelChart Lines(BriefLineChart chart)
    {
        var lines = chart.Lines.Select((line, i) => new ChartLine(line.Name, line.Values, Looks[i % Looks.Length].Tone, Looks[i % Looks.Length].IsDashed));
        return new PanelChart(chart.Title, chart.Summary, [.. chart.Days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))], [new ChartPanel(chart.Axis, [.. lines], [], []) { Ends = chart.Ends }], [], Table(chart.Table))
        {
            Events = [.. chart.Marks.Select(mark => new ChartEvent(mark.Day, mark.Name))],
            HasSlider = false,
        };
    }

    private static BarChart Bars(BriefBarChart chart)
    {
        var decimals = SignedNumber.DecimalsFor(chart.Bars.Select(bar => Math.Abs(bar.Value)).DefaultIfEmpty(0).Max());
        var bars = chart.Bars.Select(bar => new ChartBar(bar.Name, bar.Value, SignedNumber.Text(bar.Value, decimals))).ToArray();
        if (bars.Length > MostBars)
        {
            bars = [.. bars[..BarsAtEnds], new ChartBar($"… {bars.Length - (2 * BarsAtEnds)} more", 0, ""), .. bars[^BarsAtEnds..]];
        }

        return new BarChart(chart.Title, chart.Summary, chart.Axis, [.. bars], Table(chart.Table));
    }
}
