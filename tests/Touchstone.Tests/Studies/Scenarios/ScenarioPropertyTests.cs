using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>What holds for valuations whatever the inputs are.</summary>
public class ScenarioPropertyTests
{
    private sealed record Draw(double Dividend, Percent Rate, Percent Growth, Percent Start, int Years)
    {
        public static Draw Of(Random random)
        {
            var growth = (random.NextDouble() * 0.08) - 0.03;
            return new Draw(
                0.1 + (random.NextDouble() * 20), Percent.FromFraction(growth + 0.01 + (random.NextDouble() * 0.1)), Percent.FromFraction(growth),
                Percent.FromFraction((random.NextDouble() * 0.4) - 0.1), random.Next(1, 40));
        }
    }

    [Fact]
    public void Fade_WithoutADifference_IsGordon() => Property.Holds(random =>
    {
        var (dividend, rate, growth, _, years) = Draw.Of(random);
        var gordon = Gordon.Value(dividend, rate, growth).Value;

        Same(gordon, GrowthFade.Linear(dividend, rate, growth, growth, years).Value);
        Same(gordon, GrowthFade.Exponential(dividend, rate, growth, growth, years).Value);
    });

    [Fact]
    public void Fade_AsItGetsShort_TendsToGordon() => Property.Holds(random =>
    {
        var (dividend, rate, growth, start, _) = Draw.Of(random);
        var gordon = Gordon.Value(dividend, rate, growth).Value.Value;

        Near(gordon, GrowthFade.Exponential(dividend, rate, start, growth, 0.02).Value.Value, 1e-12);
        Near(gordon, GrowthFade.Linear(dividend, rate, start, growth, 1).Value.Value, 1e-12); // its only year has the last growth
    });

    /// <summary>A start just above the last growth: the discrete value to first order, each year's distance worked out, against the formula's H.</summary>
    [Fact]
    public void HModel_IsGordonAndItsPremium() => Property.Holds(random =>
    {
        var (dividend, rate, growth, start, years) = Draw.Of(random);
        var value = HModel.Value(dividend, rate, start, growth, years / 2.0);
        var spread = rate.Fraction - growth.Fraction;

        var closed = dividend * (1 + growth.Fraction + (years / 2.0 * (start.Fraction - growth.Fraction))) / spread;
        Assert.Equal(closed > 0, value.HasValue);
        if (value.HasValue)
        {
            Near(closed, value.Value.Value, 1e-9);
            Near(Gordon.Value(dividend, rate, growth).Value.Value, HModel.Value(dividend, rate, start, growth, 0).Value.Value, 1e-12);
        }
    });

    /// <summary>For a small difference of growth and a short fade the formula is the fade: premium of the sum of distances, (n-1)/2 years instead of n/2 as the first step is taken in year 1.</summary>
    [Fact]
    public void HModel_ApproximatesTheFade() => Property.Holds(random =>
    {
        var (dividend, rate, growth, _, _) = Draw.Of(random);
        var years = random.Next(2, 8);
        var start = Percent.FromFraction(growth.Fraction + 1e-4);

        var fade = GrowthFade.Linear(dividend, rate, start, growth, years).Value.Value;
        var formula = HModel.Value(dividend, rate, start, growth, (years - 1) / 2.0).Value.Value;

        Assert.True(Math.Abs((fade / formula) - 1) < 1e-4, $"{fade} and {formula}");
    });

    [Fact]
    public void ImpliedGrowth_InvertsGordon() => Property.Holds(random =>
    {
        var (dividend, rate, growth, _, _) = Draw.Of(random);
        var price = Gordon.Value(dividend, rate, growth).Value.Value;

        Assert.Equal(growth.Fraction, Gordon.ImpliedGrowth(price, dividend, rate).Value.Fraction, 12);
        Assert.Equal(rate.Fraction, Gordon.ImpliedRate(price, dividend, growth).Value.Fraction, 12);
    });

    [Fact]
    public void ImpliedStart_InvertsTheFade() => Property.Holds(random =>
    {
        var (dividend, rate, growth, start, years) = Draw.Of(random);
        years++; // a fade of one year has no growth but the last
        var price = GrowthFade.Linear(dividend, rate, start, growth, years).Value.Value;

        Assert.Equal(start.Fraction, GrowthFade.ImpliedStart(price, dividend, rate, growth, years).Value.Fraction, 9);
    });

    [Fact]
    public void DurationAndConvexity_AreTheNumericDerivatives() => Property.Holds(random =>
    {
        var (dividend, rate, growth, start, years) = Draw.Of(random);

        Derivatives(at => Gordon.Value(dividend, at, growth).Value, rate, growth);
        Derivatives(at => GrowthFade.Linear(dividend, at, start, growth, years).Value, rate, growth);
        Derivatives(at => GrowthFade.Exponential(dividend, at, start, growth, years / 4.0).Value, rate, growth);
        if (HModel.Value(dividend, rate, start, growth, years / 2.0).HasValue)
        {
            Derivatives(at => HModel.Value(dividend, at, start, growth, years / 2.0).Value, rate, growth);
        }
    });

    /// <summary>Clean surplus: dividends of a company that earns ROE for ever and pays out 1 - g / ROE are worth the same, seen from book value.</summary>
    [Fact]
    public void ResidualIncome_IsGordonWhenGrowthGoesOnForEver() => Property.Holds(random =>
    {
        var (book, rate, growth, _, years) = Draw.Of(random);
        var equity = Percent.FromFraction(0.02 + (random.NextDouble() * 0.3));
        var payout = 1 - (growth.Fraction / equity.Fraction);
        var gordon = book * (equity.Fraction - growth.Fraction) / (rate.Fraction - growth.Fraction);

        Near(gordon, ResidualIncome.Value(book, equity, rate, payout, years, 1 + growth.Fraction).Value, 1e-9);
    });

    [Fact]
    public void Frontier_GivesTheChangeEverywhere() => Property.Holds(random =>
    {
        var change = Percent.FromFraction((random.NextDouble() * 1.6) - 0.9);

        foreach (var belief in EarningsAndMultiple.Frontier(change, random.Next(1, 12)))
        {
            Assert.Equal(change.Fraction, EarningsAndMultiple.Change(belief.Earnings, belief.Multiple).Fraction, 12);
            Assert.Equal(belief.Multiple.Fraction, EarningsAndMultiple.MultipleFor(change, belief.Earnings).Value.Fraction, 10);
        }
    });

    private static void Derivatives(Func<Percent, StreamValue> price, Percent rate, Percent growth)
    {
        var step = (rate.Fraction - growth.Fraction) * 1e-3;
        var here = price(rate);
        var (below, above) = (price(Percent.FromFraction(rate.Fraction - step)).Value, price(Percent.FromFraction(rate.Fraction + step)).Value);

        Near(-(above - below) / (2 * step) / here.Value, here.Duration, 1e-4);
        Near((above - (2 * here.Value) + below) / (step * step) / here.Value, here.Convexity, 1e-4);
    }

    private static void Same(StreamValue expected, StreamValue actual)
    {
        Near(expected.Value, actual.Value, 1e-11);
        Near(expected.Duration, actual.Duration, 1e-10);
        Near(expected.Convexity, actual.Convexity, 1e-9);
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300), $"{actual:R} is not {expected:R}");
}
