using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Touchstone.Studies;

/// <summary>The kind of law that a statistic follows when there was no effect.</summary>
public enum NullLawKind
{
    /// <summary>The standard normal law, for many events.</summary>
    Normal,

    /// <summary>Student's t.</summary>
    StudentT,

    /// <summary>Fisher's F; large values speak against the null.</summary>
    F,

    /// <summary>The chi-squared law; large values speak against the null.</summary>
    ChiSquared,

    /// <summary>Every way of giving signs to the ranks, counted.</summary>
    ExactSignedRanks,

    /// <summary>Replicates that were drawn.</summary>
    Bootstrap,
}

/// <summary>The law that a statistic follows when there was no effect, named so that a reader can look a value up.</summary>
/// <param name="Kind">Which law.</param>
/// <param name="First">Degrees of freedom (the numerator's for F), events for exact signed ranks, replicates for a bootstrap; 0 for the normal law.</param>
/// <param name="Second">The denominator's degrees of freedom for F; otherwise 0.</param>
public readonly record struct NullLaw(NullLawKind Kind, double First = 0, double Second = 0)
{
    /// <summary>The standard normal law.</summary>
    public static NullLaw Normal => new(NullLawKind.Normal);

    /// <summary>Student's t.</summary>
    /// <param name="freedom">Degrees of freedom, above zero.</param>
    public static NullLaw StudentT(double freedom) => new(NullLawKind.StudentT, freedom);

    /// <summary>How likely a value at least as far out is: both tails for the normal law and t, the upper tail for F and chi-squared. 0 to 1.</summary>
    /// <param name="statistic">The statistic; at least zero for F and chi-squared.</param>
    internal double ProbabilityBeyond(double statistic) => Kind switch
    {
        NullLawKind.Normal => 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(statistic)),
        NullLawKind.StudentT => Math.Min(1, 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, First, -Math.Abs(statistic))),
        NullLawKind.F => SpecialFunctions.BetaRegularized(Second / 2, First / 2, Second / (Second + (First * statistic))),
        NullLawKind.ChiSquared => SpecialFunctions.GammaUpperRegularized(First / 2, statistic / 2),
        _ => throw new InvalidOperationException($"The law {this} is counted, not looked up."),
    };

    /// <summary>The value that the normal law or t exceeds, on either side, with a given probability.</summary>
    /// <param name="probability">Both tails together; above 0 and below 1.</param>
    internal double ValueBeyond(double probability) => Kind switch
    {
        NullLawKind.Normal => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability / 2),
        NullLawKind.StudentT => -MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, First, probability / 2),
        _ => throw new InvalidOperationException($"The law {this} has no value for both tails."),
    };

    /// <summary>The law's name: <c>t(119)</c>, <c>N(0,1)</c>, <c>F(11, 1416)</c>.</summary>
    public override string ToString() => Kind switch
    {
        NullLawKind.Normal => "N(0,1)",
        NullLawKind.StudentT => $"t({First})",
        NullLawKind.F => $"F({First}, {Second})",
        NullLawKind.ChiSquared => $"chi-squared({First})",
        NullLawKind.ExactSignedRanks => $"exact signed ranks of {First} events",
        _ => $"{First} replicates",
    };
}
