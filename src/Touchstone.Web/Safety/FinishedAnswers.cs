using Microsoft.Extensions.Caching.Memory;

namespace Touchstone.Web.Safety;

/// <summary>Answers that are finished, by the hash of what they follow from; the longest unused go first when the room is full.</summary>
/// <param name="options">How much room there is.</param>
internal sealed class FinishedAnswers(ServeOptions options) : IDisposable
{
    // What one answer costs besides its bytes.
    private const int Overhead = 512;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = options.Limits.CacheBytes, Clock = null });

    /// <summary>A finished answer, or null.</summary>
    /// <param name="key">What it follows from.</param>
    public byte[]? Find(string key) => _kept.TryGetValue(key, out byte[]? bytes) ? bytes : null;

    /// <summary>Keeps an answer, unless it alone would take a large part of the room.</summary>
    /// <param name="key">What it follows from.</param>
    /// <param name="bytes">The answer.</param>
    public void Keep(string key, byte[] bytes)
    {
        if (bytes.Length < options.Limits.CacheBytes / 8)
        {
            _kept.Set(key, bytes, new MemoryCacheEntryOptions { Size = bytes.Length + Overhead });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();
}
