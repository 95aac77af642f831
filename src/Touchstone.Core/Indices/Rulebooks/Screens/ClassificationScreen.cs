using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A stock must count, or must not count, as something on the cut-off day.</summary>
/// <param name="Scheme">The scheme of the package's classifications.</param>
/// <param name="AnyOf">It must count as at least one of these; empty for no such demand.</param>
/// <param name="NoneOf">It must count as none of these.</param>
public sealed record ClassificationScreen(string Scheme, ImmutableArray<string> AnyOf, ImmutableArray<string> NoneOf) : Screen
{
    /// <inheritdoc/>
    public override string Words =>
        $"{Scheme}{(AnyOf.IsEmpty ? "" : $" is one of: {string.Join(", ", AnyOf)}")}{(AnyOf.IsEmpty || NoneOf.IsEmpty ? "" : ";")}{(NoneOf.IsEmpty ? "" : $" is none of: {string.Join(", ", NoneOf)}")}.";
}
