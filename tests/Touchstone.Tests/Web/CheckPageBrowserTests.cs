using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Touchstone.Claims;
using Touchstone.Data;
using Touchstone.Tests.Charts;
using Touchstone.Tests.Cli;

namespace Touchstone.Tests.Web;

/// <summary>The Check page in a browser: an article is marked, a claim opens its working, editing checks again, and all of it without script too.</summary>
public sealed class CheckPageBrowserTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    private const int ClaimsOfTheSample = 36;

    private static readonly string Article = File.ReadAllText(Path.Combine(SampleCopy.Folder, "article.md"));

    [BrowserTheory]
    [InlineData(1600, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Article_IsMarkedAndAClaimOpensItsWorking(int width, ColorScheme scheme)
    {
        await using var watched = await browser.OpenAsync("/", width, scheme);
        var page = watched.Page;
        await page.FillAsync("#text", Article);
        await Assertions.Expect(page.Locator(".claim-card")).ToHaveCountAsync(ClaimsOfTheSample);
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync($"{ClaimsOfTheSample} claims checked.");

        await page.Locator(".mark.contradicted", new PageLocatorOptions { HasText = "jumped 25% in February" }).ClickAsync();
        var card = page.Locator(".claim-card.chosen");
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card).ToContainTextAsync("21.34%");
        await Assertions.Expect(card.Locator(".readings li")).ToHaveCountAsync(2);
        await Assertions.Expect(card.Locator(".working table tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(card.Locator("canvas")).ToBeVisibleAsync();
        await Assertions.Expect(card).ToBeInViewportAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "21.34%" })).ToHaveAttributeAsync("href", "/measure?e=return%28XHBR%3ATIDE%2C%202025-02%29%20%40%202025-02-28");
        await watched.FitsAsync();
    }

    /// <summary>The picture of the README is what this page shows; UPDATE_GOLDEN=1 takes it anew.</summary>
    [BrowserTheory]
    [InlineData(1280)]
    public async Task Picture_OfTheReadme_IsOfThisPage(int width)
    {
        await using var watched = await browser.OpenAsync("/", width);
        var page = watched.Page;
        await page.FillAsync("#text", Article);
        await page.Locator(".mark.contradicted", new PageLocatorOptions { HasText = "jumped 25% in February" }).ClickAsync();
        await Assertions.Expect(page.Locator(".claim-card.chosen canvas")).ToBeVisibleAsync();
        var picture = await page.ScreenshotAsync();
        var kept = Repository.PathOf("docs", "pictures", "check.png");
        if (Golden.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            await File.WriteAllBytesAsync(kept, picture);
        }

        // Fonts differ from machine to machine, so the bytes do; the size of the picture does not.
        Assert.Equal(picture[16..24], (await File.ReadAllBytesAsync(kept))[16..24]);
        Assert.True(picture.Length > 30_000, $"The picture has {picture.Length} bytes: the page is blank.");
    }

    [BrowserTheory]
    [InlineData(1280)]
    public async Task Editing_ChecksAnew(int width)
    {
        await using var watched = await browser.OpenAsync("/", width);
        var page = watched.Page;
        await page.FillAsync("#text", Article);
        await Assertions.Expect(page.Locator(".claim-card.contradicted")).ToHaveCountAsync(2);
        await page.FillAsync("#text", Article.Replace("jumped 25% in February", "jumped 21% in February", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".claim-card.contradicted")).ToHaveCountAsync(1);
        await page.FillAsync("#published", "2025-02-27");
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync("Published 2025-02-27 (given: published 2025-02-27)");

        // The address follows, so that loading it again shows the same.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync("Published 2025-02-27 (given: published 2025-02-27)");
        Assert.Contains("jumped 21% in February", await page.InputValueAsync("#text"), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verdicts_CanBeLeftOut(bool script)
    {
        await using var watched = await browser.OpenAsync(await PermanentAsync(Article), script: script);
        var page = watched.Page;
        await Assertions.Expect(page.Locator(".claim-card:visible")).ToHaveCountAsync(ClaimsOfTheSample);
        await page.UncheckAsync("#show-confirmed");
        await Assertions.Expect(page.Locator(".claim-card.confirmed:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".claim-card.contradicted:visible")).ToHaveCountAsync(2);
        if (!script)
        {
            await page.Locator(".editing > summary").ClickAsync();
            await page.ClickAsync("#check .go button");
        }

        await page.GotoAsync((await page.GetAttributeAsync("[data-permanent]", "href"))!);
        await Assertions.Expect(page.Locator("#show-confirmed")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".claim-card:visible")).ToHaveCountAsync(ClaimsOfTheSample - 28);
    }

    [BrowserTheory]
    [InlineData(1600)]
    [InlineData(390)]
    public async Task Page_IsWholeWithoutScript(int width)
    {
        await using var watched = await browser.OpenAsync("/check", width, script: false);
        var page = watched.Page;
        await page.FillAsync("#text", Article);
        await page.ClickAsync("#check .go button");
        await Assertions.Expect(page.Locator(".claim-card")).ToHaveCountAsync(ClaimsOfTheSample);
        await page.Locator(".mark.contradicted").First.ClickAsync();
        await Assertions.Expect(page.Locator(".claim-card:target")).ToBeInViewportAsync();
        await page.Locator(".claim-card:target summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".claim-card:target .working")).ToBeVisibleAsync();
        await page.Locator(".claim-card:target .lazy a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Measure");
        await Assertions.Expect(page.Locator(".big")).ToHaveTextAsync("21.34%");
        await watched.FitsAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_IsReadAsTextMarkdownOrHtml(bool script)
    {
        await using var watched = await browser.OpenAsync("/", script: script);
        var page = watched.Page;
        var html = "<!doctype html><title>x</title><h1>Harbour</h1><p>The Harbour Index rose 52.34 points, or <b>2.4%</b>, to 2,226.20 on Friday.</p><script>alert(1)</script>";
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "story.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(html) });
        if (!script)
        {
            await page.ClickAsync("#check .go button");
        }

        await Assertions.Expect(page.Locator(".claim-card.confirmed")).ToHaveCountAsync(3);
        var text = await page.InputValueAsync("#text");
        Assert.Contains("The Harbour Index rose 52.34 points, or 2.4%, to 2,226.20 on Friday.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.Equal("story.html", await page.InputValueAsync("#name"));
    }

    [BrowserTheory]
    [InlineData("story.md", "The Harbour Index rose 2.4% on Friday 28 February 2025.", 1)]
    public async Task File_CanBeDropped(string name, string words, int claims)
    {
        await using var watched = await browser.OpenAsync("/");
        var dropped = await watched.Page.EvaluateHandleAsync("([name, words]) => { const data = new DataTransfer(); data.items.add(new File([words], name, { type: 'text/markdown' })); return data; }", new[] { name, words });
        await watched.Page.DispatchEventAsync("#check", "drop", new { dataTransfer = dropped });
        await Assertions.Expect(watched.Page.Locator(".claim-card")).ToHaveCountAsync(claims);
        Assert.Equal(words, await watched.Page.InputValueAsync("#text"));
    }

    [BrowserTheory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("md")]
    public async Task Check_IsSavedAsTheCommandLineWritesIt(string form)
    {
        await using var watched = await browser.OpenAsync(await PermanentAsync(Article));
        var download = await watched.Page.RunAndWaitForDownloadAsync(() => watched.Page.ClickAsync($"button[name=as][value={form}]"));
        Assert.Equal($"article-check.{form}", download.SuggestedFilename);
        var saved = await File.ReadAllTextAsync(await download.PathAsync());
        var market = Package.Open(SampleCopy.Folder).Value;
        var report = ArticleCheck.Run(ArticleReader.Read("article", Encoding.UTF8.GetBytes(Article)).Article!, market, new CheckOptions());
        switch (form)
        {
            case "html":
                Assert.Equal(CheckPage.Render(report), saved);
                break;
            case "json":
                var written = CommandRun.Of("check", "samples/harbour/article.md", "--data", "samples/harbour", "--json").Out;
                Assert.Equal(JsonDocument.Parse(written).RootElement.GetProperty("claims").ToString(), JsonDocument.Parse(saved).RootElement.GetProperty("claims").ToString());
                break;
            default:
                Assert.Equal(EditorNote.Write(report), saved);
                break;
        }
    }

    [BrowserTheory]
    [InlineData(1280)]
    public async Task Keyboard_ReachesEverything(int width)
    {
        await using var watched = await browser.OpenAsync("/", width);
        var page = watched.Page;
        await watched.SeenAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.FocusAsync("#text");
        await page.Keyboard.InsertTextAsync("The Harbour Index rose 52.34 points, or 9.9%, to 2,226.20 on Friday 28 February 2025.");
        await Assertions.Expect(page.Locator(".claim-card")).ToHaveCountAsync(3);
        await TabToAsync(page, "show-confirmed");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#show-confirmed")).Not.ToBeCheckedAsync();
        var wrong = await page.Locator(".claim-card.inconsistent, .claim-card.contradicted").First.GetAttributeAsync("id");
        await TabToAsync(page, $"words-{wrong}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#{wrong}")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"#{wrong} .working")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator($"#quote-{wrong}")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#words-{wrong}")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("<script>alert(1)</script> The Harbour Index rose 2.4% on Friday. \"><img src=x onerror=alert(2)> </textarea><script>alert(3)</script>")]
    [InlineData("![x](javascript:alert(1)) [up 5%](javascript:alert(2)) The Harbour Index <svg onload=alert(3)> fell 99%.")]
    public async Task Hostile_TextStaysText(string article)
    {
        foreach (var script in new[] { true, false })
        {
            await using var watched = await browser.OpenAsync("/", script: script);
            await watched.Page.FillAsync("#text", article);
            if (!script)
            {
                await watched.Page.ClickAsync("#check .go button");
            }

            await Assertions.Expect(watched.Page.Locator(".marked")).ToContainTextAsync(article[..24]);
            await Assertions.Expect(watched.Page.Locator(".marked img, .marked svg, .marked script, #result img")).ToHaveCountAsync(0);
        }
    }

    [BrowserTheory]
    [InlineData("/check?a=AAAA", "cut or changed")]
    [InlineData("/check?a=%3Cscript%3E", "cut or changed")]
    [InlineData("/check?published=soon", "not a day")]
    public async Task Address_ThatIsWrongIsToldSo(string address, string words)
    {
        await using var watched = await browser.OpenAsync(address);
        await Assertions.Expect(watched.Page.Locator(".problem")).ToContainTextAsync(words);
    }

    [BrowserTheory]
    [InlineData(4)]
    public async Task Page_OfManyClaimsStaysResponsive(int copies)
    {
        await using var watched = await browser.OpenAsync("/");
        await StaysResponsiveAsync(watched.Page, string.Join("\n\n", Enumerable.Repeat(Article, copies)), ClaimsOfTheSample * copies * 9 / 10);
    }

    [SharedFact]
    public async Task Page_OfTheSharedArticlesStaysResponsive()
    {
        if (Browser.Path is null)
        {
            return;
        }

        var articles = Directory.EnumerateFiles(Path.Combine(SharedData.Folder!, "articles"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        await using var server = await RunningServer.StartAsync(new Touchstone.Web.ServeOptions { Data = SharedData.Market });
        await using var watched = await browser.OpenAsync(server, "/");
        await StaysResponsiveAsync(watched.Page, string.Join("\n\n", articles), 80);
    }

    /// <summary>Checks an article of many claims, then types, filters and opens claims; none of it may keep the page busy for long.</summary>
    private static async Task StaysResponsiveAsync(IPage page, string article, int leastClaims)
    {
        await page.FillAsync("#text", article);
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("claims checked", new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
        Assert.InRange(await page.Locator(".claim-card").CountAsync(), leastClaims, 1000);
        const string timed = """
            async () => {
              const start = performance.now();
              ACT
              await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
              return performance.now() - start;
            }
            """;
        foreach (var act in new[]
        {
            "const text = document.getElementById('text'); text.value += ' '; text.dispatchEvent(new Event('input', { bubbles: true }))",
            "document.getElementById('show-confirmed').click()",
            "document.getElementById('show-confirmed').click()",
            "document.querySelectorAll('.mark')[40].click()",
            "document.querySelector('[data-walk=\"1\"]').click()",
            "const all = document.querySelectorAll('.mark'); all[all.length - 1].click()",
        })
        {
            var milliseconds = await page.EvaluateAsync<double>(timed.Replace("ACT", $"{act};", StringComparison.Ordinal));
            Assert.True(milliseconds < 1000, $"{act} kept the page busy for {milliseconds.ToString("0", CultureInfo.InvariantCulture)} ms.");
        }

        // What is typed is checked again by itself, in place.
        await page.FillAsync("#text", article + "\n\nNothing more.");
        await Assertions.Expect(page.Locator(".marked")).ToContainTextAsync("Nothing more.", new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await page.EvaluateAsync<string?>("document.activeElement && document.activeElement.id") == id)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach '{id}'.");
    }

    private async Task<string> PermanentAsync(string article)
    {
        await using var watched = await browser.OpenAsync("/", script: false);
        await watched.Page.FillAsync("#text", article);
        await watched.Page.ClickAsync("#check .go button");
        return (await watched.Page.GetAttributeAsync("[data-permanent]", "href"))!;
    }
}
