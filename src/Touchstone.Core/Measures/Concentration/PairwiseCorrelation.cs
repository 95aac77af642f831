using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Measures;

/// <summary>The mean correlation over all pairs of many stocks, without going through the pairs.</summary>
/// <remarks>
/// With every series of returns brought to mean 0 and variance 1, the variance of their sum is N + N(N - 1) * mean correlation. So the mean over
/// N(N - 1) / 2 pairs takes N numbers for each day of the window instead of N squared: mean = (var(sum) - N) / (N(N - 1)).
/// The identity is exact. Source: the variance of a sum; Skinzi and Refenes, "Implied correlation index", Journal of Futures Markets 25, 2005, use it for an index.
/// </remarks>
internal static class PairwiseCorrelation
{
    /// <summary>The mean correlation over a span of returns.</summary>
    /// <param name="table">The returns.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The last row, included; two rows or more.</param>
    /// <param name="isCounted">Which stocks to count; those without every return or without any movement are passed over.</param>
    /// <param name="counted">How many were counted.</param>
    /// <returns>The mean, from -1 / (N - 1) to 1; not a number when fewer than two were counted.</returns>
    public static double Over(ReturnTable table, int first, int last, ReadOnlySpan<bool> isCounted, out int counted)
    {
        var work = new Workspace(table.Stocks);
        return Over(table, first, last, isCounted, work, out counted);
    }

    /// <summary>The mean correlation over the last rows up to each row; not a number before there are enough.</summary>
    /// <param name="table">The returns.</param>
    /// <param name="length">How many rows a window has; two or more.</param>
    /// <param name="isMember">Whether a stock belongs on a session (row + 1), session by session; null when all do.</param>
    public static double[] Rolling(ReturnTable table, int length, bool[]? isMember)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        var means = new double[table.Rows];
        var work = new Workspace(table.Stocks);
        for (var row = 0; row < means.Length; row++)
        {
            means[row] = row < length - 1
                ? double.NaN
                : Over(table, row - length + 1, row, isMember is null ? default : isMember.AsSpan((row + 1) * table.Stocks, table.Stocks), work, out _);
        }

        return means;
    }

    private static double Over(ReturnTable table, int first, int last, ReadOnlySpan<bool> isCounted, Workspace work, out int counted)
    {
        var (stocks, rows) = (table.Stocks, last - first + 1);
        var means = work.Means;
        var scales = work.Scales;
        scales.Clear();
        var before = table.Sums.AsSpan(first * stocks, stocks);
        var after = table.Sums.AsSpan((last + 1) * stocks, stocks);
        for (var stock = 0; stock < stocks; stock++)
        {
            means[stock] = (after[stock] - before[stock]) / rows;
        }

        for (var row = first; row <= last; row++)
        {
            AddSquares(table.Returns.AsSpan(row * stocks, stocks), means, scales);
        }

        counted = 0;
        for (var stock = 0; stock < stocks; stock++)
        {
            // A series that rises alike every day leaves the last bits of its mean: squares of that size are no movement.
            var isMoving = scales[stock] > rows * 1e-30 * (1 + (means[stock] * means[stock]));
            var counts = isMoving && (isCounted.Length == 0 || isCounted[stock]) && table.IsWhole(stock, first, last);
            counted += counts ? 1 : 0;
            scales[stock] = counts ? 1 / Math.Sqrt(scales[stock]) : 0;
        }

        if (counted < 2)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (var row = first; row <= last; row++)
        {
            var day = Scaled(table.Returns.AsSpan(row * stocks, stocks), means, scales);
            sum += day * day;
        }

        return (sum - counted) / ((double)counted * (counted - 1));
    }

    private static void AddSquares(ReadOnlySpan<double> row, ReadOnlySpan<double> means, Span<double> squares)
    {
        var x = MemoryMarshal.Cast<double, Vector<double>>(row);
        var m = MemoryMarshal.Cast<double, Vector<double>>(means);
        var y = MemoryMarshal.Cast<double, Vector<double>>(squares);
        for (var i = 0; i < x.Length; i++)
        {
            var deviation = x[i] - m[i];
            y[i] += deviation * deviation;
        }

        for (var i = x.Length * Vector<double>.Count; i < row.Length; i++)
        {
            squares[i] += (row[i] - means[i]) * (row[i] - means[i]);
        }
    }

    /// <summary>The sum over the stocks; eight lanes on every machine, so that the last bits are the same on all.</summary>
    private static double Scaled(ReadOnlySpan<double> row, ReadOnlySpan<double> means, ReadOnlySpan<double> scales)
    {
        var x = MemoryMarshal.Cast<double, Vector512<double>>(row);
        var m = MemoryMarshal.Cast<double, Vector512<double>>(means);
        var s = MemoryMarshal.Cast<double, Vector512<double>>(scales);
        var lanes = Vector512<double>.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            lanes += (x[i] - m[i]) * s[i];
        }

        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            sum += lanes[lane];
        }

        for (var i = x.Length * Vector512<double>.Count; i < row.Length; i++)
        {
            sum += (row[i] - means[i]) * scales[i];
        }

        return sum;
    }

    /// <summary>Arrays of one number for each stock, used again for each window.</summary>
    private sealed class Workspace(int stocks)
    {
        private readonly double[] _means = new double[stocks];
        private readonly double[] _scales = new double[stocks];

        public Span<double> Means => _means;

        public Span<double> Scales => _scales;
    }
}
