using System.Diagnostics;

namespace Touchstone.Load;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServedPackage : IAsyncDisposable
{
    private const string Marker = " on http://";

    private readonly Process _process;

    private ServedPackage(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts one.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="data">The package.</param>
    /// <returns>The server, and the time from starting the process to the last byte of its first page.</returns>
    public static async Task<(ServedPackage Server, TimeSpan FirstPage)> StartAsync(string root, string data)
    {
        var watch = Stopwatch.StartNew();
        var program = Path.Combine(root, "artifacts", "bin", "Touchstone.Cli", "release", "touchstone");
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--data", data, "--port", "0"]) { RedirectStandardError = true })!;
        var told = new TaskCompletionSource<Uri>();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && text.IndexOf(Marker, StringComparison.Ordinal) is >= 0 and var at)
            {
                told.TrySetResult(new Uri(text[(at + Marker.Length - "http://".Length)..].Split(' ')[0]));
            }
        };
        process.BeginErrorReadLine();
        var server = new ServedPackage(process, await told.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        using var client = new HttpClient { BaseAddress = server.Address };
        await client.GetStringAsync(new Uri("/", UriKind.Relative));
        return (server, watch.Elapsed);
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Touchstone.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return folder;
    }

    /// <summary>The memory that it holds.</summary>
    public long Megabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 >> 20;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
