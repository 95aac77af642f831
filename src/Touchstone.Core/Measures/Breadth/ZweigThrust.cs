namespace Touchstone.Measures;

/// <summary>Whether breadth swung from poor to strong within ten sessions.</summary>
internal static class ZweigThrust
{
    private const int AverageDays = 10;

    private static readonly Parameter Figure = Parameter.Choice("figure", "thrust: whether one was completed inside the window. average: the ten-day average of advancers in percent at its end.", "thrust", "average");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "zweig-thrust",
        Question = "Was a Zweig breadth thrust completed inside a window?",
        Family = "breadth",
        Arguments = [StockList.First, Breadth.Over, StockList.Others, Figure],
        Unit = "true or false; percent (figure=average)",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "observations", "events"],
        Formula = "ten-day ema of advancers / (advancers + decliners), ema += 2 / 11 * (new - ema), comes above 61.5% at most ten sessions after it was below 40%",
        Source = "Zweig, \"Winning on Wall Street\", 1986.",
        Words = ["breadth thrust", "Zweig"],
        Example = "zweig-thrust(HARB, 3m)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var window = call.Window(Breadth.Over, panel.List.Head);
        var asksAverage = call.Text(Figure) == "average";
        return new Bound(asksAverage ? Unit.Percent : Unit.TrueFalse, (asOf, working) =>
        {
            if (panel.Window(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            if (BreadthRun.UpTo(panel, to, (asksAverage ? 0 : to - from) + AverageDays, working, out var sessions, out var counts) is { } thin)
            {
                return thin;
            }

            var averages = AdvanceDecline.ZweigAverage(counts);
            working?.Step("average", "ten-day exponential average of advancers / (advancers + decliners)", 100 * averages[^1], Unit.Percent);
            if (asksAverage)
            {
                return 100 * averages[^1];
            }

            var thrusts = AdvanceDecline.ZweigThrusts(averages);
            var place = Array.FindIndex(thrusts, sessions.Count(session => session <= from), thrust => thrust);
            working?.Step("thrust", place >= 0 ? $"completed on {panel.DateAt(sessions[place]):yyyy-MM-dd} at {WorkingBuilder.Text(Math.Round(100 * averages[place], 2))}%" : "none completed", place >= 0 ? 1 : 0, Unit.TrueFalse);
            return place >= 0 ? 1 : 0;
        });
    }
}
