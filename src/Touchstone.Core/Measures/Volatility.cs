using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Annualised standard deviation of daily log returns.</summary>
internal static class Volatility
{
    private const double SessionsOfYear = 252;

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "volatility",
        Question = "How strongly does it swing from day to day, at a yearly rate?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "percent a year",
        Roles = ["prices", "actions", "events"],
        Formula = "100 * sqrt(252) * sample standard deviation of ln(close(t) / close(t-1))",
        Source = "Hull, \"Options, Futures, and Other Derivatives\", 9th ed. 2014, section 15.4.",
        Words = ["volatility", "volatile", "swings"],
        Example = "volatility(HARB, 1m)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Inside(window, asOf, true, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var count = last - first;
            if (count < 2)
            {
                return working?.Problem(ProblemKind.Undefined, $"Volatility needs at least two daily returns; the window {window.Window} has {count}.") ?? WorkingBuilder.Unspoken;
            }

            var mean = Math.Log(line.Values[last] / line.Values[first]) / count;
            var squares = 0.0;
            for (var row = first + 1; row <= last; row++)
            {
                var deviation = Math.Log(line.Values[row] / line.Values[row - 1]) - mean;
                squares += deviation * deviation;
            }

            var daily = Math.Sqrt(squares / (count - 1));
            var value = 100 * daily * Math.Sqrt(SessionsOfYear);
            if (working is not null)
            {
                working.Input(line.InputAt(first));
                working.Input(line.InputAt(last));
                working.Step("standard deviation", $"of {count} daily log returns", daily, Unit.Number);
                working.Step("volatility", $"100 * sqrt(252) * {WorkingBuilder.Text(daily)}", value, Unit.Percent);
            }

            return value;
        });
    }
}
