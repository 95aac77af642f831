using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class DisclosureTests
{
    private static readonly InstrumentId Stock = new("XTST:1");

    [Fact]
    public void Open_ReadsWhatIsNotPublished()
    {
        using var folder = PackageFolder.Small("instrument,date,close\nXTST:1,2024-01-02,10\n")
            .With("disclosures", "subject,field,from,until,reason\nXTST,short_interest,2024-01-03,2024-02-01,a strike\nXTST:1,holdings,2024-03-01,,\n");

        var loaded = folder.Open();
        var gap = Assert.Single(loaded.Value.Disclosures(Stock, "short_interest"));

        Assert.Empty(loaded.Problems);
        Assert.Equal(("a strike", "disclosures.csv:2"), (gap.Reason, gap.Source.ToString()));
        Assert.Null(Assert.Single(loaded.Value.Disclosures(Stock, "holdings")).Until);
        Assert.Empty(loaded.Value.Disclosures(new InstrumentId("XTST:2"), "holdings"));
    }

    [Fact]
    public void Open_RefusesASpanThatEndsBeforeItBegins()
    {
        using var folder = PackageFolder.Small("instrument,date,close\nXTST:1,2024-01-02,10\n").With("disclosures", "subject,field,from,until\nXTST,x,2024-01-03,2024-01-03\nXTST,x,2024-01-05,\n");

        var loaded = folder.Open();

        Assert.Equal("disclosures.csv:2: until 2024-01-03 is not after from 2024-01-03; until is the first day that has the figure again.", Assert.Single(loaded.Problems).ToString());
        Assert.Single(loaded.Value.Disclosures(Stock, "x"));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-01-02", false)]
    [InlineData("2024-01-01", "2024-01-03", true)]
    [InlineData("2024-01-31", "2024-02-05", true)]
    [InlineData("2024-02-01", "2024-02-05", false)] // published again
    public void Touches_CountsTheFirstDayAndNotTheLast(string first, string last, bool expected) =>
        Assert.Equal(expected, new DisclosureBreak(Stock, "x", TestMarket.Day("2024-01-03"), TestMarket.Day("2024-02-01"), null, default).Touches(TestMarket.Day(first), TestMarket.Day(last)));

    [Fact]
    public void KnownDisclosures_SayWhyAndStandOnThePage()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "methodology", "data-package.md"));

        Assert.All(KnownDisclosures.All, gap =>
        {
            Assert.NotEmpty(gap.Reason!);
            Assert.True(gap.Until is null || gap.Until > gap.From);
            Assert.Contains(gap.Subject.Value, page, StringComparison.Ordinal);
            Assert.Contains($"`{gap.Field}`", page, StringComparison.Ordinal);
            Assert.Contains($"{gap.From:yyyy-MM-dd}", page, StringComparison.Ordinal);
        });
    }
}
