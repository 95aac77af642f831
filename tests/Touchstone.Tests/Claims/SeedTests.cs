using System.Globalization;
using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>The hard cases of real articles, one test each, dated by their own numbers. What is expected stands in the labels and notes of the shared folder.</summary>
public class SeedTests
{
    [SharedFact]
    public void Article000_IsDatedAndConfirmed()
    {
        var report = SeedArticles.Check("000");

        Assert.Equal(TestMarket.Day("2025-02-14"), report.AsOf.Single(day => day.Exchange == "XHKG").Date);
        Assert.Equal(TestMarket.Day("2025-02-13"), report.AsOf.Single(day => day.Exchange == "XNYS").Date);
        Confirmed(report, "price_return", "HSTECH", 5.6);
        Confirmed(report, "price_return", "HSTECH", 24);
        Confirmed(report, "price_return", "HSI", 3.7);
        Confirmed(report, "price_return", "HSI", 13);
        Confirmed(report, "price_return", "XHKG:9988", 6.3);
        Confirmed(report, "price_return", "XNYS:BABA", 41);
        Confirmed(report, "level", "XNYS:BABA", 119.54);
    }

    [SharedFact]
    public void Article000_HasAnExtremeCaseThatIsTooSmall()
    {
        var scenarios = SeedArticles.Check("000").Claims.Where(claim => claim.Type == "scenario").ToList();

        Assert.NotEmpty(scenarios);
        Assert.All(scenarios, claim => Assert.Equal((Verdict.Implausible, 2.0), (claim.Verdict, Math.Abs(claim.Stated.Value!.Value))));
    }

    [SharedTheory]
    [InlineData("XHKG:700")]
    [InlineData("XHKG:9888")]
    [InlineData("XHKG:1810")]
    [InlineData("XHKG:1211")]
    public void Article000_ConfirmsFourDoubleDigitGains(string id) => Confirmed(SeedArticles.Check("000"), "price_return", id, 10);

    [SharedFact]
    public void Article001_NamesTheShareCountBehindTheLoss()
    {
        var claim = SeedArticles.Check("001").Claims.Single(claim => claim.Type == "market_cap_change" && claim.Stated.Value is -589e9);

        Assert.Equal((Verdict.Near, "XNAS:NVDA"), (claim.Verdict, claim.Subject.Id));
        Assert.Matches(@"implies [\d,]+ shares", claim.Reason);
    }

    [SharedFact]
    public void Article001_HasReadingsForEveryPastMonth()
    {
        var returns = SeedArticles.Check("001").Claims.Where(claim => claim.Type == "price_return").ToList();

        Assert.Equal([4.0, 13, 15, 25, 25, 34, 43], returns.Select(claim => claim.Stated.Value!.Value).Order());
        Assert.All(returns, claim => Assert.NotEmpty(claim.Readings));
        Assert.All(returns, claim => Assert.NotEqual(Verdict.Contradicted, claim.Verdict));
    }

    [SharedTheory]
    [InlineData("HSI", "2022-02-23")]
    [InlineData("HSTECH", "2022-01-21")]
    public void Article002_NamesTheLastHigherDay(string id, string lastHigher)
    {
        var claim = SeedArticles.Check("002").Claims.Single(claim => claim.Type == "superlative_rank" && claim.Subject.Id == id && claim.Expression!.StartsWith("new-high", StringComparison.Ordinal));

        Assert.Equal(Verdict.Confirmed, claim.Verdict);
        Assert.Contains(lastHigher, Everything(claim), StringComparison.Ordinal);
    }

