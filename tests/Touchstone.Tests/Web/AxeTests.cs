using System.Text.Json;
using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>Every page, in light and dark, before axe-core: no violation that is serious or worse.</summary>
public sealed class AxeTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    private const string Article = "The Harbour Index rose 52.34 points, or 9.9%, to 2,226.20 on Friday 28 February 2025. Tidewrack Games jumped 25% in February. It should reach 3,000 by the end of the year. Turnover was 17 of something.";

    private static readonly string Axe = File.ReadAllText(Repository.PathOf("web", "node_modules", "axe-core", "axe.min.js"));

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/check?published=soon")]
    [InlineData("/market")]
    [InlineData("/indices")]
    [InlineData("/index/HARB")]
    [InlineData("/stock/XHBR:LANT")]
    [InlineData("/study")]
    [InlineData("/study/events")]
    [InlineData("/study/events?events=chartroom&securities=@HARBT&market=HARB&windows=0..0")]
    [InlineData("/study/exuberance?subject=HARB&replicates=99")]
    [InlineData("/study/regimes?subject=HARB")]
    [InlineData("/study/regimes?subject=NOPE")]
    [InlineData("/measure")]
    [InlineData("/measure?e=return(HARB,%20ytd)")]
    [InlineData("/measure?e=retrun(HARB)")]
    [InlineData("/data")]
    [InlineData("/data?of=HARB")]
    public async Task Page_CanBeUsedByAll(string address)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var watched = await browser.OpenAsync(address, scheme: scheme, script: true);
            Assert.Equal("", await SeriousAsync(watched.Page));
        }
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Check_CanBeUsedByAll(int width)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var watched = await browser.OpenAsync("/", width, scheme);
            await watched.Page.FillAsync("#text", Article);
            await watched.Page.Locator(".mark.contradicted").First.ClickAsync();
            await Assertions.Expect(watched.Page.Locator(".claim-card.chosen canvas")).ToBeVisibleAsync();
            Assert.Equal("", await SeriousAsync(watched.Page));
        }
    }

    [BrowserTheory]
    [InlineData("return(")]
    public async Task Choices_CanBeUsedByAll(string words)
    {
        await using var watched = await browser.OpenAsync("/measure");
        await watched.SeenAsync();
        await watched.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync(words);
        await watched.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(watched.Page.Locator("#choices")).ToBeVisibleAsync();
        Assert.Equal("", await SeriousAsync(watched.Page));
    }

    private static async Task<string> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 3).map(node => node.html + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | ')))");
        return string.Join('\n', found.EnumerateArray().Select(one => one.GetString()));
    }
}
