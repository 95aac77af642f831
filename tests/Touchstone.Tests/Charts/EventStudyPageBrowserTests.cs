using Microsoft.Playwright;
using Touchstone.Tests.Cli;

namespace Touchstone.Tests.Charts;

/// <summary>The page of an event study in a browser: the chart of its path is drawn with its table, without an error or a request, on a desk and on a phone.</summary>
public class EventStudyPageBrowserTests
{
    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Page_DrawsThePathWithItsTable(int width, ColorScheme scheme)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        var run = CommandRun.Of("study", "events", "--data", "samples/harbour", "--events", "chartroom", "--securities", "@HARBT", "--market", "HARB", "--windows", "0..0,-1..1", "--adjust", "holm", "--html", file);
        Assert.Equal((0, $"touchstone: wrote {file}\n"), (run.Code, run.Error));

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browser.Path, Args = Browser.Arguments });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        var (faults, requests) = (new List<string>(), new List<string>());
        page.Console += (_, message) => faults.Add(message.Text);
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync("canvas");

        var canvas = (await page.Locator("canvas").First.BoundingBoxAsync())!;
        Assert.InRange(canvas.Width, width < 600 ? 300 : 800, width);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        Assert.Equal(21, await page.Locator("details table tbody tr").CountAsync());
        await page.Locator("summary").First.ClickAsync();
        Assert.True(await page.Locator("details table").First.IsVisibleAsync());
        await page.Mouse.MoveAsync(canvas.X + (canvas.Width / 2), canvas.Y + 150);
        Assert.Equal("", string.Join('\n', faults));
        Assert.Equal([new Uri(file).AbsoluteUri], requests);
    }
}
