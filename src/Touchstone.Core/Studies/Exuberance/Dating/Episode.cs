namespace Touchstone.Studies;

/// <summary>Which way prices went in an episode.</summary>
public enum EpisodeKind
{
    /// <summary>Up: exuberance.</summary>
    Boom,

    /// <summary>Down: the statistic also rises where prices fall faster and faster.</summary>
    Collapse,
}

/// <summary>A run of ends at which the statistic stands above its critical value. Positions are data points, from 0.</summary>
/// <param name="Start">The first end above.</param>
/// <param name="Peak">The end at which the statistic is greatest, the earliest of equals.</param>
/// <param name="End">The first end no longer above, not included; null while the series ends inside the episode.</param>
/// <param name="Duration">How many ends are above, from <paramref name="Start"/> to before <paramref name="End"/> or to the last.</param>
/// <param name="Kind">Boom when the series rose from start to peak, collapse when it fell.</param>
public sealed record Episode(int Start, int Peak, int? End, int Duration, EpisodeKind Kind)
{
    /// <summary>Whether the series ends inside the episode.</summary>
    public bool Ongoing => End is null;
}
