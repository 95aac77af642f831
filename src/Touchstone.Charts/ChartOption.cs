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
    /// <summary>Charts up to this width, in pixels, have the room of a phone.</summary>
    internal const int NarrowWidth = 600;

    /// <summary>The height that a chart takes, in pixels.</summary>
    /// <param name="chart">The chart.</param>
    public static int HeightOf(Chart chart) => chart switch
    {
        PanelChart panels => PanelOption.HeightOf(panels),
        BarChart bars => BarOption.HeightOf(bars),
        Treemap => TreemapOption.Height,
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, "Panels, bars or a treemap were expected."),
    };

    /// <summary>The option as JSON, safe inside a script element.</summary>
    /// <param name="chart">The chart.</param>
    public static string Json(Chart chart)
    {
        using var bytes = new MemoryStream();

        // The default encoder writes every angle bracket as \u003C, so no text can end the element.
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteBoolean("animation", false);
            json.WriteString("backgroundColor", "transparent");
            json.WriteStartObject("textStyle");
            json.WriteString("color", "var(--ink)");
            json.WriteString("fontFamily", "system-ui, sans-serif");
            json.WriteEndObject();
            WriteKind(json, chart);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The name of a tone's colour on the page.</summary>
    /// <param name="tone">The tone.</param>
    internal static string ColourOf(ChartTone tone) => $"var(--chart-{tone.ToString().ToLowerInvariant()})";

    /// <summary>Writes what a tooltip looks like; it is drawn, not made of HTML.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="trigger">What brings it up: <c>axis</c> or <c>item</c>.</param>
    internal static void WriteTooltip(Utf8JsonWriter json, string trigger)
    {
        json.WriteStartObject("tooltip");
        json.WriteString("trigger", trigger);
        json.WriteString("renderMode", "richText");
        json.WriteBoolean("confine", true);
        json.WriteString("backgroundColor", "var(--panel)");
        json.WriteString("borderColor", "var(--rule)");
        json.WriteStartObject("textStyle");
        json.WriteString("color", "var(--ink)");
        json.WriteNumber("fontSize", 12);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, Chart chart)
    {
        switch (chart)
        {
            case PanelChart panels:
                PanelOption.Write(json, panels);
                break;
            case BarChart bars:
                BarOption.Write(json, bars);
                break;
            case Treemap treemap:
                TreemapOption.Write(json, treemap);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(chart), chart, "Panels, bars or a treemap were expected.");
        }
    }
}
