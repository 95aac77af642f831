using System.Text.Json;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class ScenarioTests
{
    private static readonly Percent Eight = Percent.FromPoints(8);

    private static readonly Percent Four = Percent.FromPoints(4);

    private static readonly Percent Three = Percent.FromPoints(3);

    /// <summary>misc_formula_vectors.json, base R 4.2.2 arithmetic: D0 = 1, r = 8%, terminal growth 4% or 3%, start 8%, linear fade of ten years, H = 5.</summary>
    [SharedFact]
    public void Values_AgreeWithBaseR()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder!, "vectors", "misc_formula_vectors.json")));
        var expected = document.RootElement.GetProperty("valuation");

        Assert.Multiple(
            () => Close("gordon_base", Gordon.Value(1, Eight, Four).Value.Value),
            () => Close("gordon_g_minus1pt", Gordon.Value(1, Eight, Three).Value.Value),
            () => Close("pct", GrowthShock.PayoutHeld(Eight, Four, Three).Value.Fraction),
            () => Close("fade10_base", GrowthFade.Linear(1, Eight, Eight, Four, 10).Value.Value),
            () => Close("fade10_stress", GrowthFade.Linear(1, Eight, Eight, Three, 10).Value.Value),
            () => Close("h_model", HModel.Value(1, Eight, Eight, Four, 5).Value.Value));

        void Close(string name, double value) => Assert.Equal(expected.GetProperty(name).GetDouble(), value, 12);
    }

    /// <summary>By hand: dividends 1.5, then 1.5 * 1 for ever at 10%: year 1 has growth 50%, from then on none.</summary>
    [Fact]
    public void Linear_OfOneYear_IsItsFirstDividendAndAPerpetuity()
    {
        // n = 1: g(1) = the last growth, 0. D(1) = 1, value 1 / 0.1 = 10.
        Assert.Equal(10, GrowthFade.Linear(1, Percent.FromPoints(10), Percent.FromPoints(50), default, 1).Value.Value, 12);

        // n = 2: g(1) = 25%, g(2) = 0: 1.25 / 0.1 = 12.5.
        Assert.Equal(12.5, GrowthFade.Linear(1, Percent.FromPoints(10), Percent.FromPoints(50), default, 2).Value.Value, 12);
    }

    /// <summary>A half-life of one year from 40% to 0 at 25%, summed in a plain loop of 200 years.</summary>
    [Fact]
    public void Exponential_IsThePlainSum()
    {
        var (sum, dividend) = (0.0, 1.0);
        for (var year = 1; year <= 200; year++)
        {
            dividend *= 1 + (0.4 * Math.Pow(0.5, year));
            sum += dividend * Math.Pow(1.25, -year);
        }

        Assert.Equal(sum, GrowthFade.Exponential(1, Percent.FromPoints(25), Percent.FromPoints(40), default, 1).Value.Value, 12);
    }

    /// <summary>By hand: book value 100, 12% earned and all paid out, 10% asked for, two years, nothing after: 100 + 2 / 1.1 + 2 / 1.21.</summary>
    [Fact]
    public void ResidualIncome_IsAsWorkedByHand()
    {
        Assert.Equal(100 + (2 / 1.1) + (2 / 1.21), ResidualIncome.Value(100, Percent.FromPoints(12), Percent.FromPoints(10), 1, 2, 0).Value, 12);

        // With half of it left each year after: RI(2) = 2, 2 * 0.5 / (1.1 - 0.5) / 1.21.
        Assert.Equal(100 + (2 / 1.1) + (2 / 1.21) + (1 / 0.6 / 1.21), ResidualIncome.Value(100, Percent.FromPoints(12), Percent.FromPoints(10), 1, 2, 0.5).Value, 12);
    }

    [Fact]
    public void ReturnOnEquityHeld_WhenItIsTheRate_GrowthIsWorthNothing() =>
        Assert.Equal(0, GrowthShock.ReturnOnEquityHeld(Eight, Four, Three, Eight).Value.Fraction, 12);

    /// <summary>(1 - 3/12) / (8-3) over (1 - 4/12) / (8-4) = 0.15 / 0.16666.. = 0.9.</summary>
    [Fact]
    public void ReturnOnEquityHeld_CostsLessThanThePayoutHeld() =>
        Assert.Equal(-0.1, GrowthShock.ReturnOnEquityHeld(Eight, Four, Three, Percent.FromPoints(12)).Value.Fraction, 12);

    /// <summary>When the rate follows growth in full, only the dividends of the coming year differ: 1.03 / 1.04 - 1.</summary>
    [Fact]
    public void PayoutHeld_WithTheRateFollowing_LosesOneDividendsGrowth() =>
        Assert.Equal((1.03 / 1.04) - 1, GrowthShock.PayoutHeld(Eight, Four, Three, 1).Value.Fraction, 12);

    [Fact]
    public void Change_KeepsTheCrossTerm() => Assert.Equal(-0.32, EarningsAndMultiple.Change(Percent.FromPoints(-15), Percent.FromPoints(-20)).Fraction, 12);

    [Fact]
    public void Frontier_RunsFromTheMultipleToTheEarnings()
    {
        var beliefs = EarningsAndMultiple.Frontier(Percent.FromPoints(-19), 2);

        Assert.Equal([0, -10, -19], beliefs.Select(belief => Math.Round(belief.Earnings.Points, 10)));
        Assert.Equal([-19, -10, 0], beliefs.Select(belief => Math.Round(belief.Multiple.Points, 10)));
    }

    [Fact]
    public void Table_KeepsTheProblemOfAPair()
    {
        var table = ScenarioTable.Of([8, 9], [4, 8], (rate, growth) => Gordon.Value(1, Percent.FromPoints(rate), Percent.FromPoints(growth)).Map(stream => stream.Value));

        Assert.Equal(26, table[0, 0].Value, 12);
        Assert.Equal(ProblemKind.Undefined, table[0, 1].Problem!.Kind);
        Assert.Equal(108, table[1, 1].Value, 10); // 1.08 / 0.01
    }

    [Theory]
    [InlineData(0, 8, 4, "dividend is 0")]
    [InlineData(1, 4, 4, "not above the growth")]
    [InlineData(1, 8, -100, "leaves nothing")]
    public void Gordon_WithoutAnAnswer_SaysWhy(double dividend, double rate, double growth, string message) =>
        Assert.Contains(message, Gordon.Value(dividend, Percent.FromPoints(rate), Percent.FromPoints(growth)).Problem!.Message, StringComparison.Ordinal);

    [Fact]
    public void ResidualIncome_ThatNeverFades_HasNoEnd() =>
        Assert.Equal(ProblemKind.Undefined, ResidualIncome.Value(1, Eight, Eight, 1, 1, 1.08).Problem!.Kind);

    [Fact]
    public void ImpliedStart_OfAPriceBelowEveryFade_IsUndefined() =>
        Assert.Equal(ProblemKind.Undefined, GrowthFade.ImpliedStart(1e9, 1, Eight, Four, 1).Problem!.Kind);
}
