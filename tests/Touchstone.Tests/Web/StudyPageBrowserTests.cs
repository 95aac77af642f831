using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>The Study pages in a browser: set up in a form, answered with charts and tables, the same again by address and without script.</summary>
public sealed class StudyPageBrowserTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    [BrowserTheory]
    [InlineData(1600, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, false)]
    public async Task Events_AreStudiedFromAForm(int width, ColorScheme scheme, bool script)
    {
        await using var watched = await browser.OpenAsync("/study", width, scheme, script);
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Events", Exact = true }).ClickAsync();
        await page.GetByLabel("Events", new PageGetByLabelOptions { Exact = true }).FillAsync("chartroom");
        await page.GetByLabel("Securities").FillAsync("@HARBT");
        await page.GetByLabel("Market").FillAsync("HARB");
        await page.GetByLabel("Windows").FillAsync("0..0,-1..1");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Study" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Event study: Chartroom released by Lanternfish Labs");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "All events, [-1,1]" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".figure table tbody tr")).ToHaveCountAsync(21);
        if (script)
        {
            Assert.EndsWith("/study/events?events=chartroom&securities=%40HARBT&market=HARB&windows=0..0%2C-1..1", page.Url, StringComparison.Ordinal);
            await Assertions.Expect(page.Locator(".figure canvas")).ToBeVisibleAsync();
        }

        var answer = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync(page.Url);
        Assert.Equal(answer, await page.Locator("main").InnerTextAsync());
        await watched.FitsAsync();
    }

    [BrowserTheory]
    [InlineData("/study/exuberance?subject=HARB&replicates=99", "Was Harbour Index exuberant?", 809)]
    [InlineData("/study/exuberance?subject=HARB&field=pe&replicates=99&level=90", "Was Harbour Index exuberant?", 0)]
    [InlineData("/study/regimes?subject=XHBR:LANT", "Bull and bear markets of Lanternfish Labs Inc", 0)]
    public async Task Series_IsStudied(string address, string title, int rows)
    {
        await using var watched = await browser.OpenAsync(address);
        var page = watched.Page;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator(".figure canvas")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".figure table tbody tr").CountAsync(), Math.Max(1, rows), rows > 0 ? rows : 5000);
        await Assertions.Expect(page.Locator(".working")).ToBeVisibleAsync();
        var json = await page.APIRequest.GetAsync((await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "JSON" }).GetAttributeAsync("href"))!);
        Assert.True(json.Ok, await json.TextAsync());
    }

    [BrowserTheory]
    [InlineData("/study/regimes?subject=NOPE", "Nothing in the package is called 'NOPE'")]
    [InlineData("/study/regimes?subject=HARB&rule=mine", "is not a choice")]
    [InlineData("/study/regimes?from=2025-01-02", "The parameter 'subject' is missing")]
    [InlineData("/study/exuberance?subject=HARB&field=nothing", "has no observations 'nothing'")]
    [InlineData("/study/events?events=chartroom&securities=@HARBT", "The market is missing")]
    [InlineData("/study/events?events=data%2Fevents.csv&market=HARB", "has no event 'data/events.csv'")]
    [InlineData("/study/regimes?subject=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "<script>alert(1)</script>")]
    public async Task Question_WithoutAnAnswerIsToldWhatIsMissing(string address, string words)
    {
        await using var watched = await browser.OpenAsync(address);
        await Assertions.Expect(watched.Page.Locator(".problem")).ToContainTextAsync(words);
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Study" })).ToBeVisibleAsync();
    }

    /// <summary>A study that is stopped leaves its place to the next: the server works on one at a time here, and lets none wait.</summary>
    [BrowserTheory]
    [InlineData(20_000)]
    public async Task Stop_EndsTheWork(int replicates)
    {
        await using var server = await RunningServer.StartAsync(new Touchstone.Web.ServeOptions { Data = SampleCopy.Folder, Limits = new Touchstone.Web.ServeLimits { HeavyAtOnce = 1, HeavyWaiting = 0 } });
        await using var watched = await browser.OpenAsync(server, "/study/exuberance");
        var page = watched.Page;
        await page.GetByLabel("Subject").FillAsync("HARB");
        await page.GetByText("How it is computed").ClickAsync();
        await page.GetByLabel("Replicates").FillAsync($"{replicates}");
        await page.GetByLabel("Lag", new PageGetByLabelOptions { Exact = true }).FillAsync("4");

        // All at once, because the browser answers no question while it waits for a page. The study takes far longer than the wait for the stop.
        using var places = new PlacesTaken(server);
        await page.EvaluateAsync("""
            () => {
              setTimeout(() => document.querySelector('form[data-ask]').requestSubmit());
              setTimeout(() => document.querySelector('[data-stop]').click(), 8000);
            }
            """);

        // The study comes first: what is asked meanwhile must not take its place.
        await places.UntilAsync(1);
        Assert.Equal(429, await AskAsync(server, 1));
        await Assertions.Expect(page.Locator("form .status")).ToHaveTextAsync("Stopped.", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });
        await UntilAsync(server, 200);
    }

    /// <summary>Asks for something small until it is answered so.</summary>
    private static async Task UntilAsync(RunningServer server, int status)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await AskAsync(server, i) == status)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"Nothing was answered with {status}.");
    }

    private static async Task<int> AskAsync(RunningServer server, int other) => (int)(await server.GetAsync($"/study/regimes?subject=HARB&from=2022-01-{(other % 28) + 1:00}")).Response.StatusCode;

    [SharedFact]
    public async Task Examples_OfTheSharedPackageHaveAnswers()
    {
        if (Browser.Path is null)
        {
            return;
        }

        await using var server = await RunningServer.StartAsync(new Touchstone.Web.ServeOptions { Data = SharedData.Market });
        await using var watched = await browser.OpenAsync(server, "/study");
        foreach (var kind in new[] { "events", "exuberance", "regimes" })
        {
            var address = await watched.Page.Locator($"section[aria-labelledby=kind-{kind}] .examples a").First.GetAttributeAsync("href");
            await watched.Page.GotoAsync($"{address}{(kind == "exuberance" ? "&replicates=99" : "")}");
            await Assertions.Expect(watched.Page.Locator(".figure canvas").First).ToBeVisibleAsync();
            await Assertions.Expect(watched.Page.Locator(".problem")).ToHaveCountAsync(0);
            await watched.Page.GotoAsync("/study");
        }
    }
}
