using System.Numerics;

namespace Touchstone.Tests.Studies;

/// <summary>
/// The plain regression that the kernel must agree with: every window on its own, in exact rational arithmetic or in long sums. Nothing is
/// shared with the kernel, not even the formula: normal equations, solved, then residuals one by one.
/// </summary>
internal static class TwoPass
{
    /// <summary>t ratio of the level's coefficient, in fractions of whole numbers: no rounding before the last square root.</summary>
    /// <param name="series">Levels.</param>
    /// <param name="start">First point of the window.</param>
    /// <param name="end">Last point, included.</param>
    /// <param name="lag">Lagged changes.</param>
    public static double Exact(ReadOnlySpan<double> series, int start, int end, int lag)
    {
        var (rows, responses) = Design(series, start, end, lag, Fraction.Of);
        var inverse = Fraction.Inverse(Products(rows));
        var slopes = Times(inverse, Products(rows, responses));
        var squares = rows.Select((row, t) => responses[t] - Sum(row.Select((cell, j) => cell * slopes[j]))).Select(residual => residual * residual);
        var variance = Sum(squares) / Fraction.Of(rows.Length - lag - 2);
        var square = slopes[1] * slopes[1] / (variance * inverse[1][1]);
        return Math.Sign(slopes[1].ToDouble()) * Math.Sqrt(square.ToDouble());
    }

    private static (Fraction[][] Rows, Fraction[] Responses) Design(ReadOnlySpan<double> series, int start, int end, int lag, Func<double, Fraction> of)
    {
        var levels = new Fraction[end + 1];
        for (var t = start; t <= end; t++)
        {
            levels[t] = of(series[t]);
        }

        var times = Enumerable.Range(start + lag + 1, end - start - lag).ToArray();
        return (
            times.Select(t => (Fraction[])[of(1), levels[t - 1], .. Enumerable.Range(1, lag).Select(j => levels[t - j] - levels[t - j - 1])]).ToArray(),
            times.Select(t => levels[t] - levels[t - 1]).ToArray());
    }

    private static Fraction Sum(IEnumerable<Fraction> terms) => terms.Aggregate(Fraction.Of(0), (sum, term) => sum + term);

    private static Fraction[][] Products(Fraction[][] rows) =>
        Enumerable.Range(0, rows[0].Length).Select(i => Enumerable.Range(0, rows[0].Length).Select(j => Sum(rows.Select(row => row[i] * row[j]))).ToArray()).ToArray();

    private static Fraction[] Products(Fraction[][] rows, Fraction[] responses) =>
        Enumerable.Range(0, rows[0].Length).Select(i => Sum(rows.Select((row, t) => row[i] * responses[t]))).ToArray();

    private static Fraction[] Times(Fraction[][] matrix, Fraction[] vector) => matrix.Select(row => Sum(row.Select((cell, j) => cell * vector[j]))).ToArray();
}

/// <summary>A whole number over a power of two, or over another whole number after a division: exact.</summary>
internal readonly record struct Fraction(BigInteger Top, BigInteger Bottom)
{
    public static Fraction Of(double value)
    {
        if (value == 0)
        {
            return new Fraction(0, 1);
        }

        var exponent = Math.ILogB(value) - 52;
        var digits = (BigInteger)Math.ScaleB(value, -exponent);
        return exponent >= 0 ? new Fraction(digits << exponent, 1) : new Fraction(digits, BigInteger.One << -exponent);
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        left.Bottom == right.Bottom ? Reduced(left.Top + right.Top, left.Bottom) : Reduced((left.Top * right.Bottom) + (right.Top * left.Bottom), left.Bottom * right.Bottom);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Top, right.Bottom);

    public static Fraction operator *(Fraction left, Fraction right) => Reduced(left.Top * right.Top, left.Bottom * right.Bottom);

    public static Fraction operator /(Fraction left, Fraction right) => Reduced(left.Top * right.Bottom * right.Top.Sign, left.Bottom * BigInteger.Abs(right.Top));

    /// <summary>Gauss–Jordan.</summary>
    public static Fraction[][] Inverse(Fraction[][] matrix)
    {
        var size = matrix.Length;
        var work = matrix.Select((row, i) => (Fraction[])[.. row, .. Enumerable.Range(0, size).Select(j => Of(i == j ? 1 : 0))]).ToArray();
        for (var pivot = 0; pivot < size; pivot++)
        {
            var scale = work[pivot][pivot];
            work[pivot] = work[pivot].Select(cell => cell / scale).ToArray();
            for (var other = 0; other < size; other++)
            {
                if (other != pivot)
                {
                    var factor = work[other][pivot];
                    work[other] = work[other].Select((cell, j) => cell - (factor * work[pivot][j])).ToArray();
                }
            }
        }

        return work.Select(row => row[size..]).ToArray();
    }

    public double ToDouble()
    {
        if (Top.IsZero)
        {
            return 0;
        }

        var shift = 80 - (int)(Top.GetBitLength() - Bottom.GetBitLength());
        var quotient = shift >= 0 ? (Top << shift) / Bottom : Top / (Bottom << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    private static Fraction Reduced(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        return new Fraction(top / common, bottom / common);
    }
}
