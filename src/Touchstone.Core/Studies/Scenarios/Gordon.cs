namespace Touchstone.Studies;

/// <summary>The value of dividends that grow at one rate for ever.</summary>
/// <remarks>
/// P = D (1+g) / (r-g), D the dividend of the year just over. Source: Gordon, "Dividends, earnings, and stock prices", Review of Economics and
/// Statistics 41(2), 1959; Williams, "The Theory of Investment Value", 1938.
/// </remarks>
public static class Gordon
{
    /// <summary>The value, its duration 1 / (r-g) and convexity 2 / (r-g)^2.</summary>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year.</param>
    /// <param name="growth">The growth a year, for ever; above -100% and below the rate.</param>
    /// <returns>The value, or <see cref="ProblemKind.Undefined"/> for a rate not above the growth.</returns>
    public static Answer<StreamValue> Value(double dividend, Percent rate, Percent growth) => DividendStream.Price(dividend, rate, growth, 0, _ => 0);

    /// <summary>The growth for ever that a price implies: g = (P r - D) / (P + D), the inverse of <see cref="Value"/>.</summary>
    /// <param name="price">The price; above zero.</param>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year; above -100%.</param>
    public static Answer<Percent> ImpliedGrowth(double price, double dividend, Percent rate)
    {
        if ((ScenarioChecks.Positive("price", price) ?? ScenarioChecks.Positive("dividend", dividend) ?? ScenarioChecks.Growth(rate)) is { } problem)
        {
            return problem;
        }

        var growth = ((price * rate.Fraction) - dividend) / (price + dividend);
        return Answer<Percent>.Of(Percent.FromFraction(growth), new Working
        {
            Formula = "(P * r - D) / (P + D)",
            Steps = [new Step("implied growth", $"({price:G15} * {rate.Fraction:G15} - {dividend:G15}) / ({price:G15} + {dividend:G15})", 100 * growth, Unit.Percent)],
        });
    }

    /// <summary>The discount rate that a price implies: r = D (1+g) / P + g.</summary>
    /// <param name="price">The price; above zero.</param>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="growth">The growth for ever; above -100%.</param>
    public static Answer<Percent> ImpliedRate(double price, double dividend, Percent growth)
    {
        if ((ScenarioChecks.Positive("price", price) ?? ScenarioChecks.Positive("dividend", dividend) ?? ScenarioChecks.Growth(growth)) is { } problem)
        {
            return problem;
        }

        var rate = (dividend * (1 + growth.Fraction) / price) + growth.Fraction;
        return Answer<Percent>.Of(Percent.FromFraction(rate), new Working
        {
            Formula = "D * (1 + g) / P + g",
            Steps = [new Step("implied rate", $"{dividend:G15} * (1 + {growth.Fraction:G15}) / {price:G15} + {growth.Fraction:G15}", 100 * rate, Unit.Percent)],
        });
    }
}
