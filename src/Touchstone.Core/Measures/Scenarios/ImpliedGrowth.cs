using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>The growth of dividends that a price implies: for ever, or before a fade.</summary>
internal static class ImpliedGrowth
{
    private static readonly Parameter Terminal = new("terminal", ParameterKind.Number, "With years: the growth for ever after a fade in a straight line, percent a year.", Required: false);

    private static readonly Parameter Years = new("years", ParameterKind.Count, "With terminal: the length of the fade in years, at most 1000.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "implied-growth",
        Question = "What growth of dividends does the price imply at a discount rate?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, Terminal, Years],
        Unit = "percent a year",
        Roles = ["observations"],
        Formula = "(rate - yield) / (1 + yield); with a fade: the start for which the faded dividends are worth the price",
        Source = "Gordon, \"Dividends, earnings, and stock prices\", Review of Economics and Statistics 41(2), 1959, solved for growth.",
        Words = ["implied growth", "prices in growth of", "growth expectations"],
        Example = "implied-growth(HARB, 8)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (call.Has(Terminal) != call.Has(Years))
        {
            return new Problem(ProblemKind.Invalid, $"A fade needs both terminal and years: {Measure.Form}.");
        }

        var years = call.Has(Years) ? (int)call.Number(Years) : 0;
        if (years > GrowthFade.MostYears)
        {
            return new Problem(ProblemKind.Invalid, $"A fade of {years} years is too long: at most {GrowthFade.MostYears}.");
        }

        if (Observation.Find(subject, "dividend_yield", out var line) is { } none)
        {
            return none;
        }

        var (yield, rate) = (Observation.Of(line), call.Percent(ScenarioInputs.Rate));
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (ScenarioInputs.Yield(yield, subject, asOf, working, out var fraction) is { } problem)
            {
                return problem;
            }

            var implied = years == 0 ? Gordon.ImpliedGrowth(1, fraction, rate) : GrowthFade.ImpliedStart(1, fraction, rate, call.Percent(Terminal), years);
            working?.Convention("The price is 1 and the dividend of the year just over is the yield.");
            working.Take(implied);
            return implied.HasValue ? implied.Value.Points : implied.Problem;
        });
    }
}
