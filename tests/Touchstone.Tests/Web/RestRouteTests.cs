using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Touchstone.Tests.Cli;
using Touchstone.Web.Rest;

namespace Touchstone.Tests.Web;

/// <summary>Every address of the REST interface: what it answers, and that it is what the command line writes.</summary>
public sealed class RestRouteTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private const string Data = "samples/harbour";
    private const int Sha256Length = 64;

    // That of no bytes: the examples do not change with every row of the sample.
    private const string SomeSha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Operation, string Address, string[] Command)[] Cases =
    [
        ("measure", "/measure?expression=return(HARB,%20ytd)%20@%202025-02-28", ["measure", "return(HARB, ytd) @ 2025-02-28", "--data", Data]),
        ("measures", "/measures", ["measure", "--list"]),
        ("index", "/index/HARBG", ["index", "show", "HARBG", "--data", Data]),
        ("index", "/index/harbg?date=2025-02-28", ["index", "show", "HARBG", "--data", Data, "--date", "2025-02-28"]),
        ("index-level", "/index/HARBG/level?from=2025-01-02&to=2025-02-28&returns=price,gross", ["index", "calculate", "HARBG", "--data", Data, "--from", "2025-01-02", "--to", "2025-02-28", "--returns", "price,gross"]),
        ("index-level", "/index/HARBG/level?from=2025-02-20&currency=HBK&fromRules=true", ["index", "calculate", "HARBG", "--data", Data, "--from", "2025-02-20", "--currency", "HBK", "--from-rules"]),
        ("index-explain", "/index/HARBG/explain?date=2025-02-28", ["index", "explain", "HARBG", "--data", Data, "--date", "2025-02-28"]),
        ("index-review", "/index/HARBG/review?cutOff=2024-12-31", ["index", "review", "HARBG", "--data", Data, "--cut-off", "2024-12-31"]),
        ("index-audit", "/index/HARBG/audit?from=2024-12-02", ["index", "audit", "HARBG", "--data", Data, "--from", "2024-12-02"]),
        ("study-events", "/study/events?events=chartroom&securities=@HARBT&market=HARB&windows=0..0,-1..1&adjust=holm&tests=bmp,sign", ["study", "events", "--events", "chartroom", "--securities", "@HARBT", "--market", "HARB", "--windows", "0..0,-1..1", "--adjust", "holm", "--tests", "bmp,sign", "--data", Data]),
        ("study-exuberance", "/study/exuberance?subject=HARB&replicates=99&logarithms=false&level=90", ["study", "exuberance", "HARB", "--data", Data, "--replicates", "99", "--no-log", "--level", "90"]),
        ("study-regimes", "/study/regimes?subject=HARB&rule=pagan-sossounov", ["study", "regimes", "HARB", "--data", Data, "--rule", "pagan-sossounov"]),
        ("brief", "/brief?subject=HARBT&asOf=2025-02-28&window=1m", ["brief", "HARBT", "--data", Data, "--as-of", "2025-02-28", "--window", "1m"]),
        ("data", "/data", ["data", "check", Data]),
        ("instrument", "/data/HARB", ["data", "show", "HARB", "--data", Data]),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Answer_IsWhatTheCommandLineWrites(int number)
    {
        var (operation, address, command) = Cases[number];
        var (response, body) = await sample.Server.GetAsync(Api.Root + address);

        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/json; charset=utf-8", $"{response.Content.Headers.ContentType}");
        var written = CommandRun.Of([.. command, "--json"]).Out.Replace("samples/harbour/rulebooks", "rulebooks", StringComparison.Ordinal);
        Assert.Equal(written, body);
        using var document = JsonDocument.Parse(body);
        Assert.Equal(Api.Routes.Single(route => route.Name == operation).Schema, document.RootElement.GetProperty("schema").GetString());
        RunningServer.AssertNoTrace(body);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Answer_HasATagThatSavesTheNextOne(int number)
    {
        var (_, address, _) = Cases[number];
        var (response, body) = await sample.Server.GetAsync(Api.Root + address);
        var tag = response.Headers.ETag!;

        Assert.False(tag.IsWeak);
        Assert.Equal("no-cache, private", $"{response.Headers.CacheControl}");
        var (again, nothing) = await sample.Server.GetAsync(Api.Root + address, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, nothing));
        Assert.Equal(tag, again.Headers.ETag);
        var (kept, same) = await sample.Server.GetAsync(Api.Root + address, ("If-None-Match", "\"other\""));
        Assert.Equal((HttpStatusCode.OK, body), (kept.StatusCode, same));
    }

    [Fact]
    public async Task Tag_FollowsTheQuestionAndNotItsOrder()
    {
        async Task<string> Tag(string query) => (await sample.Server.GetAsync($"{Api.Root}/study/regimes?{query}")).Response.Headers.ETag!.Tag;
        Assert.Equal(await Tag("subject=HARB&rule=twenty-percent"), await Tag("rule=twenty-percent&subject=HARB"));
        Assert.Equal(await Tag("subject=HARB"), await Tag("subject=HARB&rule=twenty-percent"));
        Assert.NotEqual(await Tag("subject=HARB"), await Tag("subject=HARBT"));
    }

    [Fact]
    public async Task Indices_AreThoseBesideThePackageFirst()
    {
        var (response, body) = await sample.Server.GetAsync($"{Api.Root}/index");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var ids = JsonNode.Parse(body)!["rulebooks"]!.AsArray().Select(item => (string)item!["id"]!).ToArray();
        Assert.Equal(["HARB", "HARBG", "HARBGK", "HARBT"], ids[..4]);
        Assert.True(ids.Length > 4);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("text/markdown", "article.md")]
    [InlineData("text/plain; charset=utf-8", "article.md")]
    [InlineData("application/json", "article.md")]
    public async Task Check_IsWhatTheCommandLineWrites(string kind, string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SampleCopy.Folder, name));
        using var content = new StringContent(kind == "application/json" ? JsonSerializer.Serialize(new { text, name, published = "2025-03-01", asOf = new { XHBR = "2025-02-28" } }) : text);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", kind);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api.Root}/check{(kind == "application/json" ? "" : $"?name={name}&published=2025-03-01&asOf=XHBR%3D2025-02-28")}") { Content = content };
        var (response, body) = await sample.Server.SendAsync(request);

        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal(CommandRun.Of("check", "samples/harbour/article.md", "--data", Data, "--published", "2025-03-01", "--as-of", "XHBR=2025-02-28", "--json").Out, body);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/study/exuberance?subject=HARB&replicates=999", "study-exuberance")]
    [InlineData("/index/HARBG/level", "index-levels")]
    [InlineData("/study/events?events=chartroom&securities=@HARBT&market=HARB", "study-events")]
    public async Task LongWork_TellsItsProgressAndThenItsAnswer(string address, string schema)
    {
        var (response, body) = await sample.Server.GetAsync(Api.Root + address, ("Accept", "text/event-stream"));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(events[..^1], item => Assert.Matches(@"^event: progress\ndata: \{""done"":\d+,""total"":\d+\}$", item));
        Assert.StartsWith("event: result\n", events[^1], StringComparison.Ordinal);
        var data = string.Join('\n', events[^1].Split('\n').Skip(1).Select(line => line["data: ".Length..]));
        Assert.Equal($"touchstone.{schema}/1", (string?)JsonNode.Parse(data)!["schema"]);
        var (_, plain) = await sample.Server.GetAsync(Api.Root + address);
        Assert.Equal(plain, data);
        Assert.True(events.Length > 1, "No progress was told.");
    }

    [Fact]
    public async Task LongWork_EndsInAProblemWhereThereIsNoAnswer()
    {
        var (response, body) = await sample.Server.GetAsync($"{Api.Root}/study/exuberance?subject=HARB&field=nonsense", ("Accept", "text/event-stream"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("event: problem\n", body, StringComparison.Ordinal);
        Assert.Contains("urn:touchstone:problem:", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_IsTold(string address, string status)
    {
        var (response, body) = await sample.Server.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(status, (string?)JsonNode.Parse(body)!["status"]);
    }

    [Fact]
    public async Task Document_IsTheOneThatWasRead()
    {
        var (response, body) = await sample.Server.GetAsync($"{Api.Root}/openapi.json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var document = JsonNode.Parse(body)!;
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var paths = document["paths"]!.AsObject();
        Assert.Equal(Api.Routes.Select(route => Api.Root + route.Path).Order(StringComparer.Ordinal), paths.Select(path => path.Key).Order(StringComparer.Ordinal));
        foreach (var operation in paths.SelectMany(path => path.Value!.AsObject().Select(pair => pair.Value!)))
        {
            Assert.Equal(Api.Routes.Single(route => route.Name == (string?)operation["operationId"]).Summary, (string?)operation["summary"]);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"])));
            Assert.True(operation["responses"]!["200"]!["content"]!["application/json"]!.AsObject().Remove("example"), $"{operation["operationId"]} has no example.");
        }

        // The examples have files and a test of their own.
        Golden.Matches(document.ToJsonString(Readable) + "\n", "openapi.json");
    }

    /// <summary>The examples of the document are what is really answered, with lists and texts cut short.</summary>
    [Fact]
    public async Task Examples_AreRealAnswersCutShort()
    {
        foreach (var route in Api.Routes)
        {
            var path = Api.Root + route.Path;
            foreach (var ask in route.Asks.Where(ask => ask.InPath))
            {
                path = path.Replace($"{{{ask.Name}}}", ask.Example, StringComparison.Ordinal);
            }

            var query = string.Join('&', route.Asks.Where(ask => !ask.InPath && ask.Example is not null).Select(ask => $"{ask.Name}={Uri.EscapeDataString(ask.Example!)}"));
            using var request = new HttpRequestMessage(route.TakesArticle ? HttpMethod.Post : HttpMethod.Get, $"{path}?{query}");
            request.Content = route.TakesArticle ? new StringContent("The Harbour index has risen 16.8% this year.", System.Text.Encoding.UTF8, "text/markdown") : null;
            var (response, body) = await sample.Server.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{route.Name}: {body}");
            var cut = Cut(JsonNode.Parse(body)!).ToJsonString(Readable) + "\n";
            var file = Repository.PathOf("src", "Touchstone.Web", "Rest", "Examples", $"{route.Name}.json");
            if (Golden.Update)
            {
                await File.WriteAllTextAsync(file, cut);
            }

            Assert.Equal(await File.ReadAllTextAsync(file), cut);
        }
    }

    private static JsonNode Cut(JsonNode node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(1).Select(item => item is null ? null : Cut(item))]),
        JsonObject members => new JsonObject(members.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Cut(pair.Value)))),
        JsonValue value when value.TryGetValue(out string? text) && text.Length == Sha256Length && text.All(char.IsAsciiHexDigitLower) => SomeSha256,
        _ => node.DeepClone(),
    };
}
