namespace Touchstone.Studies;

/// <summary>What a lasting change of growth does to a price: with the payout held, and with the return on equity held.</summary>
/// <remarks>
/// Growth is not free. With the payout held, all of a slower growth is lost; with the return on equity held, slower growth needs less of the
/// earnings, which can be paid out. Always look at both. Source: Gordon (1959); Koller, Goedhart and Wessels, "Valuation", 5th ed. 2010,
/// chapter 2, on the value driver formula.
/// </remarks>
public static class GrowthShock
{
    /// <summary>The change of price with the payout held: (1+g') / (1+g) * (r-g) / (r'-g') - 1, r' = r + share * (g'-g).</summary>
    /// <param name="rate">The discount rate a year, r.</param>
    /// <param name="growth">The growth for ever before, g; above -100% and below the rate.</param>
    /// <param name="shocked">The growth for ever after, g'.</param>
    /// <param name="rateShare">The share of the change of growth that the discount rate follows; 0 holds the rate, 1 its distance to growth.</param>
    public static Answer<Percent> PayoutHeld(Percent rate, Percent growth, Percent shocked, double rateShare = 0)
    {
        var after = Percent.FromFraction(rate.Fraction + (rateShare * (shocked.Fraction - growth.Fraction)));
        if ((Check(rate, growth) ?? Check(after, shocked)) is { } problem)
        {
            return problem;
        }

        var dividends = (1 + shocked.Fraction) / (1 + growth.Fraction);
        var multiple = (rate.Fraction - growth.Fraction) / (after.Fraction - shocked.Fraction);
        return Change((dividends * multiple) - 1, "(1 + g') / (1 + g) * (r - g) / (r' - g') - 1", $"{dividends:G15} * {multiple:G15} - 1");
    }

    /// <summary>The change of price with the return on equity held, the earnings of the coming year unchanged: payout = 1 - g / ROE, P / E1 = (1 - g / ROE) / (r-g).</summary>
    /// <param name="rate">The discount rate a year, r.</param>
    /// <param name="growth">The growth for ever before, g; below the rate and below the return on equity.</param>
    /// <param name="shocked">The growth for ever after, g'.</param>
    /// <param name="returnOnEquity">Earnings over book value, ROE; above zero. When it equals the rate, growth is worth nothing and the price does not change.</param>
    /// <param name="rateShare">The share of the change of growth that the discount rate follows.</param>
    public static Answer<Percent> ReturnOnEquityHeld(Percent rate, Percent growth, Percent shocked, Percent returnOnEquity, double rateShare = 0)
    {
        var after = Percent.FromFraction(rate.Fraction + (rateShare * (shocked.Fraction - growth.Fraction)));
        if ((Check(rate, growth) ?? Check(after, shocked)) is { } problem)
        {
            return problem;
        }

        if (returnOnEquity.Fraction <= 0 || returnOnEquity <= growth || returnOnEquity <= shocked)
        {
            return ScenarioChecks.Undefined($"A return on equity of {returnOnEquity.Points:G6}% cannot pay for a growth of {Math.Max(growth.Points, shocked.Points):G6}% for ever out of earnings.");
        }

        var (before, then) = (Multiple(rate, growth, returnOnEquity), Multiple(after, shocked, returnOnEquity));
        return Change((then / before) - 1, "[(1 - g' / ROE) / (r' - g')] / [(1 - g / ROE) / (r - g)] - 1", $"{then:G15} / {before:G15} - 1");
    }

    private static double Multiple(Percent rate, Percent growth, Percent returnOnEquity) => (1 - (growth.Fraction / returnOnEquity.Fraction)) / (rate.Fraction - growth.Fraction);

    private static Problem? Check(Percent rate, Percent growth) => ScenarioChecks.Growth(growth) ?? ScenarioChecks.Spread(rate, growth);

    private static Answer<Percent> Change(double value, string formula, string terms) => double.IsFinite(value)
        ? Answer<Percent>.Of(Percent.FromFraction(value), new Working { Formula = formula, Steps = [new Step("change of price", terms, 100 * value, Unit.Percent)] })
        : ScenarioChecks.Undefined($"The change has no finite value.");
}
