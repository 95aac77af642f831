using System.Globalization;

namespace Touchstone.Measures;

/// <summary>How much the members of a list move together.</summary>
internal static class CommonMovement
{
    private static readonly Parameter Components = new("components", ParameterKind.Count, "How many principal components; a fifth of the number of stocks, rounded, when not given.", Required: false);

    public static Measure Correlation { get; } = new(BindCorrelation)
    {
        Name = "average-correlation",
        Question = "How closely do the members move together, on the mean over all pairs?",
        Family = "concentration",
        Arguments = [StockList.First, Parameter.Window, StockList.Others],
        Unit = "number, -1 / (n - 1) to 1",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "events"],
        Formula = "(var(sum of z) - n) / (n * (n - 1)), z = ln(close(t) / close(t-1)) brought to mean 0 and variance 1; equal to the mean Pearson correlation over all pairs",
        Source = "The variance of a sum of n standardised variables; Skinzi and Refenes, \"Implied correlation index\", Journal of Futures Markets 25, 2005.",
        Words = ["average pairwise correlation", "stocks moved in lockstep", "correlation among members"],
        Example = "average-correlation(HARB, 3m)",
    };

    public static Measure AbsorptionRatio { get; } = new(BindAbsorption)
    {
        Name = "absorption-ratio",
        Question = "What part of the variance of the members do a few common factors take up?",
        Family = "concentration",
        Arguments = [StockList.First, Parameter.Window, StockList.Others, Components],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "events"],
        Formula = "100 * sum of the k largest eigenvalues of the covariance of ln(close(t) / close(t-1)) / sum of all",
        Source = "Kritzman, Li, Page and Rigobon, \"Principal Components as a Measure of Systemic Risk\", Journal of Portfolio Management 37(4), 2011.",
        Words = ["absorption ratio", "common factors"],
        Example = "absorption-ratio(HARB, 3m)",
    };

    private static Bound BindCorrelation(Call call) => Bind(call, Unit.Number, (panel, first, last, stocks, working) =>
    {
        var isCounted = new bool[panel.Table.Stocks];
        foreach (var stock in stocks)
        {
            isCounted[stock] = true;
        }

        var value = PairwiseCorrelation.Over(panel.Returns, first, last, isCounted, out var counted);
        if (counted < 2)
        {
            return working?.Problem(ProblemKind.Undefined, $"{counted} of {stocks.Length} {panel.List.Name} moved at all; a correlation needs two.") ?? WorkingBuilder.Unspoken;
        }

        if (counted < stocks.Length)
        {
            working?.Convention($"{stocks.Length - counted} of {stocks.Length} did not move at all, which leaves them without a correlation; the mean is over the others.");
        }

        working?.Step("average correlation", $"mean over {counted * (counted - 1L) / 2} pairs of {counted} stocks, {last - first + 1} log returns each", value, Unit.Number);
        return value;
    });

    private static Bound BindAbsorption(Call call)
    {
        var asked = call.Has(Components) ? int.Parse(call.Text(Components)!, CultureInfo.InvariantCulture) : 0;
        return Bind(call, Unit.Percent, (panel, first, last, stocks, working) =>
        {
            var components = asked > 0 ? asked : Math.Max(1, (int)Math.Round(stocks.Length / 5.0, MidpointRounding.AwayFromZero));
            if (components > stocks.Length)
            {
                return working?.Problem(ProblemKind.Undefined, $"There are {stocks.Length} {panel.List.Name} with all returns, fewer than {components} components.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * Absorption.Ratio(panel.Returns, first, last, stocks, components);
            if (!double.IsFinite(value))
            {
                return working?.Problem(ProblemKind.Undefined, $"None of the {stocks.Length} {panel.List.Name} moved; there is no variance to take up.") ?? WorkingBuilder.Unspoken;
            }

            working?.Step("absorption ratio", $"{components} of {stocks.Length} components, from {last - first + 1} log returns of equal weight", value, Unit.Percent);
            return value;
        });
    }

    /// <summary>The returns of the members of the last session over a window; those without all of them are left out and named.</summary>
    private static Bound Bind(Call call, Unit unit, Func<StockPanel, int, int, int[], WorkingBuilder?, Outcome> calculate)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, panel.List.Head);
        return new Bound(unit, (asOf, working) =>
        {
            int[] members = [];
            if ((panel.Window(window, asOf, working, out var from, out var to) ?? panel.PricedOn(to, working, out members)) is { } problem)
            {
                return problem;
            }

            if (to - from < 2)
            {
                return working?.Problem(ProblemKind.Undefined, $"A covariance needs at least two daily returns; {panel.DateAt(from):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd} has {to - from}.") ?? WorkingBuilder.Unspoken;
            }

            // Row r of the returns runs from session r to session r + 1.
            var whole = members.Where(stock => panel.Returns.IsWhole(stock, from, to - 1)).ToArray();
            var left = members.Except(whole).ToArray();
            if (whole.Length < 2 || 2 * whole.Length <= members.Length)
            {
                return working?.Problem(ProblemKind.NoData, $"Of {members.Length} {panel.List.Name}, {whole.Length} traded on every session from {panel.DateAt(from):yyyy-MM-dd} to {panel.DateAt(to):yyyy-MM-dd}; more than half, and two, are needed. Closes of {panel.Names(left)} would settle it.") ?? WorkingBuilder.Unspoken;
            }

            if (working is not null)
            {
                panel.Inputs(working, whole, from, to);
                working.Convention($"Log returns between the {to - from + 1} sessions that the package has; the first and last closes of each stock are listed.");
                if (left.Length > 0)
                {
                    working.Convention($"Left out, for want of a trade on some session: {panel.Names(left)}.");
                }
            }

            return calculate(panel, from, to - 1, whole, working);
        });
    }
}
