using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The kernel against the calculation that goes from day to day, on whatever a seed draws.</summary>
public class KernelPlanTests
{
    private const int Seeds = 3000;

    [Fact]
    public void Run_PublishesTheDigitsOfTheDivisorCalculation() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var expected = DivisorCalculation.Run(index.Plan, index.Sessions).Value;
        var found = PanelCalculation.Run([index.Plan], index.Sessions)[0].Value;
        Assert.Equal(expected.Levels.Select(Published), found.Levels.Select(Published));
        Assert.Equal(expected.Audit.Select(line => line.Line), found.Audit.Select(line => line.Line));
        Assert.Equal(expected.Last.Divisor, found.Last.Divisor);
    }, Seeds);

    [Fact]
    public void Run_IsWithinTheStatedBound() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var expected = DivisorCalculation.Run(index.Plan, index.Sessions).Value.Levels;
        var found = PanelCalculation.Run([index.Plan], index.Sessions)[0].Value.Levels;

        // Up to 17 members: one rounding each, and one each for the product of shares and float, the rate and the division on both sides.
        Assert.All(expected.Zip(found), pair => Assert.InRange((pair.Second.Price / pair.First.Price) - 1, -24 * 1.2e-16, 24 * 1.2e-16));
    }, Seeds);

    [Fact]
    public void Run_PublishesTheDigitsOfTheChainedCalculation() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var expected = ChainedCalculation.Run(index.Plan, index.Sessions).Value;
        Assert.Equal(expected.Select(Published), PanelCalculation.Run([index.Plan], index.Sessions)[0].Value.Levels.Select(Published));
    });

    [Fact]
    public void Run_OfManyPlans_IsEachByItself() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var other = index.Plan with { BaseLevel = 12, Events = [.. index.Plan.Events.Take(1)] };
        var together = PanelCalculation.Run([index.Plan, other, index.Plan], index.Sessions, 2);
        Assert.Equal(PanelCalculation.Run([index.Plan], index.Sessions, 1)[0].Value.Levels.AsEnumerable(), together[2].Value.Levels.AsEnumerable());
        Assert.Equal(Said(DivisorCalculation.Run(other, index.Sessions)), Said(together[1]));
    });

    [Fact]
    public void Run_MeetsTheSameProblem() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var sessions = index.Sessions.ToArray();
        var broken = random.Next(sessions.Length);
        var day = sessions[broken].Day;
        sessions[broken] = random.Next(3) switch
        {
            0 => ClosingPrices.Of(day, index.Plan.Basket.Holdings.Skip(1).Where(holding => sessions[broken].TryGetPrice(holding.Instrument, out _)).Select(holding => (holding.Instrument, 10.0)), [("USD", 7.8), ("CNY", 1.1)]),
            1 => ClosingPrices.Of(day, index.Plan.Basket.Holdings.Select(holding => (holding.Instrument, 10.0))),
            _ => ClosingPrices.Of(day, [], [("USD", 7.8), ("CNY", 1.1)]),
        };
        Assert.Equal(Said(DivisorCalculation.Run(index.Plan, sessions)), Said(PanelCalculation.Run([index.Plan], sessions)[0]));
    }, 1000);

    [Fact]
    public void Run_OfNoSessions_IsAProblem() =>
        Assert.Equal("There are no sessions; the first is the base day.", PanelCalculation.Run([new RandomIndex(new Random(1)).Plan], [])[0].Problem!.Message);

    private static string Said(Answer<IndexHistory> answer) => answer.HasValue ? string.Join(' ', answer.Value.Levels.Select(Published)) : answer.Problem.Message;

    private static (DateOnly, decimal, decimal, decimal) Published(IndexLevel level) =>
        (level.Day, LevelRounding.Publish(level.Price, 2), LevelRounding.Publish(level.Gross, 2), LevelRounding.Publish(level.Net, 2));
}
