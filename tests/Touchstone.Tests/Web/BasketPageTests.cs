using System.Net;
using System.Text.RegularExpressions;
using Touchstone.Web;

namespace Touchstone.Tests.Web;

/// <summary>The page of a basket, and of an index whose monthly lists name its members by their codes.</summary>
public sealed class BasketPageTests
{
    [Fact]
    public async Task Basket_ShowsItsMembersAndWhatItIsWorth()
    {
        using var folder = TemporaryFolder.CopyOf(SampleCopy.Folder);
        await File.AppendAllTextAsync(folder.PathOf("instruments.csv"), "TRIO,basket,Harbour Trio,,XHBR,USD,,\n");
        await File.AppendAllTextAsync(folder.PathOf("constituents.csv"), "TRIO,XHBR:LANT,2022-01-03,,\nTRIO,XHBR:BRIN,2022-01-03,,\nTRIO,XHBR:COBB,2024-01-02,,\n");
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = folder.Path });
        var (response, html) = await server.GetAsync("/stock/TRIO?date=2025-02-28");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, Rows(html).Count);
        Assert.Equal(await ValueAsync(server, "value-added(TRIO, ytd) @ 2025-02-28"), Figure(html, "value added, ytd"));
        Assert.Equal(await ValueAsync(server, "aggregate-pe(TRIO) @ 2025-02-28"), Figure(html, "P/E of all together"));
        Assert.DoesNotContain("beat the index", html, StringComparison.Ordinal);
        Assert.Contains("<code>constituents</code>", html, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task Member_OfAListAndOfASpanIsOne()
    {
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = SharedData.Market });
        var (_, html) = await server.GetAsync("/index/DJIA/members?date=2025-10-30&window=ytd");

        Assert.Equal(30, Rows(html).Count);
        Assert.Equal(30, Rows(html).Distinct().Count());
        Assert.DoesNotContain("(left)", html, StringComparison.Ordinal);
    }

    private static List<string> Rows(string html) =>
        [.. Regex.Matches(html[html.IndexOf("id=\"member-rows\"", StringComparison.Ordinal)..], "<tr><th scope=\"row\"><a class=\"name\" href=\"([^\"?]+)").Select(row => row.Groups[1].Value).Where(address => address.StartsWith("/stock/", StringComparison.Ordinal))];

    private static string Figure(string html, string title) => Regex.Match(html, $"<dt>{Regex.Escape(title)}</dt><dd><a[^>]*>([^<]+)</a>").Groups[1].Value;

    private static async Task<string> ValueAsync(RunningServer server, string expression) =>
        Regex.Match((await server.GetAsync($"/measure?e={Uri.EscapeDataString(expression)}")).Body, "<p class=\"big\">([^<]+)</p>").Groups[1].Value;
}
