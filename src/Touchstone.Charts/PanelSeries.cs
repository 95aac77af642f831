using System.Collections.Immutable;
using System.Text.Json;

namespace Touchstone.Charts;

/// <summary>The series of one panel: ranges, shaded bands, lines and marks.</summary>
internal static class PanelSeries
{
    /// <summary>How far a band or range hides what is behind its colour in the legend, where it is small.</summary>
    public const double LegendOpacity = 0.45;

    private const double BandOpacity = 0.16;

    // With more marks than these their labels would lie upon each other; the triangles point to highs and lows by themselves.
    private const int MostLabels = 4;

    /// <summary>Writes the series objects of a panel.</summary>
    public static void Write(Utf8JsonWriter json, PanelChart chart, int panel)
    {
        foreach (var range in chart.Panels[panel].Ranges)
        {
            WriteRange(json, range, panel);
        }

        // Each kind of band is a series of its own without numbers, so that the legend names it and can hide it.
        foreach (var bands in chart.Bands.GroupBy(band => (band.Name, band.Tone)))
        {
            WriteBands(json, chart, bands.Key.Name, bands.Key.Tone, bands, panel);
        }

        var (marks, events) = (chart.Panels[panel].Marks, chart.Events);
        foreach (var line in chart.Panels[panel].Lines)
        {
            WriteLine(json, chart, line, panel, marks, events);
            (marks, events) = ([], []);
        }
    }

    private static void WriteLine(Utf8JsonWriter json, PanelChart chart, ChartLine line, int panel, ImmutableArray<ChartMark> marks, ImmutableArray<ChartEvent> events)
    {
        Start(json, line.Name, line.Tone, panel);
        json.WriteStartObject("lineStyle");
        json.WriteString("color", ChartOption.ColourOf(line.Tone));
        json.WriteNumber("width", line.Tone == ChartTone.Main ? 1.6 : 1.3);
        json.WriteString("type", line.IsDashed ? "dashed" : "solid");
        json.WriteEndObject();
        WriteValues(json, line.Values);
        if (!marks.IsEmpty)
        {
            json.WriteStartObject("markPoint");
            json.WriteNumber("symbolSize", 8);
            json.WriteStartArray("data");
            foreach (var mark in marks)
            {
                json.WriteStartObject();
                json.WriteStartArray("coord");
                json.WriteStringValue(chart.Places[mark.Place]);
                json.WriteNumberValue(mark.Value);
                json.WriteEndArray();
                json.WriteString("name", mark.Name);
                json.WriteString("symbol", "triangle");
                json.WriteNumber("symbolRotate", mark.Tone == ChartTone.Falling ? 180 : 0);
                json.WriteStartArray("symbolOffset");
                json.WriteNumberValue(0);
                json.WriteNumberValue(mark.Tone == ChartTone.Falling ? 7 : -7);
                json.WriteEndArray();
                json.WriteStartObject("itemStyle");
                json.WriteString("color", ChartOption.ColourOf(mark.Tone));
                json.WriteEndObject();
                json.WriteStartObject("label");
                json.WriteBoolean("show", marks.Length <= MostLabels);
                json.WriteString("formatter", "{b}");
                json.WriteString("position", LabelSide(mark, chart.Places.Length));
                json.WriteString("color", "var(--ink)");
                json.WriteNumber("fontSize", 11);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (!events.IsEmpty)
        {
            EventStrip.WriteMarkLines(json, chart);
        }

        json.WriteEndObject();
    }

    // Beside the point near either end, where a label above it would be cut off.
    private static string LabelSide(ChartMark mark, int places) =>
        mark.Place > places * 0.88 ? "left" : mark.Place < places * 0.12 ? "right" : mark.Tone == ChartTone.Falling ? "bottom" : "top";

    private static void WriteBands(Utf8JsonWriter json, PanelChart chart, string name, ChartTone tone, IEnumerable<ChartBand> bands, int panel)
    {
        Start(json, name, tone, panel);
        json.WriteBoolean("silent", true);
        json.WriteStartArray("data");
        json.WriteEndArray();
        json.WriteStartObject("markArea");
        json.WriteBoolean("silent", true);
        json.WriteStartObject("itemStyle");
        json.WriteString("color", ChartOption.ColourOf(tone));
        json.WriteNumber("opacity", BandOpacity);
        json.WriteEndObject();
        json.WriteStartArray("data");
        foreach (var band in bands)
        {
            json.WriteStartArray();
            foreach (var place in (int[])[band.First, band.Last])
            {
                json.WriteStartObject();
                json.WriteString("xAxis", chart.Places[place]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Two stacked lines without strokes: the lower end, and from there the width, which is filled.
    private static void WriteRange(Utf8JsonWriter json, ChartRange range, int panel)
    {
        var width = range.Lower.Zip(range.Upper, (lower, upper) => upper - lower).ToImmutableArray();
        foreach (var (values, filled) in new[] { (range.Lower, false), (width, true) })
        {
            Start(json, range.Name, range.Tone, panel);
            json.WriteString("stack", $"{panel} {range.Name}");
            json.WriteString("stackStrategy", "all");
            json.WriteBoolean("silent", true);
            json.WriteStartObject("tooltip");
            json.WriteBoolean("show", false);
            json.WriteEndObject();
            json.WriteStartObject("lineStyle");
            json.WriteNumber("opacity", 0);
            json.WriteEndObject();
            if (filled)
            {
                json.WriteStartObject("areaStyle");
                json.WriteString("color", ChartOption.ColourOf(range.Tone));
                json.WriteNumber("opacity", BandOpacity);
                json.WriteEndObject();
            }

            WriteValues(json, values);
            json.WriteEndObject();
        }
    }

    private static void Start(Utf8JsonWriter json, string name, ChartTone tone, int panel)
    {
        json.WriteStartObject();
        json.WriteString("type", "line");
        json.WriteString("name", name);
        json.WriteNumber("xAxisIndex", panel);
        json.WriteNumber("yAxisIndex", panel);
        json.WriteString("symbol", "none");
        json.WriteStartObject("itemStyle");
        json.WriteString("color", ChartOption.ColourOf(tone));
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ImmutableArray<double?> values)
    {
        json.WriteStartArray("data");
        foreach (var value in values)
        {
            if (value is { } number)
            {
                json.WriteNumberValue(Math.Round(number, 6));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}
