namespace Touchstone.Measures;

/// <summary>The earnings yield less a bond's yield.</summary>
internal static class EquityRiskPremium
{
    private static readonly Parameter Bond = new("bond", ParameterKind.Subject, "Whose yield is taken off: a bond, a market, a series.");

    private static readonly Parameter Yield = new("yield", ParameterKind.Field, "The field of that yield.", Required: false, Default: "yield_10y");

    private static readonly Parameter On = new("on", ParameterKind.Field, "The observed multiple of earnings.", Required: false, Default: "pe_trailing");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "equity-risk-premium",
        Question = "By how many percentage points does its earnings yield exceed a bond's yield?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Bond, Yield, On],
        Unit = "percentage points",
        Roles = ["observations"],
        Formula = "100 / multiple - yield",
        Source = "The yield gap, or Fed model; Asness, \"Fight the Fed Model\", Journal of Portfolio Management 30(1), 2003, on what it leaves out. A stand-in for an equity risk premium, not a forecast.",
        Words = ["equity risk premium", "yield gap", "earnings yield over bonds", "risk premium"],
        Example = "equity-risk-premium(HARB, XHBR)",
    };

    private static Bound Bind(Call call)
    {
        if (Observation.Find(call.Subject(Parameter.Subject), call.Text(On)!, out var line) is { } none)
        {
            return none;
        }

        if (Observation.Find(call.Subject(Bond), call.Text(Yield)!, out var yields) is { } missing)
        {
            return missing;
        }

        if (yields.Unit != Unit.Percent)
        {
            return new Problem(ProblemKind.Undefined, $"The {yields.Field} of {yields.Subject.Id} is in {yields.Unit}; a yield is needed in percent.");
        }

        var (multiple, bond) = (Observation.Of(line), Observation.Of(yields));
        var unit = new Unit(UnitKind.PercentagePoints);
        return new Bound(unit, (asOf, working) =>
        {
            var own = multiple.Calculate(asOf, working);
            if (own.Problem is not null)
            {
                return own;
            }

            if (own.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The {line.Field} of {line.Subject.Id} is {WorkingBuilder.Text(own.Value)}; an earnings yield needs one above zero.") ?? WorkingBuilder.Unspoken;
            }

            var other = bond.Calculate(asOf, working);
            if (other.Problem is not null)
            {
                return other;
            }

            var yield = 100 / own.Value;
            working?.Step("earnings yield", $"100 / {WorkingBuilder.Text(own.Value)}", yield, Unit.Percent);
            working?.Step("premium", $"{WorkingBuilder.Text(yield)} - {WorkingBuilder.Text(other.Value)}", yield - other.Value, unit);
            return yield - other.Value;
        });
    }
}
