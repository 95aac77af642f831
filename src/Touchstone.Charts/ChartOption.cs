using System.Text;
using System.Text.Json;

namespace Touchstone.Charts;

/// <summary>A chart as the option object of ECharts, in JSON.</summary>
/// <remarks>
/// Colours are names such as <c>var(--chart-main)</c>, which the page's script replaces by the page's own, so that one option serves light,
/// dark and paper. Nothing in the option is a function, and texts are plain: no markup of the data is ever acted on.
/// </remarks>
public static class ChartOption
{
    private const int Top = 62;
    private const int Gap = 40;
    private const int Bottom = 62;
    private const int PanelHeight = 230;

    /// <summary>The height that a chart takes, in pixels.</summary>
    /// <param name="chart">The chart.</param>
    public static int HeightOf(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Top + (chart.Panels.Length * PanelHeight) + ((chart.Panels.Length - 1) * Gap) + Bottom;
    }

    /// <summary>The option as JSON, safe inside a script element.</summary>
    /// <param name="chart">The chart.</param>
    public static string Json(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var bytes = new MemoryStream();

        // The default encoder writes every angle bracket as \u003C, so no text can end the element.
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, chart);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The name of a tone's colour on the page.</summary>
    /// <param name="tone">The tone.</param>
    internal static string ColourOf(ChartTone tone) => $"var(--chart-{tone.ToString().ToLowerInvariant()})";

    private static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject();
        json.WriteBoolean("animation", false);
        json.WriteString("backgroundColor", "transparent");
        json.WriteStartObject("textStyle");
        json.WriteString("color", "var(--ink)");
        json.WriteString("fontFamily", "system-ui, sans-serif");
        json.WriteEndObject();
        WriteLegend(json, chart);
        WriteTooltip(json);
        WriteList(json, "grid", chart, (_, i) =>
        {
            json.WriteString("outerBoundsMode", "none");
            json.WriteNumber("left", 58);
            json.WriteNumber("right", 14);
            json.WriteNumber("top", Top + (i * (PanelHeight + Gap)));
            json.WriteNumber("height", PanelHeight);
        });
        WriteList(json, "xAxis", chart, (_, i) => WritePlaces(json, chart, i));
        WriteList(json, "yAxis", chart, (panel, i) => WriteHeights(json, panel, i));
        WriteZoom(json, chart);
        json.WriteStartArray("series");
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            PanelSeries.Write(json, chart, i);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLegend(Utf8JsonWriter json, Chart chart)
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
        json.WriteStartObject("tooltip");
        json.WriteString("trigger", "axis");
        json.WriteString("renderMode", "richText");
        json.WriteBoolean("confine", true);
        json.WriteString("backgroundColor", "var(--panel)");
        json.WriteString("borderColor", "var(--rule)");
        json.WriteStartObject("textStyle");
        json.WriteString("color", "var(--ink)");
        json.WriteNumber("fontSize", 12);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("axisPointer");
        json.WriteStartArray("link");
        json.WriteStartObject();
        json.WriteString("xAxisIndex", "all");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, Chart chart, int i)
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
        json.WriteString("type", "value");
        json.WriteNumber("gridIndex", i);
        json.WriteBoolean("scale", true);
        json.WriteNumber("splitNumber", 4);
        json.WriteStartArray("boundaryGap");
        json.WriteStringValue("8%");
        json.WriteStringValue("8%");
        json.WriteEndArray();
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
        json.WriteEndObject();
        json.WriteStartObject("splitLine");
        json.WriteStartObject("lineStyle");
        json.WriteString("color", "var(--rule)");
        json.WriteNumber("opacity", 0.6);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAxisLine(Utf8JsonWriter json)
    {
        json.WriteStartObject("axisLine");
        json.WriteStartObject("lineStyle");
        json.WriteString("color", "var(--rule)");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteZoom(Utf8JsonWriter json, Chart chart)
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
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            json.WriteNumberValue(i);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, Chart chart, Action<ChartPanel, int> write)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            json.WriteStartObject();
            write(chart.Panels[i], i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
