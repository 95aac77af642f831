namespace Touchstone.Studies;

/// <summary>The shortest window that a recursive test looks at.</summary>
public static class MinimumWindow
{
    /// <summary>The standard rule: floor(T (0.01 + 1.8 / √T)) regression rows.</summary>
    /// <param name="points">Data points of the series, T; at least 1.</param>
    /// <remarks>
    /// Counted in regression rows, not in data points: a window of n rows at lag k holds n + k + 1 points. A tool that counts points takes
    /// the same number for a window shorter by k + 1 rows, and finds somewhat other maxima.
    /// Source: Phillips, Shi and Yu, "Testing for multiple bubbles: Historical episodes of exuberance and collapse in the S&amp;P 500",
    /// International Economic Review 56(4), 2015, section 3.
    /// </remarks>
    public static int RegressionRows(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return (int)Math.Floor(points * (0.01 + (1.8 / Math.Sqrt(points))));
    }
}
