using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>How effects of single periods are made to add up over all periods.</summary>
public enum LinkingMethod
{
    /// <summary>Each period scaled by its logarithmic mean against that of the whole.</summary>
    Carino,

    /// <summary>One factor for all periods and the smallest correction that makes them add.</summary>
    Menchero,
}

/// <summary>Links effects over periods: returns multiply, effects are to add.</summary>
public static class Linking
{
    /// <summary>What the effects of each period are multiplied by, so that their sum over all periods is the return of the whole.</summary>
    /// <param name="method">The method.</param>
    /// <param name="returns">The return of each period, as fractions above -1; in each period the effects sum to it.</param>
    /// <returns>One coefficient for each period; a problem as for <see cref="Coefficients(LinkingMethod, ReadOnlySpan{double}, ReadOnlySpan{double})"/>.</returns>
    public static Answer<ImmutableArray<double>> Coefficients(LinkingMethod method, ReadOnlySpan<double> returns) => Coefficients(method, returns, new double[returns.Length]);

    /// <summary>What the effects of each period are multiplied by, so that their sum over all periods is the excess return of the whole.</summary>
    /// <param name="method">The method.</param>
    /// <param name="returns">The return of each period, as fractions above -1.</param>
    /// <param name="benchmark">The benchmark's return of each period, as fractions above -1; in each period the effects sum to the difference.</param>
    /// <returns>
    /// One coefficient for each period: sum of coefficient × (return - benchmark) = product of (1 + return) - product of (1 + benchmark).
    /// <see cref="ProblemKind.Undefined"/> for a return of -1 or less, or too large for a number.
    /// </returns>
    /// <remarks>
    /// With L the logarithmic mean, R and B the returns of the whole and T periods: Carino's coefficient is L(1 + R, 1 + B) / L(1 + r, 1 + b), which is [ln(1 + r) - ln(1 + b)] / (r - b) over the same of the whole, with its
    /// limit 1 / (1 + r) where r = b. Menchero's is M + c (r - b) with M = L(1 + R, 1 + B) / L((1 + R)^(1/T), (1 + B)^(1/T)), which is [(R - B) / T] / [(1 + R)^(1/T) - (1 + B)^(1/T)], and c = [R - B - M Σ (r - b)] / Σ (r - b)².
    /// Source: Carino, "Combining Attribution Effects Over Time", Journal of Performance Measurement 3(4), 1999; Menchero, "An Optimized Approach to Linking Attribution Effects Over Time", Journal of Performance Measurement 5(1), 2000.
    /// </remarks>
    public static Answer<ImmutableArray<double>> Coefficients(LinkingMethod method, ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        if (returns.Length == 0 || returns.Length != benchmark.Length)
        {
            throw new ArgumentException($"Linking needs as many returns of the benchmark as of the portfolio and at least one; there are {returns.Length} and {benchmark.Length}.", nameof(returns));
        }

        var (own, other) = (1.0, 1.0);
        for (var period = 0; period < returns.Length; period++)
        {
            var worst = Math.Min(returns[period], benchmark[period]);
            if (!(worst > -1))
            {
                return new Problem(ProblemKind.Undefined, $"The return of period {period + 1} is {100 * worst:R}%; linking needs returns above -100%.");
            }

            own *= 1 + returns[period];
            other *= 1 + benchmark[period];
        }

        if (!double.IsFinite(own) || !double.IsFinite(other) || own <= 0 || other <= 0)
        {
            return new Problem(ProblemKind.Undefined, "The returns of all periods together are too large or too small for a number.");
        }

        return Answer<ImmutableArray<double>>.Of(
            [.. method == LinkingMethod.Carino ? Carino(returns, benchmark, own, other) : Menchero(returns, benchmark, own, other)],
            new Working { Formula = method == LinkingMethod.Carino ? "L(1 + R, 1 + B) / L(1 + r, 1 + b)" : "M + c (r - b)" });
    }

    private static double[] Carino(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double own, double other)
    {
        var whole = LogarithmicMean.Of(own, other);
        var coefficients = new double[returns.Length];
        for (var period = 0; period < coefficients.Length; period++)
        {
            coefficients[period] = whole / LogarithmicMean.Of(1 + returns[period], 1 + benchmark[period]);
        }

        return coefficients;
    }

    private static double[] Menchero(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double own, double other)
    {
        var count = returns.Length;
        var factor = LogarithmicMean.Of(own, other) / LogarithmicMean.Of(Math.Pow(own, 1.0 / count), Math.Pow(other, 1.0 / count));
        var (sum, squares) = (0.0, 0.0);
        for (var period = 0; period < count; period++)
        {
            var excess = returns[period] - benchmark[period];
            sum += excess;
            squares += excess * excess;
        }

        var correction = squares == 0 ? 0 : (own - other - (factor * sum)) / squares;
        var coefficients = new double[count];
        for (var period = 0; period < count; period++)
        {
            coefficients[period] = factor + (correction * (returns[period] - benchmark[period]));
        }

        return coefficients;
    }
}
