using System.Text.Json;

namespace Touchstone.Charts;

/// <summary>Panels as the option of ECharts: a grid, axes and series for each, and a strip of event names above the first.</summary>
internal static class PanelOption
{
    // The lines across a panel divide it into about so many steps.
    private const int Steps = 4;

    private const int Top = 62;
    private const int StripTop = 36;
    private const int Gap = 40;

    /// <summary>Columns left of the plots, for the numbers of the axis.</summary>
    public const int Left = 58;

    /// <summary>Columns right of the plots.</summary>
    public const int Right = 40;

    /// <summary>The height that a chart takes, in pixels.</summary>
    public static int HeightOf(PanelChart chart) => FirstTop(chart) + (chart.Panels.Length * PanelHeight(chart)) + ((chart.Panels.Length - 1) * Gap) + (chart.HasSlider ? 62 : 28);

    /// <summary>Writes the members of the option.</summary>
    public static void Write(Utf8JsonWriter json, PanelChart chart)
    {
        var strip = EventStrip.Of(chart);
        WriteLegend(json, chart);
        WriteTooltip(json);
        WriteList(json, "grid", chart, strip, (_, i) => WriteGrid(json, FirstTop(chart) + (i * (PanelHeight(chart) + Gap)), PanelHeight(chart)), () => WriteGrid(json, StripTop, EventStrip.Height(chart)));
        WriteList(json, "xAxis", chart, strip, (_, i) => WritePlaces(json, chart, i), () => EventStrip.WritePlaces(json, chart));
        WriteList(json, "yAxis", chart, strip, (panel, i) => WriteHeights(json, panel, i), () => strip!.WriteLanes(json, chart.Panels.Length));
        if (chart.HasSlider)
        {
            WriteZoom(json, chart);
        }

        json.WriteStartArray("series");
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            PanelSeries.Write(json, chart, i);
        }

