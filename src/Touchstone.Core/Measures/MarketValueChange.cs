namespace Touchstone.Measures;

/// <summary>The change of market value over a window, each end with the shares in force then.</summary>
internal static class MarketValueChange
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "market-value-change",
        Question = "How much market value was added or lost over a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "currency of the price",
        Roles = ["prices", "shares", "actions", "events"],
        Formula = "as-traded close(to) * shares(to) - as-traded close(from) * shares(from)",
        Source = "Difference of two market values, each by the method of market-value.",
        Words = ["wiped out", "added to its market value", "lost in market value", "market capitalisation loss"],
        Example = "market-value-change(XHBR:TIDE, 1d)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        if (MarketValue.Line(call.Market, subject, out var line) is { } none)
        {
            return none;
        }

        var counts = call.Market.Shares(subject.Id).ToArray();
        return new Bound(subject.Money, (asOf, working) =>
        {
            if (line.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            if ((MarketValue.At(line, counts, from, working, out var before) ?? MarketValue.At(line, counts, to, working, out var after)) is { } missing)
            {
                return missing;
            }

            MarketValue.At(line, counts, to, null, out after);
            var value = after - before;
            working?.Step("change", $"{WorkingBuilder.Text(after)} - {WorkingBuilder.Text(before)}", value, subject.Money);
            return value;
        });
    }
}
