using System.Text.Json;
using System.Text.Json.Nodes;

namespace Touchstone.Charts;

/// <summary>Bars as the option of ECharts.</summary>
internal static class BarOption
{
    private const int Top = 4;
    private const int Bottom = 34;
    private const int NarrowNames = 130;
    private const int WideNames = 240;

    /// <summary>The height that the chart takes, in pixels; names of two lines need more.</summary>
    public static int HeightOf(BarChart chart) => Top + (Math.Max(1, chart.Bars.Length) * (Wanted(chart) > NarrowNames ? 24 : 19)) + Bottom;

    /// <summary>Writes the members of the option.</summary>
    public static void Write(Utf8JsonWriter json, BarChart chart)
    {
        ChartOption.WriteTooltip(json, "item");
        var wanted = Wanted(chart);
        Put(json, "grid", new JsonObject { ["outerBoundsMode"] = "none", ["left"] = Math.Min(wanted, WideNames) + 12, ["right"] = 10, ["top"] = Top, ["bottom"] = Bottom });
        Put(json, "xAxis", Lengths(chart));
        Put(json, "yAxis", Names(chart, Math.Min(wanted, WideNames)));
        Put(json, "series", new JsonArray(Series(chart)));
        Put(json, "media", new JsonArray(Names("maxWidth", ChartOption.NarrowWidth, Math.Min(wanted, NarrowNames)), Names("minWidth", ChartOption.NarrowWidth + 1, Math.Min(wanted, WideNames))));
    }

    // The width of the longest name, in pixels.
    private static int Wanted(BarChart chart) => (int)Math.Ceiling(chart.Bars.Select(bar => EventLabel.WidthOf(bar.Name)).DefaultIfEmpty(0).Max()) + 6;

    private static JsonObject Lengths(BarChart chart)
    {
        var axis = new JsonObject
        {
            ["type"] = "value",
            ["name"] = chart.Axis,
            ["nameLocation"] = "middle",
            ["nameGap"] = 12,
            ["nameTextStyle"] = new JsonObject { ["color"] = "var(--soft)" },
            ["boundaryGap"] = new JsonArray("22%", "22%"),
            ["axisLabel"] = new JsonObject { ["show"] = false },
            ["axisTick"] = new JsonObject { ["show"] = false },
            ["splitLine"] = new JsonObject { ["show"] = false },
        };

        // A side without bars takes no room.
        if (chart.Bars.All(bar => bar.Value >= 0))
        {
            axis["min"] = 0;
        }
        else if (chart.Bars.All(bar => bar.Value <= 0))
        {
            axis["max"] = 0;
        }

        return axis;
    }

    private static JsonObject Names(BarChart chart, int width) => new()
    {
        ["type"] = "category",
        ["inverse"] = true,
        ["data"] = new JsonArray([.. chart.Bars.Select(bar => JsonValue.Create(EventLabel.Cut(bar.Name, NarrowNames * 1.7)))]),
        ["axisLine"] = new JsonObject { ["onZero"] = true, ["lineStyle"] = new JsonObject { ["color"] = "var(--soft)" } },
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["axisLabel"] = new JsonObject { ["color"] = "var(--ink)", ["fontSize"] = EventLabel.FontSize, ["lineHeight"] = EventLabel.FontSize + 1, ["interval"] = 0, ["width"] = width, ["overflow"] = "break" },
    };

    private static JsonObject Names(string bound, int at, int width) => new()
    {
        ["query"] = new JsonObject { [bound] = at },
        ["option"] = new JsonObject
        {
            ["grid"] = new JsonObject { ["left"] = width + 12 },
            ["yAxis"] = new JsonObject { ["axisLabel"] = new JsonObject { ["width"] = width } },
        },
    };

    private static JsonObject Series(BarChart chart) => new()
    {
        ["type"] = "bar",
        ["name"] = chart.Axis,
        ["barWidth"] = "66%",
        ["data"] = new JsonArray([.. chart.Bars.Select(Bar)]),
    };

    private static JsonObject Bar(ChartBar bar) => new()
    {
        ["name"] = bar.Name,
        ["value"] = Math.Round(bar.Value, 6),
        ["itemStyle"] = new JsonObject { ["color"] = bar.Value < 0 ? "var(--chart-fall-3)" : "var(--chart-rise-3)" },
        ["label"] = new JsonObject { ["show"] = true, ["position"] = bar.Value < 0 ? "left" : "right", ["distance"] = 4, ["formatter"] = bar.Label, ["color"] = "var(--ink)", ["fontSize"] = EventLabel.FontSize },
        ["tooltip"] = new JsonObject { ["formatter"] = $"{{b}}: {bar.Label} {{a}}" },
    };

    private static void Put(Utf8JsonWriter json, string name, JsonNode node)
    {
        json.WritePropertyName(name);
        node.WriteTo(json);
    }
}
