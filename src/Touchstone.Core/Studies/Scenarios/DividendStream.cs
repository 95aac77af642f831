namespace Touchstone.Studies;

/// <summary>Discounts dividends that grow at a rate of their own in each of some years and at one rate for ever after.</summary>
/// <remarks>
/// P = sum over t = 1..n of D(t) / (1+r)^t + D(n) (1+g) / (r-g) / (1+r)^n, with both derivatives to r term by term.
/// Gordon's formula is the case n = 0.
/// </remarks>
internal static class DividendStream
{
    /// <summary>The value, or why there is none.</summary>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year; above the growth for ever.</param>
    /// <param name="terminal">The growth for ever, from year <paramref name="years"/> + 1 on.</param>
    /// <param name="years">Years with growth of their own; zero or more.</param>
    /// <param name="growth">The growth of year 1 to <paramref name="years"/>, as a fraction.</param>
    public static Answer<StreamValue> Price(double dividend, Percent rate, Percent terminal, int years, Func<int, double> growth)
    {
        if (ScenarioChecks.Stream(dividend, rate, terminal) is { } problem)
        {
            return problem;
        }

        var (discount, factor, paid) = (1 / (1 + rate.Fraction), 1.0, dividend);
        var (value, first, second) = (0.0, 0.0, 0.0);
        for (var year = 1; year <= years; year++)
        {
            paid *= 1 + growth(year);
            factor *= discount;
            var present = paid * factor;
            value += present;
            first += year * present * discount;
            second += year * (year + 1.0) * present * discount * discount;
        }

        var spread = rate.Fraction - terminal.Fraction;
        var rest = paid * (1 + terminal.Fraction) / spread * factor;
        var early = value;
        value += rest;
        first += rest * ((years * discount) + (1 / spread));
        second += rest * ((years * (years + 1.0) * discount * discount) + (2 * years * discount / spread) + (2 / (spread * spread)));
        if (!double.IsFinite(value) || !double.IsFinite(second) || value <= 0)
        {
            return new Problem(ProblemKind.Undefined, "The dividends grow beyond what a number can hold, or fall to nothing.");
        }

        return Answer<StreamValue>.Of(new StreamValue(value, first / value, second / value), new Working
        {
            Formula = "sum of D(t) / (1 + r)^t over the years, and D(n) (1 + g) / (r - g) / (1 + r)^n for those after",
            Steps =
            [
                new Step($"dividends of years 1 to {years}", $"discounted at {rate}", early, Unit.Number),
                new Step("dividends after", $"{paid:G15} * (1 + {terminal}) / ({rate} - {terminal}) * {factor:G15}", rest, Unit.Number),
                new Step("value", $"{early:G15} + {rest:G15}", value, Unit.Number),
            ],
        });
    }
}
