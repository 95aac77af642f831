namespace Touchstone.Tests.Claims;

/// <summary>Ways of saying a move that newsrooms use; the market is that of <see cref="ClaimMarket"/>.</summary>
public class ClaimPhrasingTests
{
    [Theory]
    [InlineData("Acorn rose 6.3% in Hong Kong on Friday.", "XHKG:100 Return 6.3 Weekday")]
    [InlineData("In New York, Acorn gained 41% this year.", "XNYS:ACN Return 41 ToDate")]
    [InlineData("Acorn’s ADRs gained 41% this year.", "XNYS:ACN Return 41 ToDate")]
    public void Read_TakesTheLineFromThePlaceOfTrading(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("Cedar gave up 3% on Friday.", "XHKG:300 Return -3 Weekday")]
    [InlineData("Cedar gave back 3% on Friday.", "XHKG:300 Return -3 Weekday")]
    [InlineData("Cedar put on 3% on Friday.", "XHKG:300 Return 3 Weekday")]
    [InlineData("Cedar eked out a 0.2% gain on Friday.", "XHKG:300 Return 0.2 Weekday")]
    [InlineData("Cedar ended Friday 3% firmer.", "XHKG:300 Return 3 Weekday")]
    [InlineData("Cedar is 14% in the red this year.", "XHKG:300 Return -14 ToDate")]
    [InlineData("Cedar shed a fifth of its value this year.", "XHKG:300 Return -20 ToDate")]
    [InlineData("Cedar is down over a quarter this year.", "XHKG:300 Return -25 ToDate")]
    public void Read_KnowsPhrasalAndColouredMoves(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("Cedar lost 7.1% on Friday and 14.7% over the past week.", "XHKG:300 Return -7.1 Weekday\nXHKG:300 Return -14.7 Past")]
    [InlineData("Cedar is up 86% this year, compared with 55% for Dover.", "XHKG:300 Return 86 ToDate\nXHKG:400 Return 55 ToDate")]
    [InlineData("The Harbour Index dropped 46.10, or 4.1%, to 1,196.25 on Friday.", "HBX Points -46.1 Weekday\nHBX Return -4.1 Weekday\nHBX Level 1196.25 Weekday")]
    public void Read_SharesVerbsBetweenNumbers(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday, its biggest gain since March 2022.", "HBX Return 4 Weekday")]
    [InlineData("The Harbour Index rose 4% on Friday, wiping out its loss for the year.", "HBX Return 4 Weekday")]
    [InlineData("Cedar, due to report on Wednesday, rose 3% this year.", "XHKG:300 Return 3 ToDate")]
    [InlineData("The Harbour Index lost 6.3%, its biggest weekly setback in a month.", "HBX Return -6.3 ToDate")]
    public void Read_GivesTimesToTheNumberTheyBelongTo(string text, string expected) => Assert.Contains(expected, ClaimMarket.Read(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("| Index | Close | This month | Day |\n| Harbour Index | 1,196.25 | +4.1% | -0.5% |", "HBX Level 1196.25\nHBX Return 4.1 ToDate\nHBX Return -0.5 OneDay")]
    [InlineData("Year to date:\n- Harbour Index: 19.6%\n- Cedar: 3%", "HBX Return 19.6 ToDate\nXHKG:300 Return 3 ToDate")]
    [InlineData("YTD: Harbour Index +19.6%, Cedar +3%", "HBX Return 19.6 ToDate\nXHKG:300 Return 3 ToDate")]
    public void Read_ReadsTablesListsAndLabels(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(text));

    [Theory]
    [InlineData("Brent crude fell 2% on Friday.")]
    [InlineData("The Nikkei 225 rose 1.5% on Friday.")]
    [InlineData("Harbour Index futures rose 1.5% on Friday.")]
    [InlineData("Foxglove Foods rose 3% on Friday.")]
    public void Read_GivesNoMoveOfOthersToTheMarket(string text) => Assert.DoesNotContain("HBX", ClaimMarket.Read("The Harbour Index was calm. " + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Cedar faces a 25% tariff.")]
    [InlineData("Support for the Harbour Index is seen at 1,150.")]
    [InlineData("Cedar sold a 3% stake.")]
    [InlineData("A bear market is generally defined as a fall of 20% from a peak.")]
    public void Read_ReadsNoMoveWhereThereIsNone(string text) => Assert.DoesNotContain("Return", ClaimMarket.Read(text), StringComparison.Ordinal);
}
