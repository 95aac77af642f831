namespace Touchstone.Measures;

/// <summary>Whether the average member did better than the index, which its largest members move.</summary>
internal static class EqualMinusCap
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "equal-minus-cap",
        Question = "By how many percentage points did the members, equally weighted, beat the index?",
        Family = "breadth",
        Arguments = [StockList.First, Parameter.Window, StockList.Others],
        Unit = "percentage points",
        Roles = ["constituents", "constituent-snapshots", "prices", "shares", "actions", "fx", "events"],
        Formula = "mean of the members' returns - return of the index; of a list: - sum of value(from) * return / sum of value(from)",
        Source = "Difference of an equally weighted portfolio bought at the base close and the index; Plyakha, Uppal and Vilkov, \"Equal or value weighting?\", 2021.",
        Words = ["equal-weighted", "average stock", "the average member lagged", "narrow rally"],
        Example = "equal-minus-cap(HARB, 3m)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, panel.List.Head);
        var index = panel.List.Members is null ? null : Return.Of(panel.List.Head, window);
        StockAmounts? amounts = null;
        if (index is null && StockAmounts.Find(call, panel, out amounts) is { } unknown)
        {
            return unknown;
        }

        return new Bound(new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            int[] members = [];
            double[] returns = [];
            if ((panel.Window(window, asOf, working, out var from, out var to) ?? MemberReturns.Over(panel, from, to, working, out members, out returns)) is { } problem)
            {
                return problem;
            }

            var cap = index is null ? OfList(amounts!, members, returns, from, working) : index.Calculate(asOf, working);
            if (cap.Problem is not null)
            {
                return cap;
            }

            var equal = StockAmounts.Sum(returns) / returns.Length;
            var value = equal - cap.Value;
            working?.Formula("mean of the members' returns - return of the whole");
            working?.Step("equally weighted", $"sum of {returns.Length} returns / {returns.Length}", equal, Unit.Percent);
            working?.Step("difference", $"{WorkingBuilder.Text(equal)} - {WorkingBuilder.Text(cap.Value)}", value, new Unit(UnitKind.PercentagePoints));
            return value;
        });
    }

    private static Outcome OfList(StockAmounts amounts, int[] members, double[] returns, int from, WorkingBuilder? working)
    {
        if (amounts.Values(from, members, working, out var values) is { } problem)
        {
            return problem;
        }

        var (total, weighted) = (StockAmounts.Sum(values), StockAmounts.Sum([.. values.Zip(returns, (value, move) => value * move)]));
        working?.Step("weighted by market value", $"{WorkingBuilder.Text(weighted)} / {WorkingBuilder.Text(total)}", weighted / total, Unit.Percent);
        return weighted / total;
    }
}
