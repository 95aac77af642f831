using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>How a free float becomes the fraction of the shares that counts.</summary>
public static class FloatBands
{
    /// <summary>The inclusion factor of a float by a banding table.</summary>
    /// <param name="freeFloat">The free float; 0 to 100%.</param>
    /// <param name="bands">The table by rising upper end, the last at 100%; empty to take the float as it is.</param>
    /// <returns>The factor; 0 to 100%.</returns>
    /// <remarks>
    /// The first band whose upper end is not below the float: its factor, or the float rounded up to the next multiple of its step, or the float itself.
    /// Floats, ends and steps are compared at 15 significant digits, so that 7% is a multiple of 1%.
    /// Source: China Securities Index, calculation rules (floats up to 10%, later 15%, by themselves or rounded up to a percent, then steps of 10% up to 80%, then 100%).
    /// </remarks>
    public static Percent Inclusion(Percent freeFloat, ImmutableArray<FloatBand> bands)
    {
        if (freeFloat.Fraction is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(freeFloat), freeFloat, "A free float is 0% to 100%.");
        }

        foreach (var band in bands)
        {
            if ((decimal)freeFloat.Fraction <= (decimal)band.UpTo.Fraction)
            {
                return band.Factor ?? (band.RoundUpTo is { } step ? RoundedUp(freeFloat.Fraction, step) : freeFloat);
            }
        }

        return freeFloat;
    }

    /// <summary>A float adjustment brought in by a part of it only: 1 - part × (1 - factor), rounded up to a step.</summary>
    /// <param name="factor">The factor of the full adjustment; 0 to 100%.</param>
    /// <param name="part">The part of the adjustment that is made; 0 to 1.</param>
    /// <param name="step">The step to whose next multiple the result is rounded up; above 0%.</param>
    /// <returns>The factor in force meanwhile.</returns>
    /// <remarks>
    /// With two thirds and 5%: the factors of March 2007, when the Hang Seng Index went over to free float in three steps.
    /// Source: HSI Services, press release on the free-float methodology of the Hang Seng Index, 30 June 2006.
    /// </remarks>
    public static Percent PhasedIn(Percent factor, double part, Percent step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step.Fraction, 0, nameof(step));
        return factor.Fraction is >= 0 and <= 1
            ? RoundedUp(1 - (part * (1 - factor.Fraction)), step)
            : throw new ArgumentOutOfRangeException(nameof(factor), factor, "A float factor is 0% to 100%.");
    }

    // Decimals made of doubles have 15 significant digits: 0.07 / 0.01 is 7 there.
    private static Percent RoundedUp(double fraction, Percent step) =>
        Percent.FromFraction(Math.Min(1, (double)(Math.Ceiling((decimal)fraction / (decimal)step.Fraction) * (decimal)step.Fraction)));
}
