namespace Touchstone.Measures;

/// <summary>A valuation against that of a benchmark.</summary>
internal static class Discount
{
    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "What it is compared with.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "discount",
        Question = "By how many percent is it cheaper (negative) or dearer than a benchmark?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Observation.Field, Benchmark],
        Unit = "percent",
        Roles = ["observations"],
        Formula = "field(subject) / field(benchmark) - 1",
        Source = "Relative valuation; Damodaran, \"Investment Valuation\", 3rd ed. 2012, chapter 17.",
        Words = ["discount to", "premium over", "cheaper than"],
        Example = "discount(HARBT, pe_trailing, HARB)",
    };

    private static Bound Bind(Call call)
    {
        var field = call.Text(Observation.Field)!;
        if ((Observation.Find(call.Subject(Parameter.Subject), field, out var line) ?? Observation.Find(call.Subject(Benchmark), field, out var other)) is { } none)
        {
            return none;
        }

        Observation.Find(call.Subject(Benchmark), field, out other);
        if (line.Unit != other.Unit)
        {
            return new Problem(ProblemKind.Undefined, $"The {field} of {line.Subject.Id} is in {line.Unit} and that of {other.Subject.Id} in {other.Unit}.");
        }

        var (ours, theirs) = (Observation.Of(line), Observation.Of(other));
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var own = ours.Calculate(asOf, working);
            if (own.Problem is not null)
            {
                return own;
            }

            var benchmark = theirs.Calculate(asOf, working);
            if (benchmark.Problem is not null)
            {
                return benchmark;
            }

            if (benchmark.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The {field} of {other.Subject.Id} is {WorkingBuilder.Text(benchmark.Value)}; a discount needs one above zero.") ?? WorkingBuilder.Unspoken;
            }

            var value = ((own.Value / benchmark.Value) - 1) * 100;
            working?.Step("discount", $"{WorkingBuilder.Text(own.Value)} / {WorkingBuilder.Text(benchmark.Value)} - 1", value, Unit.Percent);
            return value;
        });
    }
}
