namespace Touchstone.Claims;

/// <summary>
/// What a printed number allows, in one place. An editor who wants another tolerance changes it here.
/// All widths are shares of the printed number unless they say otherwise.
/// </summary>
/// <remarks>Source: newsroom usage as collected in docs/methodology/verdicts.md.</remarks>
internal static class RoundingTable
{
    /// <summary>How far below the number "nearly" reaches.</summary>
    public const double NearlyShare = 0.07;

    /// <summary>How far below a level "nearly" reaches.</summary>
    public const double NearlyShareOfLevel = 0.005;

    /// <summary>How far above the number "just over" reaches.</summary>
    public const double JustOverShare = 0.07;

    /// <summary>How far to either side "about" reaches.</summary>
    public const double AboutShare = 0.05;

    /// <summary>How far to either side of a level "about" reaches.</summary>
    public const double AboutShareOfLevel = 0.01;

    /// <summary>The most that trailing zeros of a round number (500, 1.3 trillion) widen it.</summary>
    public const double RoundShare = 0.05;

    /// <summary>The most that trailing zeros widen a level (20,000).</summary>
    public const double RoundShareOfLevel = 0.01;

    /// <summary>How far from a fraction in words (half, two-thirds) the value may lie, as a difference.</summary>
    public const double FractionWidth = 0.03;

    /// <summary>How far from "two-thirds higher" the ratio may lie, as a difference below and above.</summary>
    public const double HigherFractionBelow = 0.067, HigherFractionAbove = 0.084;

    /// <summary>How far from doubled or tripled the ratio may lie.</summary>
    public const double FactorShare = 0.05;

    /// <summary>How far a market value may be off, as share counts differ between sources.</summary>
    public const double MarketValueShare = 0.015;

    /// <summary>The part of a printed stretch of years that a high must really have lasted.</summary>
    public const double StretchLeast = 2.75 / 3, StretchMost = 3.5 / 3;

    /// <summary>An extreme case smaller than this, in percent, makes no sense.</summary>
    public const double ExtremeCaseLeast = 5;

    /// <summary>The values that confirm a printed number; null ends are open.</summary>
    /// <param name="quantity">The number.</param>
    /// <param name="hedge">What the words before it allow.</param>
    /// <param name="isLevel">Whether it is a level or price.</param>
    /// <param name="sign">-1 to mirror the interval for a fall.</param>
    public static (double? Low, double? High) Interval(Quantity quantity, HedgeKind hedge, bool isLevel, int sign)
    {
        var (low, high) = Magnitude(quantity, hedge, isLevel);
        return sign < 0 ? (-high, -low) : (low, high);
    }

    private static (double? Low, double? High) Magnitude(Quantity quantity, HedgeKind hedge, bool isLevel)
    {
        var value = quantity.Value;
        if (quantity.Kind == QuantityKind.DigitClass)
        {
            return (value, quantity.Upper!.Value - 1e-6);
        }

        var half = HalfUnit(quantity, isLevel);
        if (quantity.Upper is { } upper)
        {
            return (value - half, upper + half);
        }

        if (quantity.Kind == QuantityKind.Fraction)
        {
            half = FractionWidth;
        }

        if (quantity.Kind == QuantityKind.Factor)
        {
            half = value * FactorShare;
        }

        return hedge switch
        {
            HedgeKind.MoreThan => (value, null),
            HedgeKind.LessThan => (null, value),
            HedgeKind.Nearly => (value - Math.Max(value * (isLevel ? NearlyShareOfLevel : NearlyShare), half), value),
            HedgeKind.JustOver => (value, value + Math.Max(value * (isLevel ? NearlyShareOfLevel : JustOverShare), half)),
            HedgeKind.About => (value - Math.Max(value * (isLevel ? AboutShareOfLevel : AboutShare), half), value + Math.Max(value * (isLevel ? AboutShareOfLevel : AboutShare), half)),
            _ => (value - half, value + half),
        };
    }

    /// <summary>Half a unit of the last digit that counts.</summary>
    private static double HalfUnit(Quantity quantity, bool isLevel)
    {
        var half = quantity.LastDigit / 2;
        if (!quantity.IsRound)
        {
            return half;
        }

        var unit = quantity.LastDigit;
        while (unit < 1e18 && Math.Abs((quantity.Value / (unit * 10)) - Math.Round(quantity.Value / (unit * 10))) < 1e-9)
        {
            unit *= 10;
        }

        return Math.Max(half, Math.Min(unit / 2, quantity.Value * (isLevel ? RoundShareOfLevel : RoundShare)));
    }

    /// <summary>Whether a value misses the printed number by no more than one unit of its last digit, or by its hedge's side alone.</summary>
    public static bool IsNear(Quantity quantity, HedgeKind hedge, double value, int sign)
    {
        var magnitude = sign < 0 ? -value : value;
        return quantity.Kind is QuantityKind.Percent or QuantityKind.Points or QuantityKind.Money or QuantityKind.Number or QuantityKind.Multiple
            && magnitude > 0
            && (Math.Abs(magnitude - quantity.Value) <= quantity.LastDigit * (1 + 1e-9) || (hedge is HedgeKind.Nearly && magnitude > quantity.Value && magnitude <= quantity.Value * (1 + (NearlyShare / 2))));
    }

    /// <summary>Whether a value lies inside an interval, with room for the last binary digit.</summary>
    public static bool Holds(double value, double? low, double? high)
    {
        var room = 1e-9 * Math.Max(1, Math.Abs(value));
        return (low is null || value >= low - room) && (high is null || value <= high + room);
    }
}
