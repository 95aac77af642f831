using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>How p-values are raised because many tests were made.</summary>
public enum Adjustment
{
    /// <summary>Times the number of tests: guards against any false finding.</summary>
    Bonferroni,

    /// <summary>Step-down (Holm 1979): guards against any false finding and is never weaker than Bonferroni.</summary>
    Holm,

    /// <summary>Step-up (Benjamini and Hochberg 1995): keeps the expected share of false findings, for independent or positively dependent tests.</summary>
    BenjaminiHochberg,

    /// <summary>Step-up (Benjamini and Yekutieli 2001): the same under any dependence.</summary>
    BenjaminiYekutieli,
}

/// <summary>p-values of many tests made together.</summary>
public static class MultipleTesting
{
    /// <summary>Raises p-values for the number of tests; each stays in its place.</summary>
    /// <param name="values">p-values, each from 0 to 1; any order.</param>
    /// <param name="adjustment">How.</param>
    /// <returns>One adjusted p-value for each, from 0 to 1: a test is significant at a level when its adjusted p-value is at most the level.</returns>
    /// <remarks>
    /// With p(1) &lt;= ... &lt;= p(m): Holm max over k &lt;= i of (m - k + 1) p(k); Benjamini-Hochberg min over k &gt;= i of m p(k) / k; Benjamini-Yekutieli the same times the sum of 1 / j.
    /// Sources: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979; Benjamini and Hochberg, Journal of the Royal Statistical
    /// Society B 57, 1995; Benjamini and Yekutieli, Annals of Statistics 29, 2001.
    /// </remarks>
    public static ImmutableArray<double> Adjust(IReadOnlyList<double> values, Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(value => !(value >= 0 && value <= 1)))
        {
            throw new ArgumentException("Every p-value must be from 0 to 1.", nameof(values));
        }

        var count = values.Count;
        var order = Enumerable.Range(0, count).OrderBy(i => values[i]).ToArray();
        var adjusted = new double[count];
        if (adjustment is Adjustment.Bonferroni or Adjustment.Holm)
        {
            var highest = 0.0;
            for (var k = 0; k < count; k++)
            {
                var raised = values[order[k]] * (adjustment == Adjustment.Holm ? count - k : count);
                highest = Math.Max(highest, Math.Min(1, raised));
                adjusted[order[k]] = highest;
            }

            return [.. adjusted];
        }

        var factor = adjustment == Adjustment.BenjaminiYekutieli ? Enumerable.Range(1, count).Sum(j => 1.0 / j) : 1;
        var lowest = 1.0;
        for (var k = count - 1; k >= 0; k--)
        {
            lowest = Math.Min(lowest, values[order[k]] * count * factor / (k + 1));
            adjusted[order[k]] = lowest;
        }

        return [.. adjusted];
    }
}
