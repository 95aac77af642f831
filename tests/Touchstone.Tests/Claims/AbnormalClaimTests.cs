using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>Claims of returns beyond what the market explains, on the shipped sample.</summary>
public class AbnormalClaimTests
{
    /// <summary>
    /// Values of the measures (their own tests are by hand): Lanternfish on the day of Chartroom, 2025-01-20: +1.20% by the market model against HARB, +1.32% market-adjusted; with the next session +0.27%. Against HARBT +0.26%.
    /// </summary>
    private static readonly Lazy<Market> Harbour = new(() => Package.Open(Repository.PathOf("samples", "harbour"), new PackageOptions { UseCache = false }).Value);

    [Theory]
    [InlineData("Lanternfish had an abnormal return of 1.2% against the Harbour Index on the release of Chartroom.", "abnormal-return(XHBR:LANT, chartroom, HARB) @ 2025-01-31")]
    [InlineData("The release of Chartroom added 1.2% to Lanternfish shares beyond the Harbour Index.", "abnormal-return(XHBR:LANT, chartroom, HARB) @ 2025-01-31")]
    [InlineData("The launch of Chartroom added 1.2% to Lanternfish beyond what the market would explain.", "abnormal-return(XHBR:LANT, chartroom, HARB) @ 2025-01-31")]
    [InlineData("On the release of Chartroom, Lanternfish outperformed what the Harbour Index would explain by 1.2%.", "abnormal-return(XHBR:LANT, chartroom, HARB) @ 2025-01-31")]
    [InlineData("Lanternfish rose 1.2% more than the market explains on the launch of Chartroom.", "abnormal-return(XHBR:LANT, chartroom, HARB) @ 2025-01-31")]
    public void Judge_Confirms(string text, string expression)
    {
        var claim = Claim(text);

        Assert.Equal((Verdict.Confirmed, expression), (claim.Verdict, $"{claim.Expression}"));
    }

    [Fact]
    public void Judge_NamesTheOtherReading()
    {
        var claim = Claim("Lanternfish had an abnormal return of 1.32% against the Harbour Index on the release of Chartroom.");

        Assert.Equal((Verdict.OtherReading, "abnormal-return(XHBR:LANT, chartroom, HARB, model=market-adjusted) @ 2025-01-31"), (claim.Verdict, $"{claim.Expression}"));
        Assert.Contains("market-adjusted: less the market's own return", claim.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The release of Chartroom added 30% to Lanternfish beyond the market.", Verdict.Unchecked, "undefined-basket: which market is meant is not stated")]
    [InlineData("The release of Chartroom added 2% to Lanternfish beyond the Harbour Index.", Verdict.Unchecked, "no-window: the model and the days it was fitted to are not stated")]
    [InlineData("The release of Chartroom added 30% to Lanternfish beyond the Harbour Index.", Verdict.Contradicted, "Fails under every admitted reading")]
    public void Judge_ContradictsOnlyWhatIsStatedAndFarOff(string text, Verdict verdict, string reason)
    {
        var claim = Claim(text);

        Assert.Equal(verdict, claim.Verdict);
        Assert.StartsWith(reason, claim.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Harbour Index rose 1.2% on Friday, beyond 1,900 points.")]
    [InlineData("Lanternfish outperformed the Harbour Index by 1.2 percentage points on Friday.")]
    [InlineData("Lanternfish rose 1.2% on Friday, more than the market did.")]
    [InlineData("Lanternfish grew revenue 12%, beyond what analysts expected of the market.")]
    public void Read_LeavesOtherComparisonsAsTheyWere(string text) =>
        Assert.DoesNotContain("AbnormalReturn", ClaimMarket.Read(Harbour.Value, text), StringComparison.Ordinal);

    private static CheckedClaim Claim(string text) => ClaimMarket.Check(Harbour.Value, text, "2025-01-31").Claims.First(claim => claim.Type == "abnormal_return");
}
