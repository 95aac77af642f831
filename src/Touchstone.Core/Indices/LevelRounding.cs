namespace Touchstone.Indices;

/// <summary>How a level is rounded when it is published.</summary>
public static class LevelRounding
{
    /// <summary>Rounds a level to its published digits.</summary>
    /// <param name="level">The level, in points; finite, below 7.9e28 in size.</param>
    /// <param name="digits">Digits after the point; 0 to 15. Most owners publish 2.</param>
    /// <returns>The level as printed.</returns>
    /// <remarks>
    /// The number is taken at its first 15 significant digits and then rounded, halves away from zero. So two calculations that
    /// differ only in the last bits of a double give the same printed level, also where the level lies on a half.
    /// </remarks>
    public static decimal Publish(double level, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        return double.IsFinite(level)
            ? Math.Round((decimal)level, digits, MidpointRounding.AwayFromZero)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "A level must be a finite number.");
    }
}
