using MathNet.Numerics.LinearAlgebra;

namespace Touchstone.Measures;

/// <summary>How much of the movement of many stocks a few common factors take up.</summary>
internal static class Absorption
{
    /// <summary>The part of the total variance that the first principal components have.</summary>
    /// <param name="table">The returns.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The last row, included; two rows or more.</param>
    /// <param name="stocks">The stocks; each must have every return.</param>
    /// <param name="components">How many components, at most as many as there are stocks.</param>
    /// <returns>The part, 0 to 1; not a number when nothing moved.</returns>
    /// <remarks>
    /// Eigenvalues of the covariance matrix, largest first: sum of the first / sum of all. With X the returns less their means, X'X and XX' have the same
    /// eigenvalues but for zeros, so the smaller of the two is taken apart. Source: Kritzman, Li, Page and Rigobon, "Principal Components as a Measure of Systemic Risk",
    /// Journal of Portfolio Management 37(4), 2011.
    /// </remarks>
    public static double Ratio(ReturnTable table, int first, int last, ReadOnlySpan<int> stocks, int components)
    {
        var rows = last - first + 1;
        var deviations = Matrix<double>.Build.Dense(rows, stocks.Length);
        for (var column = 0; column < stocks.Length; column++)
        {
            var mean = 0.0;
            for (var row = 0; row < rows; row++)
            {
                var value = table.Returns[((first + row) * table.Stocks) + stocks[column]];
                deviations[row, column] = value;
                mean += value;
            }

            mean /= rows;
            for (var row = 0; row < rows; row++)
            {
                deviations[row, column] -= mean;
            }
        }

        var gram = stocks.Length <= rows ? deviations.TransposeThisAndMultiply(deviations) : deviations.TransposeAndMultiply(deviations);
        var values = gram.Evd(Symmetricity.Symmetric).EigenValues.Select(value => Math.Max(0, value.Real)).OrderDescending().ToArray();
        var total = values.Sum();
        return total > 0 ? Math.Min(1, values.Take(components).Sum() / total) : double.NaN;
    }
}
