using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>What holds for every index, whatever the market and the companies do.</summary>
public class CalculationPropertyTests
{
    private const int Seeds = 3000;

    [Fact]
    public void RandomIndex_DrawsEveryKindOfEvent()
    {
        var drawn = Enumerable.Range(1, 200).SelectMany(seed => new RandomIndex(new Random(seed)).Plan.Events).Select(happening => happening.GetType()).ToHashSet();
        var all = typeof(IndexEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IndexEvent)) && !type.IsAbstract);
        Assert.Equal("", string.Join(", ", all.Where(type => !drawn.Contains(type)).Select(type => type.Name)));
    }

    [Fact]
    public void BothForms_PublishTheSameDigits() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var divisor = DivisorCalculation.Run(index.Plan, index.Sessions).Value.Levels;
        var chained = ChainedCalculation.Run(index.Plan, index.Sessions).Value;
        Assert.Equal(divisor.Select(Published), chained.Select(Published));
    }, Seeds);

    [Fact]
    public void Events_LeaveTheLevel() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        Assert.All(
            DivisorCalculation.Run(index.Plan, index.Sessions).Value.Audit,
            line => Assert.True(Math.Abs((line.LevelAfter / line.LevelBefore) - 1) < 1e-12, line.Line));
    }, Seeds);

    [Fact]
    public void Audit_JoinsUp() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var history = DivisorCalculation.Run(index.Plan, index.Sessions).Value;
        Assert.All(history.Audit.Zip(history.Audit.Skip(1)), pair => Assert.Equal(pair.First.DivisorAfter, pair.Second.DivisorBefore));
        Assert.Equal(index.Plan.Events.Length, history.Audit.Length);
    });

    [Fact]
    public void Gross_IsNotBelowNet_NorPrice() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        Assert.All(DivisorCalculation.Run(index.Plan, index.Sessions).Value.Levels, level =>
        {
            Assert.True(level.Gross >= level.Net * (1 - 1e-12), $"{level}");
            Assert.True(level.Gross >= level.Price * (1 - 1e-12), $"{level}");
        });
    }, Seeds);

    /// <summary>The tax on a special dividend is all that can take the net return below the price return.</summary>
    [Fact]
    public void Net_IsNotBelowPrice_WithoutSpecialDividends() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var plan = index.Plan with { Events = [.. index.Plan.Events.Where(happening => happening is not SpecialDividend)] };
        Assert.All(DivisorCalculation.Run(plan, index.Sessions).Value.Levels, level => Assert.True(level.Net >= level.Price * (1 - 1e-12), $"{level}"));
    }, Seeds);

    [Fact]
    public void UnitOfMoney_ChangesNothing() => Property.Holds(seeds =>
    {
        var seed = seeds.Next();
        var (plain, cents) = (new RandomIndex(new Random(seed)), new RandomIndex(new Random(seed), 128));
        Assert.Equal(
            DivisorCalculation.Run(plain.Plan, plain.Sessions).Value.Levels.AsEnumerable(),
            DivisorCalculation.Run(cents.Plan, cents.Sessions).Value.Levels.AsEnumerable());
    }, Seeds);

    [Fact]
    public void OrderOfRows_ChangesNothing() => Property.Holds(random =>
    {
        var index = new RandomIndex(random);
        var mixed = Basket.Of(index.Plan.Basket.Currency, index.Plan.Basket.Rule, index.Plan.Basket.Holdings.OrderBy(_ => random.Next())).Value;
        var days = index.Plan.Events.GroupBy(happening => happening.Effective).OrderBy(_ => random.Next()).SelectMany(group => group);
        Assert.Equal(
            DivisorCalculation.Run(index.Plan, index.Sessions).Value.Levels.AsEnumerable(),
            DivisorCalculation.Run(index.Plan with { Basket = mixed, Events = [.. days] }, index.Sessions).Value.Levels.AsEnumerable());
    });

    /// <summary>The stock's own return is drawn first; the close follows from it and the event, worked here without the engine.</summary>
    [Fact]
    public void OneStockAlone_IsThatStock() => Property.Holds(random =>
    {
        var (stock, close, wealth, income) = (new InstrumentId("XTST:1"), 50.0, 1000.0, 1000.0);
        var sessions = new List<ClosingPrices> { ClosingPrices.Of(TwoStocks.Base, [(stock, close)]) };
        var events = new List<IndexEvent>();
        for (var i = 1; i <= 20; i++)
        {
            var (day, paid, ratio) = (TwoStocks.Base.AddDays(i), 0.0, random.Next(2, 6));
            switch (random.Next(7))
            {
                case 0:
                    events.Add(new Split(day, stock, ratio));
                    close /= ratio;
                    break;
                case 1:
                    events.Add(new Consolidation(day, stock, ratio));
                    close *= ratio;
                    break;
                case 2:
                    events.Add(new BonusIssue(day, stock, 1.0 / ratio));
                    close = close * ratio / (ratio + 1);
                    break;
                case 3:
                    var money = close / 2;
                    events.Add(new RightsIssue(day, stock, 1.0 / ratio, money));
                    close = ((ratio * close) + money) / (ratio + 1);
                    break;
                case 4:
                    events.Add(new SpecialDividend(day, stock, close / 10));
                    close -= close / 10;
                    break;
                case 5:
                    paid = close / 20;
                    events.Add(new OrdinaryDividend(day, stock, paid));
                    break;
            }

            var after = close * (0.95 + (0.1 * random.NextDouble()));
            wealth *= after / close;
            income *= (after + paid) / close;
            close = after;
            sessions.Add(ClosingPrices.Of(day, [(stock, close)]));
        }

        foreach (var rule in Enum.GetValues<HoldingRule>())
        {
            var plan = new IndexPlan { Basket = Basket.Of("HKD", rule, [new Holding(stock, 12_345)]).Value, Events = [.. events] };
            var last = DivisorCalculation.Run(plan, sessions).Value.Levels[^1];
            Assert.Equal(1, last.Price / wealth, 10);
            Assert.Equal(1, last.Gross / income, 10);
        }
    });

    private static (DateOnly, decimal, decimal, decimal) Published(IndexLevel level) =>
        (level.Day, LevelRounding.Publish(level.Price, 2), LevelRounding.Publish(level.Gross, 2), LevelRounding.Publish(level.Net, 2));
}
