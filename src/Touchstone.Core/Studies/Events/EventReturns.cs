using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>
/// The numbers of one event, one for each day of the study: first the estimation days, then the event days. Columns are read, never changed,
/// and may be shared between events.
/// </summary>
public sealed record EventReturns
{
    /// <summary>Which event.</summary>
    public required EventKey Event { get; init; }

    /// <summary>The group it is counted in besides the whole sample, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Returns of the security as fractions (or any other variable under study, such as the logarithm of turnover); NaN marks a day without one.</summary>
    public required ReadOnlyMemory<double> Returns { get; init; }

    /// <summary>
    /// What explains them, one column for each factor, the market first; empty for a mean-adjusted study. NaN marks a missing day.
    /// </summary>
    public ImmutableArray<ReadOnlyMemory<double>> Factors { get; init; } = [];

    /// <summary>How many sessions each return spans, for trade-to-trade returns; empty means one everywhere.</summary>
    public ReadOnlyMemory<int> Spans { get; init; }

    /// <summary>
    /// The calendar day of each position (<see cref="DateOnly.DayNumber"/>), strictly ascending; empty when positions are the only clock, and then
    /// all events are taken to share their days.
    /// </summary>
    public ReadOnlyMemory<int> DayNumbers { get; init; }
}
