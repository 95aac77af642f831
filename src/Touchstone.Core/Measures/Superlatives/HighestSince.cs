namespace Touchstone.Measures;

/// <summary>How long ago a published figure was last as high, or as low, as now.</summary>
internal static class HighestSince
{
    private static readonly Parameter Order = Parameter.Choice("order", "Whether a figure at least as high or at least as low is looked for.", "highest", "lowest");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "highest-since",
        Question = "Of how many years is the published figure the highest, or the lowest?",
        Family = "flows",
        Arguments = [Parameter.Subject, Observation.Field, Order],
        Unit = "years",
        Roles = ["observations"],
        Formula = "(day of the figure - last earlier day with a figure at or above it) / 365.25 (order=lowest: at or below)",
        Source = "Calendar days between two figures over the mean length of a Julian year, 365.25 days.",
        Words = ["highest since", "lowest since", "a ten-year high", "record turnover"],
        Example = "highest-since(XHBR, average_daily_turnover)",
    };

    private static Bound Bind(Call call) => Observation.Find(call.Subject(Parameter.Subject), call.Text(Observation.Field)!, out var line) is { } none
        ? none
        : NewExtreme.Of(line, call.Text(Order) == "highest", Observation.Rows(line));
}
