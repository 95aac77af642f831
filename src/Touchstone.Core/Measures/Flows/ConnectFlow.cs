namespace Touchstone.Measures;

/// <summary>What investors of one market bought and sold in another through a trading link.</summary>
internal static class ConnectFlow
{
    public static Parameter Channel { get; } = new("channel", ParameterKind.Field, "The direction as the fields begin: southbound, northbound.");

    private static readonly Parameter Figure = Parameter.Choice("figure", "net: bought less sold. buy, sell. turnover: bought and sold together.", "net", "buy", "sell", "turnover");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "connect-flow",
        Question = "How much was bought, sold or bought net through a trading link over a window?",
        Family = "flows",
        Arguments = [Parameter.Subject, Channel, Parameter.Window, Figure],
        Unit = "currency of the figures",
        Roles = ["observations", "disclosures"],
        Formula = "sum over the days of buy - sell (figure=buy: buy; figure=sell: sell; figure=turnover: buy + sell)",
        Source = "HKEX, \"Stock Connect: historical daily statistics\": net buying is the value bought less the value sold, both as executed.",
        Words = ["net buying", "southbound inflows", "mainland investors bought", "bought a net", "Stock Connect"],
        Example = "connect-flow(XHBR, southbound, 1m)",
    };

    /// <summary>The field of a figure of a channel.</summary>
    public static string Field(string channel, string figure) => figure == "net" ? $"{channel}_net_buy" : $"{channel}_{figure}";

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var field = Field(call.Text(Channel)!, call.Text(Figure)!);
        if (Observation.Find(subject, field, out var line) is { } none)
        {
            return Disclosure.Absent(subject, field, window, none);
        }

        return new Bound(line.Unit, (asOf, working) =>
        {
            if (DatedSpan.Rows(line, window, asOf, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var sum = line.Sum(first, last);
            line.Explain(working, first, last);
            working?.Convention($"{window.Window}: {last - first + 1} day{(first == last ? "" : "s")} with figures from {line.DateAt(first):yyyy-MM-dd} to {line.DateAt(last):yyyy-MM-dd}.");
            working?.Step(field, $"sum over {last - first + 1} day{(first == last ? "" : "s")}", sum, line.Unit);
            return sum;
        });
    }
}
