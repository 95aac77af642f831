using Microsoft.Playwright;
using Touchstone.Tests.Cli;

namespace Touchstone.Tests.Charts;

/// <summary>The pages of studies in a browser: drawn, without an error, without a request, on a desk, a phone, in the dark and on paper.</summary>
public class PageBrowserTests
{
    private const string Sample = "samples/harbour";

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light, 2, "exuberance", "HARB", "--replicates", "99", "--no-log", "--level", "90")]
    [InlineData(390, ColorScheme.Dark, 2, "exuberance", "HARBT", "--replicates", "99")]
    [InlineData(1280, ColorScheme.Dark, 1, "regimes", "XHBR:LANT")]
    [InlineData(390, ColorScheme.Light, 1, "regimes", "HARB")]
    public async Task Page_DrawsItsChartsAndAsksForNothing(int width, ColorScheme scheme, int panels, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        var run = CommandRun.Of(["study", .. arguments, "--data", Sample, "--html", file]);
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
        Assert.InRange(canvas.Height, panels * 230, (panels * 300) + 130);
        Assert.True(await InkedShare(page) > 0.005, "Hardly anything is drawn.");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        Assert.True(await page.Locator("details table tbody tr").CountAsync() > 800);
        Assert.False(await page.Locator("details table").IsVisibleAsync());
        await page.Locator("summary").First.ClickAsync();
        Assert.True(await page.Locator("details table").First.IsVisibleAsync());

        // The pointer brings up a tooltip, which is drawn and not made of HTML that the policy would refuse.
        await page.Mouse.MoveAsync(canvas.X + (canvas.Width / 2), canvas.Y + 150);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await InkedShare(page) > 0.005);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = scheme == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark });
        Assert.True(await InkedShare(page) > 0.005);

        Assert.Equal("", string.Join('\n', faults));
        Assert.Equal([new Uri(file).AbsoluteUri], requests);
    }

    /// <summary>The share of the chart's pixels that are not clear.</summary>
    private static Task<double> InkedShare(IPage page) => page.EvaluateAsync<double>("""
        () => {
          const drawn = document.querySelector('canvas');
          const canvas = new OffscreenCanvas(drawn.width, drawn.height);
          const copy = canvas.getContext('2d', { willReadFrequently: true });
          copy.drawImage(drawn, 0, 0);
          const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
          let inked = 0;
          for (let i = 3; i < pixels.length; i += 4) { inked += pixels[i] > 0 ? 1 : 0; }
          return inked / (pixels.length / 4);
        }
        """);
}
