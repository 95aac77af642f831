using System.Net;
using System.Text;
using Touchstone.Web.Rest;

namespace Touchstone.Tests.Web;

/// <summary>Whatever is asked wrongly is answered with problem details whose type stays, and never with a trace.</summary>
public sealed class RestFailureTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("invalid-request", 400, "/measure")]
    [InlineData("invalid-request", 400, "/measure?expression=")]
    [InlineData("invalid-request", 400, "/measure?expresion=level(HARB)")]
    [InlineData("invalid-request", 400, "/measure?expression=level(HARB)&expression=level(HARBT)")]
    [InlineData("invalid-expression", 400, "/measure?expression=retrun(HARB,ytd)")]
    [InlineData("invalid-expression", 400, "/measure?expression=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("invalid-expression", 400, "/measure?expression=return(HARB,fortnight)")]
    [InlineData("invalid-question", 400, "/measure?expression=return(NOPE,ytd)")]
    [InlineData("no-data", 422, "/measure?expression=level(HARB)%20@%201999-01-04")]
    [InlineData("pending", 422, "/measure?expression=level(HARB)%20@%202031-01-06")]
    [InlineData("unknown-name", 404, "/index/NOPE")]
    [InlineData("unknown-name", 404, "/index/NOPE/level")]
    [InlineData("unknown-name", 404, "/index/..%2F..%2Fetc%2Fpasswd/level")]
    [InlineData("unknown-name", 404, "/index/samples%2Fharbour%2Frulebooks%2Fharb.yaml")]
    [InlineData("no-data", 422, "/index/HARBG?date=1999-01-04")]
    [InlineData("invalid-request", 400, "/index/HARBG?date=yesterday")]
    [InlineData("invalid-request", 400, "/index/HARBG/level?from=2025-02-28&to=2025-01-02")]
    [InlineData("invalid-request", 400, "/index/HARBG/level?returns=price,best")]
    [InlineData("invalid-request", 400, "/index/HARBG/level?currency=dollars")]
    [InlineData("invalid-request", 400, "/index/HARBG/level?fromRules=perhaps")]
    [InlineData("invalid-question", 400, "/index/HARBG/level?from=1999-01-04&to=1999-02-04")]
    [InlineData("invalid-request", 400, "/index/HARBG/explain")]
    [InlineData("no-data", 422, "/index/HARBG/explain?date=2031-01-06")]
    [InlineData("invalid-request", 400, "/index/HARBG/review")]
    [InlineData("not-published", 422, "/index/HARB/review?cutOff=2024-12-31")]
    [InlineData("invalid-request", 400, "/index/HARBG/audit?to=2025-02-30")]
    [InlineData("invalid-request", 400, "/study/events")]
    [InlineData("no-data", 422, "/study/events?events=nothing&market=HARB")]
    [InlineData("no-data", 422, "/study/events?events=..%2Fdata%2Fevents.csv&market=HARB")]
    [InlineData("invalid-question", 400, "/study/events?events=chartroom&securities=@HARBT")]
    [InlineData("invalid-question", 400, "/study/events?events=chartroom&market=HARB&window=here..there")]
    [InlineData("invalid-question", 400, "/study/events?events=chartroom&market=HARB&windows=0..99")]
    [InlineData("invalid-request", 400, "/study/events?events=chartroom&market=HARB&tests=all,guess")]
    [InlineData("invalid-request", 400, "/study/events?events=chartroom&market=HARB&replicates=1000000")]
    [InlineData("unknown-name", 404, "/study/exuberance?subject=NOPE")]
    [InlineData("invalid-request", 400, "/study/exuberance?subject=HARB&lag=-1")]
    [InlineData("invalid-request", 400, "/study/exuberance?subject=HARB&level=97")]
    [InlineData("invalid-question", 400, "/study/exuberance?subject=HARB&from=2025-01-02&to=2024-01-02")]
    [InlineData("invalid-request", 400, "/study/regimes?subject=HARB&rule=mine")]
    [InlineData("invalid-request", 400, "/brief")]
    [InlineData("invalid-request", 400, "/brief?subject=HARBT&window=fortnight")]
    [InlineData("no-data", 422, "/brief?subject=HARBT&asOf=1999-01-04")]
    [InlineData("invalid-question", 400, "/brief?subject=NOPE")]
    [InlineData("unknown-name", 404, "/data/NOPE")]
    [InlineData("not-found", 404, "/nothing")]
    [InlineData("wrong-method", 405, "/check")]
    public async Task Question_ThatIsWrongIsToldSo(string slug, int status, string address)
    {
        var (response, body) = await sample.Server.GetAsync(Api.Root + address);
        RunningServer.AssertProblem(slug, status, response, body);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Expression_ThatIsWrongIsPointedAt()
    {
        var (_, body) = await sample.Server.GetAsync($"{Api.Root}/measure?expression=retrun(HARB,ytd)");
        Assert.Contains("\"position\": 0", body, StringComparison.Ordinal);
        Assert.Contains("\"suggestion\": \"return\"", body, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, string, byte[]> Bodies => new()
    {
        { "nothing", "invalid-request", 400, "application/json", [] },
        { "no text", "unreadable-article", 400, "text/plain", [] },
        { "no object", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("[1, 2]") },
        { "not closed", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": \"up 5%\"") },
        { "wrong type", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": 5}") },
        { "wrong day", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": \"up 5%\", \"published\": \"soon\"}") },
        { "wrong days", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": \"up 5%\", \"asOf\": [\"2025-02-28\"]}") },
        { "unknown exchange", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": \"up 5%\", \"asOf\": {\"XXXX\": \"2025-02-28\"}}") },
        { "unknown member", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"texts\": \"up 5%\"}") },
        { "prototype", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"__proto__\": {\"text\": \"up 5%\"}}") },
        { "deep", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\":" + new string('[', 200_000) + new string(']', 200_000) + "}") },
        { "broken UTF-8 in JSON", "invalid-request", 400, "application/json", [.. "{\"text\": \""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8] },
        { "half a pair", "invalid-request", 400, "application/json", Encoding.UTF8.GetBytes("{\"text\": \"\\ud800\"}") },
        { "broken UTF-8", "unreadable-article", 400, "text/plain", [.. "up 5% "u8, 0xC3, 0x28] },
        { "UTF-16", "unreadable-article", 400, "text/plain", [0xFF, 0xFE, 0x41, 0x00] },
        { "bytes of zero", "unreadable-article", 400, "text/plain", new byte[1000] },
        { "another alphabet", "wrong-media-type", 415, "text/plain; charset=latin1", "up 5%"u8.ToArray() },
        { "a picture", "wrong-media-type", 415, "image/png", [0x89, 0x50, 0x4E, 0x47] },
        { "a form", "wrong-media-type", 415, "application/x-www-form-urlencoded", "text=up"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_ThatIsHostileIsToldSo(string what, string slug, int status, string kind, byte[] bytes)
    {
        Assert.NotEmpty(what);
        using var request = Post(bytes, kind);
        var (response, body) = await sample.Server.SendAsync(request);
        RunningServer.AssertProblem(slug, status, response, body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OfFiftyMegabytesIsNotRead(bool saysItsLength)
    {
        using var content = new StreamContent(new Endless(50_000_000, saysItsLength));
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api.Root}/check") { Content = content };
        request.Headers.ExpectContinue = true;
        try
        {
            var (response, body) = await sample.Server.SendAsync(request);
            RunningServer.AssertProblem("too-large", 413, response, body);
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            // The server closes the connection on who goes on sending; the client may learn of that before it reads the answer.
        }

        Assert.Equal(HttpStatusCode.OK, (await sample.Server.GetAsync("/health/live")).Response.StatusCode);
    }

    [Fact]
    public async Task Markup_InAnArticleStaysText()
    {
        const string article = "The <script>alert(1)</script> Harbour index rose 16.8% this year. \"><img src=x onerror=alert(2)>";
        using var request = Post(Encoding.UTF8.GetBytes(article), "text/plain");
        var (response, body) = await sample.Server.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        using var document = System.Text.Json.JsonDocument.Parse(body);
        Assert.NotEqual(0, document.RootElement.GetProperty("claims").GetArrayLength());
    }

    [Theory]
    [InlineData("/measure?e=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/measure?e=level(%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E)")]
    [InlineData("/data?of=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Markup_InAnAddressStaysText(string address)
    {
        var (response, body) = await sample.Server.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatIsNotThereIsAPage()
    {
        var (response, body) = await sample.Server.GetAsync("/nothing");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is nothing at this address.", body, StringComparison.Ordinal);
        RunningServer.AssertNoTrace(body);
    }

    private static HttpRequestMessage Post(byte[] bytes, string kind)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", kind);
        return new HttpRequestMessage(HttpMethod.Post, $"{Api.Root}/check") { Content = content };
    }

    /// <summary>A long body that takes no memory.</summary>
    private sealed class Endless(long length, bool saysItsLength) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => saysItsLength;

        public override bool CanWrite => false;

        public override long Length => saysItsLength ? length : throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => _read = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, length - _read);
            buffer.AsSpan(offset, now).Fill((byte)'a');
            _read += now;
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => _read = offset;

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
