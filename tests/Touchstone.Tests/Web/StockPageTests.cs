using System.Globalization;
using Touchstone.Tests.Charts;
using Touchstone.Web;

namespace Touchstone.Tests.Web;

/// <summary>The page of a stock, and the same pages over the larger package.</summary>
public sealed class StockPageTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    [BrowserFact]
    public async Task Page_ShowsPricesContributionsAndResponse()
    {
        await using var opened = await browser.OpenAsync("/stock/Lanternfish?date=2025-02-14");
        var page = opened.Page;
        Assert.Contains("XHBR:LANT", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(["Harbour Index", "Harbour Tech Index"], await page.Locator("table[aria-label='In the indices'] tbody th").AllInnerTextsAsync());
        Assert.Contains("Chartroom released", await page.InnerTextAsync("table[aria-label='Response to events'] tbody"), StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator("figure canvas").CountAsync() - await page.Locator("figure:has-text('What the return') canvas").CountAsync());

        // A number of the response leads to its working.
        await page.Locator("table[aria-label='Response to events'] a.answer:not(.none)").First.ClickAsync();
        Assert.StartsWith("car(XHBR:LANT, chartroom, ", await page.InnerTextAsync(".asked"), StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task Pages_HoldOverTheLargerPackage()
    {
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = SharedData.Market });
        foreach (var address in new[]
        {
            "/market", "/market?date=2025-02-14&of=HSTECH&window=ytd", "/indices", "/index/HSTECH?date=2025-02-14&with=HSI&with=NDX&scale=log", "/index/HSTECH/members?date=2025-02-14&window=1m", "/index/CSI300/members?date=2025-02-14",
            "/index/HSTECH/valuation?date=2025-02-14", "/index/HSTECH/brief?date=2025-02-14", "/index/HSTECH/audit", "/index/HSTECH/rules", "/stock/700.HK?date=2025-02-14", "/stock/XHKG:700?view=brief", "/stock/XHKG",
        })
        {
            var (response, body) = await server.GetAsync(address);
            Assert.True((int)response.StatusCode == 200, $"{address}: {(int)response.StatusCode}");
            RunningServer.AssertNoTrace(body);
        }

        if (Browser.Path is null)
        {
            return;
        }

        await using var opened = await browser.OpenAsync(server, "/index/HSTECH/members?date=2025-02-14&window=ytd", 390);
        var page = opened.Page;
        var hint = page.Locator(".remark a");
        Assert.Contains("it can", await hint.InnerTextAsync(), StringComparison.Ordinal);
        await hint.ClickAsync();
        var foot = await page.Locator("#member-rows tfoot td:nth-child(5)").AllTextContentsAsync();
        var numbers = foot.Select(text => double.Parse(text.Replace("−", "-", StringComparison.Ordinal).TrimStart('+'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(numbers[2], numbers[0] + numbers[1], 0.016);
        Assert.InRange(Math.Abs(numbers[1]), 0, 1);
    }
}
