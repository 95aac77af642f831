using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Touchstone.Charts;

/// <summary>A treemap as the option of ECharts, with the scale of its colours below it.</summary>
internal static class TreemapOption
{
    /// <summary>The height that the chart takes, in pixels.</summary>
    public const int Height = MapHeight + ScaleHeight;

    private const int MapHeight = 290;
    private const int ScaleHeight = 40;
    private const int ShadeWidth = 40;
    private const int ShadeHeight = 10;

    /// <summary>Writes the members of the option.</summary>
    public static void Write(Utf8JsonWriter json, Treemap chart)
    {
        var scale = MoveScale.Of(chart.Tiles.Select(tile => tile.Move));
        ChartOption.WriteTooltip(json, "item");
        json.WritePropertyName("series");
        new JsonArray(Series(chart, scale)).WriteTo(json);
        json.WritePropertyName("graphic");
        new JsonArray(Legend(scale)).WriteTo(json);
    }

    private static JsonObject Series(Treemap chart, MoveScale scale) => new()
    {
        ["type"] = "treemap",
        ["name"] = chart.Title,
        ["left"] = 0,
        ["right"] = 0,
        ["top"] = 0,
        ["bottom"] = ScaleHeight,
        ["roam"] = false,
        ["nodeClick"] = false,
        ["breadcrumb"] = new JsonObject { ["show"] = false },
        ["itemStyle"] = new JsonObject { ["borderColor"] = "var(--panel)", ["borderWidth"] = 0, ["gapWidth"] = 2 },
        ["label"] = new JsonObject { ["show"] = true, ["position"] = "insideTopLeft", ["padding"] = new JsonArray(3, 4), ["fontSize"] = 12, ["lineHeight"] = 15 },
        ["data"] = new JsonArray([.. chart.Tiles.Select(tile => Tile(tile, scale))]),
    };

    private static JsonObject Tile(ChartTile tile, MoveScale scale)
    {
        var shade = scale.ShadeOf(tile.Move);
        var move = scale.Text(tile.Move);
        var style = new JsonObject { ["color"] = $"var(--chart-{shade})" };
        if (shade.StartsWith("fall", StringComparison.Ordinal))
        {
            style["decal"] = Hatching();
        }

        return new JsonObject
        {
            ["name"] = tile.Name,
            ["value"] = Math.Round(tile.Weight, 6),
            ["itemStyle"] = style,
            ["label"] = new JsonObject { ["formatter"] = $"{{b}}\n{move}", ["color"] = $"var(--chart-on-{shade})" },
            ["tooltip"] = new JsonObject { ["formatter"] = $"{{b}}\n{move}, weight {tile.Weight.ToString("N2", CultureInfo.InvariantCulture)}%" },
        };
    }

    private static JsonObject Hatching() => new()
    {
        ["symbol"] = "rect",
        ["color"] = "var(--chart-hatch)",
        ["dashArrayX"] = new JsonArray(1, 0),
        ["dashArrayY"] = new JsonArray(1, 6),
        ["rotation"] = -0.785,
    };

    private static JsonObject Legend(MoveScale scale)
    {
        var children = new JsonArray();
        for (var i = 0; i < MoveScale.Shades.Length; i++)
        {
            children.Add(new JsonObject
            {
                ["type"] = "rect",
                ["shape"] = new JsonObject { ["x"] = i * ShadeWidth, ["y"] = 0, ["width"] = ShadeWidth, ["height"] = ShadeHeight },
                ["style"] = new JsonObject { ["fill"] = $"var(--chart-{MoveScale.Shades[i]})" },
                ["silent"] = true,
            });
        }

        foreach (var (text, i) in scale.Bounds.Select((text, i) => (text, i)))
        {
            children.Add(new JsonObject
            {
                ["type"] = "text",
                ["x"] = (i + 1) * ShadeWidth,
                ["y"] = ShadeHeight + 3,
                ["style"] = new JsonObject { ["text"] = text, ["fill"] = "var(--soft)", ["font"] = "11px system-ui, sans-serif", ["align"] = "center" },
                ["silent"] = true,
            });
        }

        return new JsonObject { ["type"] = "group", ["left"] = "center", ["bottom"] = 2, ["children"] = children };
    }
}
