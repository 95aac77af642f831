using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A stock must meet at least one of several conditions.</summary>
/// <param name="Conditions">The conditions; two or more.</param>
public sealed record AnyScreen(ImmutableArray<Screen> Conditions) : Screen
{
    /// <inheritdoc/>
    public override string Words => $"At least one of: {string.Join(" ", Conditions.Select(condition => condition.Words))}";
}
