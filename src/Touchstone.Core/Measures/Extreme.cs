using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The highest and the lowest price inside a window.</summary>
internal static class Extreme
{
    private static readonly Parameter HighField = Parameter.Choice("field", "The closes, or the highs of the days.", "close", "high");

    private static readonly Parameter LowField = Parameter.Choice("field", "The closes, or the lows of the days.", "close", "low");

    public static Measure High { get; } = new(call => Bind(call, HighField, 1))
    {
        Name = "high",
        Question = "What was the highest close, or price, inside a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, HighField],
        Unit = "index points, or the currency of the price",
        Roles = ["prices", "actions", "events"],
        Formula = "max of close(t), from < t <= to",
        Source = "Order statistics of the closes; earlier ones in the terms of the last day where a split lies between.",
        Words = ["high", "peak", "topped out at", "52-week high"],
        Example = "high(HARB, 1m)",
    };

    public static Measure Low { get; } = new(call => Bind(call, LowField, -1))
    {
        Name = "low",
        Question = "What was the lowest close, or price, inside a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, LowField],
        Unit = "index points, or the currency of the price",
        Roles = ["prices", "actions", "events"],
        Formula = "min of close(t), from < t <= to",
        Source = "Order statistics of the closes; earlier ones in the terms of the last day where a split lies between.",
        Words = ["low", "trough", "bottomed at", "52-week low"],
        Example = "low(HARB, 1m)",
    };

    /// <summary>The row of the highest number of some rows, the last one when several tie.</summary>
    public static int Highest(Line line, int first, int last) => Find(line, first, last, 1);

    /// <summary>The row of the lowest number of some rows, the last one when several tie.</summary>
    public static int Lowest(Line line, int first, int last) => Find(line, first, last, -1);

    private static int Find(Line line, int first, int last, int sign)
    {
        var found = last;
        for (var row = last - 1; row >= first; row--)
        {
            if (sign * line.Values[row] > sign * line.Values[found])
            {
                found = row;
            }
        }

        return found;
    }

    private static Bound Bind(Call call, Parameter field, int sign)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        if (PriceLine.Find(subject, PriceLine.Field(call.Text(field)!), out var line) is { } none)
        {
            return none;
        }

        return new Bound(line.Unit, (asOf, working) =>
        {
            if (line.Inside(window, asOf, false, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var row = Find(line, first, last, sign);
            var value = line.InTermsOf(last, line.Values[row]);
            if (working is not null)
            {
                working.Input(line.InputAt(row));
                line.ExplainSplit(working, row, last);
                working.Step(sign > 0 ? "high" : "low", $"{line.Field} of {line.DateAt(row):yyyy-MM-dd}", value, line.Unit);
            }

            return value;
        });
    }
}
