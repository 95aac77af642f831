namespace Touchstone.Measures;

/// <summary>How many members of a list did what between two closes; every member is counted once.</summary>
/// <param name="Members">All members on the later session.</param>
/// <param name="Advancers">Traded and closed higher.</param>
/// <param name="Decliners">Traded and closed lower.</param>
/// <param name="Unchanged">Traded and closed at the same price.</param>
/// <param name="Suspended">Did not trade on the later session.</param>
/// <param name="LimitUp">Traded at the upper price limit alone, all of a day.</param>
/// <param name="LimitDown">Traded at the lower price limit alone, all of a day.</param>
/// <param name="New">Traded, and have no close as early as the earlier session.</param>
/// <param name="Missing">Of which nothing is known; a count with one is no answer.</param>
internal readonly record struct BreadthCount(int Members, int Advancers, int Decliners, int Unchanged, int Suspended, int LimitUp, int LimitDown, int New, int Missing)
{
    /// <summary>Locked at a limit, on either side.</summary>
    public int LimitLocked => LimitUp + LimitDown;

    /// <summary>Advancers less decliners.</summary>
    public int Net => Advancers - Decliners;

    /// <summary>Advancers and decliners.</summary>
    public int Moved => Advancers + Decliners;

    /// <summary>Whether every member could be placed and at least one is there.</summary>
    public bool IsComplete => Members > 0 && Missing == 0;
}
