namespace Touchstone.Indices;

/// <summary>What the cash of an event adds to the total returns of an index.</summary>
internal static class Dividends
{
    private static readonly Working Formula = new() { Formula = "cash × units × rate; net of the tax withheld" };

    /// <summary>The cash that the gross and the net return reinvest on the day, in the currency of the index.</summary>
    /// <param name="happening">The event; one without cash adds nothing.</param>
    /// <param name="basket">What is held when it goes ex.</param>
    /// <param name="today">The rates of the ex-date.</param>
    /// <param name="withholding">The tax where the event states none.</param>
    /// <returns>Cash × units × rate of the ex-date. A special dividend is in the price index already: the net return loses its tax, which is negative cash.</returns>
    public static Answer<(double Gross, double Net)> Of(IndexEvent happening, Basket basket, ClosingPrices today, Percent withholding)
    {
        switch (happening)
        {
            case OrdinaryDividend dividend when basket.Find(dividend.Instrument) is { } holding:
                var paid = Value(dividend.Cash, dividend.Currency ?? holding.Currency, holding, dividend, basket, today);
                return paid.HasValue ? Known(paid.Value, paid.Value * (1 - (dividend.Withholding ?? withholding).Fraction)) : paid.Problem;
            case SpecialDividend special when basket.Find(special.Instrument) is { } holding && (special.Withholding ?? withholding).Fraction > 0:
                var taxed = Value(special.Cash, holding.Currency, holding, special, basket, today);
                return taxed.HasValue ? Known(0, -taxed.Value * (special.Withholding ?? withholding).Fraction) : taxed.Problem;
            default:
                return Known(0, 0);
        }
    }

    private static Answer<(double Gross, double Net)> Known(double gross, double net) => Answer<(double Gross, double Net)>.Of((gross, net), Formula);

    private static Answer<double> Value(double cash, string? currency, Holding holding, IndexEvent happening, Basket basket, ClosingPrices today) =>
        basket.HasRate(currency, today)
            ? Answer<double>.Of(cash * holding.Units * basket.RateOf(currency, today), Formula)
            : new Problem(ProblemKind.NoData, $"{happening.Words} No rate of {currency} in {basket.Currency} on {today.Day:yyyy-MM-dd}.");
}
