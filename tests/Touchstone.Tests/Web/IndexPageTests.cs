using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>The pages of an index in a browser: comparison, members that add up, valuation, audit log and rules.</summary>
public sealed class IndexPageTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    [BrowserFact]
    public async Task Two_AreComparedByFormAndTheAddressReproducesIt()
    {
        await using var opened = await browser.OpenAsync("/index/HARB");
        var page = opened.Page;
        await page.CheckAsync("input[type=checkbox][value=HARBT]");
        await page.FillAsync("input[name=with][list]", "Tidewrack");
        await page.SelectOptionAsync("select[name=scale]", "drawdown");
        await page.ClickAsync("form.choose button");
        var address = page.Url;
        await page.GotoAsync(address);

        Assert.True(await page.IsCheckedAsync("input[type=checkbox][value=HARBT]"));
        Assert.True(await page.IsCheckedAsync("input[type=checkbox][value='XHBR:TIDE']"));
        Assert.Equal("drawdown", await page.InputValueAsync("select[name=scale]"));
        Assert.Equal(["Harbour Index", "Harbour Tech Index", "Tidewrack Games Ltd"], await page.Locator("table[aria-label=Compared] tbody th").AllInnerTextsAsync());
        await page.WaitForSelectorAsync("figure:nth-of-type(2) canvas");
    }

    [BrowserTheory]
    [InlineData("percent", "return(HARBT, since:2024-02-29) @ 2025-02-28", 0)]
    [InlineData("log", "return(HARBT, since:2024-02-29) @ 2025-02-28", 100)]
    [InlineData("drawdown", "drawdown(HARBT, since:2024-02-29) @ 2025-02-28", 0)]
    public async Task Comparison_EndsAtTheMeasuredNumber(string scale, string expression, double start)
    {
        await using var opened = await browser.OpenAsync($"/index/HARB?with=HARBT&scale={scale}&date=2025-02-28");
        var page = opened.Page;
        var last = page.Locator("figure").Nth(1).Locator("tbody tr").First.Locator("td").Nth(2);
        var drawn = double.Parse((await last.TextContentAsync())!, CultureInfo.InvariantCulture);
        await page.GotoAsync($"/measure?e={Uri.EscapeDataString(expression)}");
        var measured = double.Parse((await page.InnerTextAsync(".big")).TrimEnd('%'), CultureInfo.InvariantCulture);
        Assert.Equal(measured, drawn - start, 2);
    }

    [BrowserTheory]
    [InlineData("/index/HARB/members?window=1y")]
    [InlineData("/index/HARBT/members?window=1d&date=2025-01-21")]
    public async Task Contributions_AddUpToTheMove(string address)
    {
        await using var opened = await browser.OpenAsync(address);
        var page = opened.Page;
        Assert.Equal(3, await page.Locator("figure canvas").CountAsync());
        var points = await page.Locator("#member-rows tbody tr td:nth-child(5)").AllInnerTextsAsync();
        var foot = await page.Locator("#member-rows tfoot td:nth-child(5)").AllInnerTextsAsync();
        Assert.True(points.Count >= 4);
        Assert.Equal(3, foot.Count);

        // Every number is rounded to two decimals on its own.
        Assert.Equal(Number(foot[0]), points.Sum(Number), 0.005 * (points.Count + 1));
        Assert.Equal(Number(foot[2]), Number(foot[0]) + Number(foot[1]), 0.016);
    }

    [BrowserFact]
    public async Task Valuation_SplitsTheReturnAndDrawsThePercentile()
    {
        await using var opened = await browser.OpenAsync("/index/HARB/valuation?field=price_to_book&span=1y");
        var page = opened.Page;
        Assert.Equal("price_to_book", await page.InputValueAsync("select[name=field]"));
        await page.WaitForSelectorAsync("canvas");
        var rows = page.Locator(".table-box table[aria-label='Parts of the return'] tbody tr:has(td:last-child a:not(.none))");
        Assert.True(await rows.CountAsync() >= 3);
        foreach (var row in await rows.AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            Assert.Equal(Number(cells[3]), Number(cells[0]) + Number(cells[1]) + (cells[2] == "–" ? 0 : Number(cells[2])), 0.021);
        }
    }

    [BrowserFact]
    public async Task Parts_AreReachedByKeyboardAlone()
    {
        await using var opened = await browser.OpenAsync("/index/HARB");
        var page = opened.Page;
        await opened.SeenAsync();
        for (var presses = 0; presses < 20 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.tabs a')"); presses++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal("Level", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        foreach (var (name, expected) in new[] { ("members", "members on 2025-02-28"), ("valuation", "What the return is made of"), ("brief", "Harbour Index"), ("audit", "what happened"), ("rules", "By market value.") })
        {
            var tab = page.Locator($".tabs a[href*='/{name}']");
            await tab.FocusAsync();
            Assert.True(await tab.EvaluateAsync<bool>("one => getComputedStyle(one).outlineStyle !== 'none'"), "The focus is not seen.");
            await tab.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/index/HARB/{name}$"), new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
            await opened.SeenAsync();
            Assert.Contains(expected, await page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Equal("page", await page.Locator($".tabs a[href*='/{name}']").GetAttributeAsync("aria-current"));
        }
    }

    [BrowserTheory]
    [InlineData("/index/HARB?with=HARBT&scale=log", 390, ColorScheme.Dark)]
    [InlineData("/index/HARB/members", 390, ColorScheme.Light)]
    [InlineData("/index/HARB/valuation", 390, ColorScheme.Dark)]
    [InlineData("/index/HARB/brief", 390, ColorScheme.Light)]
    [InlineData("/index/HARB/audit", 390, ColorScheme.Dark)]
    [InlineData("/stock/XHBR:LANT", 390, ColorScheme.Light)]
    [InlineData("/index/HARB/members", 1600, ColorScheme.Dark)]
    public async Task Page_FitsTheScreenAndSavesItsCharts(string address, int width, ColorScheme scheme)
    {
        await using var opened = await browser.OpenAsync(address, width, scheme);
        var page = opened.Page;
        await opened.FitsAsync();
        // A browser asks before it takes more than ten files of a page.
        foreach (var figure in (await page.Locator("figure").AllAsync()).Take(3))
        {
            await figure.Locator("canvas").First.WaitForAsync();
            var picture = await page.RunAndWaitForDownloadAsync(() => figure.Locator("[data-save=png]").ClickAsync());
            Assert.True(new FileInfo(await picture.PathAsync()).Length > 2000);
            var table = await page.RunAndWaitForDownloadAsync(() => figure.Locator("[data-save=csv]").ClickAsync());
            Assert.Equal(await figure.Locator("table").First.Locator("tr").CountAsync(), (await File.ReadAllLinesAsync(await table.PathAsync())).Length);
        }
    }

    [Theory]
    [InlineData("/index/nowhere", "Nothing in the package is called 'nowhere'.")]
    [InlineData("/stock/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "Nothing in the package is called '<script>alert(1)</script>'.")]
    public async Task UnknownSubject_IsToldWithStatus404(string address, string expected)
    {
        var (response, body) = await browser.Server.GetAsync(address);
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains(expected, System.Net.WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/index/HARB?date=yesterday", "is not a day")]
    [InlineData("/index/HARB?date=1999-01-01", "The data go from 2022-01-03")]
    [InlineData("/index/HARB?span=ever", "is not a window")]
    [InlineData("/index/HARB?with=nobody", "Nothing in the package is called")]
    [InlineData("/index/HARB/members?window=since:nothing", "The package has no event")]
    [InlineData("/index/HARB/members?date=2022-01-03&window=1y", "cannot be split")]
    [InlineData("/index/HARB/valuation?field=luck", "The package has no figures")]
    [InlineData("/index/HARB/valuation?date=2022-01-03", "What the return is made of")]
    [InlineData("/index/HARB/brief?date=2022-01-03", "What could not be said")]
    [InlineData("/index/HARBGTR/members", "no members of HARBGTR")]
    [InlineData("/index/HARBGTR/valuation", "no multiples of")]
    [InlineData("/index/HSTECH", "Its rules are at hand")]
    [InlineData("/index/HSTECH/rules", "Hang Seng TECH")]
    [InlineData("/index/HSTECH/audit", "No data")]
    [InlineData("/index/XHBR:TIDE", "is no index")]
    [InlineData("/index/HARB/nothing", "There is no part")]
    [InlineData("/stock/HARB", "It is an index")]
    [InlineData("/stock/COAST", "gdp")]
    [InlineData("/stock/XHBR:LANT?date=2022-01-03", "A chart needs two days")]
    [InlineData("/stock/XHBR:LANT?view=brief&date=2022-01-03", "What could not be said")]
    [InlineData("/market?date=2022-01-03", "Market")]
    [InlineData("/market?of=COAST&window=1y&date=2024-02-30", "is not a day")]
    public async Task ThinData_IsToldAndNeverFails(string address, string expected)
    {
        var (response, body) = await browser.Server.GetAsync(address);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(expected, System.Net.WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        RunningServer.AssertNoTrace(body);
    }

    private static double Number(string text) => double.Parse(text.Replace("−", "-", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).TrimEnd('%', '†'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
