using System.Globalization;

namespace Touchstone.Charts;

/// <summary>The colours of moves: three shades of rising and three of falling, with bounds at round numbers.</summary>
internal readonly record struct MoveScale(double Step, int Decimals)
{
    /// <summary>The shades from the deepest fall to the steepest rise.</summary>
    public static string[] Shades { get; } = ["fall-3", "fall-2", "fall-1", "rise-1", "rise-2", "rise-3"];

    /// <summary>The scale on which four of five moves lie inside two and a half steps.</summary>
    public static MoveScale Of(IEnumerable<double> moves)
    {
        var sizes = moves.Select(Math.Abs).Order().ToArray();
        var most = sizes.Length == 0 ? 1 : sizes[(sizes.Length - 1) * 4 / 5];
        var step = 0.1;
        foreach (var next in (double[])[0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
        {
            step = most > step * 2.5 ? next : step;
        }

        return new MoveScale(step, step < 0.5 ? 2 : 1);
    }

    /// <summary>The shade of a move, by the number that is printed: at a bound it has the stronger shade; zero has <c>flat</c>.</summary>
    public string ShadeOf(double move)
    {
        var printed = Math.Round(move, Decimals, MidpointRounding.AwayFromZero);
        var strength = Math.Abs(printed) >= 2 * Step ? 3 : Math.Abs(printed) >= Step ? 2 : 1;
        return printed == 0 ? "flat" : $"{(printed < 0 ? "fall" : "rise")}-{strength}";
    }

    /// <summary>A move as it is printed, with its sign: <c>+5.2%</c>.</summary>
    public string Text(double move) => SignedNumber.Text(move, Decimals) + "%";

    /// <summary>The bounds between the shades, from the left.</summary>
    public IEnumerable<string> Bounds
    {
        get
        {
            var step = Step;
            return new[] { -2, -1, 0, 1, 2 }.Select(factor => $"{(factor < 0 ? "−" : factor > 0 ? "+" : "")}{Math.Abs(factor * step).ToString("0.#", CultureInfo.InvariantCulture)}%");
        }
    }
}
