namespace Touchstone.Measures;

/// <summary>How far the latest figure lies from the mean of its own history, in standard deviations.</summary>
internal static class ZScore
{
    private static readonly Parameter Field = Observation.Field with { Explanation = "The observed field, or close, volume or turnover of the daily bars." };

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "z-score",
        Question = "How many standard deviations is the figure above (or below) the mean of its own history in a window?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Field, Parameter.Window],
        Unit = "number of standard deviations",
        Roles = ["observations", "prices"],
        Formula = "(last figure - mean) / standard deviation, n - 1 below the line",
        Source = "Standard score with the sample's own mean and standard deviation; the last figure is one of the sample.",
        Words = ["standard deviations above", "standard deviations below its average", "z-score", "sigma"],
        Example = "z-score(HARB, pe_trailing, all)",
    };

    private static Bound Bind(Call call) => OwnHistory.Bind(call, Field, Unit.Number, (line, first, end, working) =>
    {
        var count = end - first + 1;
        var (mean, deviation) = StandardScore.Of(line.Values.AsSpan(first, count));
        if (!(deviation > 0))
        {
            return working?.Problem(ProblemKind.Undefined, $"The {line.Field} of {line.Subject.Id} has {count} figure{(count == 1 ? "" : "s")} from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(end):yyyy-MM-dd}{(count > 1 ? ", all the same" : "")}; a standard deviation needs two that differ.") ?? WorkingBuilder.Unspoken;
        }

        var value = (line.Values[end] - mean) / deviation;
        if (working is not null)
        {
            working.Input(line.InputAt(first));
            working.Input(line.InputAt(end));
            working.Step("mean", $"sum of {count} / {count}", mean, line.Unit);
            working.Step("standard deviation", $"square root of the sum of squared distances / {count - 1}", deviation, line.Unit);
            working.Step("z-score", $"({WorkingBuilder.Text(line.Values[end])} - {WorkingBuilder.Text(mean)}) / {WorkingBuilder.Text(deviation)}", value, Unit.Number);
        }

        return value;
    });
}
