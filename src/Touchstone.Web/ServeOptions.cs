using System.Net;

namespace Touchstone.Web;

/// <summary>What is served, where, and to whom.</summary>
public sealed record ServeOptions
{
    /// <summary>The port that is taken when none is named.</summary>
    public const int UsualPort = 5320;

    /// <summary>The shortest token, in characters.</summary>
    public const int ShortestToken = 16;

    /// <summary>The folder of the data package.</summary>
    public required string Data { get; init; }

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The address to listen on; null for this machine alone. Any other than a loopback address needs a <see cref="Token"/>.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>What callers must know, at least <see cref="ShortestToken"/> characters; null when everyone on this machine may ask.</summary>
    public string? Token { get; init; }

    /// <summary>Whether every request is logged, not only what goes wrong.</summary>
    public bool Verbose { get; init; }

    /// <summary>How large, slow and many requests may be.</summary>
    public ServeLimits Limits { get; init; } = new();

    /// <summary>How often the package's files are looked at.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLoopback => Listen is null || IPAddress.IsLoopback(Listen);
}
