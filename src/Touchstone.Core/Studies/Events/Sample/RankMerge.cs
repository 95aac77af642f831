namespace Touchstone.Studies;

/// <summary>Ranks of an event's estimation residuals and some event-day values together, by merging two sorted lists.</summary>
internal sealed class RankMerge(int estimationDays, int eventDays)
{
    private readonly double[] _values = new double[eventDays];
    private readonly int[] _days = new int[eventDays];

    /// <summary>The rank of each estimation day, in the order of <see cref="EventRanks.Sorted"/>.</summary>
    public double[] Estimation { get; } = new double[estimationDays];

    /// <summary>The rank of each event day; 0 where it has no value.</summary>
    public double[] Event { get; } = new double[eventDays];

    /// <summary>The value in the middle of all.</summary>
    public double Median { get; private set; }

    /// <summary>Values ranked in all.</summary>
    public int Count { get; private set; }

    /// <summary>Ranks one event.</summary>
    /// <param name="ranks">Its estimation residuals.</param>
    /// <param name="values">The event-day values on the scale of the residuals; NaN where there is none.</param>
    public void Rank(EventRanks ranks, ReadOnlySpan<double> values)
    {
        var extra = SortEventDays(values);
        var sorted = ranks.Sorted;
        Count = sorted.Length + extra;
        var (low, high) = ((Count - 1) / 2, Count / 2);
        var (middleLow, middleHigh) = (0.0, 0.0);
        var (i, j) = (0, 0);
        while (i < sorted.Length || j < extra)
        {
            var value = j >= extra || (i < sorted.Length && sorted[i] <= _values[j]) ? sorted[i] : _values[j];
            var (firstI, firstJ) = (i, j);
            while (i < sorted.Length && sorted[i] == value)
            {
                i++;
            }

            while (j < extra && _values[j] == value)
            {
                j++;
            }

            var (before, after) = (firstI + firstJ, i + j);
            var rank = (before + 1 + after) / 2.0;
            for (var k = firstI; k < i; k++)
            {
                Estimation[k] = rank;
            }

            for (var k = firstJ; k < j; k++)
            {
                Event[_days[k]] = rank;
            }

            middleLow = before <= low && low < after ? value : middleLow;
            middleHigh = before <= high && high < after ? value : middleHigh;
        }

        Median = (middleLow + middleHigh) / 2;
    }

    private int SortEventDays(ReadOnlySpan<double> values)
    {
        var count = 0;
        for (var day = 0; day < values.Length; day++)
        {
            Event[day] = 0;
            if (double.IsNaN(values[day]))
            {
                continue;
            }

            var at = count++;
            for (; at > 0 && _values[at - 1] > values[day]; at--)
            {
                (_values[at], _days[at]) = (_values[at - 1], _days[at - 1]);
            }

            (_values[at], _days[at]) = (values[day] + 0.0, day);
        }

        return count;
    }
}
