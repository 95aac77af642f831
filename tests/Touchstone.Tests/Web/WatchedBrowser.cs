using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>A browser and a server over the sample for all tests of a class. Where there is no browser, neither is started and the tests are skipped.</summary>
public sealed class WatchedBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await RunningServer.StartAsync();
        if (Browser.Path is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browser.Path, Args = Browser.Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Opens an address of the sample's server, and watches for errors and for requests to elsewhere.</summary>
    internal Task<WatchedPage> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) => OpenAsync(Server, address, width, scheme, script);

    /// <summary>The same on another server.</summary>
    internal async Task<WatchedPage> OpenAsync(RunningServer server, string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.Address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        var page = new WatchedPage(context, await context.NewPageAsync(), server.Address);
        await page.Page.GotoAsync(address);
        return page;
    }
}

/// <summary>A page whose errors and requests are noted. Disposing it fails the test when it logged anything, or asked for anything from elsewhere.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public WatchedPage(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(error);
        page.Dialog += (_, dialog) => Note($"dialog: {dialog.Message}");
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } asked && asked.Authority != home.Authority)
            {
                Note($"request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Waits until the page is loaded and hears the keyboard: a browser passes no keys to a page before its first picture. It is asked with a key that means nothing alone.</summary>
    public async Task SeenAsync()
    {
        await Page.WaitForLoadStateAsync();
        await Page.EvaluateAsync("() => { window.heard = false; addEventListener('keydown', () => { window.heard = true; }, { once: true }); }");
        for (var tries = 0; !await Page.EvaluateAsync<bool>("window.heard"); tries++)
        {
            Assert.True(tries < 300, "The page heard no key.");
            await Page.Keyboard.PressAsync("Shift");
            await Task.Delay(20);
        }
    }

    /// <summary>The page is not wider than its screen.</summary>
    public async Task FitsAsync() => Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Equal("", string.Join('\n', _faults));
    }

    private void Note(string fault)
    {
        lock (_faults)
        {
            _faults.Add(fault);
        }
    }
}
