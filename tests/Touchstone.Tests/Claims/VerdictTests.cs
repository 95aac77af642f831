using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>The ladder, rung by rung. The numbers behind each sentence are worked out at <see cref="ClaimMarket.Sample"/>; published on Friday 14 March 2025.</summary>
public class VerdictTests
{
    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday.")]
    [InlineData("The Harbour Index rose 4.0% on Friday.")]
    [InlineData("The Harbour Index gained 46 points on Friday.")]
    [InlineData("The Harbour Index closed at 1,196 on Friday.")]
    [InlineData("The Harbour Index is up 19.6% year-to-date.")]
    [InlineData("The Harbour Index has gained 8.7% this month.")] // 1196/1100
    [InlineData("The Harbour Index gained 6.8% this week.")] // 1196/1120
    [InlineData("The Harbour Index rose 14% in the past month.")] // 1196/1050 = 13.9
    [InlineData("The Harbour Index rose more than 3% on Friday.")]
    [InlineData("The Harbour Index is up nearly 20% year-to-date.")] // 18.6 to 20
    [InlineData("The Harbour Tech Index is down 1.7% this month.")] // 540.6/550
    [InlineData("The Harbour Index beat the Harbour Tech Index this year.")] // 19.6 against 8.12
    [InlineData("The Harbour Index rose 20% since the Lantern holiday.")] // from 02-11: 1196/1000
    [InlineData("The Harbour Index trades at a P/E ratio of 12.4.")]
    [InlineData("The Harbour Index climbed to a three-year high on Friday.")] // higher only on 2022-01-10
    [InlineData("Birch shares fell 10% on Friday.")] // 45/50
    [InlineData("Dover shares made double-digit gains on Friday.")] // 11/10
    public void Judge_Confirms(string text) => Is(Verdict.Confirmed, text);

    [Theory]
    [InlineData("The Harbour Index is up 19% year-to-date.", "Right when cut off instead of rounded.")] // 19.6
    [InlineData("The Harbour Index is up 20.5% year-to-date, or so they say, and up 14.0% in the past month.", "Off by no more than one unit")] // 13.905 against 13.95
    [InlineData("The Harbour Index is up nearly 19% year-to-date.", "is on the wrong side")] // 19.6 above 19
    [InlineData("Birch lost HK$5.05 billion of market value on Friday.", "Within 1.5%")] // 5 against 5.05 is 1.0%
    public void Judge_SaysNear(string text, string reason)
    {
        var claim = ClaimMarket.Claims(text)[^1];

        Assert.Equal((Verdict.Near, true), (claim.Verdict, claim.Reason.Contains(reason, StringComparison.Ordinal)));
    }

