using System.Diagnostics;
using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>
/// Bubble tests: all windows of random walks by the kernel, against a regression for each window in two passes (means first, then sums of
/// squares and residuals), in the same run. Times are medians; the whole call is timed, checks and result included.
/// </summary>
internal static class ExuberanceBench
{
    private const int Rounds = 9;

    /// <summary>Runs it.</summary>
    /// <param name="longestPlain">The longest series that the straightforward program is given; it takes about a minute for 5,000 points.</param>
    public static int Run(int longestPlain)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Exuberance.Test, all windows; one thread; {Environment.ProcessorCount} processors"));
        var before = 0.0;
        foreach (var points in new[] { 500, 1000, 2000, 5000, 10_000 })
        {
            var walk = Walk(points);
            var seconds = Median(() => Exuberance.Test(walk));
            var (plain, difference) = points <= longestPlain ? Straightforward(walk) : (0, 0);
            var against = plain > 0 ? $"{plain * 1e3,10:#,0.0} ms straightforward, {plain / seconds,8:#,0}x; largest difference {difference:0.0e0}" : "";
            var growth = before > 0 ? $"{seconds / before,5:F1}x the line before" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  T = {points,6:#,0}, lag 0   {seconds * 1e3,8:F2} ms  {growth,-24} {against}"));
            before = seconds;
        }

        Lags(Walk(5000));
        Bootstrap(Walk(500));
        return 0;
    }

    private static void Lags(double[] walk)
    {
        var none = Median(() => Exuberance.Test(walk));
        foreach (var lag in new[] { 1, 2, 4, 8 })
        {
            var seconds = Median(() => Exuberance.Test(walk, new ExuberanceOptions { Lag = lag }));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  T = {walk.Length,6:#,0}, lag {lag}   {seconds * 1e3,8:F2} ms  {seconds / none,5:F1}x lag 0"));
        }
    }

    private static void Bootstrap(double[] walk)
    {
        var (plain, _) = Straightforward(walk);
        foreach (var threads in new[] { 1, 2 })
        {
            foreach (var lines in new[] { false, true })
            {
                var options = new SimulationOptions { Replicates = 500, Threads = threads, Lines = lines };
                var seconds = Median(() => CriticalValues.WildBootstrap(walk, null, options));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  500 wild replicates, T = {walk.Length}, {threads} thread(s), {(lines ? "with" : "without")} lines   {seconds * 1e3,8:F1} ms  {500 * plain / seconds,8:#,0}x 500 times one straightforward run on one thread"));
            }
        }
    }

    private static double[] Walk(int points)
    {
        var random = StudyRandom.Of(1);
        var walk = new double[points];
        for (var t = 1; t < points; t++)
        {
            walk[t] = walk[t - 1] + random.Normal();
        }

        return walk;
    }

    private static double Median(Action action)
    {
        action();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            action();
            times[round] = watch.Elapsed.TotalSeconds;
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>What one would write first: for each window its means, then its sums, then its residuals.</summary>
    private static (double Seconds, double Difference) Straightforward(double[] series)
    {
        var minimum = MinimumWindow.RegressionRows(series.Length);
        var greatest = new double[series.Length - minimum];
        var watch = Stopwatch.StartNew();
        for (var end = minimum; end < series.Length; end++)
        {
            greatest[end - minimum] = double.NegativeInfinity;
            for (var start = 0; start <= end - minimum; start++)
            {
                greatest[end - minimum] = Math.Max(greatest[end - minimum], Ratio(series.AsSpan(start, end - start + 1)));
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var kernel = Exuberance.Test(series).Value.Bsadf;
        return (seconds, greatest.Select((value, i) => Math.Abs(value - kernel[minimum + i]) / Math.Max(1, Math.Abs(value))).Max());
    }

    private static double Ratio(ReadOnlySpan<double> window)
    {
        var rows = window.Length - 1;
        var (meanLevel, meanChange) = (0.0, (window[^1] - window[0]) / rows);
        for (var t = 0; t < rows; t++)
        {
            meanLevel += window[t];
        }

        meanLevel /= rows;
        var (squares, products) = (0.0, 0.0);
        for (var t = 0; t < rows; t++)
        {
            var level = window[t] - meanLevel;
            squares += level * level;
            products += level * (window[t + 1] - window[t] - meanChange);
        }

        var (slope, residuals) = (products / squares, 0.0);
        for (var t = 0; t < rows; t++)
        {
            var residual = window[t + 1] - window[t] - meanChange - (slope * (window[t] - meanLevel));
            residuals += residual * residual;
        }

        return slope / Math.Sqrt(residuals / (rows - 2) / squares);
    }
}
