using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Falls from a peak: to the as-of close, and the deepest inside a window.</summary>
internal static class Drawdown
{
    private const string Origin = "Magdon-Ismail and Atiya, \"Maximum drawdown\", Risk 17(10), 2004.";

    private static readonly Parameter Lookback = Parameter.Window.Optional("1y");

    public static Measure Current { get; } = new(call => Bind(call, Parameter.Window))
    {
        Name = "drawdown",
        Question = "How far is it below its highest close inside a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "percent, zero or negative",
        Roles = ["prices", "actions", "events"],
        Formula = "close(to) / max of close(t), from <= t <= to, - 1",
        Source = Origin,
        Words = ["below its peak", "off its high", "down from its high"],
        Example = "drawdown(HARB, 1m)",
    };

    public static Measure FromPeak { get; } = new(call => Bind(call, Lookback))
    {
        Name = "fall-from-peak",
        Question = "How far has it fallen from its peak of the last year? Ten percent is called a correction, twenty a bear market.",
        Family = "price",
        Arguments = [Parameter.Subject, Lookback],
        Unit = "percent, zero or negative",
        Roles = ["prices", "actions", "events"],
        Formula = "close(as-of) / max of close(t), from <= t <= as-of, - 1",
        Source = Origin + " The thresholds are newsroom usage.",
        Words = ["correction", "bear market", "from its peak"],
        Example = "fall-from-peak(HARB, 1m)",
    };

    public static Measure Deepest { get; } = new(BindDeepest)
    {
        Name = "max-drawdown",
        Question = "What was the deepest fall from an earlier close inside a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "percent, zero or negative",
        Roles = ["prices", "actions", "events"],
        Formula = "min over t of close(t) / max over s <= t of close(s) - 1, from <= s <= t <= to",
        Source = Origin,
        Words = ["maximum drawdown", "peak-to-trough fall"],
        Example = "max-drawdown(HARB, 1m)",
    };

    private static Bound Bind(Call call, Parameter parameter)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(parameter, subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Inside(window, asOf, true, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            return Fall(line, Extreme.Highest(line, first, last), last, working);
        });
    }

    private static Bound BindDeepest(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Inside(window, asOf, true, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var (high, peak, trough, deepest) = (first, first, first, 1.0);
            for (var row = first; row <= last; row++)
            {
                if (line.Values[row] > line.Values[high])
                {
                    high = row;
                }

                var depth = line.Values[row] / line.Values[high];
                if (depth < deepest)
                {
                    (peak, trough, deepest) = (high, row, depth);
                }
            }

            return Fall(line, peak, trough, working);
        });
    }

    private static Outcome Fall(Line line, int peak, int trough, WorkingBuilder? working)
    {
        var value = ((line.Values[trough] / line.Values[peak]) - 1) * 100;
        if (working is not null)
        {
            working.Input(line.InputAt(peak));
            working.Input(line.InputAt(trough));
            line.ExplainSplit(working, peak, trough);
            working.Convention($"The peak is the close of {line.DateAt(peak):yyyy-MM-dd}; the fall ends on {line.DateAt(trough):yyyy-MM-dd}.");
            working.Step("fall", $"{WorkingBuilder.Text(line.Stored(trough))} / {WorkingBuilder.Text(line.InTermsOf(trough, line.Values[peak]))} - 1", value, Unit.Percent);
        }

        return value;
    }
}
