namespace Touchstone.Studies;

/// <summary>The Gaussian log-likelihood of a regression on one factor with GARCH(1,1) errors, as a function of five free numbers.</summary>
/// <remarks>
/// The numbers are a shift of the constant, a shift of the slope, the logarithm of the lasting variance, and two that the logistic function takes into (0, 1): the
/// persistence a + b and the share of a in it. So every point is admitted, and a + b stays below one.
/// </remarks>
internal sealed class GarchLikelihood(double[] residuals, double[] factor)
{
    private static readonly (double Persistence, double Share)[] Starts = [(0.95, 0.05), (0.9, 0.15), (0.6, 0.3), (0.2, 0.5)];

    private readonly double[] _errors = new double[residuals.Length];
    private readonly double[] _heights = new double[residuals.Length];

    /// <summary>The constant, the weight of the last square, the weight of the last variance.</summary>
    public static (double Constant, double Arch, double Lag) Parameters(double[] free)
    {
        var persistence = Logistic(free[3]);
        var share = Logistic(free[4]);
        return (Math.Exp(free[2]) * (1 - persistence), persistence * share, persistence * (1 - share));
    }

    /// <summary>The point of the greatest likelihood, from several starts.</summary>
    public double[] Maximise()
    {
        double[]? best = null;
        var lowest = double.PositiveInfinity;
        foreach (var (persistence, share) in Starts)
        {
            var found = NelderMead.Minimise(Cost, [0, 0, 0, Logit(persistence), Logit(share)], 0.5);
            var cost = Cost(found);
            if (cost < lowest)
            {
                (best, lowest) = (found, cost);
            }
        }

        return best!;
    }

    /// <summary>The log-likelihood of a point, with errors and variances of each day.</summary>
    public double Run(double[] free, double[] errors, double[] heights)
    {
        var (w, a, b) = Parameters(free);
        var squares = 0.0;
        for (var i = 0; i < residuals.Length; i++)
        {
            errors[i] = residuals[i] - free[0] - (free[1] * factor[i]);
            squares += errors[i] * errors[i];
        }

        var height = squares / residuals.Length;
        var sum = 0.0;
        for (var i = 0; i < residuals.Length; i++)
        {
            heights[i] = height;
            var square = errors[i] * errors[i];
            sum += Math.Log(height) + (square / height);
            height = w + (a * square) + (b * height);
        }

        return -0.5 * (sum + (residuals.Length * Math.Log(2 * Math.PI)));
    }

    private double Cost(double[] free)
    {
        var value = Run(free, _errors, _heights);
        return double.IsFinite(value) ? -value : double.MaxValue;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
