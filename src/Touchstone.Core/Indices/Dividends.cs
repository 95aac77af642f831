namespace Touchstone.Indices;

/// <summary>What a dividend is worth to an index.</summary>
internal static class Dividends
{
    /// <summary>Cash × units × rate of the ex-date, in the currency of the index.</summary>
    /// <param name="dividend">The dividend.</param>
    /// <param name="basket">What is held when it goes ex; the member is in it.</param>
    /// <param name="today">The rates of the ex-date.</param>
    public static Answer<double> Value(OrdinaryDividend dividend, Basket basket, ClosingPrices today)
    {
        var holding = basket.Find(dividend.Instrument)!;
        var currency = dividend.Currency ?? holding.Currency;
        return basket.HasRate(currency, today)
            ? Answer<double>.Of(dividend.Cash * holding.Units * basket.RateOf(currency, today), new Working { Formula = "cash × units × rate" })
            : new Problem(ProblemKind.NoData, $"{dividend.Words} No rate of {currency} in {basket.Currency} on {today.Day:yyyy-MM-dd}.");
    }
}
