using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class DataShowTests
{
    [Fact]
    public void Of_GathersEverythingAboutAnInstrument()
    {
        using var folder = PackageFolder.Small("instrument,date,close,adjusted\nXTST:1,2024-12-20,10,\nXTST:1,2024-12-26,11,9\n")
            .With("actions", "instrument,ex_date,kind,ratio\nXTST:1,2024-12-20,split,2\n")
            .With("shares", "instrument,from,shares\nXTST:1,2024-01-01,1000\n")
            .With("observations", "subject,field,date,value,unit\nXTST:1,pe_trailing,2024-12-20,12.5,ratio\n")
            .With("events", "id,date,name,instruments\nlaunch,2024-12-20,Launch,XTST:1|XTST:2\n")
            .With("constituents", "index,instrument,from,until,units\nXTST:3,XTST:1,2024-01-01,2024-06-01,5\n");
        var facts = DataShow.Of(folder.Open().Value, new InstrumentId("XTST:1"))!;
        var prices = Assert.Single(facts.Prices);
        Assert.Equal([new DateOnly(2024, 12, 23), new DateOnly(2024, 12, 24), new DateOnly(2024, 12, 25)], prices.MissingSessions.AsEnumerable());
        Assert.Equal([(PriceField.Close, 2), (PriceField.Adjusted, 1)], prices.Columns.Select(column => (column.Field, column.Count)));
        Assert.Equal("prices.csv:3", prices.Columns[1].LastSource.ToString());
        Assert.Equal(12.5, Assert.Single(facts.Observations).Last);
        Assert.Equal(2, Assert.Single(facts.Actions).Ratio);
        Assert.Equal(1000, Assert.Single(facts.Shares).Shares);
        Assert.Equal("launch", Assert.Single(facts.Events).Id);
        Assert.Equal(5, Assert.Single(facts.MemberOf).Units);
    }

    [Fact]
    public void Of_IsNullForWhatThePackageDoesNotHave()
    {
        using var folder = PackageFolder.Small("instrument,date,close\n");
        Assert.Null(DataShow.Of(folder.Open().Value, new InstrumentId("XTST:99")));
    }
}
