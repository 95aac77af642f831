namespace Touchstone.Measures;

/// <summary>What one group added to the excess return of a period, as fractions.</summary>
/// <param name="Allocation">From holding more or less of the group than the benchmark does.</param>
/// <param name="Selection">From what is held within the group.</param>
/// <param name="Interaction">From both together.</param>
public readonly record struct BrinsonEffects(double Allocation, double Selection, double Interaction)
{
    /// <summary>The three together.</summary>
    public double Total => Allocation + Selection + Interaction;
}
