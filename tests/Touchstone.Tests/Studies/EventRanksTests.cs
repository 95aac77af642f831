using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class EventRanksTests
{
    /// <summary>Ties, missing days, values that differ in their last bit, and outliers that leave all others in one narrow place.</summary>
    [Fact]
    public void Sort_RanksAsCountingDoes() => Property.Holds(random =>
    {
        var scale = Math.Pow(10, random.Next(-8, 3));
        var residuals = Enumerable.Range(0, random.Next(3, 300)).Select(_ => random.Next(8) switch
        {
            0 => double.NaN,
            1 => -0.0,
            2 => random.Next(-3, 4) * scale,
            3 => Math.BitIncrement(scale),
            4 => random.NextDouble() * 1e6,
            _ => (random.NextDouble() - 0.5) * scale,
        }).Append(1.0).ToArray();
        var there = residuals.Where(double.IsFinite).ToArray();
        var ranks = new EventRanks(residuals.Length);
        ranks.Sort(Fit([.. residuals.Select(_ => 0.5)], 0.1));
        ranks.Sort(Fit(residuals, Math.Sqrt(there.Average(value => value * value))));

        Assert.Equal(there.Order(), ranks.Sorted.ToArray());
        Assert.Equal(residuals.Select(value => double.IsNaN(value) ? 0 : there.Count(other => other < value) + ((there.Count(other => other == value) + 1) / 2.0)), ranks.Ranks.ToArray());
        Assert.Equal((there.Count(other => other < 0), there.Count(other => other == 0)), ranks.Place(0));
    });

    private static EventFit Fit(double[] residuals, double deviation) => new()
    {
        Source = new EventReturns { Event = new EventKey("S", new DateOnly(2024, 1, 2)), Returns = residuals },
        Window = new EventWindow(0, 0),
        Used = residuals.Count(double.IsFinite),
        Freedom = residuals.Length,
        Coefficients = [],
        Deviation = deviation,
        Residuals = residuals,
        ResidualDeviation = deviation,
        Abnormal = [0],
        Multiples = [1],
        Leverages = [],
    };
}
