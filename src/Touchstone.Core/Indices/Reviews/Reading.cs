using System.Diagnostics.CodeAnalysis;

namespace Touchstone.Indices;

/// <summary>A figure of a stock, or what of the package is lacking for it, or a problem that stops the review.</summary>
internal readonly record struct Reading
{
    private Reading(double value, string? gap, Problem? problem) => (Value, Gap, Problem) = (value, gap, problem);

    /// <summary>The figure; only where neither <see cref="Gap"/> nor <see cref="Problem"/> is.</summary>
    public double Value { get; }

    /// <summary>What the package lacks: <c>shares on or before 2025-03-03</c>; or null.</summary>
    public string? Gap { get; }

    /// <summary>A problem of the whole review, or null.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a figure.</summary>
    [MemberNotNullWhen(false, nameof(Gap))]
    public bool HasValue => Gap is null && Problem is null;

    /// <summary>A figure.</summary>
    /// <param name="value">The figure; finite.</param>
    public static Reading Of(double value) => double.IsFinite(value) ? new(value, null, null) : Stops(new Problem(ProblemKind.Undefined, "A figure of a stock is too large for a number."));

    /// <summary>No figure, for the package lacks something.</summary>
    /// <param name="gap">What it lacks.</param>
    public static Reading Lacks(string gap) => new(0, gap, null);

    /// <summary>No figure, and no review.</summary>
    /// <param name="problem">Why.</param>
    public static Reading Stops(Problem problem) => new(0, null, problem);
}
