using Microsoft.Playwright;
using Touchstone.Tests.Charts;

namespace Touchstone.Tests.Web;

/// <summary>Every page of the market, of indices and of stocks under the rules of axe-core: no violation that it calls serious or critical, on a desk and a phone, light and dark.</summary>
public sealed class MarketAxeTests(WatchedBrowser browser) : IClassFixture<WatchedBrowser>
{
    private static readonly string Script = File.ReadAllText(Repository.PathOf("web", "node_modules", "axe-core", "axe.min.js"));

    [BrowserTheory]
    [InlineData("/market")]
    [InlineData("/market?date=2024-07-01&of=HARBT&window=1m")]
    [InlineData("/indices")]
    [InlineData("/index/HARB?with=HARBT&with=XHBR:TIDE&scale=log&span=1m")]
    [InlineData("/index/HARB/members")]
    [InlineData("/index/HARB/valuation?span=1m")]
    [InlineData("/index/HARB/brief")]
    [InlineData("/index/HARB/audit")]
    [InlineData("/index/HARB/rules")]
    [InlineData("/stock/XHBR:LANT?span=1m")]
    [InlineData("/stock/XHBR:TIDE?view=brief")]
    [InlineData("/stock/COAST")]
    public async Task Page_HasNoSeriousViolation(string address)
    {
        foreach (var (width, scheme) in new[] { (1600, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var opened = await browser.OpenAsync(address, width, scheme);
            var page = opened.Page;

            // What is folded is judged too.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            await page.EvaluateAsync(Script);
            var violations = await page.EvaluateAsync<string[]>("""
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                  .filter(one => one.impact === 'serious' || one.impact === 'critical')
                  .map(one => `${one.id}: ${one.help} ${one.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`)
                """);
            Assert.True(violations.Length == 0, $"{address} at {width} px, {scheme}:\n{string.Join('\n', violations)}");
        }
    }
}
