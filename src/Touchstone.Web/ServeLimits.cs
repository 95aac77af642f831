namespace Touchstone.Web;

/// <summary>How large, slow and many requests may be. Beyond these a request is answered with 413, 408 or 429.</summary>
public sealed record ServeLimits
{
    /// <summary>The largest body, in bytes: an article of some hundred pages.</summary>
    public long MostBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a page or a short answer may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a study or another long answer may take.</summary>
    public TimeSpan LongTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many requests are worked on at once.</summary>
    public int AtOnce { get; init; } = 256;

    /// <summary>How many connections are held open at once.</summary>
    public int Connections { get; init; } = 1024;

    /// <summary>How many checks, calculations and studies are worked on at once.</summary>
    public int HeavyAtOnce { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How many more of these may wait.</summary>
    public int HeavyWaiting { get; init; } = 128;

    /// <summary>How many times a minute a caller may try a token.</summary>
    public int TokenTries { get; init; } = 20;

    /// <summary>How many bytes of finished answers are kept in memory.</summary>
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;
}
