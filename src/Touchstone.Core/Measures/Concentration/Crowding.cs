namespace Touchstone.Measures;

/// <summary>What part of a market's trading and value a list is, and one over the other.</summary>
internal static class Crowding
{
    private static readonly Parameter Over = Parameter.Window with { Explanation = "The span over which turnover is summed; market values are those of its last session." };

    private static readonly Parameter History = new("history", ParameterKind.Window, "Of a percentile: the span whose sessions are compared, each with the window that ends on it.", Required: false, Default: "1y");

    private static readonly Parameter In = Parameter.Choice("in", "ratio: turnover share over value share. percentile: how many percent of the sessions of history had a ratio at or below it.", "ratio", "percentile");

    public static Measure TurnoverShare { get; } = new(call => Bind(call, Turnover))
    {
        Name = "turnover-share",
        Question = "What part of a market's turnover was in the list?",
        Family = "concentration",
        Arguments = [StockList.First, Over, MarketTotal.Market, StockList.Others],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "prices", "observations", "fx", "events"],
        Formula = "100 * mean turnover of a session in the list / mean turnover of a session in the market",
        Source = "Ratio of money traded over the same sessions.",
        Words = ["of turnover", "share of trading", "accounted for half of turnover"],
        Example = "turnover-share(HARBT, 20d, HARB)",
    };

    public static Measure ValueShare { get; } = new(BindValue)
    {
        Name = "value-share",
        Question = "What part of a market's value is the list worth?",
        Family = "concentration",
        Arguments = [StockList.First, MarketTotal.Market, StockList.Others],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "prices", "shares", "actions", "observations", "fx"],
        Formula = "100 * sum of close * shares over the list / market value of the market",
        Source = "Ratio of market values, each by the method of market-value.",
        Words = ["of market value", "share of market capitalisation", "worth 15% of the market"],
        Example = "value-share(HARBT, HARB)",
    };

    public static Measure Measure { get; } = new(BindRatio)
    {
        Name = "crowding",
        Question = "How many times its share of the market's value is the list's share of the market's turnover?",
        Family = "concentration",
        Arguments = [StockList.First, Over, MarketTotal.Market, StockList.Others, In, History],
        Unit = "multiple; percent (in=percentile)",
        Roles = ["constituents", "constituent-snapshots", "prices", "shares", "actions", "observations", "fx", "events"],
        Formula = "turnover share(window) / value share(to); in=percentile: 100 * sessions of history with a ratio at or below it / sessions of history",
        Source = "The crowding ratio of sector studies of A-share brokers, where a percentile above 95 of one to three years counts as crowded.",
        Words = ["crowded", "crowding", "turnover share against market-value share"],
        Example = "crowding(HARBT, 20d, HARB)",
    };

    private delegate Problem? Part(StockPanel panel, StockAmounts amounts, MarketTotal total, int from, int to, WorkingBuilder? working, out double value);

    private static Problem? Find(Call call, out StockPanel panel, out StockAmounts amounts, out MarketTotal total)
    {
        (amounts, total) = (null!, null!);
        return StockPanel.Find(call, out panel) ?? StockAmounts.Find(call, panel, out amounts) ?? MarketTotal.Find(call, panel, out total);
    }

    private static Bound Bind(Call call, Part part)
    {
        if (Find(call, out var panel, out var amounts, out var total) is { } none)
        {
            return none;
        }

        var window = call.Window(Over, panel.List.Head);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (panel.Window(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            return part(panel, amounts, total, from, to, working, out var share) is { } missing ? missing : share;
        });
    }

    private static Bound BindValue(Call call)
    {
        if (Find(call, out var panel, out var amounts, out var total) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (panel.Session(asOf, working, out var session) is { } problem)
            {
                return problem;
            }

            return Value(panel, amounts, total, session, session, working, out var share) is { } missing ? missing : share;
        });
    }

    private static Bound BindRatio(Call call)
    {
        if (Find(call, out var panel, out var amounts, out var total) is { } none)
        {
            return none;
        }

        var (window, history) = (call.Window(Over, panel.List.Head), call.Window(History, panel.List.Head));
        var asksPercentile = call.Text(In) == "percentile";
        return new Bound(asksPercentile ? Unit.Percent : Unit.Multiple, (asOf, working) =>
        {
            var ratio = 0.0;
            if ((panel.Window(window, asOf, working, out var from, out var to) ?? Ratio(panel, amounts, total, from, to, working, out ratio)) is { } problem)
            {
                return problem;
            }

            if (!asksPercentile)
            {
                return ratio;
            }

            if (panel.Window(history, asOf, working, out var first, out var last) is { } unresolved)
            {
                return unresolved;
            }

            var (atOrBelow, all) = (0, 0);
            for (var session = first + 1; session <= last; session++)
            {
                var then = AsOf.On(panel.DateAt(session));
                var past = 0.0;
                if ((panel.Window(window, then, null, out from, out to) ?? Ratio(panel, amounts, total, from, to, null, out past)) is not null)
                {
                    return working is null ? WorkingBuilder.Unspoken : WithoutPast(panel, amounts, total, window, then, session);
                }

                atOrBelow += past <= ratio ? 1 : 0;
                all++;
            }

            var value = 100.0 * atOrBelow / all;
            working?.Convention($"Compared with {all} sessions from {panel.DateAt(first + 1):yyyy-MM-dd} to {panel.DateAt(last):yyyy-MM-dd}, each with its own window, members and values; the last one counts as well.");
            working?.Step("percentile", $"100 * {atOrBelow} / {all}", value, Unit.Percent);
            return value;
        });
    }

    private static Problem WithoutPast(StockPanel panel, StockAmounts amounts, MarketTotal total, BoundWindow window, AsOf then, int session)
    {
        var reason = new WorkingBuilder();
        var problem = panel.Window(window, then, reason, out var from, out var to) ?? Ratio(panel, amounts, total, from, to, reason, out _);
        return new Problem(problem!.Kind, $"The ratio of {panel.DateAt(session):yyyy-MM-dd}, which its history needs, has no value: {problem.Message}", problem.Source);
    }

    private static Problem? Ratio(StockPanel panel, StockAmounts amounts, MarketTotal total, int from, int to, WorkingBuilder? working, out double ratio)
    {
        ratio = 0;
        var value = 0.0;
        if ((Turnover(panel, amounts, total, from, to, working, out var turnover) ?? Value(panel, amounts, total, from, to, working, out value)) is { } problem)
        {
            return problem;
        }

        ratio = turnover / value;
        working?.Step("crowding", $"{WorkingBuilder.Text(turnover)} / {WorkingBuilder.Text(value)}", ratio, Unit.Multiple);
        return null;
    }

    private static Problem? Turnover(StockPanel panel, StockAmounts amounts, MarketTotal total, int from, int to, WorkingBuilder? working, out double share)
    {
        share = 0;
        if (panel.MembersOn(to, working, out var members) is { } unknown)
        {
            return unknown;
        }

        var whole = 0.0;
        if ((amounts.Turnovers(from, to, members, working, out var own) ?? total.Turnover(from, to, members, working, out whole)) is { } problem)
        {
            return problem;
        }

        if (whole <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"Nothing was traded in the market from {panel.DateAt(from + 1):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd}; a share needs a turnover above zero.") ?? WorkingBuilder.Unspoken;
        }

        return Share("turnover share", StockAmounts.Sum(own) / (to - from), whole, amounts.Money, working, out share);
    }

    private static Problem? Value(StockPanel panel, StockAmounts amounts, MarketTotal total, int from, int to, WorkingBuilder? working, out double share)
    {
        share = 0;
        if (panel.MembersOn(to, working, out var members) is { } unknown)
        {
            return unknown;
        }

        var whole = 0.0;
        if ((amounts.Values(to, members, working, out var own) ?? total.Value(to, members, working, out whole)) is { } problem)
        {
            return problem;
        }

        return Share("value share", StockAmounts.Sum(own), whole, amounts.Money, working, out share);
    }

    private static Problem? Share(string name, double own, double whole, Unit money, WorkingBuilder? working, out double share)
    {
        share = 100 * own / whole;
        working?.Step("list", name == "turnover share" ? "mean turnover of a session" : "sum of market values", own, money);
        working?.Step("market", name == "turnover share" ? "mean turnover of a session" : "market value", whole, money);
        working?.Step(name, $"100 * {WorkingBuilder.Text(own)} / {WorkingBuilder.Text(whole)}", share, Unit.Percent);
        return null;
    }
}
