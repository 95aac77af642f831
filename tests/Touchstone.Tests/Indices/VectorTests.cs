using System.Collections.Immutable;
using System.Text.Json;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.TwoStocks;

namespace Touchstone.Tests.Indices;

/// <summary>Every sourced vector of the shared file, read from it and put to the engine. A vector without a case here fails.</summary>
public partial class VectorTests
{
    private static readonly Dictionary<string, Action<JsonElement, JsonElement, double>> Cases = new(StringComparer.Ordinal)
    {
        ["div-001"] = Divisor,
        ["ca-rights-001"] = TheoreticalPrice,
        ["ca-rights-002"] = RightsOnMarketValue,
        ["ca-rights-003"] = RightsOnFixedWeight,
        ["ca-rights-004"] = FactorByCumPrice,
        ["ca-rights-005-94"] = FactorByExPrice,
        ["ca-rights-005-95"] = FactorByExPrice,
        ["ca-rights-006"] = FactorOutOfTheMoney,
        ["ca-cn-001"] = MainlandReferencePrice,
        ["ca-split-001"] = SplitKeepsTheDivisor,
        ["ca-bonus-001"] = BonusKeepsTheDivisor,
        ["ca-spdiv-001"] = SpecialDividendLowersTheDivisor,
        ["ca-div-001"] = DividendReturns,
        ["tr-001"] = TotalReturnChain,
        ["ca-member-001"] = SwapMovesTheDivisor,
        ["ca-spin-001"] = SpinOffAtZero,
        ["ca-shares-001"] = ShareChangeMovesTheDivisor,
        ["ca-suspend-001"] = SuspendedAtLastPrice,
        ["ca-delist-001"] = WorthlessDelisting,
        ["fx-001"] = DollarVersion,
        ["pw-001"] = PriceWeightedLevel,
        ["pw-002"] = PointsPerDollar,
        ["pw-003"] = PriceWeightedSplit,
        ["pw-004"] = PriceWeightedSwap,
        ["cap-001"] = IndividualLimits,
        ["cap-002"] = IndividualLimits,
        ["cap-003"] = IndividualLimits,
        ["cap-004"] = IndividualLimits,
        ["cap-005"] = IndividualLimits,
        ["cap-101"] = SingleLimit,
        ["cap-102"] = SingleThenTop,
        ["cap-103"] = ThresholdSum,
        ["cap-104"] = TopToTarget,
        ["cap-105"] = Infeasible,
        ["cap-106"] = SingleLimit,
        ["cap-107"] = SingleLimit,
        ["ew-001"] = EqualWeight,
        ["float-001"] = (inputs, expected, tolerance) => Banding(inputs, expected, tolerance, OlderBands),
        ["float-002"] = (inputs, expected, tolerance) => Banding(inputs, expected, tolerance, NewerBands),
        ["float-003"] = PhasedIn,
        ["contrib-001"] = ImpliedWeight,
    };

    public static TheoryData<VectorName> Names => [.. VectorFile.Sourced.Select(vector => new VectorName(vector.Text("id"), vector.Text("source")))];

    [SharedTheory]
    [MemberData(nameof(Names))]
    public void Vector_IsReached(VectorName name)
    {
        var vector = VectorFile.Find(name.id);
        Assert.True(Cases.TryGetValue(name.id, out var check), $"{name} has no case.");
        check(vector.At("inputs"), vector.At("expected"), vector.TryGetProperty("tolerance", out var tolerance) ? tolerance.GetDouble() : 1e-9);
    }

