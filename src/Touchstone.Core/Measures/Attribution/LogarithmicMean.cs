namespace Touchstone.Measures;

/// <summary>The logarithmic mean of two numbers above zero.</summary>
internal static class LogarithmicMean
{
    /// <summary>(a - b) / (ln a - ln b), or the number itself when both are equal.</summary>
    /// <remarks>The logarithm of a ratio near one loses its digits; log(u) * x / (u - 1) with u = 1 + x keeps them. Source: Kahan's device, in Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed. 2002, section 1.14.1.</remarks>
    public static double Of(double a, double b)
    {
        var excess = (a - b) / b;
        var ratio = 1 + excess;
        return ratio == 1 ? b : b * (ratio - 1) / Math.Log(ratio);
    }
}
