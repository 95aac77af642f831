using System.Globalization;

namespace Touchstone.Views;

/// <summary>Numbers as people read them. Rounding happens here, on the way to the reader, and nowhere before.</summary>
internal static class Figure
{
    /// <summary>A number with its unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit as <see cref="Unit.ToString"/> writes it.</param>
    public static string Text(double value, string? unit) => unit switch
    {
        "percent" => $"{Number(value, 2)}%",
        "percentage points" => $"{Number(value, 2)} percentage points",
        "points" => $"{Number(value, 2)} points",
        "x" => $"{Number(value, 2)}×",
        "boolean" => value == 0 ? "no" : "yes",
        "count" => Number(value, 0),
        "rank" => $"rank {Number(value, 0)}",
        "years" => $"{Number(value, 1)} years",
        "number" or null => Number(value, 4),
        { Length: 3 } => $"{unit} {Large(value)}",
        _ => $"{Number(value, 4)} {unit}",
    };

    /// <summary>A number for the cell of a table whose heading says what it is; moves with their sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit as <see cref="Unit.ToString"/> writes it.</param>
    /// <param name="signed">Whether a plus stands before numbers above zero.</param>
    public static string Cell(double value, string? unit, bool signed = false)
    {
        var text = unit switch
        {
            "percentage points" or "points" => Number(value, 2),
            "rank" => Number(value, 0),
            { Length: 3 } => Large(value),
            _ => Text(value, unit),
        };
        return text.StartsWith('-') ? $"−{text[1..]}" : signed && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? $"+{text}" : text;
    }

    /// <summary>A number as stored, with all its digits.</summary>
    /// <param name="value">The number.</param>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number with a given count of decimals and no sign on what rounds to zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Decimals.</param>
    public static string Fixed(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.") < 0 ? text[1..] : text;
    }

    /// <summary>A probability to four decimals; smaller ones as <c>&lt;0.0001</c>.</summary>
    /// <param name="value">The probability, 0 to 1.</param>
    public static string Probability(double value) => value < 0.0001 ? "<0.0001" : Fixed(value, 4);

    private static string Large(double value) => Math.Abs(value) switch
    {
        >= 1e12 => $"{Number(value / 1e12, 3)} trillion",
        >= 1e9 => $"{Number(value / 1e9, 3)} billion",
        >= 1e6 => $"{Number(value / 1e6, 3)} million",
        _ => Number(value, 2),
    };

    private static string Number(double value, int decimals)
    {
        var text = value.ToString("N" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.,") < 0 ? text[1..] : text;
    }
}
