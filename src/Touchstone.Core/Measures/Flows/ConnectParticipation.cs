namespace Touchstone.Measures;

/// <summary>What part of a market's turnover came through a trading link.</summary>
internal static class ConnectParticipation
{
    private static readonly Parameter Sides = Parameter.Choice("sides", "one: the market's turnover counts a trade once, so buying and selling through the link are set against twice of it. both: it counts a trade on both sides.", "one", "both");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "connect-participation",
        Question = "What part of the market's turnover came through a trading link?",
        Family = "flows",
        Arguments = [Parameter.Subject, ConnectFlow.Channel, Parameter.Window, Sides],
        Unit = "percent",
        Roles = ["observations", "prices", "calendars", "disclosures"],
        Formula = "(buy + sell) / (2 * market turnover); sides=both: (buy + sell) / market turnover",
        Source = "HKEX counts the turnover of a link as bought and sold together and the turnover of its market once for each trade; hence the 2.",
        Words = ["share of turnover", "southbound accounted for", "participation", "of trading"],
        Example = "connect-participation(XHBR, southbound, 2025-02)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var field = ConnectFlow.Field(call.Text(ConnectFlow.Channel)!, "turnover");
        return Observation.Find(subject, field, out var line) is { } none
            ? Disclosure.Absent(subject, field, window, none)
            : ShareOfTurnover.Of(line, subject, window, call.Text(Sides) == "one" ? 2 : 1);
    }
}
