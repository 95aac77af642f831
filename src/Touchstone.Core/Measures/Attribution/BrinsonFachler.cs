namespace Touchstone.Measures;

/// <summary>The weight and return of one group on both sides of a comparison, as fractions.</summary>
/// <param name="Weight">The part of the portfolio at the start.</param>
/// <param name="Return">Its return over the period in the portfolio; not read where the weight is zero.</param>
/// <param name="BenchmarkWeight">The part of the benchmark at the start.</param>
/// <param name="BenchmarkReturn">Its return in the benchmark; not read where that weight is zero.</param>
public readonly record struct GroupPair(double Weight, double Return, double BenchmarkWeight, double BenchmarkReturn);

/// <summary>Splits the excess return of one period over groups.</summary>
public static class BrinsonFachler
{
    /// <summary>The effects of each group; over all groups they sum to the excess return Σ w r - Σ w_b r_b when both weights sum to one.</summary>
    /// <param name="groups">The groups.</param>
    /// <returns>One set of effects for each group, in the same order.</returns>
    /// <remarks>
    /// allocation = (w - w_b)(r_b - R_b), selection = w_b (r - r_b), interaction = (w - w_b)(r - r_b), with R_b = Σ w_b r_b. A group that only one side holds has no return on the other; the return of the side that holds it stands for both, so that all
    /// of its effect is allocation. Source: Brinson and Fachler, "Measuring Non-US Equity Portfolio Performance", Journal of Portfolio Management 11(3), 1985; Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd ed. 2008, chapter 5.
    /// </remarks>
    public static BrinsonEffects[] Split(ReadOnlySpan<GroupPair> groups)
    {
        var whole = 0.0;
        foreach (var group in groups)
        {
            whole += group.BenchmarkWeight == 0 ? 0 : group.BenchmarkWeight * group.BenchmarkReturn;
        }

        var effects = new BrinsonEffects[groups.Length];
        for (var index = 0; index < groups.Length; index++)
        {
            var group = groups[index];
            var own = group.Weight == 0 ? group.BenchmarkReturn : group.Return;
            var other = group.BenchmarkWeight == 0 ? own : group.BenchmarkReturn;
            var active = group.Weight - group.BenchmarkWeight;
            effects[index] = group is { Weight: 0, BenchmarkWeight: 0 }
                ? default
                : new BrinsonEffects(active * (other - whole), group.BenchmarkWeight * (own - other), active * (own - other));
        }

        return effects;
    }
}
