using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The correlation of two subjects' returns between the days that both have.</summary>
internal static class Correlation
{
    private static readonly Parameter Other = new("other", ParameterKind.Subject, "The second subject.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "correlation",
        Question = "How closely do two move together?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Other],
        Unit = "number, -1 to 1",
        Roles = ["prices", "actions", "events"],
        Formula = "Pearson correlation of ln(close(t) / close(t-1)) over the days that both have",
        Source = "Pearson, \"Notes on regression and inheritance in the case of two parents\", Proceedings of the Royal Society 58, 1895.",
        Words = ["correlation", "in step with", "moved together"],
        Example = "correlation(HARBT, 1m, HARB)",
    };

    private static Bound Bind(Call call)
    {
        var (subject, other) = (call.Subject(Parameter.Subject), call.Subject(Other));
        var window = call.Window(Parameter.Window, subject);
        if ((PriceLine.Find(subject, PriceField.Close, out var x) ?? PriceLine.Find(other, PriceField.Close, out var y)) is { } none)
        {
            return none;
        }

        PriceLine.Find(other, PriceField.Close, out y);
        return new Bound(Unit.Number, (asOf, working) => Between(x, y, window, asOf, working));
    }

    private static Outcome Between(Line x, Line y, BoundWindow window, AsOf asOf, WorkingBuilder? working)
    {
        if (x.Inside(window, asOf, true, working, out var first, out var last) is { } problem)
        {
            return problem;
        }

        if (y.Last < x.DateAt(last))
        {
            return working?.Problem(ProblemKind.Pending, $"The {y.Field} of {y.Subject.Id} ends on {y.Last:yyyy-MM-dd}, before {x.DateAt(last):yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        var (count, meanX, meanY, squaresX, squaresY, products) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var (beforeX, beforeY) = (-1, -1);
        for (var row = first; row <= last; row++)
        {
            var match = y.IndexOnOrBefore(x.DateAt(row));
            if (match < 0 || y.Days[match] != x.Days[row])
            {
                continue;
            }

            if (beforeX >= 0)
            {
                var (a, b) = (Math.Log(x.Values[row] / x.Values[beforeX]), Math.Log(y.Values[match] / y.Values[beforeY]));
                count++;
                var (deltaX, deltaY) = (a - meanX, b - meanY);
                meanX += deltaX / count;
                meanY += deltaY / count;
                squaresX += deltaX * (a - meanX);
                squaresY += deltaY * (b - meanY);
                products += deltaX * (b - meanY);
            }

            (beforeX, beforeY) = (row, match);
        }

        if (count < 2 || squaresX <= 0 || squaresY <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"A correlation needs at least two common daily returns that differ; {x.Subject.Id} and {y.Subject.Id} have {count} in the window.") ?? WorkingBuilder.Unspoken;
        }

        var value = Math.Clamp(products / Math.Sqrt(squaresX * squaresY), -1, 1);
        if (working is not null)
        {
            working.Input(x.InputAt(first));
            working.Input(x.InputAt(last));
            working.Input(y.InputAt(beforeY));
            working.Convention($"Returns run between days that both have; exchange-local days are matched by date.");
            working.Step("correlation", $"of {count} pairs of log returns", value, Unit.Number);
        }

        return value;
    }
}
