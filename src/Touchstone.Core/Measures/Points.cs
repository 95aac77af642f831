using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The move of a level in points, or of a price in money.</summary>
internal static class Points
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "points",
        Question = "By how many points, or how much money a share, did it move over a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "index points, or the currency of the price",
        Roles = ["prices", "actions", "events"],
        Formula = "close(to) - close(from)",
        Source = "Difference of two official closes; the earlier one in the terms of the later where a split lies between.",
        Words = ["points", "added", "shed", "dropped", "climbed"],
        Example = "points(HARB, 1d)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(line.Unit, (asOf, working) =>
        {
            if (line.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            var before = line.InTermsOf(to, line.Values[from]);
            var value = line.Stored(to) - before;
            if (working is not null)
            {
                line.ExplainSplit(working, from, to);
                working.Step("move", $"{WorkingBuilder.Text(line.Stored(to))} - {WorkingBuilder.Text(before)}", value, line.Unit);
            }

            return value;
        });
    }
}
