using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Worked cases of capping. Numbers were worked with exact fractions from the stated rule unless a source is named.</summary>
public class CapsTests
{
    private static readonly double[] ThirtyValues = [2000, 1800, 1500, 1200, 900, 700, 600, 500, 450, 400, 350, 300, 280, 260, 240, 220, 200, 180, 160, 150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50];
    private static readonly double[] TwentyValues = [3000, 2500, 2000, 1500, 1200, 1000, 900, 800, 700, 650, 600, 550, 500, 450, 400, 350, 300, 250, 200, 150];

    // The R package tidymas, tests/testthat/test_mv_capping.R.
    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 100.0, 100, 100 }, new[] { 0.1666666667, 0.3333333333, 0.5 })]
    [InlineData(new double[] { 25, 25, 25, 25 }, new[] { 2.0, 100, 100, 100 }, new[] { 0.02, 0.3266666667, 0.3266666667, 0.3266666667 })]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 2.0, 100, 100 }, new[] { 0.02, 0.392, 0.588 })]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 2.0, 2, 100 }, new[] { 0.02, 0.02, 0.96 })]
    public void IndividualCaps_AgreeWithTidymas(double[] values, double[] caps, double[] weights)
    {
        var limits = caps.Select((cap, i) => KeyValuePair.Create(Id(i), Percent.FromPoints(cap)));
        Agree(weights, Caps.Apply(Names(values), new IndividualCaps(limits)).Value);
    }

    [Fact]
    public void SingleCap_OfThirtyNames_TakesTwoRounds()
    {
        var capped = Caps.Apply(Names(ThirtyValues), new SingleCap(Percent.FromPoints(8))).Value;
        Assert.Equal(2, capped.Rounds);
        Assert.Equal([0.396, 0.44, 0.528, 0.66, 0.88, 1, 1], capped.Members.Take(7).Select(member => Math.Round(member.Factor, 12)));
        Agree([0.08, 0.08, 0.08, 0.08, 0.08, 0.0707070707, 0.0606060606, 0.0505050505, 0.0454545455], capped);
        Assert.Equal(0.0050505051, capped.Members[^1].After.Fraction, 9);
    }

    [Fact]
    public void SingleCap_Cascades() => Agree([0.3, 0.3, 0.2, 0.12, 0.08], Caps.Apply(Names(60, 30, 5, 3, 2), new SingleCap(Percent.FromPoints(30))).Value);

    [Fact]
    public void SingleCap_ThatIsJustFeasible_GivesEqualWeights() => Agree([0.25, 0.25, 0.25, 0.25], Caps.Apply(Names(5, 4, 3, 2), new SingleCap(Percent.FromPoints(25))).Value);

    [Fact]
    public void SingleCap_ThatCannotHold_IsAProblem()
    {
        var problem = Caps.Apply(Names(10, 9, 8, 7, 6, 5, 4, 3, 2, 1), new SingleCap(Percent.FromPoints(8))).Problem!;
        Assert.Equal((ProblemKind.Undefined, "No name above 8%. That cannot hold: the limits of 10 names sum to 80%, below 100%."), (problem.Kind, problem.Message));
    }

    [Fact]
    public void SingleCap_WithATrigger_WaitsForIt()
    {
        var cap = new SingleCap(Percent.FromPoints(20), Percent.FromPoints(24));
        Agree([0.23, 0.21, 0.2, 0.18, 0.18], Caps.Apply(Names(23, 21, 20, 18, 18), cap).Value);
        Agree([0.2, 0.2, 0.2, 0.2, 0.2], Caps.Apply(Names(25, 20, 19, 18, 18), cap).Value);
    }

    [Fact]
    public void GroupNameCap_HasALimitForEachGroup() // 40/30/20/10, A names at most 20%: 20/20 fixed, 60 left over 20 + 10
    {
        CapCandidate[] names = [new(Id(0), 40, "A"), new(Id(1), 30, "A"), new(Id(2), 20, "B"), new(Id(3), 10)];
        Agree([0.2, 0.2, 0.4, 0.2], Caps.Apply(names, new GroupNameCap([KeyValuePair.Create("A", Percent.FromPoints(20))])).Value);
        Agree([0.2, 0.2, 0.35, 0.25], Caps.Apply(names, new GroupNameCap([KeyValuePair.Create("A", Percent.FromPoints(20))], Percent.FromPoints(35))).Value);
    }

    [Fact]
    public void GroupTotalCap_ScalesAGroupTogether() // A 70 -> 50 as 4 : 3; B 20 and the name without a group 10 take 50 as 2 : 1
    {
        CapCandidate[] names = [new(Id(0), 40, "A"), new(Id(1), 30, "A"), new(Id(2), 20, "B"), new(Id(3), 10)];
        Agree([0.2857142857, 0.2142857143, 0.3333333333, 0.1666666667], Caps.Apply(names, new GroupTotalCap(Percent.FromPoints(50))).Value);
    }

    [Fact]
    public void GroupTotalCap_ThatCannotHold_IsAProblem() => Assert.Equal(
        ProblemKind.Undefined,
        Caps.Apply([new(Id(0), 40, "A"), new(Id(1), 30, "B")], new GroupTotalCap(Percent.FromPoints(40))).Problem!.Kind);

    [Fact]
    public void ThresholdSumCap_ScalesBothSides() // Nasdaq-100 quarterly stage 2: 51.3% above 4.5% -> 40%; illustrative weights, factors 0.779727 and 1.232033
    {
        double[] above = [0.129, 0.125, 0.074, 0.07, 0.069, 0.046];
        var values = above.Concat(Enumerable.Repeat(0.487 / 100, 100)).ToArray();
        var capped = Caps.Apply(Names(values), NasdaqSum).Value;
        Agree([0.100584795322, 0.09746588694, 0.057699805068, 0.054580896686, 0.053801169591, 0.035867446394], capped);
        Assert.Equal(0.00487 * 1.232032854209, capped.Members[^1].After.Fraction, 12);
    }

    [Fact]
    public void ThresholdSumCap_BelowItsLimit_DoesNothing() => Assert.Equal(0, Caps.Apply(Names([.. Enumerable.Repeat(1.0, 40)]), NasdaqSum).Value.Rounds);

    [Fact]
    public void ThresholdSumCap_HoldsTheRestAtTheThreshold() // 60 and 8 × 5: 60 -> 30, the eight would be 8.75 each, above 8: 64 < 70 cannot hold
    {
        var problem = Caps.Apply(Names(60, 5, 5, 5, 5, 5, 5, 5, 5), new ThresholdSumCap(Percent.FromPoints(8), Percent.FromPoints(40), Percent.FromPoints(30))).Problem!;
        Assert.Equal(
            "Names above 8% sum to at most 40%, otherwise to 30%. That cannot hold: 8 other names at 8% cannot take the remaining 70%.",
            problem.Message);
    }

    [Fact]
    public void TwoStages_OfTheNasdaq_HoldTogether() // 30 above 24 -> 20; the other 70 take 80, of which 24 are above 4.5: 44 is within 48
    {
        double[] values = [30, 7, 7, 7, .. Enumerable.Repeat(49.0 / 49, 49)];
        var capped = Caps.Apply(Names(values), new SingleCap(Percent.FromPoints(20), Percent.FromPoints(24)), NasdaqSum).Value;
        Agree([0.2, 0.08, 0.08, 0.08, 0.0114285714], capped);
    }

    [Fact]
    public void TwoStages_OfTheNasdaq_GoOnToTheSum() // 20 + 4 × 8 = 52 above 4.5 -> 40, so 20 -> 15.3846 and 8 -> 6.1538; the other 48 -> 60
    {
        double[] values = [30, 7, 7, 7, 7, .. Enumerable.Repeat(42.0 / 42, 42)];
        var capped = Caps.Apply(Names(values), new SingleCap(Percent.FromPoints(20), Percent.FromPoints(24)), NasdaqSum).Value;
        Agree([0.1538461538, 0.0615384615, 0.0615384615, 0.0615384615, 0.0615384615, 0.0142857143], capped);
    }

    [Fact]
    public void TopCap_AfterASingleCap() => Agree(
        [0.0833333333, 0.0833333333, 0.0833333333, 0.0833333333, 0.0666666667, 0.0666666667, 0.0666666667, 0.0632768362, 0.0553672316, 0.0514124294, 0.0474576271, 0.0435028249, 0.0395480226, 0.0355932203, 0.0316384181, 0.0276836158, 0.0237288136, 0.0197740113, 0.015819209, 0.0118644068],
        Caps.Apply(Names(TwentyValues), new SingleCap(Percent.FromPoints(10)), new TopCap(5, Percent.FromPoints(40))).Value);

    [Fact]
    public void TopCap_OfTheNasdaq_SetsTheFiveLargest() // July 2023: 46.7% -> 38.5%, a factor of 0.824411; weights of 7 July 2023 (dailyinvestor.com, livemint.com)
    {
        double[] values = [0.129, 0.125, 0.074, 0.07, 0.069, .. Enumerable.Repeat(0.533 / 90, 90)];
        var capped = Caps.Apply(Names(values), new TopCap(5, Percent.FromPoints(40), Percent.FromPoints(38.5), Percent.FromPoints(4.4))).Value;
        Assert.Equal(0.385, capped.Members.Take(5).Sum(member => member.After.Fraction), 12);
        Assert.Equal(0.129 * 0.824411134904, capped.Members[0].After.Fraction, 9);
    }

    [Fact]
    public void TopCap_ThatCannotHold_IsAProblem() => Assert.Equal(ProblemKind.Undefined, Caps.Apply(Names(5, 1, 1), new TopCap(1, Percent.FromPoints(20))).Problem!.Kind);

    [Fact]
    public void Apply_SaysWhenRulesUndoEachOther() // A and B at 50% in sum push C to 50%; C at 20% pushes A and B up again
    {
        CapCandidate[] names = [new(Id(0), 40, "A"), new(Id(1), 40, "A"), new(Id(2), 20, "C")];
        var problem = Caps.Apply(names, new GroupTotalCap(Percent.FromPoints(50)), new IndividualCaps([KeyValuePair.Create(Id(2), Percent.FromPoints(20))])).Problem!;
        Assert.StartsWith("The caps undo each other", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Apply_RefusesAMarketValueThatIsNotAboveZero(double value) => Assert.Equal(ProblemKind.Invalid, Caps.Apply(Names(1, value)).Problem!.Kind);

    [Theory]
    [InlineData(1e308, 1e308)]
    [InlineData(1e300, 1e-300)]
    public void Apply_GivesNoWeightsThatAreNoNumbers(double first, double second) => Assert.Equal(ProblemKind.Undefined, Caps.Apply(Names(first, second)).Problem!.Kind);

    [Fact]
    public void Apply_RefusesANameTwice() => Assert.Equal(ProblemKind.Invalid, Caps.Apply([new(Id(0), 1), new(Id(0), 2)]).Problem!.Kind);

    [Fact]
    public void Apply_NeedsNames() => Assert.Equal(ProblemKind.Undefined, Caps.Apply([]).Problem!.Kind);

    private static ThresholdSumCap NasdaqSum => new(Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40));

    private static InstrumentId Id(int index) => new($"N{index:000}");

    private static CapCandidate[] Names(params double[] values) => [.. values.Select((value, i) => new CapCandidate(Id(i), value))];

    /// <summary>Compares the first weights; some cases state only the largest.</summary>
    private static void Agree(double[] expected, CappedWeights capped)
    {
        Assert.InRange(expected.Length, 1, capped.Members.Length);
        Assert.All(expected.Zip(capped.Members), pair => Assert.Equal(pair.First, pair.Second.After.Fraction, tolerance: 1e-9));
    }
}
