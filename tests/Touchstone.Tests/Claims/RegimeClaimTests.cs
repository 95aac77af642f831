using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>
/// Bull and bear markets in sentences. Of <see cref="ClaimMarket.Sample"/> the Harbour Index fell from 1300 to 900 on 2022-01-11 and passed
/// 1.2 × 900 = 1080 on 2025-02-28 (1100): a bull market known from that Friday on. Birch rose from 40 to 50 on that day as well and was 45 on 14 March.
/// </summary>
public class RegimeClaimTests
{
    [Theory]
    [InlineData("The Harbour Index has entered a bull market.", Verdict.Confirmed)]
    [InlineData("The Harbour Index is in bull market territory.", Verdict.Confirmed)]
    [InlineData("The Harbour Index is in bull territory.", Verdict.Confirmed)]
    [InlineData("The Harbour Index entered a bull market on 28 February 2025.", Verdict.Confirmed)]
    [InlineData("The Harbour Index entered a bull market in February.", Verdict.Confirmed)]
    [InlineData("The Harbour Index entered a bull market on Friday.", Verdict.OtherReading)] // two weeks before
    [InlineData("The Harbour Index has entered a bear market.", Verdict.Contradicted)]
    [InlineData("The Harbour Index fell into bear market territory on Friday.", Verdict.Contradicted)]
    [InlineData("The Harbour Index closed at 1,196 on Friday, more than 20% above its low, meeting the usual definition of a bull market.", Verdict.Confirmed)] // 1196 / 900
    [InlineData("The Harbour Index is 33% above its 2022 low, which qualifies as a bull market.", Verdict.Confirmed)]
    [InlineData("Birch is in a bull market.", Verdict.Confirmed)] // 45 is 12.5% above the trough of 40: entered, and not ended by a fall of 20%
    public void Judge_OfABullOrBearMarket_GoesByWhatWasKnown(string text, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(ClaimMarket.Claims(text), claim => claim.Type == "qualitative_magnitude").Verdict);

    [Theory]
    [InlineData("A bull market is a rise of 20% by definition.")]
    [InlineData("Nobody agrees on what meets a market.")]
    public void Read_OfADefinition_MakesNoClaimOfIt(string text) => Assert.DoesNotContain(ClaimMarket.Claims(text), claim => claim.Type == "qualitative_magnitude");

    [Fact]
    public void Judge_OfADatedEntry_ShowsTheExpression() =>
        Assert.Equal("bull-market(HBX, entered=1d) @ 2025-02-28", ClaimMarket.Claims("The Harbour Index entered a bull market on 28 February 2025.")[0].Expression);

    [SharedTheory]
    [InlineData("The Hang Seng Tech Index entered a bull market on 7 February 2025.", Verdict.Confirmed)] // trough 2025-01-13, 20% above it first on 2025-02-07
    [InlineData("The Hang Seng Tech Index has entered a bull market.", Verdict.Confirmed)]
    [InlineData("The Hang Seng Tech Index has entered a bear market.", Verdict.Contradicted)]
    public void Judge_OfSharedIndices(string text, Verdict verdict)
    {
        var report = ArticleCheck.Run(new Article("test.txt", new string('0', 64), text), Package.Open(SharedData.Market).Value, new CheckOptions { Published = TestMarket.Day("2025-02-14") });

        Assert.Equal(verdict, Assert.Single(report.Claims).Verdict);
    }
}
