namespace Touchstone.Studies;

/// <summary>The days of one event's estimation residuals on a clock that all events share, and the residuals on it.</summary>
internal sealed class ResidualDates
{
    private readonly double[] _sums;
    private readonly double[] _squares;

    private ResidualDates(int start, double[] values, double[]? present)
    {
        (Start, Values, Present) = (start, values, present);
        (_sums, _squares) = (new double[values.Length + 1], new double[values.Length + 1]);
        for (var i = 0; i < values.Length; i++)
        {
            _sums[i + 1] = _sums[i] + values[i];
            _squares[i + 1] = _squares[i] + (values[i] * values[i]);
        }
    }

    /// <summary>The first day on the clock.</summary>
    public int Start { get; }

    /// <summary>The day after the last.</summary>
    public int End => Start + Values.Length;

    /// <summary>One number a day from the first to the last; 0 where missing.</summary>
    public double[] Values { get; }

    /// <summary>1 where there is a residual, 0 where not; null when there is one on every day.</summary>
    public double[]? Present { get; }

    /// <summary>Places the residuals of an event on a clock.</summary>
    /// <param name="fit">The event.</param>
    /// <param name="clock">The place on the clock of each estimation day, ascending.</param>
    public static ResidualDates Of(EventFit fit, ReadOnlySpan<int> clock)
    {
        var (first, last) = (0, clock.Length - 1);
        while (double.IsNaN(fit.Residuals[first]))
        {
            first++;
        }

        while (double.IsNaN(fit.Residuals[last]))
        {
            last--;
        }

        var values = new double[clock[last] - clock[first] + 1];
        var present = new double[values.Length];
        for (var day = first; day <= last; day++)
        {
            if (!double.IsNaN(fit.Residuals[day]))
            {
                // In units of the event's own deviation, so that sums of squares keep their digits.
                values[clock[day] - clock[first]] = fit.Residuals[day] / fit.Deviation;
                present[clock[day] - clock[first]] = 1;
            }
        }

        return new ResidualDates(clock[first], values, fit.Used == values.Length ? null : present);
    }

    /// <summary>Whether another event has residuals on exactly the same days.</summary>
    public bool HasDaysOf(ResidualDates other) =>
        Start == other.Start && Values.Length == other.Values.Length && (Present is null) == (other.Present is null) && (Present is null || Present.AsSpan().SequenceEqual(other.Present));

    /// <summary>A number that is the same for the same days.</summary>
    public int DaysHash()
    {
        var hash = new HashCode();
        hash.Add(Start);
        hash.Add(Values.Length);
        foreach (var day in Present ?? [])
        {
            hash.Add(day);
        }

        return hash.ToHashCode();
    }

    /// <summary>Mean and root of the sum of squares about it, over a run of days without holes.</summary>
    public (double Mean, double Norm) Over(int from, int to)
    {
        var count = to - from;
        var sum = _sums[to - Start] - _sums[from - Start];
        var squares = _squares[to - Start] - _squares[from - Start] - (sum * sum / count);
        return (sum / count, squares > 1e-12 ? Math.Sqrt(squares) : 0);
    }
}
