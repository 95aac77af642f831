namespace Touchstone.Measures;

/// <summary>The mean of a figure over one period, as a multiple of its mean over another.</summary>
internal static class RatioOfMeans
{
    private static readonly Parameter Field = Observation.Field with { Explanation = "The observed field, or volume, turnover or close of the daily bars." };

    private static readonly Parameter Period = new("period", ParameterKind.Window, "The period in question.");

    private static readonly Parameter BasePeriod = new("base-period", ParameterKind.Window, "The period it is compared with.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "ratio-of-means",
        Question = "How many times its average of one period was its average of another?",
        Family = "flows",
        Arguments = [Parameter.Subject, Field, Period, BasePeriod],
        Unit = "multiple",
        Roles = ["observations", "prices"],
        Formula = "mean of the field over period / mean of the field over base-period",
        Source = "Ratio of two arithmetic means over the days with a figure.",
        Words = ["average daily turnover", "two-thirds higher than", "three times", "doubled from"],
        Example = "ratio-of-means(XHBR, average_daily_turnover, 2025-02, 2025-01)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var name = call.Text(Field)!;
        var (above, below) = (call.Window(Period, subject), call.Window(BasePeriod, subject));
        if (Line(subject, name, out var line) is { } none)
        {
            return Disclosure.Absent(subject, name, above, none);
        }

        return new Bound(Unit.Multiple, (asOf, working) =>
        {
            if ((Mean(line, above, asOf, working, out var numerator) ?? Mean(line, below, asOf, working, out var denominator)) is { } problem)
            {
                return problem;
            }

            Mean(line, below, asOf, null, out denominator);
            if (denominator <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The mean {line.Field} over {below.Window} is {WorkingBuilder.Text(denominator)}; a multiple needs one above zero.") ?? WorkingBuilder.Unspoken;
            }

            working?.Step("multiple", $"{WorkingBuilder.Text(numerator)} / {WorkingBuilder.Text(denominator)}", numerator / denominator, Unit.Multiple);
            return numerator / denominator;
        });
    }

    /// <summary>The observed field of a name, or else the bars of it.</summary>
    public static Problem? Line(Subject subject, string name, out Line line)
    {
        if (Observation.Find(subject, name, out line) is not { } none)
        {
            return null;
        }

        if (name is not ("volume" or "turnover" or "close"))
        {
            return none;
        }

        if (name == "close")
        {
            return PriceLine.Find(subject, Data.PriceField.Close, out line);
        }

        line = subject.Price(PriceLine.Field(name))!;
        return line is null ? PriceLine.Missing(subject, PriceLine.Field(name)) : null;
    }

    private static Problem? Mean(Line line, BoundWindow window, AsOf asOf, WorkingBuilder? working, out double mean)
    {
        mean = 0;
        if (DatedSpan.Rows(line, window, asOf, working, out var first, out var last) is { } problem)
        {
            return problem;
        }

        var sum = 0.0;
        for (var row = first; row <= last; row++)
        {
            sum += line.Values[row];
        }

        var count = last - first + 1;
        mean = sum / count;
        if (working is not null)
        {
            foreach (var input in line.InputsAt(first).Concat(line.InputsAt(last)))
            {
                working.Input(input);
            }

            working.Convention($"{window.Window}: {count} figure{(count == 1 ? "" : "s")} from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(last):yyyy-MM-dd}.");
            working.Step($"mean over {window.Window}", $"sum of {count} / {count}", mean, line.Unit);
        }

        return null;
    }
}
