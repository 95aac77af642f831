namespace Touchstone.Measures;

/// <summary>The units that observation files write, as units of a measurement with their scale.</summary>
internal static class ObservedUnit
{
    /// <summary>Reads a unit: <c>HKD bn</c> is money in HKD, one stored unit being 1e9 of it; <c>ratio</c> is a multiple.</summary>
    public static (Unit Unit, double Scale) Of(string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "percent" or "pct" or "%":
                return (Unit.Percent, 1);
            case "ratio" or "x" or "multiple" or "times":
                return (Unit.Multiple, 1);
            case "points" or "index points":
                return (Unit.Points, 1);
            case "count" or "shares" or "companies" or "stocks":
                return (Unit.Count, 1);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 1 or 2 && words[0].Length == 3 && words[0].All(char.IsAsciiLetterUpper))
        {
            var scale = words.Length == 1 ? 1 : Scale(words[1].ToLowerInvariant());
            if (scale > 0)
            {
                return (Unit.Money(words[0]), scale);
            }
        }

        return (Unit.Number, 1);
    }

    private static double Scale(string word) => word switch
    {
        "k" or "thousand" => 1e3,
        "m" or "mn" or "million" => 1e6,
        "10m" => 1e7,
        "100m" => 1e8,
        "bn" or "billion" => 1e9,
        "tn" or "trillion" => 1e12,
        _ => 0,
    };
}
