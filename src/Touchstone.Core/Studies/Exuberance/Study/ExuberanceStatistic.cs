namespace Touchstone.Studies;

/// <summary>A statistic of a bubble test beside its critical values.</summary>
/// <param name="Name"><c>ADF</c>, <c>SADF</c> or <c>GSADF</c>.</param>
/// <param name="Value">The statistic.</param>
/// <param name="First">The first data point of the window that gave it, from 0.</param>
/// <param name="Last">The last data point of that window.</param>
/// <param name="Critical">Its critical values.</param>
/// <param name="PValue">The right-tailed p-value; null where critical values are stored ones.</param>
public sealed record ExuberanceStatistic(string Name, double Value, int First, int Last, UsualLevels Critical, double? PValue)
{
    /// <summary>The critical value at a level.</summary>
    /// <param name="level">0.90, 0.95 or 0.99.</param>
    public double CriticalAt(double level) => level switch
    {
        0.90 => Critical.At90,
        0.95 => Critical.At95,
        0.99 => Critical.At99,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "The usual levels are 0.90, 0.95 and 0.99."),
    };
}
