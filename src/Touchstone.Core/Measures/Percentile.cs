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

    private static Bound Bind(Call call) => OwnHistory.Bind(call, Field, Unit.Percent, (line, first, end, working) =>
    {
        var own = line.Values[end];
        var count = 0;
        for (var row = first; row <= end; row++)
        {
            count += line.Values[row] <= own ? 1 : 0;
        }

        var all = end - first + 1;
        var value = 100.0 * count / all;
        working?.Input(line.InputAt(end));
        working?.Step("percentile", $"100 * {count} / {all}", value, Unit.Percent);
        return value;
    });
}
