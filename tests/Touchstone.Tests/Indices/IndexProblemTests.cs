using Touchstone.Indices;
using static Touchstone.Tests.Indices.TwoStocks;

namespace Touchstone.Tests.Indices;

/// <summary>Where there is no number there is a sentence.</summary>
public class IndexProblemTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_RefusesADivisorThatIsNotAboveZero(double divisor) => Assert.Equal(ProblemKind.Invalid, IndexState.Of(Held(), divisor).Problem!.Kind);

    [Fact]
    public void LevelAt_NamesEveryMemberWithoutAClose()
    {
        var problem = Index().LevelAt(ClosingPrices.Of(Next, [])).Problem!;
        Assert.Equal((ProblemKind.NoData, "No close on 2025-03-04 for 2 of 2 members: XTST:A, XTST:B."), (problem.Kind, problem.Message));
    }

    [Fact]
    public void LevelAt_NamesTheCurrencyWithoutARate()
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(A, 1, currency: "USD")]).Value;
        var problem = IndexState.Of(basket, 1).Value.LevelAt(Closes).Problem!;
        Assert.Equal((ProblemKind.NoData, "No rate of USD in HKD on 2025-03-03; XTST:A is priced in it."), (problem.Kind, problem.Message));
    }

    [Fact]
    public void Of_RefusesAMemberTwice() => Assert.Equal(
        "XTST:A is a member twice; a basket holds each member once.",
        Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(A, 1), new Holding(B, 1), new Holding(A, 2)]).Problem!.Message);

    public static TheoryData<string> Misfits => [.. Events.Keys];

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Apply_RefusesAnEventThatDoesNotFit(string name) => Assert.Equal(ProblemKind.Invalid, Index().Apply(Events[name], Closes.With(C, 10)).Problem!.Kind);

    [Fact]
    public void Apply_NamesTheUnknownMember() => Assert.Equal(
        "XTST:C leaves at its last close. But XTST:C is no member before 2025-03-04.",
        Index().Apply(new Deletion(Next, C), Closes).Problem!.Message);

    [Fact]
    public void Apply_RefusesAnEmptyIndex()
    {
        var index = Index().Apply(new Deletion(Next, A), Closes).Value;
        Assert.Equal(ProblemKind.Undefined, index.After.Apply(new Deletion(Next, B), Closes).Problem!.Kind);
    }

    [Fact]
    public void Apply_NeedsTheCloseOfANewMember() => Assert.Equal(ProblemKind.NoData, Index().Apply(new Addition(Next, new Holding(C, 1)), Closes).Problem!.Kind);

    [Fact]
    public void Run_RefusesAnEventOnTheBaseDay() => BothRefuse(ProblemKind.Invalid, [new Split(Base, A, 2)], [Closes, On(Next, 1, 1)]);

    [Fact]
    public void Run_RefusesSessionsOutOfOrder() => BothRefuse(ProblemKind.Invalid, [], [Closes, Closes]);

    [Fact]
    public void Run_NeedsASession() => BothRefuse(ProblemKind.NoData, [], []);

    [Fact]
    public void Run_NeedsEveryClose() => BothRefuse(ProblemKind.NoData, [], [Closes, ClosingPrices.Of(Next, [(A, 1)])]);

    [Fact]
    public void Run_NeedsTheRateOfADividend() => BothRefuse(ProblemKind.NoData, [new OrdinaryDividend(Next, A, 1, "USD")], [Closes, On(Next, 100, 50)]);

    [Fact]
    public void Run_RefusesADividendOfAStranger() => BothRefuse(ProblemKind.Invalid, [new OrdinaryDividend(Next, C, 1)], [Closes, On(Next, 100, 50)]);

    [Fact]
    public void Run_StopsWhenEverythingIsWorthless() => BothRefuse(ProblemKind.Undefined, [], [Closes, On(Next, 0, 0), On(Third, 1, 1)]);

    [Fact]
    public void Run_GivesNoLevelThatIsNoNumber() => BothRefuse(ProblemKind.Undefined, [], [Closes, On(Next, 1e308, 1e308)]);

    [Fact]
    public void Apply_GivesNoSharesThatAreNoNumber()
    {
        var index = Index().Apply(new Split(Next, A, 1e300), Closes.With(A, 1)).Value;
        Assert.Equal(ProblemKind.Invalid, index.After.Apply(new Split(Next, A, 1e300), Closes.With(A, 1)).Problem!.Kind);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void Run_RefusesATaxOutOfRange(double fraction)
    {
        var plan = new IndexPlan { Basket = Held(), Withholding = Percent.FromFraction(fraction) };
        Assert.Equal(ProblemKind.Invalid, DivisorCalculation.Run(plan, [Closes]).Problem!.Kind);
    }

    [Fact]
    public void ClosingPrices_RefuseWhatIsNoPrice() => Assert.Throws<ArgumentOutOfRangeException>(() => ClosingPrices.Of(Base, [(A, double.NaN)]));

    [Fact]
    public void ClosingPrices_RefuseTwoClosesOfOne() => Assert.Throws<ArgumentException>(() => ClosingPrices.Of(Base, [(A, 1), (A, 2)]));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1.2, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, double.NaN)]
    public void Holding_RefusesWhatIsNoHolding(double shares, double freeFloat, double cap) => Assert.Throws<ArgumentOutOfRangeException>(() => new Holding(A, shares, freeFloat, cap));

    private static readonly Dictionary<string, IndexEvent> Events = new(StringComparer.Ordinal)
    {
        ["addition of a member"] = new Addition(Next, new Holding(A, 1)),
        ["deletion of a stranger"] = new Deletion(Next, C),
        ["swap of a stranger"] = new Swap(Next, C, new Holding(A, 1)),
        ["swap into a member"] = new Swap(Next, A, new Holding(B, 1)),
        ["share change of a stranger"] = new ShareChange(Next, C, 1),
        ["float change of a stranger"] = new FloatChange(Next, C, 1),
        ["split of a stranger"] = new Split(Next, C, 2),
        ["special dividend of the whole price"] = new SpecialDividend(Next, A, 100),
        ["spin-off of a stranger"] = new SpinOff(Next, C, B, 1),
        ["spin-off of a member"] = new SpinOff(Next, A, B, 1),
        ["spin-off worth more than the parent"] = new SpinOff(Next, A, C, 2, 50),
        ["purchase of a stranger"] = new CashMerger(Next, C),
        ["purchase by a stranger"] = new StockMerger(Next, A, C, 1),
        ["suspension of a stranger"] = new Suspension(Next, C),
        ["resumption of a trading member"] = new Resumption(Next, A),
        ["delisting of a stranger"] = new Delisting(Next, C, 1),
        ["review with a member twice"] = new Review(Next, [new Holding(A, 1), new Holding(A, 1)]),
    };

    private static void BothRefuse(ProblemKind kind, IndexEvent[] events, ClosingPrices[] sessions)
    {
        var plan = new IndexPlan { Basket = Held(), Events = [.. events] };
        Assert.Equal((kind, kind), (DivisorCalculation.Run(plan, sessions).Problem!.Kind, ChainedCalculation.Run(plan, sessions).Problem!.Kind));
    }
}
