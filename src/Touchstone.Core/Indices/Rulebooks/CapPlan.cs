using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What limits the weights at reviews: rules in the order in which they are applied.</summary>
public sealed record CapPlan
{
    /// <summary>No limits.</summary>
    public static CapPlan None { get; } = new();

    /// <summary>Whether a limit is on a line or on a company with all its lines (the lines of a capped company keep their proportions).</summary>
    public CountLevel Level { get; init; }

    /// <summary>The classification scheme whose value is a stock's group for caps by group, or null.</summary>
    public string? GroupScheme { get; init; }

    /// <summary>The rules at a reconstitution, in order.</summary>
    public ImmutableArray<CapRule> AtReconstitution { get; init; } = [];

    /// <summary>The rules at a rebalance, in order.</summary>
    public ImmutableArray<CapRule> AtRebalance { get; init; } = [];

    /// <summary>The rules of a kind of review.</summary>
    /// <param name="kind">The kind.</param>
    public ImmutableArray<CapRule> At(ReviewKind kind) => kind == ReviewKind.Rebalance ? AtRebalance : AtReconstitution;
}
