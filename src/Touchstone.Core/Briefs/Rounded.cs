using System.Globalization;

namespace Touchstone.Briefs;

/// <summary>Numbers as a brief prints them, each rounded once.</summary>
internal static class Rounded
{
    /// <summary>A number with thousands separated, of fixed decimals, and no sign on what rounds to zero.</summary>
    public static string Number(double value, int decimals)
    {
        var text = Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.,") < 0 ? text[1..] : text;
    }

    /// <summary>Percent by size alone, for sentences whose verb gives the direction: <c>23.7%</c>; two decimals below one percent.</summary>
    public static string Percent(double value) => $"{Number(Math.Abs(value), Math.Abs(value) < 1 ? 2 : 1)}%";

    /// <summary>Percentage points with a minus sign where they are negative: <c>-1.2</c>; two decimals below one.</summary>
    public static string Signed(double value) => Number(value, Math.Abs(value) < 1 ? 2 : 1);

    /// <summary>Index points by size alone: <c>60.2</c>; two decimals below one.</summary>
    public static string Points(double value) => Number(Math.Abs(value), Math.Abs(value) < 1 ? 2 : 1);

    /// <summary>Whether nothing is left of a number when it is printed in percent, points or percentage points.</summary>
    public static bool IsNothing(double value) => Math.Abs(value) < 0.005;

    /// <summary>Percentage points by size alone: <c>10.9 percentage points</c>.</summary>
    public static string PercentagePoints(double value) => $"{Number(Math.Abs(value), Math.Abs(value) < 1 ? 2 : 1)} percentage points";

    /// <summary>A multiple: <c>24.8</c>; the word <c>times</c> is the sentence's.</summary>
    public static string Multiple(double value) => Number(value, Math.Abs(value) < 10 ? 2 : 1);

    /// <summary>The price of one share, or a move of it, by size alone: <c>HK$124.10</c>; four decimals where the price is below one.</summary>
    public static string Price(double value, string? currency, double price) => InCurrency(Number(Math.Abs(value), Math.Abs(price) < 1 ? 4 : 2), "", currency);

    /// <summary>A sum of money by size alone: <c>HK$143.8 billion</c>.</summary>
    public static string Money(double value, string? currency) => Math.Abs(value) switch
    {
        >= 1e12 => InCurrency(Number(Math.Abs(value) / 1e12, 2), " trillion", currency),
        >= 1e9 => InCurrency(Number(Math.Abs(value) / 1e9, 1), " billion", currency),
        >= 1e6 => InCurrency(Number(Math.Abs(value) / 1e6, 1), " million", currency),
        _ => InCurrency(Number(Math.Abs(value), 0), "", currency),
    };

    private static string InCurrency(string number, string scale, string? currency) => currency switch
    {
        "USD" => $"${number}{scale}",
        "HKD" => $"HK${number}{scale}",
        "EUR" => $"€{number}{scale}",
        "GBP" => $"£{number}{scale}",
        "CNY" => $"{number}{scale} yuan",
        null => $"{number}{scale}",
        _ => $"{currency} {number}{scale}",
    };
}
