namespace Touchstone.Measures;

/// <summary>The return over that of a benchmark.</summary>
internal static class Excess
{
    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "What it is compared with, over the same window on its own exchange.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "excess",
        Question = "By how many percentage points did it beat a benchmark?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Benchmark],
        Unit = "percentage points",
        Roles = ["prices", "actions", "events"],
        Formula = "return(subject) - return(benchmark)",
        Source = "Arithmetic excess return; Bacon, \"Practical Portfolio Performance Measurement and Attribution\", 2nd ed. 2008, chapter 3.",
        Words = ["outperformed", "beat", "lagged", "underperformed", "percentage points more than"],
        Example = "excess(HARBT, 1d, HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var benchmark = call.Subject(Benchmark);
        var own = Return.Of(subject, call.Window(Parameter.Window, subject));
        var other = Return.Of(benchmark, call.Window(Parameter.Window, benchmark));
        return new Bound(new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            var ours = own.Calculate(asOf, working);
            if (ours.Problem is not null)
            {
                return ours;
            }

            var theirs = other.Calculate(asOf, working);
            if (theirs.Problem is not null)
            {
                return theirs;
            }

            var value = ours.Value - theirs.Value;
            working?.Formula($"return({subject.Id}) - return({benchmark.Id})");
            working?.Step("excess", $"{WorkingBuilder.Text(ours.Value)} - {WorkingBuilder.Text(theirs.Value)}", value, new Unit(UnitKind.PercentagePoints));
            return value;
        });
    }
}
