using System.Net;
using System.Text.RegularExpressions;
using Touchstone.Claims;
using Touchstone.Tests.Cli;

namespace Touchstone.Tests.Web;

/// <summary>The files that a check is kept in, and who may ask for them.</summary>
public sealed class CheckFilesTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public void Note_IsForAnEditor() => Golden.Matches(EditorNote.Write(HandmadeReport.Make()), "note.md");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("![x](http://evil.example/x.png)")]
    [InlineData("[x](javascript:alert(1)) `code` **bold** # head")]
    public void Note_TakesHostileTextForWords(string hostile)
    {
        // What stands between backticks, or behind a backslash, is not acted on.
        var note = EditorNote.Write(HandmadeReport.MakeHostile(hostile));
        var active = Regex.Replace(Regex.Replace(note, @"\\[^A-Za-z0-9]", ""), @"(`+) ?.*?[^`]\1(?!`)", "");
        Assert.DoesNotContain("<", active, StringComparison.Ordinal);
        Assert.DoesNotContain("[", active, StringComparison.Ordinal);
        Assert.DoesNotContain("`", active, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check")]
    [InlineData("/check/save")]
    public async Task Form_FromElsewhereIsRefused(string address)
    {
        using var form = new FormUrlEncodedContent([new("text", "The Harbour Index rose 2.4%."), new("as", "html"), new("_handler", "check")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        var (response, body) = await sample.Server.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        RunningServer.AssertNoTrace(body);
        Assert.DoesNotContain("Harbour Index", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ThatIsTooLargeIsRefused()
    {
        using var form = new MultipartFormDataContent { { new StringContent(new string('a', 6_000_000)), "text" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/check") { Content = form };
        request.Headers.ExpectContinue = true;
        try
        {
            var (response, body) = await sample.Server.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            RunningServer.AssertNoTrace(body);
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            // The server closes the connection on who goes on sending.
        }
    }

    [Fact]
    public void Marks_KeepEveryWordAndEveryClaim()
    {
        var report = HandmadeReport.Make();
        var marked = MarkedText.Of(report);
        var words = string.Concat(marked.Paragraphs.SelectMany(paragraph => paragraph.Pieces).Select(piece => piece.Text));
        Assert.Equal(report.Article.Text.Replace("\n", "", StringComparison.Ordinal), words);
        Assert.Equal(report.Claims.Select(claim => claim.Id).Order(StringComparer.Ordinal), marked.Paragraphs.SelectMany(paragraph => paragraph.Pieces).SelectMany(piece => piece.Fresh).Select(claim => claim.Id).Order(StringComparer.Ordinal));
        Assert.Equal(report.Claims.Length, marked.Paragraphs.SelectMany(paragraph => paragraph.Pieces).Sum(piece => piece.Ending.Length));
        Assert.Contains(marked.Paragraphs.SelectMany(paragraph => paragraph.Pieces), piece => piece.Over.Length > 1 && piece.Gravest.Verdict == Verdict.Near);
    }
}
