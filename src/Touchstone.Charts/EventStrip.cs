using System.Collections.Immutable;
using System.Text.Json;

namespace Touchstone.Charts;

/// <summary>The names of events above the panels of a chart, in lanes: a series of its own on a grid without axes.</summary>
internal sealed class EventStrip
{
    private const int LaneHeight = 15;

    // The plot of the narrowest phone, and of the narrowest chart that is not narrow. On wider ones the names only move apart.
    private const int NarrowPlot = 230;
    private const int WidePlot = ChartOption.NarrowWidth - PanelOption.Left - PanelOption.Right;

    private readonly ImmutableArray<EventLabel> _narrow;
    private readonly ImmutableArray<EventLabel> _wide;
    private readonly int _lanes;

    private EventStrip(PanelChart chart)
    {
        _narrow = EventLabel.Arrange(chart.Events, chart.Places.Length, NarrowPlot);
        _wide = EventLabel.Arrange(chart.Events, chart.Places.Length, WidePlot);
        _lanes = _narrow.Concat(_wide).Select(label => label.Lane + 1).DefaultIfEmpty(1).Max();
    }

    /// <summary>The strip of a chart, or null where nothing happened.</summary>
    public static EventStrip? Of(PanelChart chart) => chart.Events.IsEmpty ? null : new EventStrip(chart);

    /// <summary>The height of a chart's strip, in pixels.</summary>
    public static int Height(PanelChart chart) => Of(chart) is { } strip ? strip._lanes * LaneHeight : 0;

    /// <summary>Writes the places, which are those of the panels, unseen.</summary>
    public static void WritePlaces(Utf8JsonWriter json, PanelChart chart)
    {
        json.WriteString("type", "category");
        json.WriteNumber("gridIndex", chart.Panels.Length);
        json.WriteBoolean("boundaryGap", false);
        json.WriteBoolean("show", false);
        json.WriteStartArray("data");
        foreach (var place in chart.Places)
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
        json.WriteStartObject("axisPointer");
        json.WriteBoolean("show", false);
        json.WriteEndObject();
    }

    /// <summary>Writes the lanes as an unseen axis.</summary>
    public void WriteLanes(Utf8JsonWriter json, int grid)
    {
        json.WriteString("type", "value");
        json.WriteNumber("gridIndex", grid);
        json.WriteBoolean("show", false);
        json.WriteNumber("min", -0.5);
        json.WriteNumber("max", _lanes - 0.5);
    }

    /// <summary>Writes the vertical lines of the events into the series of a panel.</summary>
    public static void WriteMarkLines(Utf8JsonWriter json, PanelChart chart)
    {
        StartMarkLine(json);
        foreach (var item in chart.Events)
        {
            json.WriteStartObject();
            json.WriteString("xAxis", chart.Places[item.Place]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the series of the names.</summary>
    public void WriteSeries(Utf8JsonWriter json, PanelChart chart)
    {
        json.WriteStartObject();
        json.WriteString("type", "scatter");
        json.WriteString("id", "events");
        json.WriteString("name", "events");
        json.WriteNumber("xAxisIndex", chart.Panels.Length);
        json.WriteNumber("yAxisIndex", chart.Panels.Length);
        json.WriteNumber("symbolSize", 5);
        json.WriteBoolean("silent", true);
        json.WriteBoolean("clip", false);
        json.WriteStartObject("tooltip");
        json.WriteBoolean("show", false);
        json.WriteEndObject();
        json.WriteStartObject("itemStyle");
        json.WriteString("color", "var(--soft)");
        json.WriteEndObject();
        json.WriteStartObject("labelLayout");
        json.WriteBoolean("hideOverlap", true);
        json.WriteEndObject();
        WriteLabels(json, chart, _wide);
        json.WriteEndObject();
    }

    /// <summary>Writes what is different where there is less room.</summary>
    public void WriteMedia(Utf8JsonWriter json, PanelChart chart)
    {
        json.WriteStartArray("media");
        foreach (var (bound, labels) in new[] { ("maxWidth", _narrow), ("minWidth", _wide) })
        {
            json.WriteStartObject();
            json.WriteStartObject("query");
            json.WriteNumber(bound, bound == "maxWidth" ? ChartOption.NarrowWidth : ChartOption.NarrowWidth + 1);
            json.WriteEndObject();
            json.WriteStartObject("option");
            json.WriteStartArray("series");
            json.WriteStartObject();
            json.WriteString("id", "events");
            WriteLabels(json, chart, labels);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, PanelChart chart, ImmutableArray<EventLabel> labels)
    {
        json.WriteStartArray("data");
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteString("name", label.Text);
            WritePoint(json, "value", chart.Places[label.Place], label.Lane);
            json.WriteStartObject("label");
            json.WriteBoolean("show", true);
            json.WriteString("formatter", "{b}");
            json.WriteString("position", label.IsLeft ? "left" : "right");
            json.WriteNumber("distance", 3);
            json.WriteString("color", "var(--ink)");
            json.WriteString("backgroundColor", "var(--panel)");
            json.WriteNumber("fontSize", EventLabel.FontSize);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        StartMarkLine(json);
        foreach (var label in labels)
        {
            json.WriteStartArray();
            foreach (var height in (double[])[-0.5, label.Lane])
            {
                json.WriteStartObject();
                WritePoint(json, "coord", chart.Places[label.Place], height);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, string name, string place, double height)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(place);
        json.WriteNumberValue(height);
        json.WriteEndArray();
    }

    private static void StartMarkLine(Utf8JsonWriter json)
    {
        json.WriteStartObject("markLine");
        json.WriteString("symbol", "none");
        json.WriteBoolean("silent", true);
        json.WriteStartObject("label");
        json.WriteBoolean("show", false);
        json.WriteEndObject();
        json.WriteStartObject("lineStyle");
        json.WriteString("color", "var(--chart-quiet)");
        json.WriteString("type", "dotted");
        json.WriteNumber("width", 1);
        json.WriteEndObject();
        json.WriteStartArray("data");
    }
}
