namespace Touchstone.Studies;

/// <summary>One number a day over estimation and event days, each already over the root of the events that make it, and their spread over time.</summary>
/// <remarks>
/// With N(t) events on a day, A(t) = sum / sqrt(N(t)) has the same variance on every day, so days with fewer events weigh no more than they should.
/// S^2 = mean over all days of A(t)^2; the statistic of j days is sum of A over sqrt(j) S.
/// </remarks>
internal sealed class DaySeries
{
    private readonly double[] _values;
    private readonly int _estimationDays;

    public DaySeries(double[] sums, int[] counts, int estimationDays)
    {
        _estimationDays = estimationDays;
        _values = new double[sums.Length];
        var (squares, days) = (0.0, 0);
        for (var day = 0; day < sums.Length; day++)
        {
            _values[day] = counts[day] == 0 ? double.NaN : sums[day] / Math.Sqrt(counts[day]);
            if (counts[day] > 0)
            {
                squares += _values[day] * _values[day];
                days++;
            }
        }

        Spread = days == 0 ? 0 : Math.Sqrt(squares / days);
    }

    /// <summary>The root of the mean square over all days.</summary>
    public double Spread { get; }

    /// <summary>The sum over the days of a window that have events, and how many those are.</summary>
    public (double Sum, int Days) Over(EventWindow window, EventWindow all)
    {
        var (sum, days) = (0.0, 0);
        for (var day = window.First - all.First; day <= window.Last - all.First; day++)
        {
            var value = _values[_estimationDays + day];
            if (!double.IsNaN(value))
            {
                sum += value;
                days++;
            }
        }

        return (sum, days);
    }
}
