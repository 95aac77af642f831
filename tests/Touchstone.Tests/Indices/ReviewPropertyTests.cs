using System.Collections.Immutable;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>What holds for every review of a random universe by random rules.</summary>
public class ReviewPropertyTests
{
    [Fact]
    public void Draws_CanMostlyBeReviewed() => Assert.InRange(Enumerable.Range(1, 200).Count(seed => new RandomReview(new Random(seed)).Run().HasValue), 150, 200);

    [Fact]
    public void Draws_KeepSomeByBuffer() =>
        Assert.InRange(Enumerable.Range(1, 200).Count(seed => new RandomReview(new Random(seed)).Run().TryValue(out var result) && result.Stocks.Any(stock => stock.Decision == ReviewDecision.KeptByBuffer)), 30, 200);

    [Fact]
    public void Count_IsRestored() => Hold((draw, result) =>
    {
        var ranked = result.Stocks.Where(stock => stock.Rank is not null).Select(stock => stock.Rank).Distinct().Count();
        var held = result.Stocks.Where(stock => stock.Weight is not null).Select(stock => stock.Rank).Distinct().Count();

        // Members below the buffer leave for certain, so a small field can fall short; newcomers alone fill it up.
        var leave = result.Stocks.Where(stock => stock is { Rank: not null, Decision: ReviewDecision.Leaves }).Select(stock => stock.Rank).Distinct().Count();
        Assert.InRange(held, Math.Min(draw.Count, ranked - leave), draw.Count);
    });

    [Fact]
    public void Buffers_AreHonoured() => Hold((draw, result) =>
    {
        var (enter, stay) = (draw.Version.Selection.EnterWithin ?? 0, draw.Version.Selection.StayWithin ?? draw.Count);
        var units = result.Stocks.Where(stock => stock.Rank is not null).GroupBy(stock => stock.Rank!.Value)
            .Select(unit => (Rank: unit.Key, IsMember: unit.Any(stock => draw.Before.Members.Contains(stock.Instrument)), IsHeld: unit.All(stock => stock.Weight is not null))).ToArray();
        Assert.All(units.Where(unit => !unit.IsMember && unit.Rank <= enter), unit => Assert.True(unit.IsHeld));
        Assert.All(units.Where(unit => unit.IsMember && unit.Rank > stay), unit => Assert.False(unit.IsHeld));

        // A member within the buffer leaves only when all places are taken, and by better members or by newcomers that join for certain.
        var held = units.Where(unit => unit.IsHeld).ToArray();
        foreach (var left in units.Where(unit => unit.IsMember && unit.Rank <= stay && !unit.IsHeld))
        {
            Assert.Equal(draw.Count, held.Length);
            Assert.All(held, unit => Assert.True(unit.Rank < left.Rank || (!unit.IsMember && unit.Rank <= enter)));
        }
    });

    [Fact]
    public void Screens_LetNobodyThrough() => Hold((draw, result) => Assert.All(result.Holdings, holding => Assert.False(draw.IsBarred(holding.Instrument))));

    [Fact]
    public void Weights_SumToOneAndKeepTheCap() => Hold((draw, result) =>
    {
        var held = result.Stocks.Where(stock => stock.Weight is not null).ToArray();
        Assert.Equal(1, held.Sum(stock => stock.Weight!.Value.Fraction), 12);
        Assert.Equal(1, held.Sum(stock => stock.Uncapped!.Value.Fraction), 12);
        Assert.All(held.GroupBy(stock => draw.CompanyOf(stock.Instrument)), company => Assert.InRange(company.Sum(stock => stock.Weight!.Value.Fraction), 0, draw.Cap.Fraction * (1 + 1e-11)));
        Assert.All(held.GroupBy(stock => draw.CompanyOf(stock.Instrument)), company => Assert.Single(company.Select(stock => stock.Factor).Distinct()));
        Assert.Equal(1, held.Max(stock => stock.Factor));
    });

    [Fact]
    public void OrderOfRowsAndUnitOfPrices_ChangeNothing() => Property.Holds(random =>
    {
        var draw = new RandomReview(random);
        Assert.Equal(Told(draw.Run()), Told(draw.Run(shuffled: random)));
        if (draw.Run().TryValue(out var plain))
        {
            var scaled = draw.Run(unit: 1024).Value;
            Assert.Equal(plain.Holdings.AsEnumerable(), scaled.Holdings.AsEnumerable());
            Assert.Equal(plain.Stocks.Select(stock => (stock.Instrument, stock.Decision, stock.Rank, stock.Weight)), scaled.Stocks.Select(stock => (stock.Instrument, stock.Decision, stock.Rank, stock.Weight)));
        }
    });

    [Fact]
    public void ASecondReviewOfTheSameData_ChangesNothing() => Hold((draw, result) =>
    {
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, result.Holdings).Value;
        var again = draw.Run(MembersBefore.Of(basket)).Value;
        Assert.Equal(result.Holdings.AsEnumerable(), again.Holdings.AsEnumerable());
        Assert.Equal(0, again.Turnover!.Value.Fraction, 12);
        Assert.DoesNotContain(again.Stocks, stock => stock.Decision is ReviewDecision.Joins or ReviewDecision.Leaves);
    });

    [Fact]
    public void EveryStock_HasAReasonAndStandsInOrder() => Hold((draw, result) =>
    {
        Assert.All(result.Stocks, stock => Assert.EndsWith(".", stock.Reason, StringComparison.Ordinal));
        Assert.Equal(result.Stocks.Length, result.Stocks.Select(stock => stock.Instrument).Distinct().Count());
        var places = result.Stocks.Select(stock => (stock.Weight is not null ? 0 : stock.Rank is not null ? 1 : 2, stock.Rank ?? 0, stock.Instrument)).ToArray();
        Assert.Equal(places.Order(), places);
        Assert.Equal(result.Holdings.Select(holding => holding.Instrument), result.Stocks.Where(stock => stock.Weight is not null).Select(stock => stock.Instrument).Order());
    });

    private static string Told(Answer<ReviewResult> review) => review.HasValue
        ? string.Join('\n', review.Value.Stocks.Select(stock => stock.ToString()).Concat(review.Value.Holdings.Select(holding => holding.ToString())))
        : review.Problem.Message;

    private static void Hold(Action<RandomReview, ReviewResult> check) => Property.Holds(random =>
    {
        var draw = new RandomReview(random);
        if (draw.Run().TryValue(out var result))
        {
            check(draw, result);
        }
    });
}
