using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>What one must believe for a stated change of price: the change of the multiple beside a change of earnings.</summary>
internal static class MustBelieve
{
    private const int Steps = 4;

    private static readonly Parameter Change = new("change", ParameterKind.Number, "The stated change of price, percent: -20 for a fall by a fifth.");

    private static readonly Parameter Earnings = new("earnings", ParameterKind.Number, "The change of earnings that goes with it, percent.", Required: false, Default: "0");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "must-believe",
        Question = "By how many percent must the multiple change for the price to change so much, beside a change of earnings?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, Change, Earnings],
        Unit = "percent, of the multiple",
        Roles = ["prices", "observations"],
        Formula = "(1 + change) / (1 + earnings) - 1",
        Source = "Reverse reading of price as earnings times a multiple; Rappaport and Mauboussin, \"Expectations Investing\", 2001, on reading what a price expects.",
        Words = ["extreme scenario", "potential reduction from current prices", "downside of", "what must one believe"],
        Example = "must-believe(HARBT, -20, -10)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var (change, earnings) = (call.Percent(Change), call.Percent(Earnings));
        if (change.Fraction <= -1)
        {
            return new Problem(ProblemKind.Invalid, $"A price cannot change by {change.Points:G10}%: expected a number above -100.");
        }

        var needed = EarningsAndMultiple.MultipleFor(change, earnings);
        if (!needed.HasValue)
        {
            return needed.Problem;
        }

        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var ratio = subject.Observed("pe_trailing") is { } observed ? Observation.Of(observed) : null;
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Row(asOf, working, out var row) is { } missing)
            {
                return missing;
            }

            if (working is not null)
            {
                working.Step($"{line.Field} then", $"{WorkingBuilder.Text(line.Stored(row))} * (1 + {change.Points:G10}%)", line.Stored(row) * (1 + change.Fraction), line.Unit);
                if (ratio?.Calculate(asOf, null) is { Problem: null } now)
                {
                    ratio.Calculate(asOf, working);
                    working.Step("multiple then", $"{WorkingBuilder.Text(now.Value)} * (1 + {needed.Value.Points:G10}%)", now.Value * (1 + needed.Value.Fraction), Unit.Multiple);
                }

                foreach (var belief in EarningsAndMultiple.Frontier(change, Steps))
                {
                    working.Convention($"Earnings {belief.Earnings.Points:+0.##;-0.##;0}% and multiple {belief.Multiple.Points:+0.##;-0.##;0}% give {change.Points:G10}%.");
                }

                working.Take(needed);
            }

            return needed.Value.Points;
        });
    }
}
