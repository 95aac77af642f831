using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>How long ago a price was last as high, or as low, as now.</summary>
internal static class NewExtreme
{
    private const double DaysOfYear = 365.25;

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

        var previous = high ? line.PreviousAtOrAbove : line.PreviousAtOrBelow;
        return new Bound(Unit.Years, (asOf, working) =>
        {
            if (line.Row(asOf, working, out var row) is { } problem)
            {
                return problem;
            }

            var earlier = previous[row];
            var start = Math.Max(earlier, 0);
            var days = line.Days[row] - line.Days[start];
            var value = days / DaysOfYear;
            if (working is not null)
            {
                var extreme = high ? "highest" : "lowest";
                if (earlier >= 0)
                {
                    working.Input(line.InputAt(earlier));
                    working.Convention($"{line.DateAt(earlier):yyyy-MM-dd} was the last earlier day with a {line.Field} at or {(high ? "above" : "below")} {WorkingBuilder.Text(line.Stored(row))}: {WorkingBuilder.Text(line.InTermsOf(row, line.Values[earlier]))}.");
                }
                else
                {
                    working.Convention($"It is the {extreme} {line.Field} in the data, which begin on {line.First:yyyy-MM-dd}; the true span may be longer.");
                }

                working.Step("years", $"{days} days from {line.DateAt(start):yyyy-MM-dd} to {line.DateAt(row):yyyy-MM-dd} / 365.25", value, Unit.Years);
            }

            return value;
        });
    }
}
