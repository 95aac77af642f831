using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The smallest market of the worked examples: A at 100 with 1,000,000 shares, B at 50 with 2,000,000; level 1000, so divisor 200,000.</summary>
internal static class TwoStocks
{
    public static readonly InstrumentId A = new("XTST:A");
    public static readonly InstrumentId B = new("XTST:B");
    public static readonly InstrumentId C = new("XTST:C");
    public static readonly DateOnly Base = new(2025, 3, 3);
    public static readonly DateOnly Next = new(2025, 3, 4);
    public static readonly DateOnly Third = new(2025, 3, 5);

    public static ClosingPrices Closes { get; } = On(Base, 100, 50);

    public static IndexState Index(HoldingRule rule = HoldingRule.FollowShares) => IndexState.Start(Held(rule), Closes, 1000).Value;

    public static Basket Held(HoldingRule rule = HoldingRule.FollowShares) => Basket.Of("HKD", rule, [new Holding(A, 1_000_000), new Holding(B, 2_000_000)]).Value;

    public static ClosingPrices On(DateOnly day, double a, double b) => ClosingPrices.Of(day, [(A, a), (B, b)]);

    public static Adjustment Apply(IndexEvent happening, HoldingRule rule = HoldingRule.FollowShares) => Index(rule).Apply(happening, Closes).Value;

    public static IndexHistory Run(ClosingPrices[] sessions, Percent withholding = default, params IndexEvent[] events) =>
        DivisorCalculation.Run(new IndexPlan { Basket = Held(), Events = [.. events], Withholding = withholding }, sessions).Value;

    public static double PriceOf(this ClosingPrices closes, InstrumentId id) => closes.TryGetPrice(id, out var price) ? price : throw new InvalidOperationException($"{id} has no close.");
}
