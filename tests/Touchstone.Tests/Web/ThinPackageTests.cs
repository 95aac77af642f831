using System.Net;
using Touchstone.Tests.Data;
using Touchstone.Web;

namespace Touchstone.Tests.Web;

/// <summary>Pages over a package that holds next to nothing: they say what is missing, and nothing fails.</summary>
public class ThinPackageTests
{
    [Theory]
    [InlineData("/", "Paste an article")]
    [InlineData("/study", "The package has no event with stocks and an index to compare them with")]
    [InlineData("/study", "The package has no index with prices")]
    [InlineData("/study/events", "Set it up")]
    [InlineData("/study/events?events=launch&market=XTST:1", "The package has no event 'launch'")]
    [InlineData("/study/exuberance", "Set it up")]
    [InlineData("/study/exuberance?subject=XTST:1&replicates=19", "need at least")]
    [InlineData("/study/exuberance?subject=XTST:2", "The package has no prices of XTST:2")]
    [InlineData("/study/regimes?subject=XTST:1", "Bull and bear markets of First Stock")]
    [InlineData("/measure", "The catalogue")]
    [InlineData("/measure?e=return(XTST:1,%201d)", "2.00%")]
    [InlineData("/measure?e=pe(XTST:1)", "No data.")]
    [InlineData("/part/series?e=return(XTST:1,%201d)", "Numbers of the chart")]
    [InlineData("/part/series?e=nothing", "Not understood.")]
    [InlineData("/part/completion?e=return(&at=7", "XTST:1")]
    [InlineData("/part/completion", "level(")]
    public async Task Page_SaysWhatThePackageLacks(string address, string words)
    {
        using var package = PackageFolder.Small("instrument,date,close\nXTST:1,2024-01-02,100\nXTST:1,2024-01-03,102\n");
        await using var server = await RunningServer.StartAsync(new ServeOptions { Data = package.Folder });
        var (response, body) = await server.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(words, body.Replace("&#x27;", "'", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        RunningServer.AssertNoTrace(body);
    }

    [Fact]
    public async Task Study_ThatIsNotThereIsToldSo()
    {
        await using var server = await RunningServer.StartAsync();
        var (response, body) = await server.GetAsync("/study/astrology");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing at this address.", body, StringComparison.Ordinal);
    }
}
