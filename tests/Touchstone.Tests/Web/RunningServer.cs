using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Touchstone.Web;

namespace Touchstone.Tests.Web;

/// <summary>A real server on a free port of this machine, and a client that asks it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    public static Task<RunningServer> StartAsync() => StartAsync(new ServeOptions { Data = SampleCopy.Folder });

    public static async Task<RunningServer> StartAsync(ServeOptions options)
    {
        var app = Server.Create(options with { Port = 0 });
        await app.StartAsync();
        return new RunningServer(app);
    }

    /// <summary>The answer to an address, with its body.</summary>
    public async Task<(HttpResponseMessage Response, string Body)> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, headers);
    }

    public async Task<(HttpResponseMessage Response, string Body)> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Says that an answer is problem details of a kind, and holds nothing that only a log should.</summary>
    public static void AssertProblem(string slug, int status, HttpResponseMessage response, string body)
    {
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal($"urn:touchstone:problem:{slug}", problem.RootElement.GetProperty("type").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.RootElement.GetProperty("detail").GetString()!.TrimEnd('?').TrimEnd('\'') + (body.Contains('?', StringComparison.Ordinal) ? "." : ""), StringComparison.Ordinal);
        AssertNoTrace(body);
    }

    /// <summary>Says that nothing of the program's inside shows.</summary>
    public static void AssertNoTrace(string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, body, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>One server over the sample for all tests of a class.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
