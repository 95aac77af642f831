using System.Globalization;

namespace Touchstone.Charts;

/// <summary>Numbers whose sign is always shown.</summary>
internal static class SignedNumber
{
    /// <summary>A number rounded once, thousands separated, with a plus or minus before it unless it rounds to zero.</summary>
    public static string Text(double value, int decimals)
    {
        var printed = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return $"{(printed > 0 ? "+" : printed < 0 ? "−" : "")}{Math.Abs(printed).ToString("N" + decimals, CultureInfo.InvariantCulture)}";
    }

    /// <summary>Decimals enough to tell numbers up to a size apart.</summary>
    public static int DecimalsFor(double most) => most >= 1000 ? 0 : most >= 10 ? 1 : 2;
}
