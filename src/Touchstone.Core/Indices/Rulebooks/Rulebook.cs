using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The rules of an index, as data: who it is, how its rules read from which day on, and when it was reviewed.</summary>
/// <remarks>Written as YAML; docs/rulebooks.md describes the form. Immutable.</remarks>
public sealed record Rulebook
{
    /// <summary>The index.</summary>
    public required InstrumentId Id { get; init; }

    /// <summary>Its full name.</summary>
    public required string Name { get; init; }

    /// <summary>Who publishes it, or null.</summary>
    public string? Provider { get; init; }

    /// <summary>The currency in which its market value is summed.</summary>
    public required string Currency { get; init; }

    /// <summary>The market identifier code of the exchange whose sessions it follows.</summary>
    public required string Exchange { get; init; }

    /// <summary>The day of the base level.</summary>
    public required DateOnly BaseDate { get; init; }

    /// <summary>The level on the base date, in points; above zero.</summary>
    public required double BaseLevel { get; init; }

    /// <summary>Where the rules were read.</summary>
    public ImmutableArray<RulebookSource> Sources { get; init; } = [];

    /// <summary>What of the rules is not public, or was not found, one sentence each.</summary>
    public ImmutableArray<string> NotPublic { get; init; } = [];

    /// <summary>The rules as they read from a day on, earliest first; at least one.</summary>
    public required ImmutableArray<RulebookVersion> Versions { get; init; }

    /// <summary>The reviews with their stored dates, by effective day, earliest first.</summary>
    public ImmutableArray<ReviewDates> Reviews { get; init; } = [];

    /// <summary>The file it was read from; empty when it was made in memory.</summary>
    public string File { get; init; } = "";

    /// <summary>The content hash of the file: SHA-256 in lower-case hexadecimal; empty when it was made in memory.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The rules in force on a day, or null before the first version.</summary>
    /// <param name="day">The day.</param>
    public RulebookVersion? VersionOn(DateOnly day) => Versions.LastOrDefault(version => version.From <= day);
}
