namespace Touchstone.Indices;

/// <summary>Figures as reasons print them.</summary>
internal static class Amount
{
    private static readonly (double Size, string Name)[] Scales = [(1e12, "tn"), (1e9, "bn"), (1e6, "m")];

    /// <summary>A figure at four significant digits with its scale: <c>14.2m</c>.</summary>
    /// <param name="value">The figure.</param>
    public static string Text(double value) => Text(value, "G4");

    /// <summary>A figure beside a limit that it does not meet: with as many digits as tell them apart.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="limit">The limit.</param>
    public static string Against(double value, double limit) => Text(value) == Text(limit) ? Text(value, "R") : Text(value);

    /// <summary>The unit of a figure with a space before it, or nothing.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="currency">The currency of values and turnover.</param>
    public static string Unit(RankFigure figure, string currency) => figure == RankFigure.Observation ? "" : $" {currency}";

    private static string Text(double value, string format)
    {
        foreach (var (size, name) in Scales)
        {
            if (Math.Abs(value) >= size)
            {
                return $"{(value / size).ToString(format)}{name}";
            }
        }

        // Four significant digits of a number from 10,000 on would print as a power of ten.
        return Math.Abs(value) >= 1000 && format == "G4" ? value.ToString("0") : value.ToString(format);
    }
}
