namespace Touchstone.Measures;

/// <summary>How many standard deviations a number lies from the mean of some numbers.</summary>
internal static class StandardScore
{
    /// <summary>Mean and sample standard deviation (n - 1), by Welford's running sums; the deviation is 0 for fewer than two.</summary>
    public static (double Mean, double Deviation) Of(ReadOnlySpan<double> values)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var value in values)
        {
            count++;
            var delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }

        return (mean, count < 2 ? 0 : Math.Sqrt(squares / (count - 1)));
    }
}
