using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class LongHorizonTests
{
    /// <summary>Source: shared vector, plain-matrix reference script in R.</summary>
    [SharedFact]
    public void BuyAndHold_AgreesWithTheVector()
    {
        var vectors = EventVectors.Common();
        var result = BuyAndHold.Run(vectors.Panel, new EventWindow(-10, 10)).Value;
        Agree.Within(1e-10, vectors.Numbers("bhar_market"), result.Events.Select(item => item.Abnormal), "bhar");
        Assert.Equal(result.Mean, result.CrossSectional.Value.Estimate);
    }

    /// <summary>Worked by hand: 10% and 20% against 5% and 5% is 1.32 - 1.1025.</summary>
    [Fact]
    public void BuyAndHold_CompoundsBothSides()
    {
        var panel = EventPanel.Of(1, new EventWindow(0, 1), [Event("A", [0, 0.1, 0.2], [0, 0.05, 0.05]), Event("B", [0, 0.1, double.NaN], [0, 0, 0])]);
        var result = BuyAndHold.Run(panel, new EventWindow(0, 1)).Value;
        Assert.Equal(0.2175, Assert.Single(result.Events).Abnormal, 1e-15);
        Assert.Equal("B 2024-01-02 has no return on day 1 of [0,1], or its benchmark has none: it cannot be held through the window.", Assert.Single(result.Problems).Problem.Message);
    }

    /// <summary>Worked by hand: events in periods 0 and 1, held two periods; without factors alpha is the mean and t its plain t.</summary>
    [Fact]
    public void CalendarTime_HoldsAfterTheEventAndTakesTheMean()
    {
        ReadOnlyMemory<double>[] returns = [new[] { 0.5, 0.01, 0.02, 0.9 }, new[] { 0.5, 0.7, 0.04, 0.06 }];
        var result = CalendarTime.Run(returns, [(0, 0), (1, 1)], [], new CalendarTimeOptions { HoldingPeriods = 2 }).Value;
        Assert.Equal([(1, 1, 0.01), (2, 2, 0.03), (3, 1, 0.06)], result.Periods.Select(period => (period.Period, period.Securities, Math.Round(period.Return, 12))));
        Assert.Equal(0.1 / 3, result.Alpha.Estimate, 1e-15);
        Assert.Equal(Math.Sqrt(((0.07 * 0.07) + (0.01 * 0.01) + (0.08 * 0.08)) / 9 / 2 / 3), result.Alpha.StandardError, 1e-15);
        Assert.Equal(NullLaw.StudentT(2), result.Alpha.Law);
    }

    /// <summary>Alpha, its ordinary and its Newey-West error with one lag, and the weighted fit, by explicit two-by-two algebra.</summary>
    [Theory]
    [InlineData(CalendarTimeWeights.Equal, 0)]
    [InlineData(CalendarTimeWeights.Equal, 1)]
    [InlineData(CalendarTimeWeights.Holdings, 0)]
    public void CalendarTime_AgreesWithExplicitSums(CalendarTimeWeights weights, int lags) => Property.Holds(
        random =>
        {
            const int Periods = 30;
            var market = Enumerable.Range(0, Periods).Select(_ => random.NextDouble()).ToArray();
            ReadOnlyMemory<double>[] returns = [.. Enumerable.Range(0, 5).Select(_ => (ReadOnlyMemory<double>)market.Select(value => value + random.NextDouble()).ToArray())];
            var events = Enumerable.Range(0, 5).Select(security => (security, random.Next(-5, 15))).ToArray();
            var result = CalendarTime.Run(returns, events, [market], new CalendarTimeOptions { HoldingPeriods = 20, Weights = weights, NeweyWestLags = lags }).Value;

            var rows = result.Periods.Select(period => (W: weights == CalendarTimeWeights.Holdings ? period.Securities : 1.0, X: market[period.Period], Y: period.Return)).ToArray();
            var (s, x, xx, y, xy) = (rows.Sum(r => r.W), rows.Sum(r => r.W * r.X), rows.Sum(r => r.W * r.X * r.X), rows.Sum(r => r.W * r.Y), rows.Sum(r => r.W * r.X * r.Y));
            var determinant = (s * xx) - (x * x);
            var (alpha, beta) = (((xx * y) - (x * xy)) / determinant, ((s * xy) - (x * y)) / determinant);
            var scores = rows.Select(r => ((xx - (x * r.X)) / determinant * r.W * (r.Y - alpha - (beta * r.X)))).ToArray();
            var freedom = rows.Length - 2.0;
            var plain = rows.Sum(r => r.W * Math.Pow(r.Y - alpha - (beta * r.X), 2)) / freedom * xx / determinant;
            var robust = (scores.Sum(u => u * u) + Enumerable.Range(1, rows.Length - 1).Sum(t => scores[t] * scores[t - 1])) * rows.Length / freedom;
            Agree.Within(1e-9, alpha, result.Alpha.Estimate, "alpha");
            Agree.Within(1e-9, beta, result.Slopes[0], "slope");
            Agree.Within(1e-9, Math.Sqrt(lags == 0 ? plain : robust), result.Alpha.StandardError, "error");
        },
        seeds: 30);

    [Fact]
    public void CalendarTime_OfTooFewPeriodsIsAProblem() =>
        Assert.Equal("The portfolio has 1 periods with enough securities; 2 are needed for 1 parameters.", CalendarTime.Run([new[] { 0.1, 0.2 }], [(0, 0)], []).Problem!.Message);

    private static EventReturns Event(string security, double[] returns, double[] market) =>
        new() { Event = new EventKey(security, new DateOnly(2024, 1, 2)), Returns = returns, Factors = [market] };
}
