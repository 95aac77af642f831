using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Levels from the weights or units of one day, in a file of somebody else.</summary>
public class CalculationImpliedTests
{
    private static readonly InstrumentId Id = new("FUND");

    [Fact]
    public void Weights_ImplyUnits_BeforeAndAfter() // on Wednesday 60% of A at 60 and 40% of B at 50: 10 and 8 units of 1000; a split 2 for 1 on Wednesday: 5 old A
    {
        var basket = Read("instrument,weight\nXTST:A,60\nXTST:B,40\n", Wednesday).Value;
        var answer = Calculate(Of([110, 60, 66], [45, 50, 50]).Split(A, Wednesday, 2), basket, Monday, Thursday);
        Assert.Equal([900, 910, 1000, 1060], answer.Levels());
        Assert.Equal("units implied by the weights of 2025-03-05 in basket.csv", answer.Value.Basis);
        Assert.True(answer.Working.StandIn);
        BothFormsAgree(answer.Value);
    }

    [Fact]
    public void RoundedWeights_AreScaledToTheLevel() // 59.8 and 39.9 are 59.9799% and 40.0201%
    {
        var basket = Read("instrument,weight,date\nXTST:B,39.9,2025-03-03\nXTST:A,59.8,2025-03-03\n", null).Value;
        Assert.Equal([500, Math.Round(500 * (1 + (0.1 * 59.8 / 99.7)), 9)], Calculate(Of([110], [50]), basket, Monday, Tuesday, 500).Levels());
    }

    [Fact]
    public void Units_AreHeldAsStated() // 2 and 4 are 400 on Monday, 420 on Tuesday
    {
        var basket = Read("instrument,units\nXTST:A,2\nXTST:B,4\n", Monday).Value;
        var answer = Calculate(Of([110], [50]), basket, Tuesday, Tuesday);
        Assert.Equal([1000, 1050], answer.Levels());
        Assert.Equal("units as stated of 2025-03-03 in basket.csv", answer.Value.Basis);
    }

    [Fact]
    public void Weights_InSeveralCurrencies() // half in dollars at 8: 0.5 × 1000 / (10 × 8) = 6.25 units
    {
        var basket = Read("instrument,weight\nXTST:A,50\nXNYS:D,50\n", Monday).Value;
        var market = Of([100], [50]).Equity("XNYS:D", "USD").Closes("XNYS:D", (Monday, 10), (Tuesday, 11)).Fx("USD", "HKD", (Monday, 8), (Tuesday, 8));
        var answer = Calculate(market, basket, Monday, Tuesday);
        Assert.Equal([1000, 1050], answer.Levels());
        Assert.Equal(6.25, answer.Value.Plan.Basket.Find(new InstrumentId("XNYS:D"))!.Units, 12);
    }

    [Theory]
    [InlineData("instrument,weight\nXTST:A,60\nXTST:B,39.4\n", "basket.csv", "The weights sum to 99.4%; expected 100% within 0.5. Weights are in percent: 8.25 for 8.25%.")]
    [InlineData("instrument,weight\nXTST:A,0.6\nXTST:B,0.4\n", "basket.csv", "The weights sum to 1%; expected 100% within 0.5. Weights are in percent: 8.25 for 8.25%.")]
    [InlineData("instrument,weight\nXTST:A,60\nXTST:B,-40\n", "basket.csv:3", "weight is -40 and must be above zero.")]
    [InlineData("instrument,weight\nXTST:A,60\nXTST:B,forty\n", "basket.csv:3", null)]
    [InlineData("instrument,weight\nXTST:A,60\nXTST:A,40\n", "basket.csv:3", "XTST:A: the same key stands on line 2, which is kept; this row is left out.")]
    [InlineData("instrument,weight,date\nXTST:A,60,2025-03-03\nXTST:B,40,2025-03-04\n", "basket.csv:3", "date is 2025-03-04 and another row has 2025-03-03; a basket is of one day.")]
    [InlineData("instrument,weight\nXTST A,100\n", "basket.csv:2", null)]
    [InlineData("instrument,share\nXTST:A,100\n", "basket.csv:1", "The header has instrument, share; expected either a column 'weight' (in percent) or a column 'units'.")]
    [InlineData("instrument,weight,units\nXTST:A,100,1\n", "basket.csv:1", null)]
    [InlineData("stock,weight\nXTST:A,100\n", "basket.csv:1", null)]
    [InlineData("instrument,weight\n", "basket.csv", "The file has a header and no rows; expected one row for each holding.")]
    [InlineData("", "basket.csv:1", null)]
    public void Faults_NameFileAndLine(string text, string source, string? message)
    {
        var problem = Read(text, Monday).Problem!;
        Assert.Equal(source, problem.Source);
        Assert.Equal(message ?? problem.Message, problem.Message);
    }

    [Fact]
    public void ABasketWithoutADay_IsRefused() => Assert.Equal(ProblemKind.Invalid, Read("instrument,units\nXTST:A,2\n", null).Problem!.Kind);

    [Fact]
    public void AMissingFile_IsNamed() => Assert.Equal("none.csv", StatedBasket.Read("none.csv", null).Problem!.Source);

    [Fact]
    public void AnUnknownMember_IsNamedWithItsRow()
    {
        var problem = Calculate(Of([110], [50]), Read("instrument,units\nXTST:A,2\nXTST:Z,4\n", Monday).Value, Monday, Tuesday).Problem!;
        Assert.Equal((ProblemKind.Invalid, "basket.csv:3"), (problem.Kind, problem.Source));
    }

    [Fact]
    public void AMemberWithoutAClose_IsNamed()
    {
        var problem = Calculate(Of([110], [50]), Read("instrument,units\nXTST:A,2\nXTST:C,4\n", Monday).Value, Monday, Tuesday).Problem!;
        Assert.Contains("No close on 2025-03-03 for 1 of 2 members", problem.Message, StringComparison.Ordinal);
    }

    private static Answer<IndexCalculation> Calculate(TestMarket market, StatedBasket basket, string from, string to, double level = 1000) =>
        ImpliedUnits.Calculate(market.Build(), Id, basket, new DateSpan(TestMarket.Day(from), TestMarket.Day(to)), "XTST", "HKD", level);

    private static Answer<StatedBasket> Read(string text, string? day)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("basket.csv"), text);
        return StatedBasket.Read(folder.PathOf("basket.csv"), day is null ? null : TestMarket.Day(day));
    }
}
