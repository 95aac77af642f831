namespace Touchstone.Studies;

/// <summary>The value of dividends whose growth fades in a straight line, by the closed form that approximates it.</summary>
/// <remarks>
/// P = D [(1+gL) + H (gS-gL)] / (r-gL): Gordon's value at the last growth, and a premium for the first years. H is half the length of the fade.
/// Source: Fuller and Hsia, "A simplified common stock valuation model", Financial Analysts Journal 40(5), 1984.
/// </remarks>
public static class HModel
{
    /// <summary>The value. Duration and convexity are those of the perpetuity 1 / (r-gL).</summary>
    /// <param name="dividend">The dividend of the year just over; above zero.</param>
    /// <param name="rate">The discount rate a year.</param>
    /// <param name="start">The growth now, gS.</param>
    /// <param name="terminal">The growth for ever after the fade, gL; above -100% and below the rate.</param>
    /// <param name="halfYears">Half the length of the fade in years, H; zero or more.</param>
    /// <returns>The value, or <see cref="ProblemKind.Undefined"/> for a rate not above the last growth or a fade so steep that nothing is left.</returns>
    public static Answer<StreamValue> Value(double dividend, Percent rate, Percent start, Percent terminal, double halfYears)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(halfYears);
        if (ScenarioChecks.Stream(dividend, rate, terminal) is { } problem)
        {
            return problem;
        }

        var spread = rate.Fraction - terminal.Fraction;
        var steady = dividend * (1 + terminal.Fraction) / spread;
        var premium = dividend * halfYears * (start.Fraction - terminal.Fraction) / spread;
        var value = steady + premium;
        if (!double.IsFinite(value) || value <= 0)
        {
            return ScenarioChecks.Undefined($"A fade of {2 * halfYears:G6} years from {start.Points:G6}% to {terminal.Points:G6}% leaves a value of {value:G6} in the H-model, which is meant for small differences.");
        }

        return Answer<StreamValue>.Of(new StreamValue(value, 1 / spread, 2 / (spread * spread)), new Working
        {
            Formula = "D * [(1 + gL) + H * (gS - gL)] / (r - gL)",
            Steps =
            [
                new Step("at the last growth", $"{dividend:G15} * (1 + {terminal.Fraction:G15}) / {spread:G15}", steady, Unit.Number),
                new Step("premium of the fade", $"{dividend:G15} * {halfYears:G15} * ({start.Fraction:G15} - {terminal.Fraction:G15}) / {spread:G15}", premium, Unit.Number),
                new Step("value", $"{steady:G15} + {premium:G15}", value, Unit.Number),
            ],
        });
    }
}
