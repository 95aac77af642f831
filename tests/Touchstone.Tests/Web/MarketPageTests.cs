using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>The page of the market in a browser: the day is moved by link, form and key, and every number leads to its working.</summary>
public sealed class MarketPageTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    private const string Shown = ".daybar strong";

    [BrowserFact]
    public async Task Day_IsMovedByLinkFormAndKey()
    {
        await using var opened = await browser.OpenAsync("/market");
        var page = opened.Page;
        Assert.Equal("2025-02-28", await page.InnerTextAsync(Shown));

        await page.ClickAsync("a[rel=prev]");
        Assert.Equal("2025-02-27", await page.InnerTextAsync(Shown));
        Assert.Contains("date=2025-02-27", page.Url, StringComparison.Ordinal);

        await opened.SeenAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator(Shown)).ToHaveTextAsync("2025-02-26");
        await opened.SeenAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(Shown)).ToHaveTextAsync("2025-02-27");
        Assert.Contains("date=2025-02-27", page.Url, StringComparison.Ordinal);

        await page.FillAsync("input[type=date]", "2024-12-28");
        await page.ClickAsync(".daybar button");
        Assert.Equal("2024-12-27", await page.InnerTextAsync(Shown));
        Assert.Contains("2024-12-28 is no session", await page.InnerTextAsync(".remark"), StringComparison.Ordinal);

        // In a field the arrows are the field's own.
        await page.FocusAsync("input[name=window]");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Contains("date=2024-12-28", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Numbers_LeadToTheirWorkingOfTheSameDay()
    {
        await using var opened = await browser.OpenAsync("/market?date=2025-01-31");
        var page = opened.Page;
        var move = page.Locator("section[aria-labelledby=indices] tbody tr").First.Locator("td.number a").Nth(5);
        var printed = (await move.InnerTextAsync()).TrimStart('+');
        await move.ClickAsync();
        Assert.Equal("return(HARB, ytd) @ 2025-01-31", await page.InnerTextAsync(".asked"));
        Assert.Equal(printed, await page.InnerTextAsync(".big"));
    }

    [BrowserTheory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1600, ColorScheme.Light)]
    public async Task Page_FitsTheScreenAndSavesItsTables(int width, ColorScheme scheme)
    {
        await using var opened = await browser.OpenAsync("/market?window=1m", width, scheme);
        var page = opened.Page;
        await opened.FitsAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-save-table=indices]"));
        Assert.Equal("indices.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.StartsWith("index,level,1 day,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Harbour Index,\"2,226.20\",", lines[1], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Page_IsWholeWithoutScript()
    {
        await using var opened = await browser.OpenAsync("/market", script: false);
        var page = opened.Page;
        await page.SelectOptionAsync("select[name=of]", "HARBT");
        await page.FillAsync("input[name=window]", "1m");
        await page.ClickAsync(".daybar button");
        Assert.Contains("Leaders and laggards of Harbour Tech Index, 1m", await page.InnerTextAsync("#leaders"), StringComparison.Ordinal);
        Assert.True(await page.Locator("section[aria-labelledby=leaders] tbody tr").CountAsync() >= 3);
        Assert.True(await page.Locator("svg.spark polyline").CountAsync() >= 2);
    }
}
