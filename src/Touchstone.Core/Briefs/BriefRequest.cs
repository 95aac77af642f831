using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>What a brief is asked for.</summary>
/// <param name="Subject">An index, basket, market or stock of the package: an id, ticker or unique name.</param>
public sealed record BriefRequest(string Subject)
{
    /// <summary>The day; null for the last session with data. A day without a session means the session before.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The window of the headline; null for the year to date.</summary>
    public Window? Window { get; init; }

    /// <summary>What the subject is compared with, by id, ticker or unique name; null to choose the calmest other index of its exchange.</summary>
    public string? Benchmark { get; init; }

    /// <summary>Short names of the events on the timeline; empty for those of the package that lie in the year before the day.</summary>
    public ImmutableArray<string> Events { get; init; } = [];
}
