using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The return to the highest or lowest price of the as-of day: "as much as".</summary>
internal static class IntradayReturn
{
    private static readonly Parameter OneDay = Parameter.Window.Optional("1d");

    public static Measure High { get; } = new(call => Bind(call, PriceField.High))
    {
        Name = "intraday-high-return",
        Question = "By as much as how many percent was it up during the last day of the window?",
        Family = "price",
        Arguments = [Parameter.Subject, OneDay],
        Unit = "percent",
        Roles = ["prices", "actions", "events"],
        Formula = "high(to) / close(from) - 1",
        Source = "Newsroom usage: \"as much as\" and \"up to\" speak of the extreme of the session.",
        Words = ["as much as", "up to", "intraday", "at one point"],
        Example = "intraday-high-return(XHBR:TIDE)",
    };

    public static Measure Low { get; } = new(call => Bind(call, PriceField.Low))
    {
        Name = "intraday-low-return",
        Question = "By as much as how many percent was it down during the last day of the window?",
        Family = "price",
        Arguments = [Parameter.Subject, OneDay],
        Unit = "percent",
        Roles = ["prices", "actions", "events"],
        Formula = "low(to) / close(from) - 1",
        Source = "Newsroom usage: \"as much as\" speaks of the extreme of the session.",
        Words = ["fell as much as", "intraday low", "at one point"],
        Example = "intraday-low-return(XHBR:TIDE)",
    };

    private static Bound Bind(Call call, PriceField field)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(OneDay, subject);
        if ((PriceLine.Find(subject, PriceField.Close, out var closes) ?? PriceLine.Find(subject, field, out var extremes)) is { } none)
        {
            return none;
        }

        PriceLine.Find(subject, field, out extremes);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (closes.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            var row = extremes.IndexOnOrBefore(closes.DateAt(to));
            if (row < 0 || extremes.DateAt(row) != closes.DateAt(to))
            {
                return working?.Problem(ProblemKind.NoData, $"The package has no {extremes.Field} of {subject.Id} on {closes.DateAt(to):yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
            }

            var before = closes.InTermsOf(to, closes.Values[from]);
            var value = ((extremes.Stored(row) / before) - 1) * 100;
            if (working is not null)
            {
                working.Input(extremes.InputAt(row));
                closes.ExplainSplit(working, from, to);
                working.Step("return", $"{WorkingBuilder.Text(extremes.Stored(row))} / {WorkingBuilder.Text(before)} - 1", value, Unit.Percent);
            }

            return value;
        });
    }
}
