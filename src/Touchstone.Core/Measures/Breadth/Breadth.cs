namespace Touchstone.Measures;

/// <summary>How many members rose and fell.</summary>
internal static class Breadth
{
    public static Parameter Over { get; } = Parameter.Window.Optional("1d") with { Explanation = "The span between whose closes they rose or fell, by the exchange of the subject." };

    private static readonly Parameter Figure = Parameter.Choice(
        "figure",
        "advancers, decliners, unchanged, suspended, limit-locked (limit-up, limit-down), new: how many. members: all. net: advancers - decliners. ratio: advancers / decliners. share: advancers in percent of both.",
        "advancers", "decliners", "unchanged", "suspended", "limit-locked", "limit-up", "limit-down", "new", "members", "net", "ratio", "share");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "breadth",
        Question = "How many members rose, fell, stayed, or did not trade?",
        Family = "breadth",
        Arguments = [StockList.First, Over, StockList.Others, Figure],
        Unit = "count; multiple (figure=ratio) or percent (figure=share)",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "observations", "events"],
        Formula = "number of members with close(to) above, below or at close(from); advancers + decliners + unchanged + suspended + limit-locked + new = members",
        Source = "The counts that exchanges print each day; Kirkpatrick and Dahlquist, \"Technical Analysis\", 3rd ed. 2015, chapter 8.",
        Words = ["advancers", "decliners", "rose", "fell", "gainers outnumbered losers", "breadth"],
        Example = "breadth(HARB)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var window = call.Window(Over, panel.List.Head);
        var figure = call.Text(Figure)!;
        var unit = figure switch { "ratio" => Unit.Multiple, "share" => Unit.Percent, _ => Unit.Count };
        return new Bound(unit, (asOf, working) =>
        {
            int[] members = [];
            if ((panel.Window(window, asOf, working, out var from, out var to) ?? panel.PricedOn(to, working, out members)) is { } problem)
            {
                return problem;
            }

            var count = AdvanceDecline.Between(panel.Table, from, to);
            if (working is not null)
            {
                Explain(working, panel, members, from, to, count);
            }

            return Value(figure, panel, members, from, to, count, working);
        });
    }

    private static Outcome Value(string figure, StockPanel panel, int[] members, int from, int to, BreadthCount count, WorkingBuilder? working)
    {
        switch (figure)
        {
            case "advancers":
                return count.Advancers;
            case "decliners":
                return count.Decliners;
            case "unchanged":
                return count.Unchanged;
            case "suspended":
                return count.Suspended;
            case "new":
                return count.New;
            case "members":
                return count.Members;
            case "net":
                working?.Step("net", $"{count.Advancers} - {count.Decliners}", count.Net, Unit.Count);
                return count.Net;
            case "ratio" when count.Decliners == 0:
                return working?.Problem(ProblemKind.Undefined, $"None of the {count.Members} {panel.List.Name} fell from {panel.DateAt(from):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd}; a ratio to decliners needs one.") ?? WorkingBuilder.Unspoken;
            case "ratio":
                working?.Step("ratio", $"{count.Advancers} / {count.Decliners}", (double)count.Advancers / count.Decliners, Unit.Multiple);
                return (double)count.Advancers / count.Decliners;
            case "share" when count.Moved == 0:
                return working?.Problem(ProblemKind.Undefined, $"None of the {count.Members} {panel.List.Name} rose or fell from {panel.DateAt(from):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
            case "share":
                working?.Step("share", $"100 * {count.Advancers} / {count.Moved}", 100.0 * count.Advancers / count.Moved, Unit.Percent);
                return 100.0 * count.Advancers / count.Moved;
        }

        if (members.FirstOrDefault(member => !panel.HasLimit(member), -1) is >= 0 and var free)
        {
            return working?.Problem(ProblemKind.NoData, $"The package states no price limit of {panel.List.Stocks[free].Id}: the observation `{PriceLimit.Field}` in percent of it or of its exchange, with daily highs and lows, would settle it.") ?? WorkingBuilder.Unspoken;
        }

        if (to != from + 1)
        {
            return working?.Problem(ProblemKind.Undefined, $"Whether a member is locked at a limit is asked of one session; {panel.DateAt(from):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd} has {to - from}.") ?? WorkingBuilder.Unspoken;
        }

        return figure switch { "limit-up" => count.LimitUp, "limit-down" => count.LimitDown, _ => count.LimitLocked };
    }

    private static void Explain(WorkingBuilder working, StockPanel panel, int[] members, int from, int to, BreadthCount count)
    {
        var table = panel.Table;
        panel.Inputs(working, members, from, to);
        int Way(int stock) => AdvanceDecline.Direction(table.Close(from, stock), table.Close(to, stock));
        var untraded = members.Where(stock => table.Day(to, stock) == StockDay.Idle).ToArray();
        var fresh = members.Where(stock => table.Day(to, stock) != StockDay.Idle && table.FirstSessions[stock] > from).ToArray();
        var locked = to != from + 1 ? [] : members.Except(fresh).Where(stock => table.Day(to, stock) is StockDay.LimitUp or StockDay.LimitDown).ToArray();
        var moved = members.Except(untraded).Except(fresh).Except(locked).ToArray();
        Step(working, panel, "advancers", moved.Where(stock => Way(stock) > 0), count.Advancers);
        Step(working, panel, "decliners", moved.Where(stock => Way(stock) < 0), count.Decliners);
        Step(working, panel, "unchanged", moved.Where(stock => Way(stock) == 0), count.Unchanged);
        Step(working, panel, "suspended", untraded, count.Suspended);
        Step(working, panel, "limit-locked", locked, count.LimitLocked);
        Step(working, panel, "new", fresh, count.New);
        working.Step("members", $"{count.Advancers} + {count.Decliners} + {count.Unchanged} + {count.Suspended} + {count.LimitLocked} + {count.New}", count.Members, Unit.Count);
        if (untraded.Length > 0)
        {
            working.Convention($"Suspended, that is without a trade on {panel.DateAt(to):yyyy-MM-dd} by an action, for want of a close between others, or with a volume of zero: {panel.Names(untraded)}.");
        }

        if (members.Any(stock => !panel.HasLimit(stock)))
        {
            working.Convention($"The package states no price limit for {(members.Any(panel.HasLimit) ? "some of the members" : "the members")}: one locked at a limit counts as risen or fallen.");
        }

        var stale = members.Where(stock => panel.Lines[stock] is { } line && table.FirstSessions[stock] <= from && line.DateAt(line.IndexOnOrBefore(panel.DateAt(from))) != panel.DateAt(from)).ToArray();
        if (stale.Length > 0)
        {
            working.Convention($"Without a close on {panel.DateAt(from):yyyy-MM-dd}, so that an earlier one is the base: {panel.Names(stale)}.");
        }
    }

    private static void Step(WorkingBuilder working, StockPanel panel, string name, IEnumerable<int> stocks, int count)
    {
        if (count > 0)
        {
            working.Step(name, string.Join(", ", stocks.Select(stock => panel.List.Stocks[stock].Id)), count, Unit.Count);
        }
    }
}
