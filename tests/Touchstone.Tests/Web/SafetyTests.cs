using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Touchstone.Tests.Cli;
using Touchstone.Web;
using Touchstone.Web.Rest;

namespace Touchstone.Tests.Web;

/// <summary>Who may ask, from where, how much and how fast.</summary>
public sealed class SafetyTests
{
    private const string Token = "correct horse battery staple";

    private static readonly ServeOptions Sample = new() { Data = SampleCopy.Folder };

    [Fact]
    public async Task Server_ListensOnLoopbackAlone()
    {
        await using var server = await RunningServer.StartAsync();
        Assert.Equal("127.0.0.1", server.Address.Host);
        var (_, body) = await server.GetAsync("/health/live");
        Assert.Contains("live", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_DoesNotListenFurtherWithoutAToken() =>
        Assert.Throws<ArgumentException>(() => Server.Create(Sample with { Listen = IPAddress.Any }));

    [Theory]
    [InlineData("--listen 0.0.0.0 answers other machines, which needs a token; expected --token or the variable TOUCHSTONE_TOKEN.", "--listen", "0.0.0.0")]
    [InlineData("--listen 'everywhere' is not an address; expected one of this machine, such as 0.0.0.0 for all.", "--listen", "everywhere")]
    [InlineData("The token has 5 characters; expected 16 or more, such as 'openssl rand -hex 16' writes.", "--token", "short")]
    [InlineData("--port 'x' is not a port; expected a whole number from 0 to 65535.", "--port", "x")]
    public void Command_RefusesWhatIsNotSafe(string message, params string[] arguments)
    {
        var run = CommandRun.Of(["serve", "--data", "samples/harbour", .. arguments]);
        Assert.Equal(2, run.Code);
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:80")]
    [InlineData("10.0.0.1")]
    public async Task Host_ThatIsNotThisMachineIsRefused(string host)
    {
        await using var server = await RunningServer.StartAsync();
        var (response, body) = await server.GetAsync($"{Api.Root}/data", ("Host", host));
        RunningServer.AssertProblem("wrong-host", 421, response, body);
        var (page, _) = await server.GetAsync("/data", ("Host", host));
        Assert.Equal(421, (int)page.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5320")]
    [InlineData("[::1]:5320")]
    public async Task Host_OfThisMachineIsTaken(string host)
    {
        await using var server = await RunningServer.StartAsync();
        var (response, _) = await server.GetAsync("/health/live", ("Host", host));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Token_OpensTheInterface()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Token = Token });
        foreach (var header in new[] { null, "Bearer", "Bearer ", $"Bearer {Token}x", $"Bearer {Token[..^1]}", $"Basic {Token}", $"Bearer {new string('a', 10_000)}" })
        {
            var (refused, body) = await server.GetAsync($"{Api.Root}/data/HARB", header is null ? [] : [("Authorization", header)]);
            RunningServer.AssertProblem("token-needed", 401, refused, body);
            Assert.Equal("Bearer", $"{refused.Headers.WwwAuthenticate}");
        }

        var (response, _) = await server.GetAsync($"{Api.Root}/data/HARB", ("Authorization", $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("/health/ready")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/health/live")).Response.StatusCode);
    }

    [Fact]
    public async Task Token_OpensThePagesByAForm()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Token = Token });
        var (turned, _) = await server.GetAsync("/data");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (turned.StatusCode, $"{turned.Headers.Location}"));
        var (page, html) = await server.GetAsync("/sign-in");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var form = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

        async Task<HttpResponseMessage> TellAsync(string token, string? verification)
        {
            var fields = new Dictionary<string, string> { ["token"] = token };
            if (verification is not null)
            {
                fields["__RequestVerificationToken"] = verification;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
            return (await server.SendAsync(request, ("Cookie", cookie))).Response;
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await TellAsync(Token, null)).StatusCode);
        var wrong = await TellAsync("a wrong token of some length", form);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
        var right = await TellAsync(Token, form);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (right.StatusCode, $"{right.Headers.Location}"));
        var session = right.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("horse", session, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/data", ("Cookie", session.Split(';')[0]))).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await server.GetAsync("/data", ("Cookie", "touchstone-session=guess"))).Response.StatusCode);
    }

    [Fact]
    public async Task Token_CannotBeGuessedByTrying()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Token = Token, Limits = new ServeLimits { TokenTries = 3 } });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("token", $"guess {i}")]) };
            statuses.Add((await server.SendAsync(request)).Response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/measure?e=return(HARB,ytd)")]
    [InlineData("/data")]
    [InlineData("/api/v1/data")]
    [InlineData("/nothing")]
    public async Task Policy_AllowsNothingInlineAndNothingFromElsewhere(string address)
    {
        await using var server = await RunningServer.StartAsync();
        var (response, body) = await server.GetAsync(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.DoesNotMatch(@"<script(?![^>]*(\bsrc=|type=""application/json""))", body);
        Assert.DoesNotMatch(@"<[^>]+\s(style|on[a-z]+)=", body);
        Assert.DoesNotMatch(@"(src|href|action)=""(https?:)?//", body);
    }

    [Fact]
    public async Task Form_OfOneReaderIsNeverShownToAnother()
    {
        await using var server = await RunningServer.StartAsync();
        var tokens = new List<string>();
        for (var reader = 0; reader < 3; reader++)
        {
            var (page, html) = await server.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            tokens.AddRange(Regex.Matches(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Select(match => match.Groups[1].Value));
        }

        Assert.Equal(tokens.Count, tokens.Distinct().Count());
    }

    [Fact]
    public async Task Command_ServesUntilItIsStopped()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new Touchstone.Cli.Host { Out = TextWriter.Null, Error = error, Input = () => Stream.Null };
        using var stop = new CancellationTokenSource();
        var run = Touchstone.Cli.Sources.ServeRun.UntilStoppedAsync(Touchstone.Cli.Sources.ServeRun.OptionsOf(SampleCopy.Folder, 0, null, null, false), host, stop.Token);
        while (!run.IsCompleted && !$"{error}".Contains('\n', StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        Assert.Matches(@"^touchstone: serving .* on http://127\.0\.0\.1:\d+ \(Ctrl\+C ends it\)\n$", $"{error}");
        await stop.CancelAsync();
        await run.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Command_TellsWhatIsWrongWithThePackage()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("serve", "--data", folder.Path, "--port", "0");
        Assert.Equal(3, run.Code);
        Assert.Contains("datapackage.json", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_ThatIsTooSlowIsStopped()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Clock = new PunctualClock(), Limits = new ServeLimits { LongTime = TimeSpan.FromMilliseconds(50), HeavyAtOnce = 1 } });
        var (response, body) = await server.GetAsync($"{Api.Root}/study/exuberance?subject=HARB&replicates=20000&lag=4");
        RunningServer.AssertProblem("too-slow", 408, response, body);
        var (events, stream) = await server.GetAsync($"{Api.Root}/study/exuberance?subject=HARB&replicates=20000&lag=4", ("Accept", "text/event-stream"));
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        Assert.Contains("urn:touchstone:problem:too-slow", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ThatIsTooSlowIsStopped()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Clock = new PunctualClock(), Limits = new ServeLimits { Time = TimeSpan.FromMilliseconds(20), MostBodyBytes = 8_000_000 } });
        var article = string.Concat(Enumerable.Repeat(await File.ReadAllTextAsync(Path.Combine(SampleCopy.Folder, "article.md")), 1500));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api.Root}/check") { Content = new StringContent(article, Encoding.UTF8, "text/plain") };
        var (response, body) = await server.SendAsync(request);
        RunningServer.AssertProblem("too-slow", 408, response, body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task Work_ThatNobodyWaitsForStops(string kind)
    {
        await using var server = await RunningServer.StartAsync(Sample with { Limits = new ServeLimits { HeavyAtOnce = 1, HeavyWaiting = 1 } });
        using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(600));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api.Root}/study/exuberance?subject=HARB&replicates=20000&lag=12");
        request.Headers.TryAddWithoutValidation("Accept", kind);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave.Token);
            await response.Content.ReadAsStringAsync(leave.Token);
        });

        // The only place for heavy work is free again long before that study could have been done.
        var started = System.Diagnostics.Stopwatch.StartNew();
        var (next, body) = await server.GetAsync($"{Api.Root}/study/regimes?subject=HARB");
        Assert.True(next.StatusCode == HttpStatusCode.OK, body);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Work_ThatIsTooMuchAtOnceIsSentAway()
    {
        await using var server = await RunningServer.StartAsync(Sample with { Limits = new ServeLimits { HeavyAtOnce = 1, HeavyWaiting = 0 } });
        using var leave = new CancellationTokenSource();
        var slow = server.Client.GetAsync(new Uri($"{Api.Root}/study/exuberance?subject=HARB&replicates=20000&lag=12", UriKind.Relative), leave.Token);
        (HttpResponseMessage Response, string Body) second;
        do
        {
            await Task.Delay(50);
            second = await server.GetAsync($"{Api.Root}/index/HARBG/audit?from=2025-01-02");
        }
        while (second.Response.StatusCode == HttpStatusCode.OK && !slow.IsCompleted);

        RunningServer.AssertProblem("too-many", 429, second.Response, second.Body);
        Assert.Equal(TimeSpan.FromSeconds(2), second.Response.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/measure")).Response.StatusCode);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task Body_ThatTricklesIsGivenUp()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Api.Root}/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\nup 5%"));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("HTTP/1.1 408 Request Timeout", status);
    }

    [Fact]
    public void Web_OpensNoFileByWhatItIsAsked()
    {
        var folder = Repository.PathOf("src", "Touchstone.Web");
        var faults =
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}Snapshots{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from match in Regex.Matches(File.ReadAllText(file), @"\b(File\.(Open|Read|Write|Exists|Create|Delete)|Directory\.|FileStream|StreamReader\(|mayBeFile: true|StatedBasket\.Read|RulebookReader|PhysicalFile|Results\.File\((?!Encoding\.UTF8\.GetBytes))")
            select $"{Path.GetRelativePath(folder, file)}: {match.Value}";
        Assert.Equal("", string.Join('\n', faults));
    }

    [Fact]
    public void Pages_PassNoMarkupOn()
    {
        var folder = Repository.PathOf("src", "Touchstone.Web");
        var faults =
            from file in Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories)
            let text = File.ReadAllText(file)
            where (text.Contains("MarkupString", StringComparison.Ordinal) && Path.GetFileName(file) != "ChartView.razor") || Regex.IsMatch(text, @"\sstyle=""|\son[a-z]+=""|AddMarkupContent")
            select Path.GetRelativePath(folder, file);
        Assert.Equal("", string.Join('\n', faults));
    }
}
