using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Touchstone.Tests.Cli;

public class CheckPageTests
{
    [Fact]
    public void Render_IsAPageAPersonCanRead() => Golden.Matches(CheckPage.Render(HandmadeReport.Make()), "check.html");

    [Fact]
    public void Render_KeepsTheWordsOfTheArticle()
    {
        var report = HandmadeReport.Make();
        var article = new HtmlParser().ParseDocument(CheckPage.Render(report)).QuerySelector("article")!;
        foreach (var added in article.QuerySelectorAll(".note, .sign").ToArray())
        {
            added.Remove();
        }

        Assert.Equal(Squeeze(report.Article.Text), Squeeze(article.TextContent));
    }

    [Fact]
    public void Render_MarksEveryClaimForEyeAndKeyboard()
    {
        var page = new HtmlParser().ParseDocument(CheckPage.Render(HandmadeReport.Make()));
        var marks = page.QuerySelectorAll("article mark").ToList();

        Assert.Equal(9, page.QuerySelectorAll("article .sign").Length);
        Assert.All(marks, mark => Assert.NotNull(page.GetElementById(mark.GetAttribute("aria-describedby")!)));
        Assert.Equal(9, marks.Count(mark => mark.HasAttribute("tabindex")));
        Assert.Equal(9, page.QuerySelectorAll("tbody > tr").Length);
    }

    [Fact]
    public void Render_GivesEveryElementAnIdOfItsOwn()
    {
        var ids = new HtmlParser().ParseDocument(CheckPage.Render(HandmadeReport.Make())).QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style></title></mark></article><iframe src=//x></iframe>")]
    [InlineData("<!-- --><svg onload=alert(1)>")]
    public void Render_MakesHostileTextInert(string hostile)
    {
        var html = CheckPage.Render(HandmadeReport.MakeHostile(hostile));
        var page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, svg, object, embed, link, base, form"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(hostile, page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ForbidsEverythingButItsOwnStyle()
    {
        var html = CheckPage.Render(HandmadeReport.Make());
        var policy = new HtmlParser().ParseDocument(html).QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"https?:|//|\burl\("), html.Replace("<!doctype html>", "", StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", "");
}
