using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>How far dividends whose growth fades are worth more or less than the price.</summary>
internal static class FadeValue
{
    private static readonly Parameter Start = new("start", ParameterKind.Number, "The growth of dividends before the fade, percent a year.");

    private static readonly Parameter Terminal = new("terminal", ParameterKind.Number, "The growth for ever, percent a year; below the rate.");

    private static readonly Parameter Years = new("years", ParameterKind.Count, "The length of the fade in years, at most 1000; for an exponential one, the years in which half of the way is gone.");

    private static readonly Parameter Path = Parameter.Choice("path", "linear: in a straight line. exponential: half of the way in each half-life. h-model: a straight line by the approximation of Fuller and Hsia.", "linear", "exponential", "h-model");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "fade-value",
        Question = "By how many percent are its dividends, with growth that fades, worth more (positive) or less than the price?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, Start, Terminal, Years, Path],
        Unit = "percent",
        Roles = ["observations"],
        Formula = "yield * value of a faded stream that starts from a dividend of 1, - 1",
        Source = "Damodaran, \"Investment Valuation\", 3rd ed. 2012, chapter 13; Fuller and Hsia, \"A simplified common stock valuation model\", Financial Analysts Journal 40(5), 1984.",
        Words = ["growth fades", "fair value", "discounted dividends"],
        Example = "fade-value(HARB, 9, 10, 4, 10)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var years = (int)call.Number(Years);
        if (years > GrowthFade.MostYears)
        {
            return new Problem(ProblemKind.Invalid, $"A fade of {years} years is too long: at most {GrowthFade.MostYears}.");
        }

        if (Observation.Find(subject, "dividend_yield", out var line) is { } none)
        {
            return none;
        }

        var yield = Observation.Of(line);
        var (rate, start, terminal) = (call.Percent(ScenarioInputs.Rate), call.Percent(Start), call.Percent(Terminal));
        var stream = call.Text(Path) switch
        {
            "linear" => GrowthFade.Linear(1, rate, start, terminal, years),
            "exponential" => GrowthFade.Exponential(1, rate, start, terminal, years),
            _ => HModel.Value(1, rate, start, terminal, years / 2.0),
        };
        if (!stream.HasValue)
        {
            return stream.Problem;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (ScenarioInputs.Yield(yield, subject, asOf, working, out var fraction) is { } problem)
            {
                return problem;
            }

            var value = ((fraction * stream.Value.Value) - 1) * 100;
            working.Take(stream);
            working?.Convention("The value is that of a stream that starts from a dividend of 1; times the yield it is the value of one unit of price.");
            working?.Step("against the price", $"{WorkingBuilder.Text(fraction)} * {WorkingBuilder.Text(stream.Value.Value)} - 1", value, Unit.Percent);
            return value;
        });
    }
}
