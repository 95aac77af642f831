namespace Touchstone.Measures;

/// <summary>What changed hands on an average day of a window.</summary>
internal static class AverageDailyTurnover
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "average-daily-turnover",
        Question = "How much money changed hands on an average day of a window?",
        Family = "flows",
        Arguments = [Parameter.Subject, Parameter.Window],
        Unit = "currency of the turnover",
        Roles = ["observations", "prices", "calendars"],
        Formula = "sum of the turnover of the days / number of days; of months: weighted by their sessions",
        Source = "Arithmetic mean over the days with trading, as exchanges publish it (HKEX, \"Monthly Market Highlights\").",
        Words = ["average daily turnover", "daily turnover averaged", "traded a day"],
        Example = "average-daily-turnover(XHBR, 2025-02)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (DailyTurnover.Find(subject, out var turnover) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, subject);
        return new Bound(turnover.Line.Unit, (asOf, working) => turnover.Mean(window, asOf, working, out var mean, out _) is { } problem ? problem : mean);
    }
}
