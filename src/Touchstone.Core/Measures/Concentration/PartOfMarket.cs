namespace Touchstone.Measures;

/// <summary>A list of stocks as a part of a market's turnover and value.</summary>
internal sealed class PartOfMarket
{
    private readonly StockAmounts _amounts;
    private readonly MarketTotal _market;

    private PartOfMarket(StockPanel panel, StockAmounts amounts, MarketTotal market) => (Panel, _amounts, _market) = (panel, amounts, market);

    public StockPanel Panel { get; }

    /// <summary>The list and the market that a question names.</summary>
    public static Problem? Find(Call call, out PartOfMarket part)
    {
        part = null!;
        StockAmounts amounts = null!;
        MarketTotal market = null!;
        if ((StockPanel.Find(call, out var panel) ?? StockAmounts.Find(call, panel, out amounts) ?? MarketTotal.Find(call, panel, out market)) is { } none)
        {
            return none;
        }

        part = new PartOfMarket(panel, amounts, market);
        return null;
    }

    /// <summary>The percent of the market's turnover over a window that was in those who belong to the list on its last session.</summary>
    public Problem? TurnoverShare(BoundWindow window, AsOf asOf, WorkingBuilder? working, out double share, out int to)
    {
        share = 0;
        int[] members = [];
        double[] own = [];
        var whole = 0.0;
        if ((Panel.Window(window, asOf, working, out var from, out to, out var nominal)
            ?? Panel.MembersOn(to, working, out members)
            ?? _amounts.Turnovers(from, to, members, working, out own)
            ?? _market.Turnover(from, to, nominal, members, working, out whole)) is { } problem)
        {
            return problem;
        }

        if (whole <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"Nothing was traded in the market from {nominal.From:yyyy-MM-dd} to {nominal.To:yyyy-MM-dd}; a share needs a turnover above zero.") ?? WorkingBuilder.Unspoken;
        }

        var mean = StockAmounts.Sum(own) / (to - from);
        share = 100 * mean / whole;
        working?.Step("turnover of the list", $"mean of {to - from} sessions", mean, _amounts.Money);
        working?.Step("turnover of the market", "mean of a session", whole, _amounts.Money);
        working?.Step("turnover share", $"100 * {WorkingBuilder.Text(mean)} / {WorkingBuilder.Text(whole)}", share, Unit.Percent);
        return null;
    }

    /// <summary>The percent of the market's value that those in the list on a session are worth.</summary>
    public Problem? ValueShare(int session, WorkingBuilder? working, out double share)
    {
        share = 0;
        double[] own = [];
        var whole = 0.0;
        if ((Panel.MembersOn(session, working, out var members)
            ?? _amounts.Values(session, members, working, out own)
            ?? _market.Value(session, members, working, out whole)) is { } problem)
        {
            return problem;
        }

        if (whole <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The market value of the market on {Panel.DateAt(session):yyyy-MM-dd} is {WorkingBuilder.Text(whole)}; a share needs one above zero.") ?? WorkingBuilder.Unspoken;
        }

        var value = StockAmounts.Sum(own);
        share = 100 * value / whole;
        working?.Step("value of the list", $"sum of {members.Length} market values", value, _amounts.Money);
        working?.Step("value of the market", "market value", whole, _amounts.Money);
        working?.Step("value share", $"100 * {WorkingBuilder.Text(value)} / {WorkingBuilder.Text(whole)}", share, Unit.Percent);
        return null;
    }

    /// <summary>The turnover share over a window as a multiple of the value share on its last session.</summary>
    public Problem? Ratio(BoundWindow window, AsOf asOf, WorkingBuilder? working, out double ratio)
    {
        ratio = 0;
        var value = 0.0;
        if ((TurnoverShare(window, asOf, working, out var turnover, out var to) ?? ValueShare(to, working, out value)) is { } problem)
        {
            return problem;
        }

        ratio = turnover / value;
        working?.Step("crowding", $"{WorkingBuilder.Text(turnover)} / {WorkingBuilder.Text(value)}", ratio, Unit.Multiple);
        return null;
    }
}
