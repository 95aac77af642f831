namespace Touchstone.Measures;

/// <summary>The parts that a measure of concentration is asked of.</summary>
internal static class SpreadShares
{
    /// <summary>Finds the parts on a day: the stocks, or companies, with what each has.</summary>
    public delegate Problem? Finder(AsOf asOf, WorkingBuilder? working, out (string Name, double Amount)[] parts);

    /// <summary>How the parts of a question are found.</summary>
    /// <param name="call">The question.</param>
    /// <param name="of">weight, value or turnover.</param>
    /// <param name="over">The window of turnover.</param>
    /// <param name="find">The finder.</param>
    public static Problem? Find(Call call, string of, Parameter over, out Finder find)
    {
        var lines = new MemberLines(call);
        if (of == "weight")
        {
            return OfUnits(call, lines, out find);
        }

        find = null!;
        StockAmounts amounts = null!;
        if ((StockPanel.Find(call, out var panel) ?? StockAmounts.Find(call, panel, out amounts)) is { } none)
        {
            return none;
        }

        var window = call.Window(over, panel.List.Head);
        find = (AsOf asOf, WorkingBuilder? working, out (string Name, double Amount)[] parts) =>
        {
            parts = [];
            var (from, to) = (0, 0);
            int[] members = [];
            double[] own = [];
            var problem = of == "turnover" ? panel.Window(window, asOf, working, out from, out to) : panel.Session(asOf, working, out to);
            problem ??= panel.MembersOn(to, working, out members);
            problem ??= of == "turnover" ? amounts.Turnovers(from, to, members, working, out own) : amounts.Values(to, members, working, out own);
            parts = problem is null ? Grouped(lines, members.Select((stock, i) => (panel.List.Stocks[stock].Id, own[i]))) : [];
            return problem;
        };
        return null;
    }

    private static Problem? OfUnits(Call call, MemberLines lines, out Finder find)
    {
        find = null!;
        if (call.Has(StockList.Others))
        {
            return new Problem(ProblemKind.Invalid, "A list of stocks has no published units; of=value asks of their market values, of=turnover of the money traded in them.");
        }

        var found = call.Units(call.Subject(StockList.First));
        if (!found.HasValue)
        {
            return new Problem(found.Problem.Kind, $"{found.Problem.Message} Without units, of=value asks of market values and of=turnover of the money traded.", found.Problem.Source);
        }

        var units = found.Value;
        find = (AsOf asOf, WorkingBuilder? working, out (string Name, double Amount)[] parts) =>
        {
            parts = [];
            if (units.Session(asOf, working, out var day) is { } problem)
            {
                return problem;
            }

            var weights = units.Weights(day);
            if (!weights.HasValue)
            {
                return weights.Problem;
            }

            if (working is not null)
            {
                units.Explain(working, day, units.Index.LevelOn(day));
            }

            parts = Grouped(lines, weights.Value.Select(weight => (weight.Instrument, weight.Weight.Fraction)));
            return null;
        };
        return null;
    }

    private static (string Name, double Amount)[] Grouped(MemberLines lines, IEnumerable<(InstrumentId Id, double Amount)> stocks) =>
        [.. stocks.GroupBy(stock => lines.KeyOf(stock.Id)).Select(group => (group.Key, group.Sum(stock => stock.Amount))).OrderByDescending(part => part.Item2).ThenBy(part => part.Key, StringComparer.Ordinal)];
}
