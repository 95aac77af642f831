using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>How an article is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>The day it was published, or null to infer it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>As-of days given for single exchanges, by market identifier code.</summary>
    public ImmutableDictionary<string, DateOnly> AsOf { get; init; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>Stops the work between two sentences or claims; the call then throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
