using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>Every row of the table in docs/methodology/verdicts.md: a value just inside and one just outside each end.</summary>
public class RoundingTableTests
{
    [Theory]
    // 5.6% stands for 5.55 to 5.65.
    [InlineData("rose 5.6%", 5.55, true)]
    [InlineData("rose 5.6%", 5.65, true)]
    [InlineData("rose 5.6%", 5.549, false)]
    [InlineData("rose 5.6%", 5.651, false)]
    // 24% stands for 23.5 to 24.5.
    [InlineData("rose 24%", 23.5, true)]
    [InlineData("rose 24%", 24.51, false)]
    // A floor has no upper end.
    [InlineData("rose more than 25%", 25.0, true)]
    [InlineData("rose more than 25%", 24.99, false)]
    [InlineData("rose more than 25%", 400, true)]
    [InlineData("rose less than 5%", 5.0, true)]
    [InlineData("rose less than 5%", 5.01, false)]
    // 7% of 30 is 2.1: nearly 30 reaches down to 27.9.
    [InlineData("rose nearly 30%", 27.9, true)]
    [InlineData("rose nearly 30%", 27.89, false)]
    [InlineData("rose nearly 30%", 30, true)]
    [InlineData("rose nearly 30%", 30.01, false)]
    // 7% of 1 is 0.07, less than half a unit, so nearly 1 reaches down to 0.5.
    [InlineData("rose nearly 1%", 0.5, true)]
    [InlineData("rose nearly 1%", 0.49, false)]
    // 7% of 20 is 1.4: just over 20 reaches up to 21.4.
    [InlineData("rose just over 20%", 21.4, true)]
    [InlineData("rose just over 20%", 21.41, false)]
    [InlineData("rose just over 20%", 19.99, false)]
    // 5% of 120 is 6: about 120 is 114 to 126.
    [InlineData("rose about 120%", 114, true)]
    [InlineData("rose about 120%", 113.9, false)]
    [InlineData("rose about 120%", 126, true)]
    [InlineData("rose about 120%", 126.1, false)]
    // A range takes half a unit at both ends.
    [InlineData("rose 3-4%", 2.5, true)]
    [InlineData("rose 3-4%", 4.5, true)]
    [InlineData("rose 3-4%", 2.49, false)]
    [InlineData("rose 3-4%", 4.51, false)]
    // Ten to under a hundred.
    [InlineData("made double-digit gains", 10, true)]
    [InlineData("made double-digit gains", 9.99, false)]
    [InlineData("made double-digit gains", 99.99, true)]
    [InlineData("made double-digit gains", 100.001, false)]
    [InlineData("made single-digit gains", 9.99, true)]
    [InlineData("made single-digit gains", 10.001, false)]
    // A fraction in words is good to 0.03.
    [InlineData("half", 0.53, true)]
    [InlineData("half", 0.54, false)]
    [InlineData("two-thirds", 0.637, true)]
    [InlineData("two-thirds", 0.636, false)]
    // A factor is good to 5%.
    [InlineData("doubled", 1.9, true)]
    [InlineData("doubled", 1.89, false)]
    [InlineData("tripled", 3.15, true)]
    [InlineData("tripled", 3.16, false)]
    // 500 ends in two zeros: half of a hundred is 50, but at most 5% of 500, which is 25.
    [InlineData("fell 500 points", 475, true)]
    [InlineData("fell 500 points", 474.9, false)]
    // 512 does not.
    [InlineData("fell 512 points", 511.5, true)]
    [InlineData("fell 512 points", 511.4, false)]
    public void Interval_EndsWhereTheTableSays(string text, double value, bool holds) => Assert.Equal(holds, Holds(text, value, false));

    [Theory]
    // A level is never as loose: nearly 20,000 is within 0.5%, 100 points.
    [InlineData("nearly 20,500", 20397.5, true)]
    [InlineData("nearly 20,500", 20397, false)]
    [InlineData("about 20,500", 20295, true)]
    [InlineData("about 20,500", 20294, false)]
    [InlineData("just over 20,500", 20602.5, true)]
    [InlineData("just over 20,500", 20603, false)]
    // 20,000 in zeros stands for at most 1%, 200 points, to either side.
    [InlineData("20,000", 19800, true)]
    [InlineData("20,000", 19799, false)]
    [InlineData("119.54", 119.545, true)]
    [InlineData("119.54", 119.546, false)]
    public void Interval_IsNarrowerForLevels(string text, double value, bool holds) => Assert.Equal(holds, Holds(text, value, true));

    [Fact]
    public void Interval_IsMirroredForAFall()
    {
        var (quantity, hedge) = Parse("fell nearly 30%");

        Assert.Equal((-30.0, -27.9), Round(RoundingTable.Interval(quantity, hedge, false, -1)));
    }

    [Fact]
    public void Interval_OfAFloorIsMirroredToACeiling()
    {
        var (quantity, hedge) = Parse("fell more than 30%");

        Assert.Equal((null, -30.0), RoundingTable.Interval(quantity, hedge, false, -1));
    }

    [Theory]
    [InlineData("rose 15%", 15.9, true)]
    [InlineData("rose 15%", 16.0, true)]
    [InlineData("rose 15%", 16.01, false)]
    [InlineData("rose 15%", 13.99, false)]
    [InlineData("rose 5.6%", 5.7, true)]
    [InlineData("rose 5.6%", 5.71, false)]
    // Nearly 30 for 30.2 is a hedge on the wrong side; half of 7% of 30 is 1.05.
    [InlineData("rose nearly 30%", 30.2, true)]
    [InlineData("rose nearly 30%", 31.04, true)]
    [InlineData("rose nearly 30%", 31.06, false)]
    [InlineData("rose 15%", -15, false)]
    [InlineData("doubled", 2.2, false)]
    public void IsNear_IsOneUnitOfTheLastDigit(string text, double value, bool near)
    {
        var (quantity, hedge) = Parse(text);

        Assert.Equal(near, RoundingTable.IsNear(quantity, hedge, value, 1));
    }

    [Fact]
    public void Holds_HasOpenEnds()
    {
        Assert.True(RoundingTable.Holds(5, null, null));
        Assert.True(RoundingTable.Holds(5, 5, null));
        Assert.False(RoundingTable.Holds(5, null, 4.9));
    }

    private static bool Holds(string text, double value, bool isLevel)
    {
        var (quantity, hedge) = Parse(text);
        var (low, high) = RoundingTable.Interval(quantity, hedge, isLevel, 1);
        return RoundingTable.Holds(value, low, high);
    }

    private static (Quantity Quantity, HedgeKind Hedge) Parse(string text)
    {
        var tokens = Tokenizer.Read(text);
        var quantity = Assert.Single(QuantityReader.Read(tokens, new bool[tokens.Count]));
        return (quantity, Hedges.Before(tokens, 0, quantity.First, out _));
    }

    private static (double? Low, double? High) Round((double? Low, double? High) interval) => (Math.Round(interval.Low!.Value, 9), Math.Round(interval.High!.Value, 9));
}
