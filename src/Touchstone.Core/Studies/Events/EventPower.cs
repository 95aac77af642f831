using MathNet.Numerics.Distributions;

namespace Touchstone.Studies;

/// <summary>What a design can find, before it is run: the power of the two-sided test of a mean abnormal return.</summary>
/// <remarks>
/// Power = Phi(-z - d) + 1 - Phi(z - d), d = effect sqrt(N) / (deviation sqrt(days) sqrt(1 + (N - 1) r)), z the two-sided critical value of the level: the normal law,
/// abnormal returns of equal variance, with an average correlation r between events. Source: MacKinlay, "Event studies in economics and finance", Journal of Economic Literature 35, 1997, section 6.
/// </remarks>
public sealed record EventPower
{
    /// <summary>Makes a design.</summary>
    /// <param name="deviation">The standard deviation of one day's abnormal return of one event; a fraction above zero.</param>
    /// <param name="days">Days of the window that is tested; at least 1.</param>
    /// <param name="correlation">The average correlation of abnormal returns between events; from 0, included, to 1, not included.</param>
    /// <param name="level">The level of the test; above 0 and below 1.</param>
    public EventPower(double deviation, int days = 1, double correlation = 0, double level = 0.05)
    {
        if (!(deviation > 0 && double.IsFinite(deviation)))
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "The deviation must be a finite number above zero.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (!(correlation >= 0 && correlation < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "The correlation must be from 0 to below 1.");
        }

        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must be above 0 and below 1.");
        }

        (Deviation, Days, Correlation, Level) = (deviation, days, correlation, level);
    }

    /// <summary>The standard deviation of one day's abnormal return of one event.</summary>
    public double Deviation { get; }

    /// <summary>Days of the window that is tested.</summary>
    public int Days { get; }

    /// <summary>The average correlation of abnormal returns between events.</summary>
    public double Correlation { get; }

    /// <summary>The level of the test.</summary>
    public double Level { get; }

    private double Critical => -Normal.InvCDF(0, 1, Level / 2);

    /// <summary>The probability that the test finds a mean effect; from the level to 1.</summary>
    /// <param name="effect">The mean abnormal return over the window; any fraction.</param>
    /// <param name="events">How many events; at least 1.</param>
    public double Of(double effect, int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        var shift = effect / Error(events);
        return Normal.CDF(0, 1, -Critical - shift) + Normal.CDF(0, 1, shift - Critical);
    }

    /// <summary>The smallest effect that is found with a given probability.</summary>
    /// <param name="power">The probability; above the level and below 1.</param>
    /// <param name="events">How many events; at least 1.</param>
    public double SmallestEffect(double power, int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        CheckPower(power);
        var (low, high) = (0.0, (Critical + 10) * Error(events));
        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Of(middle, events) < power ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The fewest events that find an effect with a given probability.</summary>
    /// <param name="effect">The mean abnormal return over the window; a fraction other than zero.</param>
    /// <param name="power">The probability; above the level and below 1.</param>
    /// <returns>The number, or <see cref="ProblemKind.Undefined"/> when correlation keeps any number of events below that power.</returns>
    public Answer<int> EventsNeeded(double effect, double power)
    {
        CheckPower(power);
        if (!(Math.Abs(effect) > 0) || !double.IsFinite(effect))
        {
            throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect must be a finite number other than zero.");
        }

        const int Most = 1_000_000_000;
        if (Of(effect, Most) < power)
        {
            return new Problem(ProblemKind.Undefined, $"No number of events finds an effect of {effect:R} with probability {power:R}: events with an average correlation of {Correlation:R} never average out.");
        }

        var (low, high) = (1, Most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Of(effect, middle) < power ? (middle + 1, high) : (low, middle);
        }

        return Answer<int>.Of(low, new Working { Formula = "Phi(-z - d) + 1 - Phi(z - d) >= power, d = effect sqrt(N) / (deviation sqrt(days) sqrt(1 + (N - 1) r))" });
    }

    private double Error(int events) => Deviation * Math.Sqrt(Days * (1 + ((events - 1.0) * Correlation)) / events);

    private void CheckPower(double power)
    {
        if (!(power > Level && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, $"The power must be above the level {Level:R} and below 1.");
        }
    }
}
