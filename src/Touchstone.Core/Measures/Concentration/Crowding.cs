namespace Touchstone.Measures;

/// <summary>What part of a market's trading and value a list is, and one over the other.</summary>
internal static class Crowding
{
    private static readonly Parameter Over = Parameter.Window with { Explanation = "The span over which turnover is summed; market values are those of its last session." };

    private static readonly Parameter History = new("history", ParameterKind.Window, "Of a percentile: the span whose sessions are compared, each with the window that ends on it.", Required: false, Default: "1y");

    private static readonly Parameter In = Parameter.Choice("in", "ratio: turnover share over value share. percentile: how many percent of the sessions of history had a ratio at or below it.", "ratio", "percentile");

    public static Measure TurnoverShare { get; } = new(BindTurnover)
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

    private static Bound BindTurnover(Call call)
    {
        if (PartOfMarket.Find(call, out var part) is { } none)
        {
            return none;
        }

        var window = call.Window(Over, part.Panel.List.Head);
        return new Bound(Unit.Percent, (asOf, working) => part.TurnoverShare(window, asOf, working, out var share, out _) is { } problem ? problem : share);
    }

    private static Bound BindValue(Call call)
    {
        if (PartOfMarket.Find(call, out var part) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var share = 0.0;
            return (part.Panel.Session(asOf, working, out var session) ?? part.ValueShare(session, working, out share)) is { } problem ? problem : share;
        });
    }

    private static Bound BindRatio(Call call)
    {
        if (PartOfMarket.Find(call, out var part) is { } none)
        {
            return none;
        }

        var (window, history) = (call.Window(Over, part.Panel.List.Head), call.Window(History, part.Panel.List.Head));
        var asksPercentile = call.Text(In) == "percentile";
        return new Bound(asksPercentile ? Unit.Percent : Unit.Multiple, (asOf, working) =>
        {
            if (part.Ratio(window, asOf, working, out var ratio) is { } problem)
            {
                return problem;
            }

            return asksPercentile ? Percentile(part, window, history, asOf, ratio, working) : ratio;
        });
    }

    private static Outcome Percentile(PartOfMarket part, BoundWindow window, BoundWindow history, AsOf asOf, double ratio, WorkingBuilder? working)
    {
        if (part.Panel.Window(history, asOf, working, out var first, out var last) is { } unresolved)
        {
            return unresolved;
        }

        var atOrBelow = 0;
        for (var session = first + 1; session <= last; session++)
        {
            var then = AsOf.On(part.Panel.DateAt(session));
            if (part.Ratio(window, then, null, out var past) is not null)
            {
                if (working is null)
                {
                    return WorkingBuilder.Unspoken;
                }

                var reason = part.Ratio(window, then, new WorkingBuilder(), out _)!;
                return working.Problem(reason.Kind, $"The ratio of {part.Panel.DateAt(session):yyyy-MM-dd}, which its history needs, has no value: {reason.Message}", reason.Source);
            }

            atOrBelow += past <= ratio ? 1 : 0;
        }

        var value = 100.0 * atOrBelow / (last - first);
        working?.Convention($"Compared with {last - first} sessions from {part.Panel.DateAt(first + 1):yyyy-MM-dd} to {part.Panel.DateAt(last):yyyy-MM-dd}, each with its own window, members and values; the last one counts as well.");
        working?.Step("percentile", $"100 * {atOrBelow} / {last - first}", value, Unit.Percent);
        return value;
    }
}
