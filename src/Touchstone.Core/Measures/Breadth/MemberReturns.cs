namespace Touchstone.Measures;

/// <summary>The return of every member over a window: of those that were members on its first session, from their closes on one basis.</summary>
internal static class MemberReturns
{
    /// <summary>Works out the returns.</summary>
    /// <param name="panel">The list.</param>
    /// <param name="from">The base session.</param>
    /// <param name="to">The last session.</param>
    /// <param name="working">Where to tell, or null.</param>
    /// <param name="members">The stocks, by place.</param>
    /// <param name="returns">Their returns in percent, in the same order.</param>
    /// <returns>A problem when a member has no close at one end, or none as early as the base; a member that did not trade stands with its last close.</returns>
    public static Problem? Over(StockPanel panel, int from, int to, WorkingBuilder? working, out int[] members, out double[] returns)
    {
        returns = [];
        if ((panel.MembersOn(from + 1, working, out members) ?? panel.MissingOf(from, members, working) ?? panel.MissingOf(to, members, working)) is { } problem)
        {
            return problem;
        }

        var table = panel.Table;
        returns = [.. members.Select(stock => 100 * ((table.Close(to, stock) / table.Close(from, stock)) - 1))];
        if (working is not null)
        {
            panel.Inputs(working, members, from, to);
            working.Convention("Price returns from closes, without dividends, of those that were members on the first session of the window.");
            var idle = members.Where(stock => table.Day(from, stock) == StockDay.Idle || table.Day(to, stock) == StockDay.Idle).ToArray();
            if (idle.Length > 0)
            {
                working.Convention($"Without a trade on {panel.DateAt(from):yyyy-MM-dd} or {panel.DateAt(to):yyyy-MM-dd}, so that their last closes stand: {panel.Names(idle)}.");
            }

            for (var i = 0; i < members.Length; i++)
            {
                working.Step($"{panel.List.Stocks[members[i]].Id}", "return over the window", returns[i], Unit.Percent);
            }
        }

        return null;
    }
}
