namespace Touchstone.Studies;

/// <summary>The value of dividends whose growth fades from one rate to another, year by year.</summary>
/// <remarks>Source: Damodaran, "Investment Valuation", 3rd ed. 2012, chapter 13, on growth in stages. Gordon's formula is the limit of no fade and of no difference.</remarks>
public static class GrowthFade
{
    /// <summary>The longest fade in years; beyond it no number changes.</summary>
    public const int MostYears = 1_000;

    private const double LeftOver = 1e-17;

    /// <summary>Growth in a straight line: g(t) = g0 + (gT-g0) t / n for t = 1..n, and gT for ever after.</summary>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year.</param>
    /// <param name="start">The growth before the fade, g0; that of the first year is a step nearer to the last.</param>
    /// <param name="terminal">The growth for ever, gT; above -100% and below the rate.</param>
    /// <param name="years">Years of the fade, n, from 1 to <see cref="MostYears"/>.</param>
    public static Answer<StreamValue> Linear(double dividend, Percent rate, Percent start, Percent terminal, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, MostYears);
        var (from, by) = (start.Fraction, terminal.Fraction - start.Fraction);
        return ScenarioChecks.Growth(start) ?? DividendStream.Price(dividend, rate, terminal, years, year => from + (by * year / years));
    }

    /// <summary>Growth that halves its distance to the last rate every so many years: g(t) = gT + (g0-gT) 2^(-t/h).</summary>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year.</param>
    /// <param name="start">The growth before the fade, g0.</param>
    /// <param name="terminal">The growth that is approached, gT; above -100% and below the rate.</param>
    /// <param name="halfLifeYears">Years in which half of the distance goes, h; above 0 to <see cref="MostYears"/>. The speed k of e^(-kt) is ln 2 / h.</param>
    /// <remarks>Summed year by year until the distance to the last rate is below 1e-17, then by Gordon.</remarks>
    public static Answer<StreamValue> Exponential(double dividend, Percent rate, Percent start, Percent terminal, double halfLifeYears)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfLifeYears, MostYears);
        if (!(halfLifeYears > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(halfLifeYears), halfLifeYears, "The half-life must be above zero years.");
        }

        var (last, gap) = (terminal.Fraction, start.Fraction - terminal.Fraction);
        var years = gap == 0 ? 0 : (int)Math.Max(0, Math.Ceiling(halfLifeYears * Math.Log2(Math.Abs(gap) / LeftOver)));
        return ScenarioChecks.Growth(start) ?? DividendStream.Price(dividend, rate, terminal, years, year => last + (gap * double.Exp2(-year / halfLifeYears)));
    }

    /// <summary>The growth before a fade in a straight line that a price implies, the inverse of <see cref="Linear"/> in its start.</summary>
    /// <param name="price">The price; above zero.</param>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year.</param>
    /// <param name="terminal">The growth for ever; above -100% and below the rate.</param>
    /// <param name="years">Years of the fade, from 1 to <see cref="MostYears"/>.</param>
    /// <returns>The growth, or <see cref="ProblemKind.Undefined"/> when none from -100% to 1,000% gives the price.</returns>
    /// <remarks>Found by halving an interval; the value rises with the growth. It is as exact as a double allows.</remarks>
    public static Answer<Percent> ImpliedStart(double price, double dividend, Percent rate, Percent terminal, int years)
    {
        if ((ScenarioChecks.Positive("price", price) ?? ScenarioChecks.Stream(dividend, rate, terminal)) is { } problem)
        {
            return problem;
        }

        var (low, high) = (-1.0, 10.0);
        if (ValueAt(high) < price)
        {
            return ScenarioChecks.Undefined($"Even a growth of 1,000% a year that fades over {years} years is worth less than {price:G10}.");
        }

        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = ValueAt(middle) < price ? (middle, high) : (low, middle);
        }

        if (low == -1)
        {
            return ScenarioChecks.Undefined($"Every fade over {years} years to {terminal.Points:G6}% is worth more than {price:G10}.");
        }

        return Answer<Percent>.Of(Percent.FromFraction(high), new Working
        {
            Formula = "the start g0 for which the faded stream is worth the price",
            Steps = [new Step("implied growth before the fade", $"faded over {years} years to {ScenarioChecks.Text(terminal)}, discounted at {ScenarioChecks.Text(rate)}, worth {price:G15}", 100 * high, Unit.Percent)],
        });

        // Dividends that fall to nothing are worth nothing, those that grow beyond all numbers more than any price.
        double ValueAt(double start) => Linear(dividend, rate, Percent.FromFraction(start), terminal, years) is { HasValue: true } found ? found.Value.Value : start > 0 ? double.MaxValue : 0;
    }
}
