using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>A browser with one page open on a server, which writes down every fault of the page and every request elsewhere.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _faults = [];

    private OpenedPage(IPlaywright playwright, IBrowser browser, IPage page, Uri server)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"error: {error}");
        page.Request += (_, request) => Note(!request.Url.StartsWith(server.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"request: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 500, $"{response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    public static async Task<OpenedPage> OnAsync(RunningServer server, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browser.Path, Args = Browser.Arguments });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = server.Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = script, AcceptDownloads = true,
        });
        return new OpenedPage(playwright, browser, page, server.Address);
    }

    /// <summary>Opens an address of the server.</summary>
    public async Task<IPage> GotoAsync(string address)
    {
        await Page.GotoAsync(address);
        return Page;
    }

    /// <summary>Says that no page so far had a fault, and that nobody else was asked for anything.</summary>
    public void AssertClean()
    {
        lock (_faults)
        {
            Assert.Equal("", string.Join('\n', _faults));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(text);
            }
        }
    }
}
