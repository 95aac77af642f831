using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>What holds for every package and rulebook; that both forms of calculation agree is checked on each.</summary>
public class CalculationPackagePropertyTests
{
    private const int Seeds = 500;

    [Fact]
    public void RandomPackage_DrawsEveryKind()
    {
        var drawn = Enumerable.Range(1, 50).SelectMany(seed => new RandomPackage(new Random(seed)).Drawn).ToHashSet();
        Assert.Equal(15, drawn.Count);
        var events = Enumerable.Range(1, 200).Select(seed => new RandomPackage(new Random(seed)))
            .SelectMany(package => CalculationMarket.Calculate(package.Market().Build(), package.Span, package.Book).Value.Plan.Events).Select(happening => happening.GetType()).ToHashSet();
        var all = typeof(IndexEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IndexEvent)) && !type.IsAbstract && type != typeof(DivisorChange)); // of published divisors alone
        Assert.Equal("", string.Join(", ", all.Where(type => !events.Contains(type)).Select(type => type.Name)));
    }

    [Fact]
    public void BothForms_PublishTheSameDigits() => Property.Holds(random =>
    {
        var package = new RandomPackage(random);
        var options = new CalculationOptions { Currency = random.Next(2) == 0 ? "USD" : null };
        var index = CalculationMarket.Calculate(package.Market().Build(), package.Span, package.Book, options);
        Assert.True(index.HasValue, index.Problem?.ToString());
    }, Seeds);

    [Fact]
    public void OrderOfRows_ChangesNothing() => Property.Holds(random =>
    {
        var package = new RandomPackage(random);
        var (plain, mixed) = (Run(package, package.Market()), Run(package, package.Market(random)));
        Assert.Equal(plain.History.Levels.AsEnumerable(), mixed.History.Levels.AsEnumerable());
        Assert.Equal(plain.History.Audit.Select(line => line.Line), mixed.History.Audit.Select(line => line.Line));
    }, Seeds);

    [Fact]
    public void Members_AddUpToTheMove() => Property.Holds(random =>
    {
        var package = new RandomPackage(random);
        var index = Run(package, package.Market());
        foreach (var session in index.Sessions.Skip(1))
        {
            var move = ExplainedMove.On(index, session.Day).Value;
            Assert.True(Math.Abs(move.Residual) < 1e-9 * move.LevelBefore, $"{session.Day}: {move.Residual}");
            Assert.Equal(1, move.Members.Sum(member => member.Weight.Fraction), 9);
            Assert.All(move.Members, member => Assert.True(member.Return is not { } moved || Math.Abs((member.Weight.Fraction * moved.Fraction * move.LevelBefore) - member.Points) < 1e-9 * move.LevelBefore));
        }
    });

    private static IndexCalculation Run(RandomPackage package, TestMarket market) => CalculationMarket.Calculate(market.Build(), package.Span, package.Book).Value;
}
