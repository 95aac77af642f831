namespace Touchstone.Measures;

/// <summary>How many members did better than the index.</summary>
internal static class ShareBeating
{
    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "What they are compared with; the index itself when not given.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "share-beating",
        Question = "How many percent of the members beat the index over a window?",
        Family = "breadth",
        Arguments = [StockList.First, Parameter.Window, Benchmark, StockList.Others],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "events"],
        Formula = "100 * members with return > return of the benchmark / members",
        Source = "Count of price returns over the same window, each in its own currency.",
        Words = ["of members beat the index", "outperformed the index", "most stocks lagged"],
        Example = "share-beating(HARB, 3m)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        if (!call.Has(Benchmark) && panel.List.Members is null)
        {
            return new Problem(ProblemKind.Invalid, $"A list of stocks has no index of its own; benchmark=... names one: {Measure.Form}.");
        }

        var window = call.Window(Parameter.Window, panel.List.Head);
        var benchmark = call.Has(Benchmark) ? call.Subject(Benchmark) : panel.List.Head;
        var index = Return.Of(benchmark, call.Window(Parameter.Window, benchmark));
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            int[] members = [];
            double[] returns = [];
            if ((panel.Window(window, asOf, working, out var from, out var to) ?? MemberReturns.Over(panel, from, to, working, out members, out returns)) is { } problem)
            {
                return problem;
            }

            var level = index.Calculate(asOf, working);
            if (level.Problem is not null)
            {
                return level;
            }

            var ahead = returns.Count(move => move > level.Value);
            var value = 100.0 * ahead / members.Length;
            working?.Formula($"100 * members with return > return({benchmark.Id}) / members");
            working?.Step("share", $"100 * {ahead} / {members.Length}", value, Unit.Percent);
            return value;
        });
    }
}
