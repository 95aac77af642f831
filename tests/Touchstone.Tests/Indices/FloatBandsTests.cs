using System.Collections.Immutable;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Floats and their inclusion factors.</summary>
public class FloatBandsTests
{
    private static readonly double[] Floats = [0.07, 0.073, 0.1, 0.12, 0.123, 0.15, 0.151, 0.2, 0.2001, 0.35, 0.4, 0.555, 0.8, 0.801, 1.0];

    /// <summary>The older table of China Securities Index: floats up to 10% by themselves.</summary>
    public static ImmutableArray<FloatBand> Older => Table(new FloatBand(Percent.FromPoints(10)));

    /// <summary>The newer table: floats up to 15% rounded up to a whole percent.</summary>
    public static ImmutableArray<FloatBand> Newer => Table(new FloatBand(Percent.FromPoints(15), RoundUpTo: Percent.FromPoints(1)));

    [Fact]
    public void Inclusion_ByTheOlderTable() => // vector float-001: futures exchange and press material on CSI indices (7% -> 7%, 35% -> 40%)
        Assert.Equal([0.07, 0.073, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4, 0.4, 0.6, 0.8, 1, 1], By(Older));

    [Fact]
    public void Inclusion_ByTheNewerTable() => // vector float-002: a public implementation of the CSI table
        Assert.Equal([0.07, 0.08, 0.1, 0.12, 0.13, 0.15, 0.2, 0.2, 0.3, 0.4, 0.4, 0.6, 0.8, 1, 1], By(Newer));

    [Fact]
    public void Inclusion_WithoutATable_IsTheFloat() => Assert.Equal(Floats, By([]));

    [Theory] // vector float-003: HSI Services, press release of 30 June 2006, FAF1 = 1 - 2/3 × (1 - FAF2), rounded up to 5%
    [InlineData(0.5, 0.7)]
    [InlineData(0.35, 0.6)]
    [InlineData(1.0, 1.0)]
    [InlineData(0.8, 0.9)]
    [InlineData(0.25, 0.5)]
    public void PhasedIn_MakesTwoThirdsOfTheAdjustment(double full, double factor) =>
        Assert.Equal(factor, FloatBands.PhasedIn(Percent.FromFraction(full), 2.0 / 3, Percent.FromPoints(5)).Fraction, 15);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void Inclusion_RefusesWhatIsNoFraction(double held) => Assert.Throws<ArgumentOutOfRangeException>(() => FloatBands.Inclusion(Percent.FromFraction(held), []));

    private static IEnumerable<double> By(ImmutableArray<FloatBand> bands) => Floats.Select(held => FloatBands.Inclusion(Percent.FromFraction(held), bands).Fraction);

    private static ImmutableArray<FloatBand> Table(FloatBand first) =>
        [first, .. new[] { 20, 30, 40, 50, 60, 70, 80 }.Select(end => new FloatBand(Percent.FromPoints(end), Percent.FromPoints(end))), new FloatBand(Percent.FromPoints(100), Percent.FromPoints(100))];
}
