namespace Touchstone.Measures;

/// <summary>A change of market value, split into price, currency and shares; money of one currency.</summary>
/// <param name="Price">Shares at the start times the change of the price, at the rate of the start.</param>
/// <param name="Exchange">Shares at the start times the price at the end times the change of the rate.</param>
/// <param name="Issuance">The change of shares times price and rate at the end; below zero when shares were bought back.</param>
public readonly record struct ValueParts(double Price, double Exchange, double Issuance)
{
    /// <summary>The change of market value.</summary>
    public double Total => Price + Exchange + Issuance;

    /// <summary>Splits the change of the value of one line.</summary>
    /// <param name="from">Shares, close and rate at the start, shares and close in terms of the shares at the end where a split lies between.</param>
    /// <param name="to">Shares, close and rate at the end.</param>
    /// <remarks>n1 p1 f1 - n0 p0 f0 = n0 (p1 - p0) f0 + n0 p1 (f1 - f0) + (n1 - n0) p1 f1. Source: the split of a change of value in price and quantity with the old quantity and the new price, as in Laspeyres' and Paasche's index numbers.</remarks>
    public static ValueParts Of((double Shares, double Close, double Rate) from, (double Shares, double Close, double Rate) to) => new(
        from.Shares * (to.Close - from.Close) * from.Rate,
        from.Shares * to.Close * (to.Rate - from.Rate),
        (to.Shares - from.Shares) * to.Close * to.Rate);
}
