using System.Collections.Immutable;
using System.Text;

namespace Touchstone.Charts;

/// <summary>Where the name of an event stands: right of its place, or left of it where the plot ends, in a lane of its own where names would meet.</summary>
/// <param name="Place">The place of the event.</param>
/// <param name="Text">The name, cut to the room there is.</param>
/// <param name="Lane">The lane, from 0 at the bottom.</param>
/// <param name="IsLeft">Whether it stands left of its place.</param>
internal readonly record struct EventLabel(int Place, string Text, int Lane, bool IsLeft)
{
    /// <summary>The size of the letters, in pixels.</summary>
    public const int FontSize = 11;

    /// <summary>Names that would need a lane above this many are left out; the table of the chart has all.</summary>
    public const int MostLanes = 8;

    // The dot and the space about a name; and the room beside the plot, which a short name may take.
    private const double Margin = 6;
    private const double Beyond = PanelOption.Right;

    /// <summary>Finds places for the names of events, none upon another in a plot of a given width or a wider one.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <param name="places">How many places the plot has.</param>
    /// <param name="width">The width of the plot, in pixels.</param>
    public static ImmutableArray<EventLabel> Arrange(ImmutableArray<ChartEvent> events, int places, double width)
    {
        var scale = width / Math.Max(1, places - 1);
        var sides = events.Select(item => Beside(item, item.Place * scale, width)).ToArray();

        // From the last to the first on the right, then from the first to the last on the left: a line down from a name then meets no other name.
        var settled = new List<(Side Side, int Lane)>();
        foreach (var side in sides.Where(side => !side.IsLeft).OrderByDescending(side => side.At).Concat(sides.Where(side => side.IsLeft).OrderBy(side => side.At)))
        {
            var lane = settled.Where(other => other.Side.At >= side.From && other.Side.At <= side.To).Select(other => other.Lane + 1).DefaultIfEmpty(0).Max();
            while (settled.Exists(other => other.Lane == lane && other.Side.From < side.To && side.From < other.Side.To))
            {
                lane++;
            }

            settled.Add((side, lane));
        }

        return [.. settled.Where(item => item.Lane < MostLanes).OrderBy(item => item.Side.Place).ThenBy(item => item.Lane).Select(item => new EventLabel(item.Side.Place, item.Side.Text, item.Lane, item.Side.IsLeft))];
    }

    /// <summary>The width of a text, in pixels, rather too large than too small.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>A text cut to the room there is, with an ellipsis where it was cut.</summary>
    public static string Cut(string name, double room)
    {
        if (WidthOf(name) <= room)
        {
            return name;
        }

        var text = new StringBuilder();
        var taken = FontSize * 1.0;
        foreach (var rune in name.EnumerateRunes().TakeWhile(rune => (taken += WidthOf(rune)) <= room))
        {
            text.Append(rune.ToString());
        }

        return text.ToString().TrimEnd() + "…";
    }

    private static Side Beside(ChartEvent item, double at, double width)
    {
        var (wanted, right, left) = (WidthOf(item.Name) + Margin, Math.Max(Beyond, width - at), Math.Max(Beyond, at));
        var isLeft = wanted > right && left > right;
        var text = Cut(item.Name, (isLeft ? left : right) - Margin);
        var taken = WidthOf(text) + Margin;
        return isLeft ? new Side(item.Place, text, at, at - taken, at + Margin, true) : new Side(item.Place, text, at, at - Margin, at + taken, false);
    }

    private static double WidthOf(Rune rune) => rune.Value >= 0x1100 ? FontSize * 1.1 : Rune.IsUpper(rune) || rune.Value is 'm' or 'w' or '%' ? FontSize * 0.72 : FontSize * 0.56;

    private readonly record struct Side(int Place, string Text, double At, double From, double To, bool IsLeft);
}
