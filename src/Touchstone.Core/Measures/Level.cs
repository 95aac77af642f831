namespace Touchstone.Measures;

/// <summary>The level of an index or the price of a security.</summary>
internal static class Level
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "level",
        Question = "At what level or price did it stand?",
        Family = "price",
        Arguments = [Parameter.Subject, PriceLine.CloseOrBar],
        Unit = "index points, or the currency of the price",
        Roles = ["prices"],
        Formula = "close(as-of)",
        Source = "The price or official level as the package gives it, in the basis that its resource states.",
        Words = ["at", "closed at", "stood at", "trading at", "points", "level"],
        Example = "level(HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var field = PriceLine.Field(call.Text(PriceLine.CloseOrBar)!);
        if (PriceLine.Find(subject, field, out var line) is { } problem)
        {
            return problem;
        }

        return new Bound(line.Unit, (asOf, working) =>
        {
            if (line.Row(asOf, working, out var row) is { } missing)
            {
                return missing;
            }

            var value = line.Stored(row);
            working?.Formula($"{line.Field}(as-of)");
            working?.Step(line.Field, $"{line.Field} of {subject.Id} on {line.DateAt(row):yyyy-MM-dd}", value, line.Unit);
            return value;
        });
    }
}
