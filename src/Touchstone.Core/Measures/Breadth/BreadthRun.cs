namespace Touchstone.Measures;

/// <summary>An unbroken run of daily counts up to a session, for averages that remember all days before.</summary>
internal static class BreadthRun
{
    /// <summary>The counts in which somebody moved, from the first session after the last one that could not be counted.</summary>
    /// <param name="panel">The list.</param>
    /// <param name="to">The last session.</param>
    /// <param name="least">How many counts there must be.</param>
    /// <param name="working">Where to tell, or null.</param>
    /// <param name="sessions">The session of each count.</param>
    /// <param name="counts">The counts.</param>
    public static Problem? UpTo(StockPanel panel, int to, int least, WorkingBuilder? working, out int[] sessions, out BreadthCount[] counts)
    {
        (sessions, counts) = ([], []);
        if (panel.PricedOn(to, working, out var members) is { } problem)
        {
            return problem;
        }

        var first = to;
        while (first > 0 && panel.Daily[first].IsComplete)
        {
            first--;
        }

        sessions = [.. Enumerable.Range(first + 1, to - first).Where(session => panel.Daily[session].Moved > 0)];
        counts = [.. sessions.Select(session => panel.Daily[session])];
        if (counts.Length < least)
        {
            var before = panel.DateAt(first);
            return working?.Problem(ProblemKind.NoData, $"There are {counts.Length} counts without a break up to {panel.DateAt(to):yyyy-MM-dd}; {least} are needed. The closes of all {panel.List.Name} on {before:yyyy-MM-dd} and before would settle it.") ?? WorkingBuilder.Unspoken;
        }

        if (working is not null)
        {
            panel.Inputs(working, members, to - 1, to);
            var still = to - first - counts.Length;
            working.Convention($"{counts.Length} daily counts without a break, from {panel.DateAt(sessions[0]):yyyy-MM-dd}{(still > 0 ? $"; {still} sessions on which nobody rose or fell are passed over" : "")}.");
            working.Step("last count", $"advancers less decliners on {panel.DateAt(sessions[^1]):yyyy-MM-dd}: {counts[^1].Advancers} - {counts[^1].Decliners}", counts[^1].Net, Unit.Count);
        }

        return null;
    }
}
