using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Touchstone.Charts;

namespace Touchstone.Tests.Charts;

/// <summary>A page of charts as a file: what it holds, and what it lets through.</summary>
public class PageWriterTests
{
    private static readonly JsonSerializerOptions Wide = new() { WriteIndented = true };

    [Fact]
    public void Json_OfAChart_IsAsRecorded() => Golden.Matches(Indented(ChartOption.Json(Small("close"))), "chart-option.json");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></title><iframe src=//x></iframe>")]
    [InlineData("<!-- --><svg onload=alert(1)>")]
    public void Render_MakesHostileTextInert(string hostile)
    {
        var html = PageWriter.Render(new Page(hostile, hostile, [new PageSection(hostile) { Text = hostile, Charts = [Small(hostile)], Table = TableOf(hostile), Terms = [(hostile, hostile)] }], [hostile]));
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal(3, page.QuerySelectorAll("script").Length);
        Assert.Empty(page.QuerySelectorAll("img, iframe, svg, object, embed, link, base, form"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
        using var option = JsonDocument.Parse(page.QuerySelector("script[type='application/json']")!.TextContent);
        Assert.Equal(hostile, option.RootElement.GetProperty("series").EnumerateArray().Last().GetProperty("name").GetString());
    }

    /// <summary>The policy names exactly the scripts and the style sheet that stand in the file, and allows nothing else.</summary>
    [Fact]
    public void Render_AllowsOnlyItsOwnScripts()
    {
        var page = new HtmlParser().ParseDocument(PageWriter.Render(new Page("A", "B", [new PageSection("C") { Charts = [Small("close")] }], [])));
        var policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        var scripts = page.QuerySelectorAll("script:not([type])").Select(script => Hash(script.TextContent)).ToArray();

        Assert.Equal(2, scripts.Length);
        Assert.Equal($"default-src 'none'; script-src {string.Join(' ', scripts)}; style-src {Hash(page.QuerySelector("style")!.TextContent)}; base-uri 'none'; form-action 'none'", policy);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public void Render_GivesEveryChartItsTable()
    {
        var page = new HtmlParser().ParseDocument(PageWriter.Render(new Page("A", "B", [new PageSection("C") { Charts = [Small("close")] }, new PageSection("D") { Charts = [Small("level")] }], [])));

        Assert.Equal(2, page.QuerySelectorAll("figure").Length);
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.NotNull(figure.QuerySelector("details table tbody tr")));
        Assert.All(page.QuerySelectorAll("[data-chart]"), place => Assert.NotNull(page.GetElementById(place.GetAttribute("data-chart")!)));
    }

    /// <summary>Licences of what is embedded stay with it.</summary>
    [Fact]
    public void Render_KeepsTheNoticeOfTheChartLibrary() => Assert.Contains("Licensed to the Apache Software Foundation", PageWriter.Render(new Page("A", "B", [], [])), StringComparison.Ordinal);

    private static PanelChart Small(string name) => new(
        name,
        $"{name} in three days",
        ["2025-01-06", "2025-01-07", "2025-01-08"],
        [new ChartPanel(name, [new ChartLine(name, [1.5, null, 2], ChartTone.Main), new ChartLine(name, [1, 1, 1], ChartTone.Limit, IsDashed: true)], [new ChartRange(name, [0.5, null, 1], [2.5, null, 3], ChartTone.Quiet)], [new ChartMark(2, 2, name, ChartTone.Rising)])],
        [new ChartBand(1, 2, name, ChartTone.Falling)],
        TableOf(name));

    private static ChartTable TableOf(string text) => new(text, [new ChartColumn(text), new ChartColumn(text, true)], [[text, "1.5"], [text, ""]]);

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Wide).ReplaceLineEndings("\n") + "\n";
    }
}