        strip?.WriteSeries(json, chart);
        json.WriteEndArray();
        strip?.WriteMedia(json, chart);
    }

    private static int FirstTop(PanelChart chart) => chart.Events.IsEmpty ? Top : Math.Max(Top, StripTop + EventStrip.Height(chart));

    private static int PanelHeight(PanelChart chart) => chart.HasSlider ? 230 : 185;

    private static void WriteGrid(Utf8JsonWriter json, int top, int height)
    {
        json.WriteString("outerBoundsMode", "none");
        json.WriteNumber("left", Left);
        json.WriteNumber("right", Right);
        json.WriteNumber("top", top);
        json.WriteNumber("height", height);
    }

    private static void WriteLegend(Utf8JsonWriter json, PanelChart chart)
    {
        json.WriteStartObject("legend");
        json.WriteString("type", "scroll");
        json.WriteNumber("top", 0);
        json.WriteNumber("left", 0);
        json.WriteNumber("itemWidth", 22);
        json.WriteStartObject("textStyle");
        json.WriteString("color", "var(--ink)");
        json.WriteEndObject();
        json.WriteStartArray("data");
        foreach (var name in chart.Panels.SelectMany(panel => panel.Lines.Select(line => line.Name)).Distinct())
        {
            WriteLegendEntry(json, name, null, 0);
        }

        foreach (var name in chart.Panels.SelectMany(panel => panel.Ranges.Select(range => range.Name)).Concat(chart.Bands.Select(band => band.Name)).Distinct())
        {
            WriteLegendEntry(json, name, "roundRect", PanelSeries.LegendOpacity);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A line is shown as a stroke, without the circle that would stand for its points.
    private static void WriteLegendEntry(Utf8JsonWriter json, string name, string? icon, double opacity)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (icon is not null)
        {
            json.WriteString("icon", icon);
        }

        json.WriteStartObject("itemStyle");
        json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTooltip(Utf8JsonWriter json)
    {
        ChartOption.WriteTooltip(json, "axis");
        json.WriteStartObject("axisPointer");
        json.WriteStartArray("link");
        json.WriteStartObject();
        json.WriteString("xAxisIndex", "all");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, PanelChart chart, int i)
    {
        json.WriteString("type", "category");
        json.WriteNumber("gridIndex", i);
        json.WriteBoolean("boundaryGap", false);
        json.WriteStartArray("data");
        foreach (var place in chart.Places)
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
        WriteAxisLine(json);
        json.WriteStartObject("axisLabel");
        json.WriteBoolean("show", i == chart.Panels.Length - 1);
        json.WriteString("color", "var(--soft)");
        json.WriteBoolean("hideOverlap", true);
        json.WriteString("alignMinLabel", "left");
        json.WriteString("alignMaxLabel", "right");
        json.WriteEndObject();
        json.WriteStartObject("axisTick");
        json.WriteBoolean("show", false);
        json.WriteEndObject();
    }

    private static void WriteHeights(Utf8JsonWriter json, ChartPanel panel, int i)
    {
        json.WriteString("type", panel.IsLogarithmic ? "log" : "value");
        json.WriteNumber("gridIndex", i);
        json.WriteBoolean("scale", true);
        json.WriteNumber("splitNumber", Steps);
        var scale = panel.IsLogarithmic ? LogarithmicScale.Of(panel.Lines.SelectMany(line => line.Values).OfType<double>()) : null;
        if ((scale is null ? panel.Ends : (scale.Low, scale.High)) is { } ends)
        {
            json.WriteNumber("min", ends.Low);
            json.WriteNumber("max", ends.High);
            if (scale is null)
            {
                json.WriteNumber("interval", (ends.High - ends.Low) / Steps);
            }
        }
        else
        {
            json.WriteStartArray("boundaryGap");
            json.WriteStringValue("8%");
            json.WriteStringValue("8%");
            json.WriteEndArray();
        }

        json.WriteString("name", panel.Name);
        json.WriteStartObject("nameTextStyle");
        json.WriteString("color", "var(--soft)");
        json.WriteString("align", "left");
        json.WriteStartArray("padding");
        foreach (var side in (int[])[0, 0, 0, -44])
        {
            json.WriteNumberValue(side);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteAxisLine(json);
        json.WriteStartObject("axisLabel");
        json.WriteString("color", "var(--soft)");
        WriteMarks(json, scale);
        json.WriteEndObject();
        json.WriteStartObject("splitLine");
        WriteMarks(json, scale);
        json.WriteStartObject("lineStyle");
        json.WriteString("color", "var(--rule)");
        json.WriteNumber("opacity", 0.6);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // By itself a logarithmic axis marks powers of ten alone.
    private static void WriteMarks(Utf8JsonWriter json, LogarithmicScale? scale)
    {
        if (scale is null)
        {
            return;
        }

        json.WriteStartArray("customValues");
        foreach (var mark in scale.Marks)
        {
            json.WriteNumberValue(mark);
        }

        json.WriteEndArray();
    }

    private static void WriteAxisLine(Utf8JsonWriter json)
    {
        json.WriteStartObject("axisLine");
        json.WriteStartObject("lineStyle");
        json.WriteString("color", "var(--rule)");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteZoom(Utf8JsonWriter json, PanelChart chart)
    {
        json.WriteStartArray("dataZoom");
        json.WriteStartObject();
        json.WriteString("type", "slider");
        json.WriteNumber("bottom", 6);
        json.WriteNumber("height", 20);
        json.WriteBoolean("showDetail", false);
        json.WriteBoolean("brushSelect", false);
        json.WriteString("borderColor", "var(--rule)");
        json.WriteString("fillerColor", "var(--chart-filler)");
        json.WriteStartArray("xAxisIndex");
        for (var i = 0; i < chart.Panels.Length + (chart.Events.IsEmpty ? 0 : 1); i++)
        {
            json.WriteNumberValue(i);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, PanelChart chart, EventStrip? strip, Action<ChartPanel, int> write, Action writeStrip)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            json.WriteStartObject();
            write(chart.Panels[i], i);
            json.WriteEndObject();
        }

        if (strip is not null)
        {
            json.WriteStartObject();
            writeStrip();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