    [Fact]
    public void Judge_NamesTheImpliedShareCount()
    {
        // 5.05 billion over a fall of 5 dollars a share is 1.01 billion shares.
        var claim = ClaimMarket.Claims("Birch lost HK$5.05 billion of market value on Friday.")[0];

        Assert.Contains("implies 1,010,000,000 shares; the package has 1,000,000,000", claim.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acorn’s Hong Kong-listed shares are up 44% year-to-date. The Harbour Index rose 4% today.")]
    [InlineData("Acorn’s Hong Kong-listed shares are up 44% year-to-date.")]
    public void Judge_NamesTheOtherListing(string text)
    {
        // Hong Kong: +32.875% year to date. New York to Friday 14 March: 115/80 = +43.75%.
        var claim = ClaimMarket.Claims(text)[0];

        Assert.Equal(Verdict.OtherReading, claim.Verdict);
        Assert.Contains("XNYS:ACN", claim.Reason, StringComparison.Ordinal);
        Assert.Contains("readings tried", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NamesThirtyDays()
    {
        // One month: from 02-14, +13.9%. Thirty days: from 02-12, 1196/1000 = +19.6%.
        var claim = ClaimMarket.Claims("The Harbour Index rose 19.6% in the past month.")[0];

        Assert.Equal(Verdict.OtherReading, claim.Verdict);
        Assert.Contains("30 calendar days", claim.Reason, StringComparison.Ordinal);
        Assert.False(claim.Readings[0].Holds);
        Assert.True(claim.Readings[^1].Holds);
    }

    [Theory]
    [InlineData("The Harbour Index rose 7% on Friday.")]
    [InlineData("The Harbour Index fell 4% on Friday.")]
    [InlineData("The Harbour Index is up more than 25% year-to-date.")]
    [InlineData("The Harbour Index closed at 1,300 on Friday.")]
    [InlineData("The Harbour Index climbed to a five-year high on Friday.")] // higher on 2022-01-10
    [InlineData("The Harbour Index reached its highest level since January 2021 on Friday.")]
    [InlineData("The Harbour Tech Index beat the Harbour Index this year.")]
    [InlineData("The Harbour Index trades at a trailing P/E ratio of 19.")]
    public void Judge_Contradicts(string text) => Is(Verdict.Contradicted, text);

    [Theory]
    [InlineData("The Harbour Index may rise 7% on Friday.", Verdict.Pending, "forecast:")]
    [InlineData("Investors will sell if the Harbour Index falls 7%.", Verdict.Pending, "forecast:")]
    [InlineData("The Harbour Index did not rise 4% on Friday.", Verdict.Unchecked, "opinion: the sentence denies a move")]
    [InlineData("Foxglove shares rose 5% on Friday.", Verdict.Unchecked, "no-data: the package knows no instrument named Foxglove")]
    [InlineData("Birch closed at HK$450 on Friday.", Verdict.Unchecked, "no-data: the printed price and that of the package differ by a factor of 10")] // 45
    public void Judge_MeasuresNoMoveThatNobodyStated(string text, Verdict verdict, string reason)
    {
        var claim = Assert.Single(ClaimMarket.Claims(text));

        Assert.Equal(verdict, claim.Verdict);
        Assert.StartsWith(reason, claim.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Harbour Index rose 15% in 2024.", Verdict.Contradicted)] // 900 to 1000 = 11.1%
    [InlineData("The Harbour Index rose 11.1% in 2024.", Verdict.Confirmed)]
    [InlineData("The Harbour Index rose 4.0% on Friday, 14 March 2025.", Verdict.Confirmed)]
    [InlineData("The Harbour Index rose 31% on Friday, 14 March 2025.", Verdict.Contradicted)]
    [InlineData("The Harbour Index rose 31% on Friday.", Verdict.Unchecked)] // which Friday is not known
    public void Judge_NeedsNoDayWhereTheWordsFixTheWindow(string text, Verdict verdict) =>
        Assert.Equal(verdict, ClaimMarket.Check(ClaimMarket.Sample, text, null).Claims[0].Verdict);

    [Theory]
    [InlineData("The Harbour Index closed at its highest level this month on Friday.", Verdict.Confirmed)] // 1196 after 1100, 1120 and 1150
    [InlineData("The Harbour Index closed at its highest level this week on Friday.", Verdict.Confirmed)]
    [InlineData("The Harbour Tech Index closed at its highest level this month on Friday.", Verdict.Contradicted)] // 550 on 3 March
    [InlineData("The Harbour Tech Index closed at its lowest level in years on Friday.", Verdict.Unchecked)] // how many is not said
    [InlineData("In the case of the Harbour Index, it fell 3.1% on Friday.", Verdict.Contradicted)] // no supposed case
    [InlineData("In an extreme case the Harbour Index would fall 3.1%.", Verdict.Implausible)]
    [InlineData("The Harbour Index rose just shy of 4.2% on Friday.", Verdict.Confirmed)] // 4.0
    [InlineData("The Harbour Index rose just shy of 3.9% on Friday.", Verdict.Near)] // 4.0 is 2.6% above
    [InlineData("The Harbour Index rose just shy of 3.8% on Friday.", Verdict.Contradicted)] // 4.0 is 5.3% above
    public void Judge_ReadsHighsCasesAndShyOf(string text, Verdict verdict) => Is(verdict, text);

    [Fact]
    public void Judge_ReadsAValueAtTheEndOfTheText() => Assert.Equal("$3 trillion valuation", ClaimMarket.Claims("Birch ended with a $3 trillion valuation")[0].Span.Text);

    [Fact]
    public void Judge_SaysThatThePublicationLiesOutsideTheData()
    {
        var claim = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index rose 4% on Friday.", "2000-01-01").Claims[0];

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.Contains("published 2000-01-01, outside the data", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_ShowsTheNearestMiss()
    {
        var claim = ClaimMarket.Claims("The Harbour Index rose 7% on Friday.")[0];

        Assert.Equal(4, claim.Computed!.Value, 9);
        Assert.Equal("percent", claim.Computed.Unit);
        Assert.NotNull(claim.Working);
    }

    [Fact]
    public void Judge_FindsATripleThatDisagreesWithItself()
    {
        // 90 points to 1,500 is 90/1410 = 6.38%, not 9%.
        var claims = ClaimMarket.Claims("The Harbour Index rose 90 points, or 9%, to 1,500 on Friday.");

        Assert.Equal([Verdict.Inconsistent, Verdict.Inconsistent, Verdict.Inconsistent], claims.Select(claim => claim.Verdict));
        Assert.Contains("6.38%", claims[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_LetsConfirmedPartsOfABadTripleStand()
    {
        // 46 points and 1,196 hold; 46/1150 is 4%, so 5% does not.
        var claims = ClaimMarket.Claims("The Harbour Index rose 46 points, or 5.5%, to 1,196 on Friday.");

        Assert.Equal([Verdict.Confirmed, Verdict.Inconsistent, Verdict.Confirmed], claims.Select(claim => claim.Verdict));
    }

    [Fact]
    public void Judge_FindsAnExtremeCaseTooSmall() => Is(Verdict.Implausible, "Analysts warn of a 2% reduction from current prices in an extreme scenario.");

    [Theory]
    [InlineData("The index fund expects GDP growth of 5% next year.")]
    [InlineData("Analysts expect the Harbour Index to rise 10% next month.")]
    public void Judge_LeavesTheFutureOpen(string text) => Is(Verdict.Pending, text);

    [Theory]
    [InlineData("Birch trades at 15 times forward earnings.", "no-data")]
    [InlineData("Oil gained 3% on Friday.", "no-data")]
    [InlineData("Chinese AI stocks now account for 15% of market capitalization.", "undefined-basket")]
    [InlineData("The Harbour Index was the top performer among major Asian benchmarks this year.", "undefined-basket")]
    [InlineData("The index rose 3% on Friday.", "unnamed-subject")]
    [InlineData("The Harbour Index has risen 5% for years.", "no-window")]
    [InlineData("In a Wednesday note, analysts at Birch wrote about cars.", "attribution-only")]
    public void Judge_SaysWhyNot(string text, string code)
    {
        var claim = Assert.Single(ClaimMarket.Claims(text));

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith(code + ":", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_DoesNotConfirmARecord() => Assert.StartsWith("no-data:", ClaimMarket.Claims("Dover shares hit a record high on Friday.")[0].Reason, StringComparison.Ordinal);

    [Fact]
    public void Judge_NeverContradictsOnAStandInDay()
    {
        // Birch has no row on 31 December 2024, so the close of the 30th stands in; the true base is not known.
        var market = ClaimMarket.Standard().Steps("XHKG:200", ["2024-12-31"], ("2022-01-03", 40), ("2025-02-28", 50), ("2025-03-14", 45)).Build();

        var claim = Assert.Single(ClaimMarket.Check(market, "Birch shares are up 30% year-to-date.").Claims);

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith("no-data:", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NeverContradictsADescription()
    {
        var claim = Assert.Single(ClaimMarket.Claims("Hong Kong tech stocks rose 50% this year."));

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith("undefined-basket:", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NeverContradictsAnIssuerUnlessEveryLineFails()
    {
        // Acorn unlisted: Hong Kong +32.9%, New York +41.25%.
        Assert.Equal(Verdict.Confirmed, Assert.Single(ClaimMarket.Claims("Acorn’s stock is up 41% year-to-date.")).Verdict);
        Assert.Equal(Verdict.Contradicted, Assert.Single(ClaimMarket.Claims("Acorn’s stock is up 70% year-to-date.")).Verdict);
    }

    [Fact]
    public void Run_CountsEveryNumberOnce()
    {
        var report = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index rose 4% on Friday after COVID-19. Some 12 cats slept. It closed at 1,196.");

        Assert.Equal(report.Coverage.Numbers, report.Coverage.Claims + report.Coverage.Masked + report.Coverage.Unread);
        Assert.Equal(new Coverage(4, 2, 1, 1), report.Coverage);
        Assert.Equal("12", Assert.Single(report.Unread).Text.Replace("Some ", "", StringComparison.Ordinal));
    }

    private static void Is(Verdict verdict, string text)
    {
        var claims = ClaimMarket.Claims(text);

        Assert.True(claims.Length == 1 && claims[0].Verdict == verdict, $"{text}\n" + string.Join('\n', claims.Select(claim => $"{claim.Span.Text}: {claim.Verdict}, {claim.Expression}, {claim.Computed?.Value}: {claim.Reason}")));
    }
}
