namespace Touchstone.Indices;

/// <summary>Where members come from.</summary>
public enum SelectionMethod
{
    /// <summary>The first of the ranking, with buffers.</summary>
    Ranked,

    /// <summary>All that pass the screens.</summary>
    All,

    /// <summary>A committee's choice: the members are those that the data package publishes (role <c>constituents</c>).</summary>
    Published,
}

/// <summary>How many stocks (or companies, by <see cref="Ranking.Level"/>) are taken, and who keeps a place.</summary>
public sealed record Selection
{
    /// <summary>Where members come from.</summary>
    public SelectionMethod Method { get; init; }

    /// <summary>How many; above zero; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>A name that is no member joins for certain at this rank or better; at most <see cref="Count"/>; null for no buffer.</summary>
    public int? EnterWithin { get; init; }

    /// <summary>A member leaves for certain below this rank; at least <see cref="Count"/>; null for no buffer.</summary>
    public int? StayWithin { get; init; }

    /// <summary>Whether a member ranked below <see cref="Count"/> stays only when it was within it at the reconstitution before, or has joined since.</summary>
    public bool StayOnce { get; init; }

    /// <summary>At most this part of <see cref="Count"/> is replaced at one review, best newcomers first, lowest-ranked members out first; null for no limit.</summary>
    public Percent? TurnoverLimit { get; init; }

    /// <summary>How many of the best that were not taken stand on the reserve list; zero or more.</summary>
    public int Reserve { get; init; }

    /// <summary>Whether a member that leaves between reviews is replaced by the first of the reserve list.</summary>
    public bool ReplacesFromReserve { get; init; }
}