    [SharedFact]
    public void Article002_DoesNotConfirmTheBestSince2020()
    {
        var claims = SeedArticles.Check("002").Claims.Where(claim => claim.Span.Text.Contains("since 2020", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.True(claim.Verdict is Verdict.Contradicted or Verdict.Unchecked, claim.Reason));
    }

    [SharedFact]
    public void Article003_DecidesTheMultiplesOfShanghaiAndNewYork()
    {
        var multiples = SeedArticles.Check("003").Claims.Where(claim => claim.Type == "valuation_multiple").ToDictionary(claim => claim.Subject.Id!);

        Assert.True(multiples["SPX"].Verdict is Verdict.Confirmed or Verdict.Near, multiples["SPX"].Reason);
        Assert.True(multiples["SSEC"].Verdict is Verdict.Confirmed or Verdict.Near, multiples["SSEC"].Reason);
    }

    [SharedFact]
    public void Article003_ShowsTenForAMultipleOfSeventeen()
    {
        var claim = SeedArticles.Check("003").Claims.Single(claim => claim is { Type: "valuation_multiple", Subject.Id: "HSI" });

        Assert.Equal(17, claim.Stated.Value);
        Assert.True(claim.Verdict is Verdict.Contradicted or Verdict.Unchecked, claim.Reason);
        Assert.InRange(claim.Computed!.Value, 9.5, 11.5);
    }

    [SharedFact]
    public void Article004_FindsTheUnnamedIndex()
    {
        var claim = SeedArticles.Check("004").Claims.Single(claim => claim is { Type: "price_return", Stated.Value: 13 });

        Assert.Equal((Verdict.Confirmed, "STAR50"), (claim.Verdict, claim.Subject.Id));
        Assert.StartsWith("inferred", claim.Subject.How, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Article004_ConfirmsTheHongKongIndex()
    {
        var report = SeedArticles.Check("004");
        var claim = Confirmed(report, "price_return", "HSTECH", 6);

        Assert.Equal(2026, claim.Window!.To!.Value.Year);
        Assert.Equal(TestMarket.Day("2025-12-31"), claim.Window.From);
    }

    [SharedFact]
    public void Article004_DecidesBothAgainstTheNasdaq100()
    {
        var relative = SeedArticles.Check("004").Claims.Where(claim => claim.Type == "relative" && claim.Span.Text.Contains("outperforming", StringComparison.Ordinal)).ToList();

        Assert.Equal(["HSTECH", "STAR50"], relative.Select(claim => claim.Subject.Id!).Order(StringComparer.Ordinal));
        Assert.All(relative, claim => Assert.Contains("NDX", claim.Expression!, StringComparison.Ordinal));
        Assert.All(relative, claim => Assert.Equal(Verdict.Confirmed, claim.Verdict));
    }

    [SharedFact]
    public void Coverage_MasksTheNumbersOfNames() => Assert.All(
        new[] { "000", "001", "002", "003", "004" },
        number => Assert.DoesNotContain(SeedArticles.Check(number).Unread, span => span.Text is "R1" or "Qwen2.5" or "300" or "500" or "100" or "19" || span.Text.StartsWith("zero", StringComparison.Ordinal)));

    [SharedFact]
    public void Spans_AreTheTextTheyPointAt() => Assert.All(
        SeedArticles.Files.Select(file => SeedArticles.Check(file[..3])),
        report => Assert.All(report.Claims.Select(claim => claim.Span).Concat(report.Unread), span => Assert.Equal(report.Article.Text.Substring(span.Start, span.Length), span.Text)));

    private static CheckedClaim Confirmed(CheckReport report, string type, string id, double value)
    {
        var claim = Assert.Single(report.Claims, claim => claim.Type == type && claim.Subject.Id == id && claim.Stated.Value == value);

        Assert.True(claim.Verdict == Verdict.Confirmed, string.Create(CultureInfo.InvariantCulture, $"{id} {value}: {claim.Verdict}, {claim.Computed?.Value}: {claim.Reason}"));
        return claim;
    }

    private static string Everything(CheckedClaim claim) => string.Join(
        '\n',
        claim.Readings.Select(reading => reading.Note)
            .Append(claim.Reason)
            .Concat(claim.Working is { } working ? working.Conventions.Concat(working.Steps.Select(step => step.Formula)).Concat(working.Inputs.Select(input => $"{input.Date:yyyy-MM-dd}")) : []));
}
