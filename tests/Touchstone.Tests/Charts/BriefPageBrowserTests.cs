using Microsoft.Playwright;
using Touchstone.Charts;
using Touchstone.Tests.Briefs;
using Touchstone.Tests.Cli;

namespace Touchstone.Tests.Charts;

/// <summary>The page of a brief in a browser: drawn, without an error or a request, on a desk and on a phone; its working opens by keyboard, with and without script.</summary>
public class BriefPageBrowserTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>{b} var(--ink)";

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light, "Lanternfish Labs")]
    [InlineData(390, ColorScheme.Dark, "Lanternfish Labs")]
    [InlineData(1280, ColorScheme.Dark, Hostile)]
    [InlineData(390, ColorScheme.Light, Hostile)]
    public async Task Page_DrawsEveryKindOfChart(int width, ColorScheme scheme, string name)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        File.WriteAllText(file, PageWriter.Render(BriefPage.Of(HandmadeBrief.Of(name))));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Launch(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        var (faults, requests) = Watch(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync("canvas");

        await AllAreDrawn(page, 3);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        Assert.All(await page.Locator("canvas").AllAsync(), canvas => Assert.InRange(canvas.BoundingBoxAsync().Result!.Width, width < 600 ? 300 : 400, width));
        for (var i = 0; i < 3; i++)
        {
            var figure = page.Locator("figure").Nth(i);
            Assert.False(await figure.Locator("table").First.IsVisibleAsync());
            await figure.Locator("summary").ClickAsync();
            Assert.True(await figure.Locator("table").First.IsVisibleAsync());
            await figure.Locator("canvas").HoverAsync();
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await AllAreDrawn(page, 3);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = scheme == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark });
        await AllAreDrawn(page, 3);
        Assert.Equal("", string.Join('\n', faults));
        Assert.Equal([new Uri(file).AbsoluteUri], requests);
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Figure_OpensItsWorkingByKeyboard(int width)
    {
        using var folder = new TemporaryFolder();
        var file = Written(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Launch(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var (faults, requests) = Watch(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync("canvas");
        var drawn = await page.Locator("canvas").CountAsync();
        Assert.True(drawn >= 1);
        await AllAreDrawn(page, drawn);

        await page.Keyboard.PressAsync("Tab");
        var figure = await page.EvaluateAsync<string>("document.activeElement.textContent");
        var note = page.Locator("#note-0");
        Assert.False(await note.IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await note.IsVisibleAsync());
        Assert.Contains("return(HARBT, ytd) @ 2025-02-28", await note.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("levels.csv:", await note.TextContentAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await note.IsVisibleAsync());
        await page.WaitForFunctionAsync("text => document.activeElement.textContent === text", figure);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        Assert.Equal("", string.Join('\n', faults));
        Assert.Equal([new Uri(file).AbsoluteUri], requests);
    }

    [BrowserTheory]
    [InlineData(390)]
    public async Task Figure_WithoutScript_LeadsToItsWorking(int width)
    {
        using var folder = new TemporaryFolder();
        var file = Written(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Launch(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#note-0")).ToBeInViewportAsync();
        Assert.Contains("levels.csv:", await page.Locator("#note-0").TextContentAsync(), StringComparison.Ordinal);
    }

    private static string Written(TemporaryFolder folder)
    {
        var file = folder.PathOf("page.html");
        var run = CommandRun.Of("brief", "HARBT", "--data", "samples/harbour", "--as-of", "2025-02-28", "--html", file);
        Assert.Equal((0, "", $"touchstone: wrote {file}\n"), (run.Code, run.Out, run.Error));
        return file;
    }

    private static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browser.Path, Args = Browser.Arguments });

    private static (List<string> Faults, List<string> Requests) Watch(IPage page)
    {
        var (faults, requests) = (new List<string>(), new List<string>());
        page.Console += (_, message) => faults.Add(message.Text);
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        return (faults, requests);
    }

    /// <summary>Every canvas has pixels of more than one colour.</summary>
    private static async Task AllAreDrawn(IPage page, int count)
    {
        var colours = await page.EvaluateAsync<int[]>("""
            () => [...document.querySelectorAll('.chart canvas')].map(drawn => {
              const canvas = new OffscreenCanvas(drawn.width, drawn.height);
              const copy = canvas.getContext('2d', { willReadFrequently: true });
              copy.drawImage(drawn, 0, 0);
              const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              return new Set(pixels).size;
            })
            """);
        Assert.Equal(count, colours.Length);
        Assert.All(colours, colour => Assert.True(colour > 5, "Hardly anything is drawn."));
    }
}
