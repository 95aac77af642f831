namespace Touchstone.Measures;

/// <summary>The running sum of advancers less decliners over a window.</summary>
internal static class AdvanceDeclineLine
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "advance-decline-line",
        Question = "By how much did the advance-decline line of the members rise over a window?",
        Family = "breadth",
        Arguments = [StockList.First, Parameter.Window, StockList.Others],
        Unit = "count",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "observations", "events"],
        Formula = "sum over the sessions after from, up to to, of advancers - decliners",
        Source = "Colonel Leonard Ayres, 1926; Kirkpatrick and Dahlquist, \"Technical Analysis\", 3rd ed. 2015, chapter 8.",
        Words = ["advance-decline line", "A-D line", "cumulative breadth"],
        Example = "advance-decline-line(HARB, 1m)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, panel.List.Head);
        return new Bound(Unit.Count, (asOf, working) =>
        {
            if (panel.Window(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            for (var session = from + 1; session <= to; session++)
            {
                if (!panel.Daily[session].IsComplete)
                {
                    return panel.PricedOn(session, working, out _)!;
                }
            }

            var counts = panel.Daily.AsSpan(from + 1, to - from);
            var value = AdvanceDecline.Line(counts)[^1];
            if (working is not null)
            {
                Explain(working, panel, from, to, counts, value);
            }

            return value;
        });
    }

    private static void Explain(WorkingBuilder working, StockPanel panel, int from, int to, ReadOnlySpan<BreadthCount> counts, int value)
    {
        var (advancers, decliners) = (0, 0);
        foreach (var count in counts)
        {
            advancers += count.Advancers;
            decliners += count.Decliners;
        }

        panel.MembersOn(to, working, out var members);
        panel.Inputs(working, members, from, to);
        working.Convention($"{counts.Length} daily counts, each of the members of its day against the close before; unchanged, suspended and limit-locked members count on neither side. The first and last closes of each member are listed.");
        working.Step("advancers", $"sum over {counts.Length} sessions", advancers, Unit.Count);
        working.Step("decliners", $"sum over {counts.Length} sessions", decliners, Unit.Count);
        working.Step("advance-decline line", $"{advancers} - {decliners}", value, Unit.Count);
    }
}
