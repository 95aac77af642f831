namespace Touchstone.Measures;

/// <summary>Where the latest figure stands in its own history.</summary>
internal static class Percentile
{
    private static readonly Parameter Field = Observation.Field with { Explanation = "The observed field, or close of the daily bars." };

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "percentile",
        Question = "How many percent of its own history in a window lie at or below the figure now?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Field, Parameter.Window],
        Unit = "percent, above 0 to 100",
        Roles = ["observations", "prices"],
        Formula = "100 * number of figures at or below the last one / number of figures",
        Source = "Empirical distribution function at the last figure, itself included.",
        Words = ["percentile", "of its own history", "cheapest since", "historical range"],
        Example = "percentile(HARB, pe_trailing, all)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (RatioOfMeans.Line(subject, call.Text(Field)!, out var line) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, subject);
        var current = Observation.Of(line);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var last = current.Calculate(asOf, working);
            if (last.Problem is not null)
            {
                return last;
            }

            if (DatedSpan.Rows(line, window, asOf, working, out var first, out var end) is { } problem)
            {
                return problem;
            }

            var own = line.Values[end];
            var count = 0;
            for (var row = first; row <= end; row++)
            {
                count += line.Values[row] <= own ? 1 : 0;
            }

            var all = end - first + 1;
            var value = 100.0 * count / all;
            working?.Input(line.InputAt(end));
            working?.Convention($"{all} figures from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(end):yyyy-MM-dd}; the last one counts as well.");
            working?.Step("percentile", $"100 * {count} / {all}", value, Unit.Percent);
            return value;
        });
    }
}
