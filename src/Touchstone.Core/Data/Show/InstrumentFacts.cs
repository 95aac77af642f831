using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Everything a package knows about one instrument.</summary>
public sealed record InstrumentFacts
{
    /// <summary>Its names, currency and exchange, and where they are declared.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Its exchange, or null when it has none or the package does not list it.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>How many closures and half days the exchange's calendar lists; 0 means that every weekday counts as a session.</summary>
    public int ListedDays { get; init; }

    /// <summary>Other lines of the same issuer, in order of id.</summary>
    public ImmutableArray<Instrument> SameIssuer { get; init; } = [];

    /// <summary>Its prices, one for each resource that has them.</summary>
    public ImmutableArray<PriceFacts> Prices { get; init; } = [];

    /// <summary>Its dated figures, one for each field.</summary>
    public ImmutableArray<ObservationFacts> Observations { get; init; } = [];

    /// <summary>Share counts, earliest first.</summary>
    public ImmutableArray<ShareCount> Shares { get; init; } = [];

    /// <summary>Corporate actions, earliest first.</summary>
    public ImmutableArray<CorporateAction> Actions { get; init; } = [];

    /// <summary>Its memberships in indices, earliest first.</summary>
    public ImmutableArray<Membership> MemberOf { get; init; } = [];

    /// <summary>Its own members when it is an index, by span.</summary>
    public ImmutableArray<MemberListFacts> Members { get; init; } = [];

    /// <summary>Its divisors when it is an index, earliest first.</summary>
    public ImmutableArray<Divisor> Divisors { get; init; } = [];

    /// <summary>Monthly lists without weights that name it, or that are its own when it is an index: index, first and last month, months.</summary>
    public ImmutableArray<SnapshotFacts> Snapshots { get; init; } = [];

    /// <summary>Events that name it, earliest first.</summary>
    public ImmutableArray<MarketEvent> Events { get; init; } = [];
}

/// <summary>The bars of one resource.</summary>
/// <param name="File">The file with its content hash.</param>
/// <param name="Role">The resource's role.</param>
/// <param name="Basis">What the columns are.</param>
/// <param name="Days">First and last day, both included.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">The columns that have numbers, with how many and their last value.</param>
/// <param name="MissingSessions">Sessions inside the days without a row, ascending; empty when the exchange lists no closures.</param>
public sealed record PriceFacts(SourceFile File, string Role, PriceBasis Basis, DateSpan Days, int Rows, ImmutableArray<ColumnFacts> Columns, ImmutableArray<DateOnly> MissingSessions);

/// <summary>One column of the bars of an instrument.</summary>
/// <param name="Field">The column.</param>
/// <param name="Count">How many numbers; at least one.</param>
/// <param name="Days">The days of the first and last number.</param>
/// <param name="Last">The last number as the file has it.</param>
/// <param name="LastSource">Where it stands.</param>
public sealed record ColumnFacts(PriceField Field, int Count, DateSpan Days, double Last, RowSource LastSource);

/// <summary>One field of dated figures.</summary>
/// <param name="Field">The field.</param>
/// <param name="Unit">The unit as the file writes it.</param>
/// <param name="Days">First and last day, both included.</param>
/// <param name="Count">How many figures.</param>
/// <param name="Last">The last figure, in that unit.</param>
/// <param name="LastSource">Where it stands.</param>
public sealed record ObservationFacts(string Field, string Unit, DateSpan Days, int Count, double Last, RowSource LastSource);

/// <summary>The members of an index over one span.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day they are no longer all members, or null.</param>
/// <param name="Count">How many members begin on the first day.</param>
/// <param name="WithUnits">How many of them have units.</param>
public sealed record MemberListFacts(DateOnly From, DateOnly? Until, int Count, int WithUnits);

/// <summary>Monthly lists of one index.</summary>
/// <param name="Index">The index.</param>
/// <param name="FirstMonth">The first month: <c>2024-01</c>.</param>
/// <param name="LastMonth">The last month.</param>
/// <param name="Months">How many months have a list.</param>
public sealed record SnapshotFacts(InstrumentId Index, string FirstMonth, string LastMonth, int Months);
