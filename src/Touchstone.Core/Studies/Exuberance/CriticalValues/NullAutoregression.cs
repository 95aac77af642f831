using MathNet.Numerics.LinearRegression;

namespace Touchstone.Studies;

/// <summary>The null hypothesis fitted to a series: changes on a constant and changes before them, no level.</summary>
/// <param name="Constant">The constant: drift a point.</param>
/// <param name="Slopes">Coefficients of the changes before, nearest first.</param>
/// <param name="Residuals">Residuals in order of time, the first for the change after the first <c>Slopes.Length</c> ones.</param>
internal sealed record NullAutoregression(double Constant, double[] Slopes, double[] Residuals)
{
    /// <summary>Fits by least squares.</summary>
    /// <param name="series">The levels.</param>
    /// <param name="order">Changes before; fewer than half the changes there are.</param>
    public static Answer<NullAutoregression> Fit(ReadOnlySpan<double> series, int order)
    {
        var changes = new double[series.Length - 1];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = series[i + 1] - series[i];
        }

        var rows = changes.Length - order;
        if (rows < order + 2)
        {
            return SeriesChecks.Undefined($"The series has {series.Length} points; fitting {order} lagged changes and a constant needs at least {(2 * order) + 3}.");
        }

        var responses = changes[order..];
        var coefficients = new[] { responses.Average() };
        if (order > 0)
        {
            var regressors = Enumerable.Range(order, rows).Select(t => Enumerable.Range(1, order).Select(lag => changes[t - lag]).ToArray()).ToArray();
            coefficients = MultipleRegression.QR(regressors, responses, true);
        }

        if (!coefficients.All(double.IsFinite))
        {
            return SeriesChecks.Undefined($"The {order} lagged changes of the series are multiples of one another, so the null hypothesis cannot be fitted; take fewer.");
        }

        var residuals = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var fitted = coefficients[0];
            for (var lag = 1; lag <= order; lag++)
            {
                fitted += coefficients[lag] * changes[row + order - lag];
            }

            residuals[row] = responses[row] - fitted;
        }

        return Answer<NullAutoregression>.Of(new NullAutoregression(coefficients[0], coefficients[1..], residuals), new Working { Formula = "change = constant + Σ slope(j) change(t-j) + residual" });
    }
}
