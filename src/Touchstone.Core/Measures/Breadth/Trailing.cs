using System.Globalization;

namespace Touchstone.Measures;

/// <summary>Members against their own recent past: above their moving average, at new highs and lows.</summary>
internal static class Trailing
{
    private static readonly Parameter AverageSessions = new("sessions", ParameterKind.Count, "How many sessions the average has, the as-of session included.", Required: false, Default: "50");

    private static readonly Parameter ExtremeSessions = new("sessions", ParameterKind.Count, "How many earlier sessions the close must exceed, or fall short of; 250 are about a year.", Required: false, Default: "250");

    private static readonly Parameter Figure = Parameter.Choice("figure", "net: highs less lows. highs, lows: each alone.", "net", "highs", "lows");

    public static Measure Average { get; } = new(BindAverage)
    {
        Name = "share-above-average",
        Question = "How many percent of the members closed above their moving average?",
        Family = "breadth",
        Arguments = [StockList.First, AverageSessions, StockList.Others],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions"],
        Formula = "100 * members with close > mean of their last n closes / members with n sessions of closes",
        Source = "Simple moving average of closes; Kirkpatrick and Dahlquist, \"Technical Analysis\", 3rd ed. 2015, chapter 8.",
        Words = ["above their 50-day average", "above their 200-day moving average", "share above average"],
        Example = "share-above-average(HARB, 50)",
    };

    public static Measure Extremes { get; } = new(BindExtremes)
    {
        Name = "new-highs-lows",
        Question = "How many more members closed at a new high than at a new low?",
        Family = "breadth",
        Arguments = [StockList.First, ExtremeSessions, StockList.Others, Figure],
        Unit = "count",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions"],
        Formula = "members with close > every close of the n sessions before - members with close < every one of them",
        Source = "The counts that exchanges print each day, on closes; Kirkpatrick and Dahlquist, \"Technical Analysis\", 3rd ed. 2015, chapter 8.",
        Words = ["new highs", "new lows", "52-week highs", "fresh highs"],
        Example = "new-highs-lows(HARB, 250)",
    };

    private static Bound BindAverage(Call call) => Bind(call, AverageSessions, Unit.Percent, (panel, length, session, members, working) =>
    {
        var count = panel.AboveAverage(length)[session];
        var value = 100.0 * count.Above / count.Counted;
        if (working is not null)
        {
            foreach (var stock in members)
            {
                var closes = Enumerable.Range(session - length + 1, length).Select(row => panel.Table.Close(row, stock)).ToArray();
                var mean = closes.Average();
                working.Step($"{panel.List.Stocks[stock].Id}", $"{WorkingBuilder.Text(closes[^1])} / {WorkingBuilder.Text(mean)} - 1 against the mean of {length} sessions", 100 * ((closes[^1] / mean) - 1), Unit.Percent);
            }

            panel.Inputs(working, members, session - length + 1, session);
            working.Step("share", $"100 * {count.Above} / {count.Counted}", value, Unit.Percent);
        }

        return value;
    });

    private static Bound BindExtremes(Call call)
    {
        var figure = call.Text(Figure);
        return Bind(call, ExtremeSessions, Unit.Count, (panel, length, session, members, working) =>
        {
            var count = panel.NewExtremes(length)[session];
            if (working is not null)
            {
                Explain(working, panel, length, session, members, count);
            }

            return figure switch { "highs" => count.Above, "lows" => count.Below, _ => count.Above - count.Below };
        }, earlier: 1);
    }

    /// <summary>The steps common to both: the session, its members, those with enough closes, and who is left out.</summary>
    private static Bound Bind(Call call, Parameter sessions, Unit unit, Func<StockPanel, int, int, int[], WorkingBuilder?, double> calculate, int earlier = 0)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var length = int.Parse(call.Text(sessions)!, CultureInfo.InvariantCulture);
        return new Bound(unit, (asOf, working) =>
        {
            if (panel.Session(asOf, working, out var session) is { } early)
            {
                return early;
            }

            if (panel.PricedOn(session, working, out var members) is { } problem)
            {
                return problem;
            }

            var first = session - length + 1 - earlier;
            var counted = members.Where(stock => panel.Table.FirstSessions[stock] <= first).ToArray();
            var left = members.Except(counted).ToArray();
            if (2 * counted.Length <= members.Length)
            {
                return working?.Problem(ProblemKind.NoData, $"Of {members.Length} {panel.List.Name}, {counted.Length} have closes over the {length + earlier} sessions to {panel.DateAt(session):yyyy-MM-dd}; more than half are needed. Earlier closes of {panel.Names(left)} would settle it.") ?? WorkingBuilder.Unspoken;
            }

            if (left.Length > 0)
            {
                working?.Convention($"Left out, as their closes begin later: {panel.Names(left)}.");
            }

            working?.Convention("Closes are in terms of the latest shares; the last close stands for a session on which a member did not trade.");
            return calculate(panel, length, session, counted, working);
        });
    }

    private static void Explain(WorkingBuilder working, StockPanel panel, int length, int session, int[] members, TrailingCount count)
    {
        panel.Inputs(working, members, session);
        foreach (var (name, way, total) in new[] { ("new highs", 1, count.Above), ("new lows", -1, count.Below) })
        {
            var own = members.Where(stock => Enumerable.Range(session - length, length).All(row => AdvanceDecline.Direction(panel.Table.Close(row, stock), panel.Table.Close(session, stock)) == way)).ToArray();
            working.Step(name, own.Length == 0 ? $"none of {count.Counted}" : string.Join(", ", own.Select(stock => panel.List.Stocks[stock].Id)), total, Unit.Count);
        }

        working.Step("net", $"{count.Above} - {count.Below}", count.Above - count.Below, Unit.Count);
    }
}
