using System.Collections.Concurrent;
using System.Diagnostics;

namespace Touchstone.Load;

/// <summary>What came of one kind of request.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Times">How long each took, in milliseconds.</param>
/// <param name="Bytes">The bytes received.</param>
/// <param name="Faults">How many were not answered with 200 or with a problem that the data explains (422).</param>
internal sealed record Outcome(string Name, ConcurrentBag<double> Times, long Bytes, int Faults);

/// <summary>Readers that ask one thing after another, each on a connection of its own.</summary>
internal sealed class Readers : IDisposable
{
    private readonly int _connections;

    public Readers(Uri address, int connections)
    {
        _connections = connections;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Client { get; }

    /// <summary>Asks for a while.</summary>
    /// <param name="kinds">What, in turn.</param>
    /// <param name="time">How long.</param>
    public Task<Outcome[]> RunAsync(Kind[] kinds, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return RunAsync(kinds, _ => watch.Elapsed < time);
    }

    /// <summary>Asks so many times.</summary>
    /// <param name="kinds">What, in turn.</param>
    /// <param name="count">How many times.</param>
    public Task<Outcome[]> CountAsync(Kind[] kinds, int count) => RunAsync(kinds, n => n < count);

    public void Dispose() => Client.Dispose();

    private async Task<Outcome[]> RunAsync(Kind[] kinds, Func<int, bool> goesOn)
    {
        var times = kinds.Select(kind => kind.Name).Distinct().ToDictionary(name => name, _ => new ConcurrentBag<double>());
        var bytes = times.Keys.ToDictionary(name => name, _ => new long[1]);
        var faults = times.Keys.ToDictionary(name => name, _ => new int[1]);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, _connections).Select(_ => Task.Run(async () =>
        {
            int n;
            while (goesOn(n = Interlocked.Increment(ref next)))
            {
                var kind = kinds[n % kinds.Length];
                using var request = kind.Make(n / kinds.Length);
                var started = Stopwatch.GetTimestamp();
                try
                {
                    using var response = await Client.SendAsync(request);
                    var body = await response.Content.ReadAsByteArrayAsync();
                    Interlocked.Add(ref bytes[kind.Name][0], body.Length);
                    if (!response.IsSuccessStatusCode && (int)response.StatusCode != 422)
                    {
                        Interlocked.Increment(ref faults[kind.Name][0]);
                    }
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref faults[kind.Name][0]);
                }

                times[kind.Name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        })));
        return [.. times.Keys.Select(name => new Outcome(name, times[name], bytes[name][0], faults[name][0]))];
    }
}
