namespace Touchstone.Indices;

/// <summary>What a member is valued at on the day of prices.</summary>
/// <param name="Close">Its close, in the terms of that day.</param>
/// <param name="Rate">Units of the index's currency for one of the price's.</param>
/// <param name="Shares">The shares that count before the float, in the terms of that day; 1 where shares do not matter.</param>
/// <param name="Inclusion">The fraction of them that counts; above 0, at most 1.</param>
/// <param name="Currency">The currency of the price; null for that of the index.</param>
internal readonly record struct MemberPrice(StockClose Close, double Rate, double Shares, double Inclusion, string? Currency)
{
    /// <summary>The value in the currency of the index.</summary>
    public double Value => Close.Price * Rate * Shares * Inclusion;
}
