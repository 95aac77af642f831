using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>How the day is found; the numbers behind each sentence are worked out at <see cref="ClaimMarket.Sample"/>.</summary>
public class AsOfTests
{
    [Fact]
    public void Find_TakesTheDayGiven()
    {
        var report = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index rose 4% on Friday.", "2025-03-16");

        Assert.Equal(TestMarket.Day("2025-03-16"), report.Published);
        Assert.StartsWith("given", report.PublishedHow, StringComparison.Ordinal);
        Assert.Equal(TestMarket.Day("2025-03-14"), Assert.Single(report.AsOf).Date);
    }

    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday.")]
    [InlineData("Nothing happened.")]
    public void Run_StopsBeforeTheFirstClaimIsJudged(string text)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var article = ArticleReader.Read("a", System.Text.Encoding.UTF8.GetBytes(text)).Article!;

        Assert.Throws<OperationCanceledException>(() => ArticleCheck.Run(article, ClaimMarket.Sample, new CheckOptions { Cancellation = stop.Token }));
    }

    [Fact]
    public void Find_GivesEachExchangeItsOwnSession()
    {
        // Noon universal time on Friday: Hong Kong has closed, New York last closed on Thursday.
        var report = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index rose 4% on Friday. Acorn’s New York-listed shares are up 41% year-to-date.");

        Assert.Equal([("XHKG", TestMarket.Day("2025-03-14")), ("XNYS", TestMarket.Day("2025-03-13"))], report.AsOf.Select(day => (day.Exchange, day.Date)));
        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed], report.Claims.Select(claim => claim.Verdict));
    }

    [Fact]
    public void Find_InfersOneMomentForTwoZones()
    {
        // Only after the Hong Kong close and before the New York close of 14 March do all four hold: 41% excludes New York's Friday (43.75%).
        var report = ClaimMarket.Check(
            ClaimMarket.Sample,
            "The Harbour Index closed 4.0% higher on Friday at 1,196 and has gained 19.6% since the start of the year. Acorn’s New York-listed shares are up 41% year-to-date at $113.00.",
            null);

        Assert.Equal(TestMarket.Day("2025-03-14"), report.Published);
        Assert.StartsWith("inferred", report.PublishedHow, StringComparison.Ordinal);
        Assert.Equal([("XHKG", TestMarket.Day("2025-03-14")), ("XNYS", TestMarket.Day("2025-03-13"))], report.AsOf.Select(day => (day.Exchange, day.Date)));
        Assert.All(report.Claims, claim => Assert.Equal(Verdict.Confirmed, claim.Verdict));
    }

    [Fact]
    public void Find_SaysWhichDaysFitAlike()
    {
        // 1,120 and +12% year to date fit every session from 7 to 12 March.
        var report = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index closed at 1,120.00. The Harbour Index has gained 12.0% in 2025. The Harbour Tech Index has gained 8.0% in 2025.", null);

        Assert.Contains("fit alike", report.PublishedHow, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ShowsALoneNumberAsFixingTheDate()
    {
        var claim = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index closed at 1,196.00.", null).Claims[0];

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith("fixes-date:", claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_DoesNotGuessWithoutEvidence()
    {
        var report = ClaimMarket.Check(ClaimMarket.Sample, "The Harbour Index rose 55% on Friday.", null);

        Assert.Null(report.Published);
        Assert.StartsWith("unknown", report.PublishedHow, StringComparison.Ordinal);
        Assert.StartsWith("no-window:", report.Claims[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SurvivesAPackageWithoutPrices()
    {
        var report = ClaimMarket.Check(new ClaimMarket().Index("HBX", "Harbour Index").Build(), "The Harbour Index rose 4% on Friday.", null);

        Assert.Null(report.Published);
        Assert.Equal(Verdict.Unchecked, report.Claims[0].Verdict);
    }

    [Theory]
    // Friday 14 March; last session of the week before is 7 March; of February 28; of 2024 31 December.
    [InlineData("The Harbour Index rose 4% on Friday.", "2025-03-13", "2025-03-14")]
    [InlineData("The Harbour Index rose 2.7% on Thursday.", "2025-03-12", "2025-03-13")]
    [InlineData("The Harbour Index rose 4% today.", "2025-03-13", "2025-03-14")]
    [InlineData("The Harbour Index rose 6.8% this week.", "2025-03-07", "2025-03-14")]
    [InlineData("The Harbour Index rose 1.8% last week.", "2025-02-28", "2025-03-07")]
    [InlineData("The Harbour Index rose 8.7% this month.", "2025-02-28", "2025-03-14")]
    [InlineData("The Harbour Index rose 10% last month.", "2025-01-31", "2025-02-28")]
    [InlineData("The Harbour Index rose 10% in February.", "2025-01-31", "2025-02-28")]
    [InlineData("The Harbour Index rose 19.6% this year.", "2024-12-31", "2025-03-14")]
    [InlineData("The Harbour Index rose 19.6% in 2025.", "2024-12-31", "2025-03-14")]
    [InlineData("The Harbour Index rose 13.9% in the past month.", "2025-02-14", "2025-03-14")]
    [InlineData("The Harbour Index rose 19.6% in the past three months.", "2024-12-13", "2025-03-14")]
    [InlineData("The Harbour Index rose 6.8% in the past week.", "2025-03-07", "2025-03-14")]
    [InlineData("The Harbour Index rose 4% on 14 March.", "2025-03-13", "2025-03-14")]
    [InlineData("The Harbour Index rose 19.6% since the Lantern holiday.", "2025-02-11", "2025-03-14")]
    [InlineData("The Harbour Index rose 8.7% since the end of February.", "2025-02-28", "2025-03-14")]
    public void Window_IsTiedToSessions(string text, string from, string to)
    {
        var window = ClaimMarket.Claims(text)[0].Window!;

        Assert.Equal((TestMarket.Day(from), TestMarket.Day(to)), (window.From, window.To));
    }

    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday. The Harbour Tech Index closed 2% higher.", "inherited")]
    [InlineData("The Harbour Index rose 14% in the past month. Birch jumped 12%.", "inherited")]
    [InlineData("The Harbour Index jumped 4%.", "implied")]
    public void Window_SaysWhereItCameFrom(string text, string how) => Assert.StartsWith(how, ClaimMarket.Claims(text)[^1].Window!.How, StringComparison.Ordinal);
}
