using System.Text.Json;
using Touchstone.Briefs;

namespace Touchstone.Json;

/// <summary>A chart of a brief as JSON: its kind, what it draws, and its table.</summary>
internal static class BriefChartJson
{
    /// <summary>Writes the members of a chart.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="chart">The chart.</param>
    public static void Write(Utf8JsonWriter json, BriefChart chart)
    {
        json.Text("kind", chart switch
        {
            BriefLineChart => "lines",
            BriefBarChart => "bars",
            BriefTreemap => "treemap",
            _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, "Lines, bars or a treemap were expected."),
        });
        json.Text("title", chart.Title);
        json.Text("summary", chart.Summary);
        json.Text("axis", (chart as BriefLineChart)?.Axis ?? (chart as BriefBarChart)?.Axis);
        switch (chart)
        {
            case BriefLineChart lines:
                WriteLines(json, lines);
                break;
            case BriefBarChart bars:
                json.List("bars", bars.Bars, (_, bar) =>
                {
                    json.Text("name", bar.Name);
                    json.Number("value", bar.Value);
                });
                break;
            case BriefTreemap treemap:
                json.List("tiles", treemap.Tiles, (_, tile) =>
                {
                    json.Text("name", tile.Name);
                    json.Number("weight", tile.Weight);
                    json.Number("move", tile.Move);
                });
                break;
        }

        json.Object("table", chart.Table, WriteTable);
    }

    private static void WriteLines(Utf8JsonWriter json, BriefLineChart chart)
    {
        json.Texts("days", chart.Days.Select(day => $"{day:yyyy-MM-dd}"));
        json.List("lines", chart.Lines, (_, line) =>
        {
            json.Text("name", line.Name);
            json.WriteStartArray("values");
            foreach (var value in line.Values)
            {
                if (value is { } number)
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        });
        json.List("marks", chart.Marks, (_, mark) =>
        {
            json.Day("date", chart.Days[mark.Day]);
            json.Text("name", mark.Name);
        });
    }

    private static void WriteTable(Utf8JsonWriter json, BriefTable table)
    {
        json.List("columns", table.Columns, (_, column) =>
        {
            json.Text("title", column.Title);
            json.Truth("number", column.IsNumber);
        });
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStringValue(cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
