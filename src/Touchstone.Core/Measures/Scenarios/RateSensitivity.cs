using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>How strongly a price hangs on the discount rate: duration and convexity.</summary>
internal static class RateSensitivity
{
    private const string Origin = "Macaulay, \"Some Theoretical Problems Suggested by the Movements of Interest Rates\", 1938; Leibowitz, \"Total portfolio duration\", Financial Analysts Journal 42(5), 1986, for equity.";

    public static Measure Duration { get; } = new(call => Bind(call, false))
    {
        Name = "duration",
        Question = "By how many percent does the price fall for one percentage point more of the discount rate, at the margin?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, ScenarioInputs.Growth],
        Unit = "years",
        Roles = ["observations"],
        Formula = "-(dP / dr) / P = 1 / (r - g)",
        Source = Origin,
        Words = ["duration", "long-duration", "rate-sensitive"],
        Example = "duration(HARB, 8)",
    };

    public static Measure Convexity { get; } = new(call => Bind(call, true))
    {
        Name = "convexity",
        Question = "How strongly does the price bend with the discount rate?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, ScenarioInputs.Growth],
        Unit = "years squared",
        Roles = ["observations"],
        Formula = "(d2P / dr2) / P = 2 / (r - g)^2",
        Source = Origin,
        Words = ["convexity"],
        Example = "convexity(HARB, 8)",
    };

    private static Bound Bind(Call call, bool convexity)
    {
        var subject = call.Subject(Parameter.Subject);
        Bound? yield = null;
        if (!call.Has(ScenarioInputs.Growth))
        {
            if (Observation.Find(subject, "dividend_yield", out var line) is { } none)
            {
                return none;
            }

            yield = Observation.Of(line);
        }

        var rate = call.Percent(ScenarioInputs.Rate);
        return new Bound(convexity ? Unit.Number : Unit.Years, (asOf, working) =>
        {
            if (ScenarioInputs.GrowthOf(call, yield, subject, asOf, working, out var growth) is { } problem)
            {
                return problem;
            }

            var priced = Gordon.Value(1, rate, growth);
            if (!priced.HasValue)
            {
                return priced.Problem;
            }

            var value = convexity ? priced.Value.Convexity : priced.Value.Duration;
            if (working is not null)
            {
                working.Step(convexity ? "convexity" : "duration", convexity ? $"2 / ({rate} - {growth})^2" : $"1 / ({rate} - {growth})", value, convexity ? Unit.Number : Unit.Years);
                var higher = Gordon.Value(1, Percent.FromPoints(rate.Points + 1), growth).Value.Value;
                working.Convention($"Priced anew at one point more the change is {100 * ((higher / priced.Value.Value) - 1):0.##}%: for large changes price anew, a derivative is for small ones.");
            }

            return value;
        });
    }
}
