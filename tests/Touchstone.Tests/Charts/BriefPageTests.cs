using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Touchstone.Briefs;
using Touchstone.Charts;
using Touchstone.Claims;
using Touchstone.Measures;
using Touchstone.Tests.Briefs;

namespace Touchstone.Tests.Charts;

/// <summary>A brief as a page: what its figures lead to, and what it lets through.</summary>
public class BriefPageTests
{
    private static Brief Sample => BriefWriter.Write(new Evaluator(Harbour.Market), new BriefRequest("HARBT") { AsOf = new DateOnly(2025, 2, 28) }).Brief!;

    [Fact]
    public void Of_LeadsEveryFigureToItsWorking()
    {
        var brief = Sample;
        var page = Parse(brief);
        var links = page.QuerySelectorAll("h1 .figure-link, article .figure-link");

        Assert.Equal(brief.Figures.Select(figure => figure.Expression.ToString()), links.Select(link => page.GetElementById(link.GetAttribute("href")![1..])!.QuerySelector("h3")!.TextContent));
        Assert.All(brief.Figures, figure => Assert.Contains(page.QuerySelectorAll(".note"), note => note.TextContent.Contains($"= {figure.Value}", StringComparison.Ordinal) && note.TextContent.Contains(figure.Working.Formula, StringComparison.Ordinal)));
        Assert.Equal(page.QuerySelectorAll(".note h3").Length, page.QuerySelectorAll(".note h3").Select(heading => heading.TextContent).Distinct().Count());
    }

    [Fact]
    public void Of_ShowsInputsWithTheirLines()
    {
        var note = Parse(HandmadeBrief.Of()).QuerySelectorAll(".note").Single(note => note.QuerySelector("h3")!.TextContent == "return(HARB, ytd) @ 2025-02-28");

        Assert.Contains("2025-02-28|1098|levels.csv:59", note.QuerySelectorAll("tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent))));
        Assert.Contains("1098 / 1000 - 1", note.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What reads the story alone, as a check does, finds its sentences and neither charts nor workings.</summary>
    [Fact]
    public void Of_ReadsAsItsSentences()
    {
        var brief = Sample;
        var article = ArticleReader.Read("brief.html", Encoding.UTF8.GetBytes(PageWriter.Render(BriefPage.Of(brief)))).Article!;
        var expected = brief.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => string.Join(' ', paragraph.Sentences.Select(sentence => sentence.Text))).Prepend(section.Heading));

        Assert.Equal(
            string.Join('\n', [brief.Title.Text, "28 February 2025", .. expected]),
            string.Join('\n', article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeWhile(line => line != "What could not be said")));
    }

    [Fact]
    public void Of_SaysWhatIsMissingAndWhatItWasMadeFrom()
    {
        var page = Parse(HandmadeBrief.Of());

        Assert.Equal(
            ["The margin balance of Lanternfish Labs: The package has no observations 'margin' of Lanternfish Labs.", "The flows: The exchange does not publish them."],
            page.QuerySelectorAll("main > section li").Select(item => item.TextContent));
        Assert.Equal(["HARB, window ytd, benchmark HARBT", "Data Lanternfish Labs, sha256 0123456789abcdef"], page.QuerySelectorAll("footer p").Select(line => line.TextContent));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></title></aside><iframe src=//x></iframe>")]
    [InlineData("<!-- --><svg onload=alert(1)>")]
    public void Of_MakesHostileTextInert(string hostile)
    {
        var page = Parse(HandmadeBrief.Of(hostile));

        Assert.Equal(2, page.QuerySelectorAll("script:not([type])").Length);
        Assert.Equal(3, page.QuerySelectorAll("script[type='application/json']").Length);
        Assert.Empty(page.QuerySelectorAll("img, iframe, svg, object, embed, link, base, form, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"{hostile} Index up 9.8% this year", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(hostile, page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AFigureOfManyInputs_SaysHowToSeeThemAll()
    {
        var brief = HandmadeBrief.Of();
        var run = brief.Title.Runs[1];
        var many = run.Figure! with { Working = run.Figure.Working with { Inputs = [.. Enumerable.Range(1, 1234).Select(line => run.Figure.Working.Inputs[0] with { Source = $"prices.csv:{line}" })] } };
        var page = Parse(brief with { Title = new BriefSentence([run with { Figure = many }]) });

        var note = page.GetElementById("note-0")!;
        Assert.Contains("Observed: the first 40 of 1,234; touchstone measure \"return(HARB, ytd) @ 2025-02-28\" gives all", note.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("prices.csv:41", note.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Parse(Brief brief) => new HtmlParser().ParseDocument(PageWriter.Render(BriefPage.Of(brief)));
}
