using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class SharedPackageTests
{
    [SharedFact]
    public void Open_ReadsTheSharedPackageWithoutProblems()
    {
        var loaded = Package.Open(SharedData.Market, new PackageOptions { UseCache = false });
        Assert.Empty(loaded.Problems);

        // Counted with wc -l, headers taken off.
        Assert.Equal(24_445 + 95_076 + 24_184 + 14_400 + 505, loaded.Value.Rows.Prices.Sum(history => history.Count));
        Assert.Equal(57_611, loaded.Value.Rows.Observations.Sum(series => series.Count));
        Assert.Equal(7_205, loaded.Value.Rows.Snapshots.Length);
        Assert.Equal(167, loaded.Value.Rows.Instruments.Length);
    }

    [SharedFact]
    public void Open_NamesTheLineOfAPrice()
    {
        var market = Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value;
        var history = market.Prices(new InstrumentId("HSTECH"))!;
        var row = history.IndexOn(new DateOnly(2025, 2, 14));
        Assert.True(history.TryGet(PriceField.Close, row, out var close));
        var source = history.SourceAt(row);
        var line = File.ReadLines(Path.Combine(SharedData.Market, source.File.Name)).ElementAt(source.Line - 1);
        Assert.StartsWith("HSTECH,2025-02-14,", line, StringComparison.Ordinal);
        Assert.Equal(5526.22, close, 0.005); // SOURCES.md
    }

    [SharedFact]
    public void Of_ShowsWhatIsKnownOfNvidia()
    {
        var facts = DataShow.Of(Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value, new InstrumentId("XNAS:NVDA"))!;
        Assert.Equal(2, facts.Prices.Length);
        Assert.Equal("deepseek-selloff", Assert.Single(facts.Events).Id);
        Assert.Equal(24_490_000_000, Assert.Single(facts.Shares).Shares);
        Assert.Equal(CloseBasis.SplitAdjusted, facts.Prices[0].Basis.Close);
    }
}
