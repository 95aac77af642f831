using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>Simulated values of a statistic under the null hypothesis, ascending. Immutable.</summary>
public sealed class Draws
{
    private Draws(ImmutableArray<double> ascending) => Ascending = ascending;

    /// <summary>The values, ascending; all finite, at least one.</summary>
    public ImmutableArray<double> Ascending { get; }

    /// <summary>Draws in any order.</summary>
    /// <param name="values">Finite; at least one.</param>
    public static Draws Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ImmutableArray<double> ascending = [.. values.Order()];
        return ascending.IsEmpty || !double.IsFinite(ascending[0]) || !double.IsFinite(ascending[^1])
            ? throw new ArgumentException("Draws must be finite numbers, at least one.", nameof(values))
            : new Draws(ascending);
    }

    /// <summary>The critical value of a level: the quantile with linear interpolation between draws (type 7 of Hyndman and Fan).</summary>
    /// <param name="level">The level as a fraction: 0.95 for a test at 5%. From 0 to 1, both included.</param>
    /// <remarks>Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996.</remarks>
    public double Quantile(double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 1);
        return Quantile(Ascending.AsSpan(), level);
    }

    /// <summary>The right-tailed p-value: (1 + draws at or above the statistic) / (1 + draws). Never zero.</summary>
    /// <param name="statistic">The statistic of the data.</param>
    /// <remarks>Source: Davison and Hinkley, "Bootstrap methods and their application", 1997, section 4.2.</remarks>
    public double PValue(double statistic) => (1.0 + Ascending.Count(draw => draw >= statistic)) / (1.0 + Ascending.Length);

    /// <summary>The type 7 quantile of ascending numbers.</summary>
    internal static double Quantile(ReadOnlySpan<double> ascending, double level)
    {
        var place = level * (ascending.Length - 1);
        var below = (int)Math.Floor(place);
        return below + 1 >= ascending.Length ? ascending[^1] : ascending[below] + ((place - below) * (ascending[below + 1] - ascending[below]));
    }
}
