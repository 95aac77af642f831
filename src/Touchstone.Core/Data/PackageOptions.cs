namespace Touchstone.Data;

/// <summary>How a package is opened.</summary>
public sealed record PackageOptions
{
    /// <summary>Whether the column cache may be read and written. Default true.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>The folder for column caches; null for <c>touchstone</c> inside the user's cache directory (<c>XDG_CACHE_HOME</c>, else <c>~/.cache</c>).</summary>
    public string? CacheFolder { get; init; }
}
