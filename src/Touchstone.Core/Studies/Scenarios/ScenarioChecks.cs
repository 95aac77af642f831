namespace Touchstone.Studies;

/// <summary>What a valuation by discounting cannot do with its inputs, in sentences.</summary>
internal static class ScenarioChecks
{
    /// <summary>The first thing wrong with a stream of dividends, or null.</summary>
    public static Problem? Stream(double dividend, Percent rate, Percent terminal)
    {
        if (!double.IsFinite(dividend) || dividend <= 0)
        {
            return Undefined($"The dividend is {dividend:R}; a stream of growing dividends needs one above zero.");
        }

        return Growth(terminal) ?? Spread(rate, terminal);
    }

    /// <summary>A rate that does not lie above the growth for ever gives no finite value.</summary>
    public static Problem? Spread(Percent rate, Percent growth) => rate > growth
        ? null
        : Undefined($"The discount rate {Text(rate)} is not above the growth for ever {Text(growth)}; the value would have no end.");

    /// <summary>A growth of -100% leaves nothing.</summary>
    public static Problem? Growth(Percent growth) => growth.Fraction > -1 ? null : Undefined($"A growth of {Text(growth)} leaves nothing; it must be above -100%.");

    /// <summary>A price, book value or other amount that must be above zero.</summary>
    public static Problem? Positive(string name, double value) => double.IsFinite(value) && value > 0 ? null : Undefined($"The {name} is {value:R}; it must be above zero.");

    public static Problem Undefined(FormattableString message) => new(ProblemKind.Undefined, FormattableString.Invariant(message));

    /// <summary>A proportion in percent, to ten digits.</summary>
    public static string Text(Percent value) => FormattableString.Invariant($"{value.Points:G10}%");
}
