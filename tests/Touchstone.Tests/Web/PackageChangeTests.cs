using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Touchstone.Web;
using Touchstone.Web.Rest;
using Touchstone.Web.Snapshots;

namespace Touchstone.Tests.Web;

/// <summary>A package whose files change while it is served is taken in whole or not at all.</summary>
public sealed class PackageChangeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Change_IsPickedUp()
    {
        using var folder = Copy();
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = folder.Path, Watch = TimeSpan.FromMilliseconds(30) });
        var before = await HashAsync(server);
        var (page, html) = await server.GetAsync("/data");
        Assert.Contains(before, html, StringComparison.Ordinal);

        await File.AppendAllTextAsync(folder.PathOf("events.csv"), (await File.ReadAllLinesAsync(folder.PathOf("events.csv")))[1].Replace("chartroom", "another", StringComparison.Ordinal) + "\n");
        await UntilAsync(async () => await HashAsync(server) != before);
        var after = await HashAsync(server);
        var (changed, newer) = await server.GetAsync("/data", ("If-None-Match", $"{page.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains(after, newer, StringComparison.Ordinal);
        Assert.DoesNotContain(before, newer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_ThatBreaksLeavesTheLastGoodOneAndSaysSo()
    {
        using var folder = Copy();
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = folder.Path, Watch = TimeSpan.FromMilliseconds(30) });
        var before = await HashAsync(server);
        var manifest = await File.ReadAllTextAsync(folder.PathOf("datapackage.json"));

        await File.WriteAllTextAsync(folder.PathOf("datapackage.json"), "{ broken");
        await UntilAsync(async () => (await server.GetAsync("/data")).Body.Contains("cannot be used", StringComparison.Ordinal));
        Assert.Equal(before, await HashAsync(server));
        var (_, html) = await server.GetAsync("/data");
        Assert.Contains("datapackage.json", html, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, html, StringComparison.Ordinal);
        Assert.Contains("See why.", (await server.GetAsync("/measure")).Body, StringComparison.Ordinal);
        var (ready, health) = await server.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("datapackage.json", (string?)JsonNode.Parse(health)!["fault"], StringComparison.Ordinal);

        await File.WriteAllTextAsync(folder.PathOf("datapackage.json"), manifest);
        await UntilAsync(async () => !(await server.GetAsync("/data")).Body.Contains("cannot be used", StringComparison.Ordinal));
        Assert.Equal(before, await HashAsync(server));
    }

    [Fact]
    public async Task Rulebook_ThatBreaksLeavesTheLastGoodOnesAndSaysSo()
    {
        using var folder = Copy();
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = folder.Path, Watch = TimeSpan.FromMilliseconds(30) });
        await File.AppendAllTextAsync(folder.PathOf(Path.Combine("rulebooks", "harbg.yaml")), "\nnonsense: true\n");
        await UntilAsync(async () => (await server.GetAsync("/data")).Body.Contains("harbg.yaml:", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"{Api.Root}/index/HARBG")).Response.StatusCode);
    }

    [Fact]
    public async Task Readers_NeverSeeHalfAChange()
    {
        using var folder = Copy();
        var names = new[] { "levels.csv", "prices.csv" };
        var states = new[] { 0, 1 }.Select(state => names.ToDictionary(name => name, name =>
        {
            // The last close is one that tells the state; both files must tell the same.
            var lines = File.ReadAllLines(folder.PathOf(name));
            return state == 0 ? string.Join('\n', lines) + "\n" : string.Join('\n', lines.Select((line, i) => i > 0 && line.Contains("2025-02-28", StringComparison.Ordinal) ? line.Replace(",2226.2", ",2326.2", StringComparison.Ordinal) : line)) + "\n";
        })).ToArray();
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = folder.Path, Watch = TimeSpan.FromMilliseconds(10) });
        var seen = new ConcurrentDictionary<string, string>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var (response, body) = await server.GetAsync($"{Api.Root}/measure?expression=level(HARB)");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var answer = JsonNode.Parse(body)!;
                var value = $"{answer["value"]}";
                Assert.Equal(value, seen.GetOrAdd((string)answer["data"]!["sha256"]!, value));
            }
        })).ToArray();
        for (var round = 1; round <= 12; round++)
        {
            foreach (var (name, text) in states[round % 2])
            {
                // In pieces, so that a reader of the file would meet half of it.
                await using var stream = new FileStream(folder.PathOf(name), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
                var bytes = System.Text.Encoding.UTF8.GetBytes(text);
                for (var at = 0; at < bytes.Length; at += 200_000)
                {
                    await stream.WriteAsync(bytes.AsMemory(at, Math.Min(200_000, bytes.Length - at)));
                    await stream.FlushAsync();
                }
            }

            await Task.Delay(120);
        }

        await UntilAsync(() => Task.FromResult(seen.Count >= 2));
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.All(seen.Values, value => Assert.Contains(value, new[] { "2226.2", "2326.2" }));
        Assert.NotNull(server.Services.GetRequiredService<PackageStore>().State.Snapshot);
    }

    private static async Task<string> HashAsync(RunningServer server) => (string)JsonNode.Parse((await server.GetAsync("/health/ready")).Body)!["sha256"]!;

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Soon, "It did not come to pass.");
            await Task.Delay(30);
        }
    }

    private static TemporaryFolder Copy() => TemporaryFolder.CopyOf(SampleCopy.Folder);
}
