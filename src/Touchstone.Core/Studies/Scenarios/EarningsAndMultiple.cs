using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>A change of earnings and a change of the multiple that together give one change of price.</summary>
/// <param name="Earnings">The change of earnings.</param>
/// <param name="Multiple">The change of the multiple.</param>
public readonly record struct PriceBelief(Percent Earnings, Percent Multiple);

/// <summary>A price as earnings times a multiple: what changes of both give, and what one must believe for a stated change.</summary>
/// <remarks>1 + change = (1 + earnings) (1 + multiple). The cross term earnings * multiple is part of the change and is not dropped.</remarks>
public static class EarningsAndMultiple
{
    /// <summary>The change of price.</summary>
    /// <param name="earnings">The change of earnings; not below -100%.</param>
    /// <param name="multiple">The change of the multiple; not below -100%.</param>
    public static Percent Change(Percent earnings, Percent multiple)
    {
        Check(earnings, nameof(earnings));
        Check(multiple, nameof(multiple));
        return Percent.FromFraction(((1 + earnings.Fraction) * (1 + multiple.Fraction)) - 1);
    }

    /// <summary>The change of the multiple that a change of price needs beside a change of earnings.</summary>
    /// <param name="change">The change of price; not below -100%.</param>
    /// <param name="earnings">The change of earnings; above -100%.</param>
    /// <returns>The change of the multiple; <see cref="ProblemKind.Undefined"/> when nothing is left of earnings.</returns>
    public static Answer<Percent> MultipleFor(Percent change, Percent earnings)
    {
        Check(change, nameof(change));
        if (ScenarioChecks.Growth(earnings) is { } problem)
        {
            return problem;
        }

        var value = ((1 + change.Fraction) / (1 + earnings.Fraction)) - 1;
        return Answer<Percent>.Of(Percent.FromFraction(value), new Working
        {
            Formula = "(1 + change) / (1 + earnings) - 1",
            Steps = [new Step("change of the multiple", $"{1 + change.Fraction:G15} / {1 + earnings.Fraction:G15} - 1", 100 * value, Unit.Percent)],
        });
    }

    /// <summary>What one must believe for a stated change of price: the combinations from one side bearing all of it to the other.</summary>
    /// <param name="change">The change of price; above -100%.</param>
    /// <param name="steps">How many equal steps in logs lie between the two ends; one or more.</param>
    /// <returns>steps + 1 combinations: first the multiple bears it all, last the earnings do; each gives the change exactly.</returns>
    public static ImmutableArray<PriceBelief> Frontier(Percent change, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(change.Fraction, -1, nameof(change));
        var total = Math.Log(1 + change.Fraction);
        return [.. Enumerable.Range(0, steps + 1).Select(step => new PriceBelief(Part((double)step / steps), Part(1 - ((double)step / steps))))];

        Percent Part(double share) => Percent.FromFraction(share switch { 0 => 0, 1 => change.Fraction, _ => Math.Exp(total * share) - 1 });
    }

    private static void Check(Percent change, string name) => ArgumentOutOfRangeException.ThrowIfLessThan(change.Fraction, -1, name);
}
