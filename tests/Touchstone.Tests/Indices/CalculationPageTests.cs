using System.Text.RegularExpressions;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>The worked examples of the methodology pages are what a calculation from a package gives.</summary>
public class CalculationPageTests
{
    [Theory]
    [InlineData("none", 98, null, 0, SpecialDividendTreatment.Adjusted)]
    [InlineData("ordinary dividend of 2", 98, "cash", 2, SpecialDividendTreatment.Adjusted)]
    [InlineData("special dividend of 10", 90, "special", 10, SpecialDividendTreatment.Adjusted)]
    [InlineData("special dividend of 10, as ordinary", 90, "special", 10, SpecialDividendTreatment.AsOrdinary)]
    public void TotalReturn_IsAsThePageSays(string words, double close, string? kind, double cash, SpecialDividendTreatment treatment)
    {
        var market = Of([close], [50]);
        var book = Book(version => version with { Actions = new ActionRules { SpecialDividend = treatment }, Returns = new ReturnRules { Withholding = Percent.FromPoints(10) } });
        var level = (kind is null ? market : market.Action(A, Tuesday, kind, cash: cash)).Calculate(Tuesday, book).Value.History.Levels[^1];
        Says("total-return.md", $"| {words} | {close} | {level.Price:0.####} | {level.Gross:0.####} | {level.Net:0.####} |");
    }

    [Fact]
    public void Currency_IsAsThePageSays() // fx-001 (shared vectors)
    {
        var market = Of([102], [50]).Fx("HKD", "USD", (Monday, 0.128), (Tuesday, 0.129));
        var (local, converted) = (market.Calculate(Tuesday), market.Calculate(Tuesday, options: new CalculationOptions { Currency = "USD" }));
        for (var i = 0; i < 2; i++)
        {
            var session = converted.Value.Sessions[i];
            Assert.True(session.TryGetRate("HKD", out var rate));
            Says("currency-variants.md", $"| {session.Day:yyyy-MM-dd} | {local.Levels()[i]:0.####} | {rate} | {converted.Levels()[i]:0.####} | {converted.Value.History.Last.Divisor:0.####} |");
        }
    }

    [Fact]
    public void ImpliedUnits_AreAsThePageSays()
    {
        using var folder = new TemporaryFolder();
        var text = Regex.Match(Page("implied-units.md"), @"(?<=\n\n)(    .+\n)+").Value;
        File.WriteAllText(folder.PathOf("basket.csv"), Regex.Replace(text, "^    ", "", RegexOptions.Multiline));
        var basket = StatedBasket.Read(folder.PathOf("basket.csv"), TestMarket.Day(Wednesday)).Value;
        var index = ImpliedUnits.Calculate(Of([110, 60, 66], [45, 50, 50]).Split(A, Wednesday, 2).Build(), new InstrumentId("FUND"), basket, new DateSpan(TestMarket.Day(Monday), TestMarket.Day(Thursday)), "XTST", "HKD").Value;
        for (var i = 0; i < index.Sessions.Length; i++)
        {
            var (session, units) = (index.Sessions[i], i < 2 ? index.Plan.Basket : index.History.Last.Basket);
            Says("implied-units.md", $"| {session.Day:yyyy-MM-dd} | {session.PriceOf(new InstrumentId(A))} | {session.PriceOf(new InstrumentId(B))} | {units.Find(new InstrumentId(A))!.Units:0.####} | {index.History.Levels[i].Price:0.####} |");
        }
    }

    [Fact]
    public void ASessionExplained_IsAsThePageSays()
    {
        var move = ExplainedMove.On(Of([105, 115.5], [50, 49]).Calculate(Wednesday).Value, TestMarket.Day(Wednesday)).Value;
        Assert.All(move.Members, member => Says(
            "index-level.md", $"| {member.Instrument} | {member.Weight.Points:0.####}% | {member.Return!.Value.Points:0.####}% | {member.Points:0.####} | {member.Drift.Points:0.####}% |"));
    }

    [Fact]
    public void FactorsAndReferencePrices_AreAsThePageSays()
    {
        Says("corporate-actions.md", $"it is {ReferencePrice.TotalReturn(10, 0.5, 0.3, 0.2, 6).Value:0.0000};");
        Says("corporate-actions.md", $"P + D / (1 + b + r), {ReferencePrice.PriceReturn(10, 0.5, 0.3, 0.2, 6).Value:0.0000} (");
        Says("corporate-actions.md", $"{RightsFactor.ByCumPrice(100, 4, 1, 70).Value:0.0000} for 1 for 4 at 70 from 100");
        Says("corporate-actions.md", $"{RightsFactor.ByExPrice(100, 95, 4, 1, 70).Value:0.0000} at an ex price of 95");
    }

    [Fact]
    public void Kinds_AreOnThePage() => Assert.All(
        Regex.Split("cash special split consolidation reverse-split bonus capitalisation stock-dividend rights spin-off merger-cash merger-stock suspend resume delist", " "), kind => Says("corporate-actions.md", $"`{kind}`"));

    private static void Says(string page, string text) => Assert.Contains(text, Page(page), StringComparison.Ordinal);

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "methodology", name));
}
