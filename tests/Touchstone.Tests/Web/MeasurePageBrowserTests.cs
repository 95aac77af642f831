using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>The Measure page in a browser: completed by keyboard, answered with its working and the series behind it.</summary>
public sealed class MeasurePageBrowserTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    [BrowserTheory]
    [InlineData(1600, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Expression_IsCompletedByKeyboard(int width, ColorScheme scheme)
    {
        await using var watched = await browser.OpenAsync("/measure", width, scheme);
        var page = watched.Page;
        var box = page.GetByRole(AriaRole.Combobox);
        await watched.SeenAsync();
        await box.PressSequentiallyAsync("retu");
        await TakeAsync(page, "return(");
        await box.PressSequentiallyAsync("tech");
        await TakeAsync(page, "return(HARBT");
        await box.PressSequentiallyAsync(", year");
        await TakeAsync(page, "return(HARBT, ", "1y", "ytd");
        await page.Keyboard.PressAsync("Escape");
        await box.FillAsync("return(HARBT, ytd)");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".big")).ToHaveTextAsync("31.20%");
        await Assertions.Expect(page.Locator(".figure canvas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".working table tbody tr")).ToHaveCountAsync(2);
        await watched.FitsAsync();
    }

    [BrowserTheory]
    [InlineData("drawdown", "max-drawdown")]
    public async Task Catalogue_IsSearchedAndItsExamplesAnswered(string words, string name)
    {
        await using var watched = await browser.OpenAsync("/measure");
        var page = watched.Page;
        await page.GetByLabel("Show those with").FillAsync(words);
        await Assertions.Expect(page.Locator("#level")).ToBeHiddenAsync();
        await page.Locator($"[id={name}] summary").ClickAsync();
        await page.Locator($"[id={name}] dd a").ClickAsync();
        await Assertions.Expect(page.Locator(".big")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("/measure?e=retrun(HARB,ytd)", "Did you mean 'return'?")]
    [InlineData("/measure?e=level(NOPE)", "Nothing in the package is called 'NOPE'")]
    public async Task Page_IsWholeWithoutScript(string address, string words)
    {
        await using var watched = await browser.OpenAsync(address, script: false);
        var page = watched.Page;
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync(words);
        await page.FillAsync("#expression", "return(HARB, ytd)");
        await page.ClickAsync("form.ask button[type=submit]");
        await Assertions.Expect(page.Locator(".big")).ToHaveTextAsync("16.84%");
    }

    /// <summary>Takes the first choice with the arrow and Enter; the box then holds the text, followed by one of the ends where any are named.</summary>
    private static async Task TakeAsync(IPage page, string text, params string[] ends)
    {
        var box = page.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#choices [aria-selected=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        string[] expected = ends.Length == 0 ? [text] : [.. ends.Select(end => text + end)];
        Assert.Contains(await box.InputValueAsync(), expected);
    }
}