    private static void Divisor(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var holdings = new[] { "A", "B" }.Select(name => (Name: new InstrumentId(name), Stock: inputs.At(name))).ToArray();
        var closes = ClosingPrices.Of(Base, holdings.Select(pair => (pair.Name, pair.Stock.Number("price"))));
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, holdings.Select(pair => new Holding(pair.Name, pair.Stock.Number("shares"), pair.Stock.Number("float"), pair.Stock.Number("cap")))).Value;
        var state = IndexState.Start(basket, closes, inputs.Number("baseValue")).Value;
        Near(expected.Number("marketValue"), basket.ValueAt(closes).Value, tolerance);
        Near(expected.Number("divisor"), state.Divisor, tolerance);
        Near(expected.Number("level"), state.LevelAt(closes).Value, tolerance);
    }

    private static void TheoreticalPrice(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var cum = inputs.Number("cum");
        var price = Rights(inputs, HoldingRule.FollowShares).Closes.PriceOf(A);
        Near(expected.Number("terp"), price, tolerance);
        Near(expected.Number("priceFallPct"), (1 - (price / cum)) * 100, tolerance);
    }

    private static void RightsOnMarketValue(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Rights(VectorFile.Find(inputs.Text("event")).At("inputs"), HoldingRule.FollowShares);
        Near(expected.Number("marketValueAfter"), change.MarketValueAfter, tolerance);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
        Near(expected.Number("levelBefore"), change.LevelBefore, tolerance);
        Near(expected.Number("levelAfter"), change.LevelAfter, tolerance);
    }

    private static void RightsOnFixedWeight(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Rights(VectorFile.Find("ca-rights-001").At("inputs"), HoldingRule.KeepWeight);
        Near(inputs.Number("terp"), change.Closes.PriceOf(A), tolerance);
        Assert.Equal(expected.Number("indexSharesAfter"), change.After.Basket.Find(A)!.Shares, tolerance: 1e-6);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
    }

    private static void SplitKeepsTheDivisor(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Apply(new Split(Next, A, inputs.Number("ratioNewPerOld")));
        Near(expected.Number("levelAfter"), change.LevelAfter, tolerance);
        AfterIs(change, expected, tolerance);
    }

    private static void BonusKeepsTheDivisor(JsonElement inputs, JsonElement expected, double tolerance) =>
        AfterIs(Apply(new BonusIssue(Next, A, inputs.Number("bonusPerShare"))), expected, tolerance);

    private static void SpecialDividendLowersTheDivisor(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Apply(new SpecialDividend(Next, A, inputs.Number("dividend")));
        Near(expected.Number("adjustedPrice"), change.Closes.PriceOf(A), tolerance);
        Near(expected.Number("marketValueAfter"), change.MarketValueAfter, tolerance);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
        Near(expected.Number("levelAfter"), change.LevelAfter, tolerance);
    }

    private static void DividendReturns(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var history = Run(
            [Closes, On(Next, inputs.Number("exClose"), 50)], Percent.FromFraction(inputs.Number("withholding")), new OrdinaryDividend(Next, A, inputs.Number("dividend")));
        var level = history.Levels[^1];
        Near(expected.Number("priceIndex"), level.Price, tolerance);
        Near(expected.Number("grossTR"), level.Gross, tolerance);
        Near(expected.Number("netTR"), level.Net, tolerance);
        Near(expected.Number("indexDividendPoints"), level.Gross - level.Price, tolerance); // the first day: total return and price index start together
        Near(expected.Number("netDividendPoints"), level.Net - level.Price, tolerance);
    }

    private static void TotalReturnChain(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (levels, points, stock) = (inputs.Numbers("priceIndex"), inputs.Numbers("dividendPoints"), new InstrumentId("ALONE"));
        var sessions = levels.Select((level, i) => ClosingPrices.Of(Base.AddDays(i), [(stock, level)])).ToArray();
        var plan = new IndexPlan
        {
            Basket = Basket.Of("HKD", HoldingRule.FollowShares, [new Holding(stock, 1)]).Value, // the index is its one stock: points are cash
            BaseLevel = inputs.Number("trStart"),
            Events = [.. points.Select((cash, i) => (cash, i)).Where(pair => pair.cash > 0).Select(pair => new OrdinaryDividend(Base.AddDays(pair.i), stock, pair.cash))],
        };
        Near(expected.Number("trEnd"), DivisorCalculation.Run(plan, sessions).Value.Levels[^1].Gross, tolerance);
    }

    private static void SwapMovesTheDivisor(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var joining = inputs.At("add").At("C");
        var change = Index().Apply(new Swap(Next, B, new Holding(C, joining.Number("shares"))), Closes.With(C, joining.Number("price"))).Value;
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
        Near(expected.Number("levelBefore"), change.LevelBefore, tolerance);
        Near(expected.Number("levelAfter"), change.LevelAfter, tolerance);
    }

    private static void SpinOffAtZero(JsonElement inputs, JsonElement expected, double tolerance)
    {
        ClosingPrices[] sessions = [Closes, On(Next, inputs.Number("parentClose"), 50).With(C, inputs.Number("spinClose")), On(Third, inputs.Number("parentClose"), 50)];
        var history = Run(sessions, default, new SpinOff(Next, A, C, inputs.Number("spinShares") / 1_000_000), new Deletion(Third, C));
        Near(expected.Number("levelOnExDate"), history.Levels[1].Price, tolerance);
        Near(expected.Number("divisorDuring"), history.Audit[0].DivisorAfter, tolerance);
        Near(expected.Number("divisorAfterRemovingSpin"), history.Audit[1].DivisorAfter, tolerance);
        Near(expected.Number("levelAfterRemoval"), history.Audit[1].LevelAfter, tolerance);
    }

    private static void ShareChangeMovesTheDivisor(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Apply(new ShareChange(Next, A, 1_000_000 * inputs.Number("shareFactor")));
        Near(expected.Number("marketValueAfter"), change.MarketValueAfter, tolerance);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
        Near(expected.Number("levelAfter"), change.LevelAfter, tolerance);
    }

    private static void SuspendedAtLastPrice(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var today = ClosingPrices.Of(Next, [(A, inputs.Number("A"))]);
        Near(expected.Number("level"), Run([Closes, today], default, new Suspension(Next, B)).Levels[^1].Price, tolerance);
    }

    private static void WorthlessDelisting(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var change = Apply(new Delisting(Next, B, inputs.Number("finalPrice")));
        Near(expected.Number("levelAtDeletion"), change.LevelBefore, tolerance);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
    }

    private static void DollarVersion(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (levels, rates) = (inputs.Numbers("localLevels"), inputs.Numbers("usdPerLocal"));
        var basket = Basket.Of("USD", HoldingRule.FollowShares, [new Holding(A, 1, currency: "HKD")]).Value;
        var sessions = levels.Select((level, i) => ClosingPrices.Of(Base.AddDays(i), [(A, level)], [("HKD", rates[i])])).ToArray();
        var history = DivisorCalculation.Run(new IndexPlan { Basket = basket, BaseLevel = inputs.Number("base") }, sessions).Value;
        Assert.All(expected.Numbers("usdLevels").Zip(history.Levels), pair => Near(pair.First, pair.Second.Price, tolerance));
    }

    private static void PriceWeightedLevel(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var closes = ClosingPrices.Of(Base, [(A, inputs.Number("sumPrices"))]);
        var level = IndexState.Of(Units(A), inputs.Number("divisor")).Value.LevelAt(closes).Value;
        Assert.Equal(expected.Number("level"), level, tolerance);
    }

    private static void PointsPerDollar(JsonElement inputs, JsonElement expected, double tolerance)
    {
        double Points(string divisor)
        {
            var index = IndexState.Of(Units(A), inputs.Number(divisor)).Value;
            return index.LevelAt(ClosingPrices.Of(Next, [(A, 101)])).Value - index.LevelAt(ClosingPrices.Of(Base, [(A, 100)])).Value;
        }

        Assert.Equal(expected.Number("pointsPerDollarOld"), Points("divisorOld"), tolerance);
        Assert.Equal(expected.Number("pointsPerDollarNew"), Points("divisorNew"), tolerance);
    }

    private static void PriceWeightedSplit(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var after = inputs.Numbers("pricesAfter");
        var names = after.Select((_, i) => new InstrumentId($"N{i}")).ToArray();

        // The vector gives the prices after a split and the level before it: a split 2 for 1 of the first name, taken back.
        var closes = ClosingPrices.Of(Base, names.Select((name, i) => (name, i == 0 ? after[i] * 2 : after[i])));
        var index = IndexState.Start(Units(names), closes, inputs.Number("level")).Value;
        var change = index.Apply(new Split(Next, names[0], 2), closes).Value;
        Near(inputs.Number("level"), change.LevelAfter, tolerance);
        Near(expected.Number("divisorNew"), change.DivisorAfter, tolerance);
    }

    private static void PriceWeightedSwap(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (removed, added, rest) = (inputs.Numbers("removed"), inputs.Numbers("added"), new InstrumentId("REST"));
        InstrumentId[] leaving = [.. removed.Select((_, i) => new InstrumentId($"OUT{i}"))], joining = [.. added.Select((_, i) => new InstrumentId($"IN{i}"))];
        var closes = ClosingPrices.Of(Base, [(rest, inputs.Number("sumOld") - removed.Sum()), .. leaving.Zip(removed), .. joining.Zip(added)]);
        var index = IndexState.Of(Units([rest, .. leaving]), inputs.Number("divisorOld")).Value;
        Near(expected.Number("level"), index.LevelAt(closes).Value, tolerance);
        for (var i = 0; i < leaving.Length; i++)
        {
            index = index.Apply(new Swap(Next, leaving[i], new Holding(joining[i], 1)), closes).Value.After;
        }

        Near(expected.Number("divisorNew"), index.Divisor, tolerance);
        Near(expected.Number("levelAfter"), index.LevelAt(closes).Value, tolerance);
    }

    private static void FactorByCumPrice(JsonElement inputs, JsonElement expected, double tolerance) => Near(
        expected.Number("paf"), RightsFactor.ByCumPrice(inputs.Number("cum"), inputs.Number("sharesBefore"), inputs.Number("sharesIssued"), inputs.Number("subscription")).Value, tolerance);

    private static void FactorByExPrice(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var factor = RightsFactor.ByExPrice(inputs.Number("cum"), inputs.Number("exPrice"), inputs.Number("sharesBefore"), inputs.Number("sharesIssued"), inputs.Number("subscription"));
        Near(expected.Number("paf"), factor.Value, tolerance);
        Near(expected.Number("theoreticalCum"), factor.Working.Steps[0].Value, tolerance);
    }

    private static void FactorOutOfTheMoney(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (cum, subscription) = (inputs.Number("cum"), inputs.Number("subscription"));
        Near(expected.Number("paf"), RightsFactor.ByCumPrice(cum, 4, 1, subscription).Value, tolerance);
        Near(expected.Number("paf"), RightsFactor.ByExPrice(cum, cum, 4, 1, subscription).Value, tolerance);
    }

    private static void MainlandReferencePrice(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (close, cash, bonus, rights, subscription) = (
            inputs.Number("prevClose"), inputs.Number("cashDividend"), inputs.Number("bonus"), inputs.Number("rights"), inputs.Number("rightsPrice"));
        Near(expected.Number("referenceTotalReturn"), ReferencePrice.TotalReturn(close, cash, bonus, rights, subscription).Value, tolerance);
        Near(expected.Number("referencePriceReturn"), ReferencePrice.PriceReturn(close, cash, bonus, rights, subscription).Value, tolerance);
    }

    private static ImmutableArray<FloatBand> OlderBands { get; } =
        [new(Percent.FromPoints(10)), new(Percent.FromPoints(80), RoundUpTo: Percent.FromPoints(10)), new(Percent.FromPoints(100), Percent.FromPoints(100))];

    private static ImmutableArray<FloatBand> NewerBands { get; } =
        [new(Percent.FromPoints(15), RoundUpTo: Percent.FromPoints(1)), new(Percent.FromPoints(20), Percent.FromPoints(20)), new(Percent.FromPoints(80), RoundUpTo: Percent.FromPoints(10)), new(Percent.FromPoints(100), Percent.FromPoints(100))];

    private static void Banding(JsonElement inputs, JsonElement expected, double tolerance, ImmutableArray<FloatBand> bands) => Assert.All(
        inputs.Numbers("freeFloat").Zip(expected.Numbers("inclusion")), pair => Near(pair.Second, FloatBands.Inclusion(Percent.FromFraction(pair.First), bands).Fraction, tolerance));

    private static void PhasedIn(JsonElement inputs, JsonElement expected, double tolerance) => Assert.All(
        inputs.Numbers("faf2").Zip(expected.Numbers("faf1")), pair => Near(pair.Second, FloatBands.PhasedIn(Percent.FromFraction(pair.First), 2.0 / 3, Percent.FromPoints(5)).Fraction, tolerance));

    private static void EqualWeight(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var (prices, next, value) = (inputs.Numbers("prices"), inputs.Numbers("pricesNext"), inputs.Number("indexMV"));
        var names = prices.Select((_, i) => new InstrumentId($"N{i}")).ToArray();
        var shares = prices.Select(price => value / (prices.Length * price)).ToArray();
        Assert.All(expected.Numbers("indexShares").Zip(shares), pair => Near(pair.First, pair.Second, tolerance));
        var basket = Basket.Of("HKD", HoldingRule.KeepWeight, names.Zip(shares, (name, held) => new Holding(name, held))).Value;
        var (first, second) = (ClosingPrices.Of(Base, names.Zip(prices)), ClosingPrices.Of(Next, names.Zip(next)));
        Assert.All(basket.WeightsAt(first).Value, weight => Near(1.0 / prices.Length, weight.Weight.Fraction, tolerance));
        Assert.All(expected.Numbers("weightsNext").Zip(basket.WeightsAt(second).Value), pair => Near(pair.First, pair.Second.Weight.Fraction, tolerance));
        Near(expected.Number("levelChange"), basket.ValueAt(second).Value / basket.ValueAt(first).Value, tolerance);
    }

    /// <summary>A stock of the implied weight that rises as it did gives the points that were published.</summary>
    private static void ImpliedWeight(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var before = inputs.Number("level") - inputs.Number("change");
        Near(expected.Number("prevLevel"), before, 1e-9);
        var weight = expected.Number("impliedWeight");
        var closes = ClosingPrices.Of(Base, [(A, weight * 100), (B, (1 - weight) * 100)]);
        var index = IndexState.Start(Units(A, B), closes, before).Value;
        var risen = closes.With(A, weight * 100 * (1 + inputs.Number("stockReturn")));
        Assert.Equal(inputs.Number("points"), index.LevelAt(risen).Value - before, tolerance: tolerance * before * inputs.Number("stockReturn"));
    }

    private static Adjustment Rights(JsonElement inputs, HoldingRule rule)
    {
        var closes = Closes.With(A, inputs.Number("cum"));
        return IndexState.Start(Held(rule), closes, 1000).Value.Apply(new RightsIssue(Next, A, inputs.Number("new") / inputs.Number("held"), inputs.Number("subscription")), closes).Value;
    }

    private static void AfterIs(Adjustment change, JsonElement expected, double tolerance)
    {
        Near(expected.Number("priceAfter"), change.Closes.PriceOf(A), tolerance);
        Near(expected.Number("sharesAfter"), change.After.Basket.Find(A)!.Shares, tolerance);
        Near(expected.Number("divisorAfter"), change.DivisorAfter, tolerance);
    }

    private static Basket Units(params InstrumentId[] names) => Basket.Of("USD", HoldingRule.KeepUnits, names.Select(name => new Holding(name, 1))).Value;

    /// <summary>Equal within a part of the expected number.</summary>
    private static void Near(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, tolerance: tolerance * Math.Max(1, Math.Abs(expected)));
}
