using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>The ends of a logarithmic axis and the round numbers that are marked on it.</summary>
/// <param name="Low">The lower end, above zero.</param>
/// <param name="High">The upper end.</param>
/// <param name="Marks">The numbers, ascending.</param>
internal sealed record LogarithmicScale(double Low, double High, ImmutableArray<double> Marks)
{
    private const int LeastMarks = 4;

    // Steps of a decade, from coarse to fine.
    private static readonly double[][] Steps =
    [
        [1], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9], [.. Enumerable.Range(20, 180).Select(step => step / 20.0)], [.. Enumerable.Range(100, 900).Select(step => step / 100.0)],
    ];

    /// <summary>The scale that numbers fill but for a margin.</summary>
    /// <param name="values">The numbers; all above zero.</param>
    public static LogarithmicScale Of(IEnumerable<double> values)
    {
        var all = values.DefaultIfEmpty(1).ToArray();
        var margin = Math.Max(Math.Pow(all.Max() / all.Min(), 0.06), 1.005);
        var (low, high) = (all.Min() / margin, all.Max() * margin);
        var marks = Steps.Select(steps => Between(steps, low, high)).FirstOrDefault(found => found.Length >= LeastMarks, []);
        return new LogarithmicScale(low, high, marks);
    }

    private static ImmutableArray<double> Between(double[] steps, double low, double high)
    {
        var decades = Enumerable.Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)) - (int)Math.Floor(Math.Log10(low)) + 1);
        return [.. decades.SelectMany(decade => steps.Select(step => Math.Round(step * Math.Pow(10, decade), 12))).Where(mark => mark >= low && mark <= high).Distinct().Order()];
    }
}
