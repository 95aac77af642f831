using System.Globalization;

namespace Touchstone.Studies;

/// <summary>Whether a series can be tested at all, and the sentence for why not.</summary>
internal static class SeriesChecks
{
    /// <summary>No window's residuals are above the rounding of the data.</summary>
    public static Problem NoResidual { get; } = new(
        ProblemKind.Undefined,
        "The regression over the whole series leaves no residual beyond rounding (a straight line, a pure exponential, or a lagged change that never varies), so its t ratio is no number.");

    /// <summary>The shortest window in regression rows: as asked, or by the standard rule.</summary>
    public static int MinimumRows(int points, ExuberanceOptions options) => options.MinimumRegressionRows ?? MinimumWindow.RegressionRows(points);

    /// <summary>The first thing wrong with a series, or null.</summary>
    public static Problem? Of(ReadOnlySpan<double> series, ExuberanceOptions options)
    {
        if (Of(series.Length, options) is { } problem)
        {
            return problem;
        }

        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsFinite(series[i]))
            {
                return Invalid($"Point {i} (counted from 0) is {series[i]}; every point of the series must be a finite number.");
            }
        }

        return series.IndexOfAnyExcept(series[0]) < 0
            ? Undefined($"All {series.Length} points are {series[0]}; a series that never moves has no test statistic.")
            : null;
    }

    /// <summary>The first thing wrong with a length, lag and window, or null.</summary>
    public static Problem? Of(int points, ExuberanceOptions options)
    {
        if (options.Lag is < 0 or > LaggedKernel.MostLags)
        {
            return Invalid($"The lag is {options.Lag}; it must be from 0 to {LaggedKernel.MostLags}.");
        }

        if (points < 1)
        {
            return Undefined($"The series is empty; a bubble test needs levels in order of time.");
        }

        var rows = MinimumRows(points, options);
        var regressors = options.Lag + 2;
        if (rows <= regressors)
        {
            var how = options.MinimumRegressionRows is null ? $"The standard rule gives windows of {rows} regression rows for {points} points" : $"The shortest window is {rows} regression rows";
            return Invalid($"{how}; {regressors} regressors (constant, level and {options.Lag} lagged changes) need at least {regressors + 1}.");
        }

        var needed = rows + options.Lag + 1;
        return points < needed ? Undefined($"The series has {points} points; a window of {rows} regression rows at lag {options.Lag} needs {needed}.") : null;
    }

    /// <summary>A question that cannot be asked.</summary>
    public static Problem Invalid(FormattableString message) => new(ProblemKind.Invalid, message.ToString(CultureInfo.InvariantCulture));

    /// <summary>A question without a number for an answer.</summary>
    public static Problem Undefined(FormattableString message) => new(ProblemKind.Undefined, message.ToString(CultureInfo.InvariantCulture));
}
