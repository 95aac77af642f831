namespace Touchstone.Measures;

/// <summary>The McClellan oscillator: whether breadth has lately been better than before.</summary>
internal static class McClellan
{
    /// <summary>The days that the slower average stands for: 2 / 0.05 - 1.</summary>
    private const int SlowDays = 39;

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "mcclellan",
        Question = "What is the McClellan oscillator of the members?",
        Family = "breadth",
        Arguments = [StockList.First, StockList.Others],
        Unit = "number",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "observations"],
        Formula = "ema(10%) - ema(5%) of 1000 * (advancers - decliners) / (advancers + decliners); ema += part * (new - ema)",
        Source = "McClellan and McClellan, \"Patterns for Profit\", 1970, with the ratio-adjusted net advances of later practice.",
        Words = ["McClellan oscillator"],
        Example = "mcclellan(HARB)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Number, (asOf, working) =>
        {
            if (panel.Session(asOf, working, out var session) is { } problem)
            {
                return problem;
            }

            if (BreadthRun.UpTo(panel, session, SlowDays, working, out _, out var counts) is { } thin)
            {
                return thin;
            }

            var value = AdvanceDecline.McClellan(counts)[^1];
            if (working is not null)
            {
                working.Convention($"Both averages begin with the first count, which still has {WorkingBuilder.Text(Math.Round(100 * Math.Pow(0.95, counts.Length - 1), 2))}% of the slow one.");
                working.Step("ratio-adjusted net advances", $"1000 * {counts[^1].Net} / {counts[^1].Moved}", 1000.0 * counts[^1].Net / counts[^1].Moved, Unit.Number);
                working.Step("oscillator", "fast average - slow average", value, Unit.Number);
            }

            return value;
        });
    }
}
