namespace Touchstone.Measures;

/// <summary>How unusual a flow is beside those of the days before.</summary>
internal static class FlowZScore
{
    private static readonly Parameter Field = Observation.Field with { Explanation = "The observed field, such as southbound_net_buy or margin_financing_buys." };

    private static readonly Parameter Base = Parameter.Choice("base", "before: mean and deviation of the figures of the window before the last one. window: of all of them, the last one too.", "before", "window");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "flow-z-score",
        Question = "How many standard deviations does the last figure lie from the mean of those before it in a window?",
        Family = "flows",
        Arguments = [Parameter.Subject, Field, Parameter.Window, Base],
        Unit = "standard deviations",
        Roles = ["observations", "disclosures"],
        Formula = "(last figure - mean of the figures before it in the window) / their sample standard deviation; base=window: with the last one among them",
        Source = "Standard score with n - 1; Welford, \"Note on a method for calculating corrected sums of squares and products\", Technometrics 4(3), 1962.",
        Words = ["unusually large", "standard deviations above", "abnormal inflow"],
        Example = "flow-z-score(XHBR, southbound_net_buy, 60d)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var field = call.Text(Field)!;
        if (Observation.Find(subject, field, out var line) is { } none)
        {
            return Disclosure.Absent(subject, field, window, none);
        }

        var (find, isBefore) = (Observation.Rows(line), call.Text(Base) == "before");
        return new Bound(Unit.Number, (asOf, working) =>
        {
            var (first, last) = (-1, -1);
            if ((find(asOf, working, out var own) ?? DatedSpan.Rows(line, window, asOf, working, out first, out last)) is { } problem)
            {
                return problem;
            }

            var end = isBefore ? Math.Min(last, own - 1) : last;
            var count = Math.Max(0, end - first + 1);
            var (mean, deviation) = StandardScore.Of(line.Values.AsSpan(first, count));
            if (count < 2 || deviation == 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"A z-score needs at least two figures that differ; the window {window.Window} has {count} of {field}.") ?? WorkingBuilder.Unspoken;
            }

            var value = (line.Values[own] - mean) / deviation;
            if (working is not null)
            {
                line.Explain(working, first, end);
                line.Explain(working, own, own);
                working.Convention($"{count} figures from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(end):yyyy-MM-dd}.");
                working.Step("mean", $"of {count} figures", mean, line.Unit);
                working.Step("deviation", $"of {count} figures, n - 1", deviation, line.Unit);
                working.Step("z-score", $"({WorkingBuilder.Text(line.Values[own])} - {WorkingBuilder.Text(mean)}) / {WorkingBuilder.Text(deviation)}", value, Unit.Number);
            }

            return value;
        });
    }
}
