namespace Touchstone.Indices;

/// <summary>The levels of an index at one close, in points, unrounded (<see cref="LevelRounding"/> prints them).</summary>
/// <param name="Day">The session.</param>
/// <param name="Price">The price index: dividends are not reinvested.</param>
/// <param name="Gross">The total return with dividends reinvested in full.</param>
/// <param name="Net">The total return with dividends reinvested after tax.</param>
public sealed record IndexLevel(DateOnly Day, double Price, double Gross, double Net)
{
    /// <summary>The problem of a level that is too large for a number, or null.</summary>
    internal Problem? Fault => double.IsFinite(Price) && double.IsFinite(Gross) && double.IsFinite(Net)
        ? null
        : new Problem(ProblemKind.Undefined, $"The level of {Day:yyyy-MM-dd} is too large for a number.");
}
