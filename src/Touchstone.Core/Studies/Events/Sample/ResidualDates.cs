namespace Touchstone.Studies;

/// <summary>The days of one event's estimation residuals on a clock that all events share, and the residuals on it.</summary>
internal sealed class ResidualDates
{
    private readonly double[] _values;

    // Made when days other than all are first asked for: a sample with one common date never does.
    private readonly Lazy<(double[] Sums, double[] Squares)> _running;

    private ResidualDates(int start, double[] values, double[]? present)
    {
        (Start, _values, Present) = (start, values, present);
        _running = new Lazy<(double[] Sums, double[] Squares)>(() => RunningSums(values));
    }

    /// <summary>The first day on the clock.</summary>
    public int Start { get; }

    /// <summary>The day after the last.</summary>
    public int End => Start + Values.Length;

    /// <summary>One number a day from the first to the last; 0 where missing.</summary>
    public double[] Values => _values;

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

        if (fit.Used == clock.Length && clock[last] - clock[first] == last)
        {
            return new ResidualDates(clock[first], fit.Residuals, null);
        }

        var values = new double[clock[last] - clock[first] + 1];
        var present = new double[values.Length];
        for (var day = first; day <= last; day++)
        {
            if (!double.IsNaN(fit.Residuals[day]))
            {
                values[clock[day] - clock[first]] = fit.Residuals[day];
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

    /// <summary>Mean and root of the sum of squares about it, over a run of days without holes; a norm that is only rounding is zero.</summary>
    public (double Mean, double Norm) Over(int from, int to)
    {
        var count = to - from;
        var (sum, raw) = count == _values.Length ? (Dots.Sum(_values), Dots.Dot(_values, _values)) : Running(from - Start, to - Start);
        var squares = raw - (sum * sum / count);
        return (sum / count, squares > 1e-12 * raw ? Math.Sqrt(squares) : 0);
    }

    private (double Sum, double Squares) Running(int from, int to)
    {
        var (sums, squares) = _running.Value;
        return (sums[to] - sums[from], squares[to] - squares[from]);
    }

    private static (double[] Sums, double[] Squares) RunningSums(double[] values)
    {
        var (sums, squares) = (new double[values.Length + 1], new double[values.Length + 1]);
        for (var i = 0; i < values.Length; i++)
        {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + (values[i] * values[i]);
        }

        return (sums, squares);
    }
}
