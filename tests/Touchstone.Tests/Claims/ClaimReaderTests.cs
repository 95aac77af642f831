namespace Touchstone.Tests.Claims;

/// <summary>Sentences about the market of <see cref="ClaimMarket"/>; HBX and HBT are indices, XHKG:100 and XNYS:ACN are Acorn's lines, 200 Birch, 300 Cedar, 400 Dover.</summary>
public class ClaimReaderTests
{
    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday.", "HBX Return 4 Weekday")]
    [InlineData("The Harbour Index closed 4% higher on Friday.", "HBX Return 4 Weekday")]
    [InlineData("The Harbour Index fell 4% on Friday.", "HBX Return -4 Weekday")]
    [InlineData("The Harbour Index was down 4% on Friday.", "HBX Return -4 Weekday")]
    [InlineData("The Harbour Index is up 19.6% year-to-date.", "HBX Return 19.6 ToDate")]
    [InlineData("The Harbour Index posted a 4% gain on Friday.", "HBX Return 4 Weekday")]
    [InlineData("A 4% jump in the Harbour Index on Friday surprised traders.", "HBX Return 4 Weekday")]
    [InlineData("The Harbour Index’s nearly 20% increase year-to-date is large.", "HBX Return 20 ToDate")]
    [InlineData("The Harbour Index has seen an increase of 19.6% this year.", "HBX Return 19.6 ToDate")]
    [InlineData("The Harbour Index gained 46 points on Friday.", "HBX Points 46 Weekday")]
    [InlineData("Birch shares sank 10% on Friday.", "XHKG:200 Return -10 Weekday")]
    [InlineData("Birch (-10%) led losses on Friday.", "XHKG:200 Return -10 Weekday")]
    [InlineData("Shares of Birch sank 10% on Friday.", "XHKG:200 Return -10 Weekday")]
    public void Read_ReadsOneMove(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("Birch, Cedar and Dover rose 3% on Friday.", "XHKG:200 Return 3 Weekday\nXHKG:300 Return 3 Weekday\nXHKG:400 Return 3 Weekday")]
    [InlineData("Cedar and Dover rose 3% and 10%, respectively, on Friday.", "XHKG:300 Return 3 Weekday\nXHKG:400 Return 10 Weekday")]
    [InlineData("On Friday, Cedar rose 3%, Dover gained 10% and Birch lost 10%.", "XHKG:300 Return 3 Weekday\nXHKG:400 Return 10 Weekday\nXHKG:200 Return -10 Weekday")]
    [InlineData("On Friday Cedar rose 3% and Dover 10%.", "XHKG:300 Return 3 Weekday\nXHKG:400 Return 10 Weekday")]
    [InlineData("Cedar was up 3% on Friday; Birch was down 10% on Friday.", "XHKG:300 Return 3 Weekday\nXHKG:200 Return -10 Weekday")]
    [InlineData("Other winners include carmaker Birch, software firm Cedar and Dover, all posting double-digit percentage gains this year.", "XHKG:200 Return 10 ToDate\nXHKG:300 Return 10 ToDate\nXHKG:400 Return 10 ToDate")]
    public void Read_ReadsListsByPlace(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("The Harbour Index, which includes Acorn, closed 4% higher on Friday.", "HBX Return 4 Weekday")]
    [InlineData("The Harbour Index, led by Birch, rose 4% on Friday.", "HBX Return 4 Weekday")]
    [InlineData("Birch, the market’s largest carmaker, fell 10% on Friday.", "XHKG:200 Return -10 Weekday")]
    [InlineData("The Harbour Index (which holds 50 names) rose 4% on Friday.", "HBX Return 4 Weekday")]
    public void Read_SkipsInsertions(string text, string expected) => Assert.Contains(expected, ClaimMarket.Read(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Birch cut its prices. Its shares fell 10% on Friday.", "XHKG:200 Return -10 Weekday")]
    [InlineData("Birch reported sales, with its shares falling 10% on Friday.", "XHKG:200 Return -10 Weekday")]
    [InlineData("The Harbour Index rose 4% on Friday. The index has gained 19.6% this year.", "HBX Return 4 Weekday\nHBX Return 19.6 ToDate")]
    [InlineData("The Harbour Index rose 4% on Friday. The benchmark has gained 19.6% this year.", "HBX Return 4 Weekday\nHBX Return 19.6 ToDate")]
    [InlineData("The Harbour Index rose 4% on Friday. It has gained 19.6% this year.", "HBX Return 4 Weekday\nHBX Return 19.6 ToDate")]
    [InlineData("The Harbour Index rose 4% on Friday and the Harbour Tech Index rose 2% on Friday. Both indices gained 8% this year.", "HBX Return 4 Weekday\nHBT Return 2 Weekday\nHBX Return 8 ToDate\nHBT Return 8 ToDate")]
    [InlineData("Acorn led the way, with its Hong Kong-listed shares closing 6.3% higher on Friday and New York-listed shares up 41% year-to-date.", "XHKG:100 Return 6.3 Weekday\nXNYS:ACN Return 41 ToDate")]
    public void Read_FollowsReferences(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday.\nThe Harbour Tech Index closed 2% higher.", "HBX Return 4 Weekday\nHBT Return 2 Weekday")]
    [InlineData("Cedar jumped 3% in the past month. Dover surged 10%.", "XHKG:300 Return 3 Past\nXHKG:400 Return 10 Past")]
    [InlineData("The Harbour Index gained 13% over the past month, while Birch fell 4% in the same period.", "HBX Return 13 Past\nXHKG:200 Return -4 Past")]
    [InlineData("The Harbour Index closed 4% higher on Friday and has gained 19.6% since the start of the year.", "HBX Return 4 Weekday\nHBX Return 19.6 ToDate")]
    public void Read_InheritsTimes(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("On Friday, the Harbour Index climbed to a three-year high.", "HBX Extreme Weekday")]
    [InlineData("The Harbour Index reached its highest level since January 2022 on Friday.", "HBX Extreme")]
    [InlineData("The Harbour Index had its best week since 2024.", "HBX BestPeriod")]
    [InlineData("The Harbour Index rose for a third straight day on Friday.", "HBX Streak 3")]
    [InlineData("The Harbour Index has entered a bull market.", "HBX FromTurn 20")]
    [InlineData("Birch hit a record low on Friday.", "XHKG:200 Extreme")]
    [InlineData("The Harbour Index outperformed the Harbour Tech Index this year.", "HBX Excess ToDate")]
    [InlineData("The Harbour Index trades at a P/E ratio of 12.4.", "HBX PriceEarnings 12.4")]
    [InlineData("Birch lost $5 billion of market value on Friday.", "XHKG:200 MarketValueChange -5000000000 Weekday")]
    [InlineData("The Harbour Index closed at 1,196 on Friday.", "HBX Level 1196 Weekday")]
    public void Read_ReadsOtherMetrics(string text, string expected) => Assert.StartsWith(expected, ClaimMarket.Read(text), StringComparison.Ordinal);

    [Fact]
    public void Read_ReadsPointsPercentAndLevelOfOneMove() => Assert.Equal(
        "HBX Points 46 Weekday\nHBX Return 4 Weekday\nHBX Level 1196 Weekday",
        ClaimMarket.Read("The Harbour Index rose 46 points, or 4%, to 1,196 on Friday."));

    [Theory]
    [InlineData("Revenue of Birch rose 12% last year.")]
    [InlineData("Nikkei 225 gained 3% on Friday.")]
    [InlineData("Oil gained 3% on Friday.")]
    [InlineData("Birch cut prices by 5%.")]
    [InlineData("Analysts at Acorn expect the economy to grow 5%.")]
    public void Read_GivesNoNumberToTheWrongSubject(string text) => Assert.All(ClaimMarket.Read(text).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("? ", line, StringComparison.Ordinal));
}
