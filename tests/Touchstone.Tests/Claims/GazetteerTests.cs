using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class GazetteerTests
{
    private static readonly Gazetteer Names = new(ClaimMarket.Standard()
        .Equity("XNYS:LINK", "Link Corp", "USD")
        .Equity("XNYS:T", "Tango Corp", "USD", null, "T")
        .Equity("XNYS:ALLY", "Ally Financial", "USD", null, "ALLY")
        .Equity("XHKG:501", "Echo Retail Ltd", "HKD", null, "Echo")
        .Equity("XHKG:502", "Echo Mining Ltd", "HKD", null, "Echo")
        .Build());

    [Theory]
    [InlineData("Harbour Tech Index", 3, "HBT")]
    [InlineData("Harbour Tech rose", 2, "HBT")]
    [InlineData("Harbour Index rose", 2, "HBX")]
    [InlineData("HBX rose", 1, "HBX")]
    [InlineData("Birch Motors rose", 2, "XHKG:200")]
    [InlineData("Birch’s shares", 1, "XHKG:200")]
    [InlineData("Birch's shares", 1, "XHKG:200")]
    public void At_TakesTheLongestName(string text, int end, string id)
    {
        var match = Names.At(Tokenizer.Read(text), 0)!.Value;

        Assert.Equal((end, id), (match.End, string.Join(',', match.Instruments)));
    }

    [Theory]
    [InlineData("birch rose")]
    [InlineData("ally rose")]
    [InlineData("Ally rose")]
    [InlineData("link rose")]
    [InlineData("T rose")]
    [InlineData("Birch Capital rose")]
    [InlineData("Birch Securities said")]
    public void At_LeavesOtherWords(string text) => Assert.Null(Names.At(Tokenizer.Read(text), 0));

    [Fact]
    public void At_ReadsAShortCodeInBracketsAlone() => Assert.Equal("XNYS:T", Names.At(Tokenizer.Read("(T)"), 1)!.Value.Instruments.Single().Value);

    [Fact]
    public void At_GivesAllLinesOfAnIssuer_ItsOwnNameFirst()
    {
        var match = Names.At(Tokenizer.Read("Acorn rose"), 0)!.Value;

        Assert.Equal(["XHKG:100", "XNYS:ACN"], match.Instruments.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.False(match.IsLine);
    }

    [Fact]
    public void At_GivesOneLineForItsCode()
    {
        var match = Names.At(Tokenizer.Read("ACN rose"), 0)!.Value;

        Assert.Equal("XNYS:ACN", Assert.Single(match.Instruments).Value);
        Assert.True(match.IsLine);
    }

    [Fact]
    public void At_GivesAllThatShareAnAlias() =>
        Assert.Equal(["XHKG:501", "XHKG:502"], Names.At(Tokenizer.Read("Echo rose"), 0)!.Value.Instruments.Select(id => id.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void At_NamesEvents() => Assert.Equal("lantern-day", Names.At(Tokenizer.Read("Lantern holiday"), 0)!.Value.EventId);
}
