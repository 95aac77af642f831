using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>The engine of superlatives against the plain definitions, number by number.</summary>
public class SuperlativeTests
{
    [Fact]
    public void Rank_IsOnePlusThoseBeyond() => Property.Holds(random =>
    {
        var (values, sign) = Draw(random);
        var own = values[^1];

        Assert.Equal(1 + values.Count(value => sign > 0 ? value > own : value < own), Superlative.Rank(values, own, sign));
    });

    [Fact]
    public void Previous_IsTheLastEarlierOneAtOrBeyond() => Property.Holds(random =>
    {
        var (values, sign) = Draw(random);

        var expected = Enumerable.Range(0, values.Length).Select(row => Array.FindLastIndex(values, Math.Max(row - 1, 0), row, earlier => sign > 0 ? earlier >= values[row] : earlier <= values[row]));
        Assert.Equal(expected, Superlative.Previous(values, sign));
    });

    [Fact]
    public void RunStart_CountsMovesOfOneSign() => Property.Holds(random =>
    {
        var (values, _) = Draw(random);
        var last = values.Length - 1;
        var length = values[last] == 0 ? 1 : values.Reverse().TakeWhile(value => Math.Sign(value) == Math.Sign(values[last])).Count();

        Assert.Equal(last - length + 1, Superlative.RunStart(values, last, 0));
        Assert.Equal(Math.Max(last - length + 1, Math.Min(2, last)), Superlative.RunStart(values, last, Math.Min(2, last)));
    });

    [Fact]
    public void Previous_OfNothing_IsNothing() => Assert.Empty(Superlative.Previous([], 1));

    /// <summary>First since the day after the last as good one, and not since that day: rank and best-since say the same.</summary>
    [Fact]
    public void BestSince_AgreesWithRank() => Property.Holds(
        random =>
        {
            var market = Walk(random);
            foreach (var (period, order) in new[] { ("day", "best"), ("day", "worst"), ("last-week", "best"), ("last-month", "worst") })
            {
                var answer = market.Ask($"best-since(I, {period}, {order})");
                var earlier = answer.Working.Steps.FirstOrDefault(step => step.Name == "return then") is { } step ? TestMarket.Day(step.Formula[^10..]) : (DateOnly?)null;

                Assert.Equal(1, market.Value($"rank(I, {period}{(earlier is { } day ? $", since={day.AddDays(1):yyyy-MM-dd}" : "")}, order={order})"));
                Assert.True(earlier is null || market.Value($"rank(I, {period}, since={earlier:yyyy-MM-dd}, order={order})") == 2);
            }
        },
        40);

    [Fact]
    public void BestSince_OfTheBestInTheData_SaysThatItMayBeLonger()
    {
        var market = new TestMarket().Index("I").Closes("I", ("2025-01-06", 100), ("2025-01-07", 101), ("2025-01-08", 103)).Build();

        Assert.Contains(market.Ask("best-since(I, day)").Working.Conventions, sentence => sentence.Contains("best day in the data, which begin on 2025-01-06", StringComparison.Ordinal));
    }

    private static Touchstone.Data.Market Walk(Random random)
    {
        var (rows, level) = (new List<(string, double)>(), 1000.0);
        for (var day = TestMarket.Day("2024-06-03"); day <= TestMarket.Day("2024-12-20"); day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                rows.Add(($"{day:yyyy-MM-dd}", level *= 1 + ((random.NextDouble() - 0.5) * 0.04)));
            }
        }

        return new TestMarket().Index("I").Closes("I", [.. rows]).Build();
    }

    private static (double[] Values, int Sign) Draw(Random random) =>
        ([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (double)random.Next(-4, 5))], random.Next(2) == 0 ? 1 : -1);
}
