namespace Touchstone.Studies;

/// <summary>Least squares by making the columns orthogonal one after another (modified Gram-Schmidt, the observed column last).</summary>
/// <remarks>
/// As stable as Householder reflections for coefficients and residuals, and the residual column comes out by itself. Source: Björck, "Numerical methods
/// for least squares problems", SIAM 1996, section 2.4.
/// </remarks>
internal static class LeastSquares
{
    private const double Collinear = 1e-10;

    /// <summary>Fits the last column by the others, in place.</summary>
    /// <param name="columns">The regressors and then the observed column, each of the given rows; afterwards an orthonormal basis and the residuals.</param>
    /// <param name="rows">Rows of each column.</param>
    /// <param name="triangle">Receives R of X = QR, row by row.</param>
    /// <param name="coefficients">Receives one coefficient for each regressor.</param>
    /// <returns>False when a regressor is a combination of those before it.</returns>
    public static bool Fit(Span<double> columns, int rows, Span<double> triangle, Span<double> coefficients)
    {
        var count = coefficients.Length;
        Span<double> projections = stackalloc double[count];
        for (var k = 0; k < count; k++)
        {
            var column = columns.Slice(k * rows, rows);
            var before = triangle[(k * count) + k];
            var norm = Math.Sqrt(Dots.Dot(column, column));
            if (k == 0)
            {
                before = norm;
            }

            if (!(norm > Collinear * before) || norm == 0)
            {
                return false;
            }

            triangle[(k * count) + k] = norm;
            Scale(column, 1 / norm);
            for (var later = k + 1; later <= count; later++)
            {
                var other = columns.Slice(later * rows, rows);
                if (k == 0 && later < count)
                {
                    // The length before any projection, against which collinearity is judged when the column's turn comes.
                    triangle[(later * count) + later] = Math.Sqrt(Dots.Dot(other, other));
                }

                var projection = Dots.Dot(column, other);
                Dots.Add(-projection, column, other);
                if (later < count)
                {
                    triangle[(k * count) + later] = projection;
                }
                else
                {
                    projections[k] = projection;
                }
            }
        }

        for (var k = count - 1; k >= 0; k--)
        {
            var value = projections[k];
            for (var later = k + 1; later < count; later++)
            {
                value -= triangle[(k * count) + later] * coefficients[later];
            }

            coefficients[k] = value / triangle[(k * count) + k];
        }

        return true;
    }

    /// <summary>Solves R'z = x, so that z'z is x'(X'X)^-1 x.</summary>
    public static void Leverage(ReadOnlySpan<double> triangle, ReadOnlySpan<double> x, Span<double> z)
    {
        for (var k = 0; k < x.Length; k++)
        {
            var value = x[k];
            for (var earlier = 0; earlier < k; earlier++)
            {
                value -= triangle[(earlier * x.Length) + k] * z[earlier];
            }

            z[k] = value / triangle[(k * x.Length) + k];
        }
    }

    private static void Scale(Span<double> column, double factor)
    {
        for (var i = 0; i < column.Length; i++)
        {
            column[i] *= factor;
        }
    }
}
