using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>
/// A statistic at each window end, from the first end a window can have to the last point. Ends where no window has a statistic (the
/// series did not move, or moved without any residual) are marked so and hold no number. Immutable.
/// </summary>
public sealed class StatisticSequence
{
    private readonly ImmutableArray<double> _values;

    private StatisticSequence(int firstEnd, ImmutableArray<double> values) => (FirstEnd, _values) = (firstEnd, values);

    /// <summary>The first window end: the position of a data point, from 0.</summary>
    public int FirstEnd { get; }

    /// <summary>The last window end, included.</summary>
    public int LastEnd => FirstEnd + _values.Length - 1;

    /// <summary>How many ends there are, those without a statistic among them.</summary>
    public int Count => _values.Length;

    /// <summary>The ends that have a statistic, ascending, with it.</summary>
    public IEnumerable<(int End, double Value)> Defined => Enumerable.Range(FirstEnd, Count).Where(IsDefined).Select(end => (end, this[end]));

    /// <summary>The statistic at an end; asking where there is none is a mistake of the caller.</summary>
    /// <param name="end">From <see cref="FirstEnd"/> to <see cref="LastEnd"/>.</param>
    public double this[int end] =>
        IsDefined(end) ? _values[end - FirstEnd] : throw new InvalidOperationException($"The sequence has no statistic at end {end}; ask IsDefined first.");

    /// <summary>A sequence of finite numbers.</summary>
    /// <param name="firstEnd">The position of the first, from 0.</param>
    /// <param name="values">One for each end; finite.</param>
    public static StatisticSequence Of(int firstEnd, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEnd);
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"The sequence holds {value}; every number must be finite.", nameof(values));
            }
        }

        return new StatisticSequence(firstEnd, [.. values]);
    }

    /// <summary>Whether there is a statistic at an end.</summary>
    /// <param name="end">Any position; outside the sequence there is none.</param>
    public bool IsDefined(int end) => end >= FirstEnd && end <= LastEnd && double.IsFinite(_values[end - FirstEnd]);

    /// <summary>A sequence as the kernel writes it: minus infinity where there is no statistic.</summary>
    internal static StatisticSequence Marked(int firstEnd, ReadOnlySpan<double> values) => new(firstEnd, [.. values]);
}
