namespace Touchstone.Studies;

/// <summary>The slope of Scholes and Williams: slopes on yesterday's, today's and tomorrow's market together, over one plus twice the market's own autocorrelation.</summary>
/// <remarks>
/// b = (b(-1) + b(0) + b(+1)) / (1 + 2 r), each slope of a simple regression on the days that have both neighbours, r the correlation of the market with its day before on
/// the same days; a = mean(R) - b mean(Rm) over all estimation days. Source: Scholes and Williams, "Estimating betas from nonsynchronous data",
/// Journal of Financial Economics 5, 1977.
/// </remarks>
internal static class ScholesWilliams
{
    private const double Smallest = 1e-6;

    /// <summary>Replaces coefficients and residuals of the least-squares fit; false when the market gives no slope.</summary>
    public static bool Fit(EventPanel panel, EventReturns source, ReadOnlySpan<int> positions, Span<double> coefficients, Span<double> residuals)
    {
        var returns = source.Returns.Span;
        var market = source.Factors[0].Span[..panel.EstimationDays];
        var own = new List<double>();
        var (lag, same, lead) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var day in positions)
        {
            if (day > 0 && day < panel.EstimationDays - 1 && !double.IsNaN(market[day - 1]) && !double.IsNaN(market[day + 1]))
            {
                own.Add(returns[day]);
                lag.Add(market[day - 1]);
                same.Add(market[day]);
                lead.Add(market[day + 1]);
            }
        }

        var divisor = 1 + (2 * Product(same, lag) / Math.Sqrt(Product(same, same) * Product(lag, lag)));
        var slope = (Slope(lag, own) + Slope(same, own) + Slope(lead, own)) / divisor;
        if (!double.IsFinite(slope) || divisor < Smallest)
        {
            return false;
        }

        var (meanReturn, meanMarket) = (0.0, 0.0);
        foreach (var day in positions)
        {
            meanReturn += returns[day] / positions.Length;
            meanMarket += market[day] / positions.Length;
        }

        (coefficients[0], coefficients[1]) = (meanReturn - (slope * meanMarket), slope);
        for (var row = 0; row < positions.Length; row++)
        {
            residuals[row] = returns[positions[row]] - coefficients[0] - (slope * market[positions[row]]);
        }

        return true;
    }

    private static double Slope(List<double> x, List<double> y) => Product(x, y) / Product(x, x);

    private static double Product(List<double> x, List<double> y)
    {
        if (x.Count == 0)
        {
            return double.NaN;
        }

        var (meanX, meanY) = (x.Average(), y.Average());
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }

        return sum;
    }
}
