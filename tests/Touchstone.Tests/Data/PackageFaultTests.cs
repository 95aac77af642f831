using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class PackageFaultTests
{
    [Fact]
    public void Open_ListsAllFaultsAtOnce()
    {
        using var folder = new PackageFolder().WriteText("""
            { "name": "bad", "resources": [
              { "name": "instruments", "path": "instruments.csv", "role": "instruments", "schema": { "fields": [ { "name": "id", "type": "text" } ], "primaryKey": ["id"] } },
              { "name": "a", "path": "a.csv", "role": "magic", "schema": { "fields": [ { "name": "id" } ], "primaryKey": "id" } },
              { "name": "b", "path": "b.csv", "role": "prices", "schema": { "fields": [ { "name": "instrument" }, { "name": "date" }, { "name": "date" } ] } },
              { "name": "b", "path": "../c.csv", "role": "prices", "schema": { "fields": [ { "name": "instrument" } ], "primaryKey": ["instrument", "day"] } },
              { "path": "d.csv" }
            ] }
            """);
        File.WriteAllText(Path.Combine(folder.Folder, "b.csv"), "instrument,close,close\n");
        var faults = string.Join('\n', folder.Faults());
        string[] expected =
        [
            "unknown type 'text'", "unknown role 'magic'", "column 'date' twice", "no 'primaryKey'", "leads out of the package", "names the column 'day'",
            "'role' is missing", "'schema' with its 'fields' is missing", "instruments.csv: the file is missing", "'date' is missing, which the role 'prices' needs", "'close' 2 times",
        ];
        Assert.Equal("", string.Join('\n', expected.Where(text => !faults.Contains(text, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{ \"name\": ", "not JSON")]
    [InlineData("[]", "expected an object")]
    [InlineData("{}", "'resources' is missing")]
    [InlineData("{ \"resources\": [ 1 ] }", "expected an object")]
    [InlineData("{ \"resources\": [], \"name\": \"a\", \"name\": \"b\" }", "occurs more than once")]
    public void Open_RefusesWhatIsNoManifest(string json, string reason)
    {
        using var folder = new PackageFolder().WriteText(json);
        Assert.Contains(folder.Faults(), fault => fault.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_RefusesAFolderThatIsNotThere() =>
        Assert.Contains("no folder", Assert.Throws<InvalidPackageException>(() => Package.Open("/nowhere/at/all")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_RefusesAFolderWithoutManifest()
    {
        using var folder = new PackageFolder();
        Assert.Contains("datapackage.json", Assert.Single(folder.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NeedsInstruments()
    {
        using var folder = new PackageFolder().With("prices", "instrument,date,close\n");
        Assert.Contains("role 'instruments'", Assert.Single(folder.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ReportsPricesOfUnknownInstrumentsAndKeepsThem()
    {
        using var folder = PackageFolder.Small("instrument,date,close\nXTST:9,2024-01-02,1\n");
        var loaded = folder.Open();
        Assert.Contains("XTST:9 is not among the instruments", Assert.Single(loaded.Problems).Message, StringComparison.Ordinal);
        Assert.NotNull(loaded.Value.Prices(new InstrumentId("XTST:9")));
    }

    [Fact]
    public void Open_KeepsTheFirstOfTwoInstrumentsWithOneId()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name\nA,index,One\nA,index,Two\nB,thing,Three\n");
        var loaded = folder.Open();
        Assert.Equal("One", loaded.Value.Instrument(new InstrumentId("A"))!.Name);
        Assert.Equal(["instruments.csv:3", "instruments.csv:4"], loaded.Problems.Select(problem => problem.Source));
    }

    [Fact]
    public void Open_LeavesOutFiguresInAnotherUnit()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name\nA,index,One\n").With("observations", "subject,field,date,value,unit\nA,pe,2024-01-02,10,ratio\nA,pe,2024-01-03,11,percent\nA,pe,2024-01-04,,ratio\n");
        var loaded = folder.Open();
        Assert.Equal([10], loaded.Value.Observations(new InstrumentId("A"), "pe")!.Values.ToArray());
        Assert.Equal("observations.csv:3", Assert.Single(loaded.Problems).Source);
    }

    [Theory]
    [InlineData("as-traded", CloseBasis.AsTraded)]
    [InlineData("split-adjusted", CloseBasis.SplitAdjusted)]
    [InlineData("splits and dividends, to 2025-10-30", CloseBasis.TotalReturn)]
    [InlineData("forward-adjusted", CloseBasis.TotalReturn)]
    [InlineData("home-made", CloseBasis.Unstated)]
    public void Open_MapsTheBasisAndKeepsItsWords(string text, CloseBasis expected)
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name\nA,equity,One\n").With("prices", "instrument,date,close\nA,2024-01-02,1\n", new { close = text });
        var basis = folder.Open().Value.Prices(new InstrumentId("A"))!.Basis;
        Assert.Equal((expected, text), (basis.Close, basis.CloseText));
    }

    [Fact]
    public void Open_KnowsIndexLevelsByTheirDividends()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name\nA,index,One\n").With("prices", "instrument,date,close\nA,2024-01-02,1\n", new { splits = "none", dividends = "price index" });
        Assert.Equal(CloseBasis.IndexLevel, folder.Open().Value.Prices(new InstrumentId("A"))!.Basis.Close);
    }
}
