namespace Touchstone.Studies;

/// <summary>The value of equity as its book value and what it earns beyond the rate that its owners ask for.</summary>
/// <remarks>
/// P = B(0) + sum over t = 1..n of (ROE-r) B(t-1) / (1+r)^t, after which what is earned beyond the rate goes on as w times that of the year before:
/// RI(n) w / (1+r-w) / (1+r)^n. Book value grows by earnings kept: B(t) = B(t-1) (1 + ROE (1-payout)).
/// Source: Ohlson, "Earnings, book values, and dividends in equity valuation", Contemporary Accounting Research 11(2), 1995.
/// </remarks>
public static class ResidualIncome
{
    /// <summary>The value, in the unit of the book value.</summary>
    /// <param name="book">The book value now; above zero.</param>
    /// <param name="returnOnEquity">Earnings of a year over the book value at its start.</param>
    /// <param name="rate">The rate that owners ask for, a year; above -100%.</param>
    /// <param name="payout">The share of earnings paid out, as a fraction; 1 keeps the book value as it is.</param>
    /// <param name="years">Years with this return on equity; from 1 to <see cref="GrowthFade.MostYears"/>.</param>
    /// <param name="persistence">What part of the income beyond the rate is left a year later, after those years; zero or more, below 1 + rate. 0 ends it at once.</param>
    /// <returns>The value, or <see cref="ProblemKind.Undefined"/> for a persistence that has no finite sum.</returns>
    public static Answer<double> Value(double book, Percent returnOnEquity, Percent rate, double payout, int years, double persistence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, GrowthFade.MostYears);
        if ((ScenarioChecks.Positive("book value", book) ?? ScenarioChecks.Growth(rate)) is { } problem)
        {
            return problem;
        }

        if (!(persistence >= 0 && persistence < 1 + rate.Fraction))
        {
            return ScenarioChecks.Undefined($"A persistence of {persistence:G15} has no finite sum at a rate of {rate.Points:G6}%; it must be from 0 to below {1 + rate.Fraction:G15}.");
        }

        var (held, factor, value, beyond) = (book, 1.0, book, 0.0);
        for (var year = 1; year <= years; year++)
        {
            factor /= 1 + rate.Fraction;
            beyond = (returnOnEquity.Fraction - rate.Fraction) * held;
            value += beyond * factor;
            held *= 1 + (returnOnEquity.Fraction * (1 - payout));
        }

        var early = value - book;
        var rest = beyond * persistence / (1 + rate.Fraction - persistence) * factor;
        value += rest;
        return double.IsFinite(value)
            ? Answer<double>.Of(value, new Working
            {
                Formula = "B + sum of (ROE - r) * B(t-1) / (1 + r)^t + RI(n) * w / (1 + r - w) / (1 + r)^n",
                Steps =
                [
                    new Step($"income beyond the rate, years 1 to {years}", $"(ROE - r) = {returnOnEquity.Fraction - rate.Fraction:G15} of the book value", early, Unit.Number),
                    new Step("income beyond the rate after", $"{beyond:G15} * {persistence:G15} / (1 + {rate.Fraction:G15} - {persistence:G15}) * {factor:G15}", rest, Unit.Number),
                    new Step("value", $"{book:G15} + {early:G15} + {rest:G15}", value, Unit.Number),
                ],
            })
            : ScenarioChecks.Undefined($"The book value grows beyond what a number can hold.");
    }
}
