using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>How long ago a price was last as high, or as low, as now.</summary>
internal static class NewExtreme
{
    public static Measure High { get; } = new(call => Bind(call, true))
    {
        Name = "new-high",
        Question = "Of how many years is this the highest close?",
        Family = "price",
        Arguments = [Parameter.Subject, PriceLine.CloseOrBar],
        Unit = "years",
        Roles = ["prices", "actions"],
        Formula = "(as-of - last earlier day with close >= close(as-of)) / 365.25",
        Source = "Calendar days between two closes over the mean length of a Julian year, 365.25 days.",
        Words = ["highest since", "three-year high", "highest in three years", "highest close since"],
        Example = "new-high(HARB)",
    };

    public static Measure Low { get; } = new(call => Bind(call, false))
    {
        Name = "new-low",
        Question = "Of how many years is this the lowest close?",
        Family = "price",
        Arguments = [Parameter.Subject, PriceLine.CloseOrBar],
        Unit = "years",
        Roles = ["prices", "actions"],
        Formula = "(as-of - last earlier day with close <= close(as-of)) / 365.25",
        Source = "Calendar days between two closes over the mean length of a Julian year, 365.25 days.",
        Words = ["lowest since", "three-year low", "lowest in three years", "lowest close since"],
        Example = "new-low(HARB)",
    };

    private static Bound Bind(Call call, bool high)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceLine.Field(call.Text(PriceLine.CloseOrBar)!), out var line) is { } none)
        {
            return none;
        }

        return Of(line, high, line.Row);
    }

    /// <summary>The age of the last number as high, or as low, for a row found in the line's own way.</summary>
    public static Bound Of(Line line, bool high, RowFinder find)
    {
        var previous = high ? line.PreviousAtOrAbove : line.PreviousAtOrBelow;
        return new Bound(Unit.Years, (asOf, working) =>
        {
            if (find(asOf, working, out var row) is { } problem)
            {
                return problem;
            }

            var earlier = previous[row];
            if (earlier >= 0)
            {
                working?.Input(line.InputAt(earlier));
                working?.Convention($"{line.DateAt(earlier):yyyy-MM-dd} was the last earlier day with a {line.Field} at or {(high ? "above" : "below")} {WorkingBuilder.Text(line.Stored(row))}: {WorkingBuilder.Text(line.InTermsOf(row, line.Values[earlier]))}.");
            }
            else
            {
                working?.Convention($"It is the {(high ? "highest" : "lowest")} {line.Field} in the data, which begin on {line.First:yyyy-MM-dd}; the true span may be longer.");
            }

            return Age.Years(line.DateAt(Math.Max(earlier, 0)), line.DateAt(row), working);
        });
    }
}
