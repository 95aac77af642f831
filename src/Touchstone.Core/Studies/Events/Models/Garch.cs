namespace Touchstone.Studies;

/// <summary>The market model with GARCH(1,1) errors by Gaussian maximum likelihood.</summary>
/// <remarks>
/// h(t) = w + a e(t-1)^2 + b h(t-1), h of the first day the mean squared error. The forecast of the event days runs on from the last estimation day over
/// the gap, untouched by what happened on event days. The part that fitting adds to a forecast's variance is that of weighted least squares with the fitted variances.
/// Source: Bollerslev, "Generalized autoregressive conditional heteroskedasticity", Journal of Econometrics 31, 1986.
/// </remarks>
internal static class Garch
{
    /// <summary>Replaces coefficients, residuals (now over the root of their multiple), triangle and multiples of the least-squares fit.</summary>
    public static GarchParameters Fit(
        EventPanel panel, EventReturns source, ReadOnlySpan<int> positions, double[] coefficients, Span<double> residuals, double[] triangle, double[] multiples, ref double variance)
    {
        var rows = positions.Length;
        var scale = Math.Sqrt(variance);
        var market = new double[rows];
        var start = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            market[row] = source.Factors[0].Span[positions[row]];
            start[row] = residuals[row] / scale;
        }

        // Both in units of their own deviation, so that one step length fits all five numbers.
        var mean = market.Average();
        var spread = Math.Sqrt(market.Sum(value => (value - mean) * (value - mean)) / rows);
        var centred = market.Select(value => (value - mean) / spread).ToArray();
        var likelihood = new GarchLikelihood(start, centred);
        var best = likelihood.Maximise();
        var (w, a, b) = GarchLikelihood.Parameters(best);
        var heights = new double[rows];
        var errors = new double[rows];
        var value = likelihood.Run(best, errors, heights);

        coefficients[1] += best[1] * scale / spread;
        coefficients[0] += (best[0] * scale) - (best[1] * scale * mean / spread);

        var level = 0.0;
        foreach (var error in errors)
        {
            level += error * error;
        }

        level /= rows - 2;
        variance = level * scale * scale;
        var columns = new double[3 * rows];
        for (var row = 0; row < rows; row++)
        {
            var root = Math.Sqrt(heights[row] / level);
            residuals[row] = errors[row] * scale / root;
            columns[row] = 1 / root;
            columns[rows + row] = market[row] / root;
        }

        LeastSquares.Fit(columns, rows, triangle, new double[2]);
        var next = w + (a * errors[^1] * errors[^1]) + (b * heights[^1]);
        var lasting = w / (1 - a - b);
        for (var day = 0; day < multiples.Length; day++)
        {
            multiples[day] = (lasting + (Math.Pow(a + b, panel.Gap + day) * (next - lasting))) / level;
        }

        return new GarchParameters(w * scale * scale, a, b, value - (rows * Math.Log(scale)));
    }
}
