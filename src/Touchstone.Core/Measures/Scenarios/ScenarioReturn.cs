using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>What a change of earnings and a change of the multiple would do to a price.</summary>
internal static class ScenarioReturn
{
    private static readonly Parameter Earnings = new("earnings", ParameterKind.Number, "The change of earnings, percent.");

    private static readonly Parameter Multiple = new("multiple", ParameterKind.Number, "The change of the multiple, percent.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "scenario-return",
        Question = "By how many percent would the price change, if earnings and the multiple changed so much?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, Earnings, Multiple],
        Unit = "percent",
        Roles = ["prices", "observations"],
        Formula = "(1 + earnings) * (1 + multiple) - 1",
        Source = "Price as earnings times a multiple; Damodaran, \"Investment Valuation\", 3rd ed. 2012, chapter 17. The cross term is kept.",
        Words = ["scenario", "earnings and valuation downside", "would fall by", "could combine to"],
        Example = "scenario-return(HARBT, -15, -20)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var (earnings, multiple) = (call.Percent(Earnings), call.Percent(Multiple));
        if (earnings.Fraction < -1 || multiple.Fraction < -1)
        {
            return new Problem(ProblemKind.Invalid, "A change of earnings or of a multiple cannot be below -100%.");
        }

        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var ratio = subject.Observed("pe_trailing") is { } observed ? Observation.Of(observed) : null;
        var change = EarningsAndMultiple.Change(earnings, multiple);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Row(asOf, working, out var row) is { } missing)
            {
                return missing;
            }

            if (working is not null)
            {
                working.Step("change", $"(1 + {earnings.Points:G10}%) * (1 + {multiple.Points:G10}%) - 1", change.Points, Unit.Percent);
                working.Step("cross term", $"{earnings.Points:G10}% * {multiple.Points:G10}%", earnings.Fraction * multiple.Points, Unit.Percent);
                working.Step($"{line.Field} then", $"{WorkingBuilder.Text(line.Stored(row))} * (1 + {change.Points:G10}%)", line.Stored(row) * (1 + change.Fraction), line.Unit);
                if (ratio?.Calculate(asOf, null) is { Problem: null } now)
                {
                    ratio.Calculate(asOf, working);
                    working.Step("multiple then", $"{WorkingBuilder.Text(now.Value)} * (1 + {multiple.Points:G10}%)", now.Value * (1 + multiple.Fraction), Unit.Multiple);
                }
            }

            return change.Points;
        });
    }
}
