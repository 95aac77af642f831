using Touchstone.Data;

namespace Touchstone.Tests.Data;

/// <summary>Lists of members that name lines by their codes alone.</summary>
public class ListedCodesTests
{
    private static readonly RowSource Row = new(new SourceFile("lists.csv", ""), 2);

    private static readonly Instrument[] Instruments =
    [
        Made("IDX", InstrumentKind.Index, "Index", "XNYS"),
        Made("PLAIN", InstrumentKind.Equity, "A line without an exchange"),
        Made("XNYS:CAT", InstrumentKind.Equity, "Only one has this code"),
        Made("XNYS:DUP", InstrumentKind.Equity, "On the exchange of the index"),
        Made("XNAS:DUP", InstrumentKind.Equity, "On another"),
        Made("XNAS:TWO", InstrumentKind.Equity, "On another"),
        Made("XTKS:TWO", InstrumentKind.Equity, "On a third"),
    ];

    [Theory]
    [InlineData("CAT", "XNYS:CAT")]
    [InlineData("DUP", "XNYS:DUP")]
    [InlineData("TWO", "TWO")]
    [InlineData("NONE", "NONE")]
    [InlineData("PLAIN", "PLAIN")]
    [InlineData("XNAS:DUP", "XNAS:DUP")]
    [InlineData("XLON:CAT", "XLON:CAT")]
    public void Code_StandsForTheLineThatHasIt(string listed, string meant)
    {
        var line = new SnapshotMember(new("IDX"), "2024-01", new(listed), "Name", Row);
        Assert.Equal(line with { Instrument = new(meant) }, Assert.Single(ListedCodes.Resolve([line], Instruments)));
    }

    [Fact]
    public void Lines_KeepTheirOrder()
    {
        SnapshotMember[] lines = [.. new[] { "NONE", "CAT", "XNAS:DUP" }.Select(id => new SnapshotMember(new("IDX"), "2024-01", new(id), null, Row))];
        Assert.Equal(["NONE", "XNYS:CAT", "XNAS:DUP"], ListedCodes.Resolve(lines, Instruments).Select(line => line.Instrument.Value));
    }

    private static Instrument Made(string id, InstrumentKind kind, string name, string? exchange = null) => new(new(id), kind, name, [], exchange, null, null, null, Row);
}
