using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class GarchTests
{
    private static readonly EventWindow Window = new(0, 1);

    /// <summary>Simulated with weights 0.1 and 0.85; the error of estimates from 4,000 days is about 0.015.</summary>
    [Fact]
    public void Garch_FindsTheWeightsOfALongSimulation()
    {
        var study = Study(Simulate(1, 4000));
        Assert.Equal(0.1, study.Garch!.Arch, 0.05);
        Assert.Equal(0.85, study.Garch.Lag, 0.07);
        // Four standard errors: residual and market deviation are alike, so each is 1 / sqrt(4000).
        Assert.Equal(0.8, study.MarketSlope!.Value, 0.064);
    }

    /// <summary>The likelihood is written out here once more; no neighbour of the estimate in any direction has a greater one.</summary>
    [Fact]
    public void Garch_StandsOnTheSummitOfItsLikelihood() => Property.Holds(
        random =>
        {
            var panel = Simulate((ulong)random.Next(1000), 400);
            var study = Study(panel);
            double[] at = [study.Coefficients[0], study.Coefficients[1], study.Garch!.Constant, study.Garch.Arch, study.Garch.Lag];
            var summit = LogLikelihood(panel.Events[0], 400, at);
            Agree.Within(1e-9, summit, study.Garch.LogLikelihood, "log-likelihood");
            double[] steps = [1e-5, 1e-3, at[2] * 0.01, 0.003, 0.003];
            for (var k = 0; k < at.Length; k++)
            {
                foreach (var sign in new[] { -1, 1 })
                {
                    var beside = (double[])at.Clone();
                    beside[k] += sign * steps[k];
                    if (beside[3] >= 0 && beside[4] >= 0 && beside[3] + beside[4] < 1)
                    {
                        Assert.True(LogLikelihood(panel.Events[0], 400, beside) <= summit + 1e-6, $"parameter {k} by {sign * steps[k]:R}");
                    }
                }
            }
        },
        seeds: 8);

    [Fact]
    public void Garch_ForecastsFromTheLastEstimationDayOn()
    {
        var panel = Simulate(4, 600);
        var study = Study(panel);
        var (w, a, b) = (study.Garch!.Constant, study.Garch.Arch, study.Garch.Lag);
        var height = 0.0;
        var errors = Errors(panel.Events[0], 600, study.Coefficients[0], study.Coefficients[1]);
        height = errors.Average(error => error * error);
        foreach (var error in errors)
        {
            height = w + (a * error * error) + (b * height);
        }

        // Less the part that fitting adds, which is of the order of 1/600.
        Agree.Within(0.01, height / (study.Deviation * study.Deviation), study.Days[0].ForecastFactor, "first day");
        Agree.Within(0.01, (w + ((a + b) * height)) / (study.Deviation * study.Deviation), study.Days[1].ForecastFactor, "second day");
    }

    private static EventOutcome Study(EventPanel panel) => EventStudy.Run(panel, new EventStudyOptions { Model = ReturnModel.Garch }).Value.Events[0];

    private static double[] Errors(EventReturns item, int days, double constant, double slope) =>
        [.. Enumerable.Range(0, days).Select(t => item.Returns.Span[t] - constant - (slope * item.Factors[0].Span[t]))];

    private static double LogLikelihood(EventReturns item, int days, double[] at)
    {
        var errors = Errors(item, days, at[0], at[1]);
        var height = errors.Average(error => error * error);
        var sum = 0.0;
        foreach (var error in errors)
        {
            sum -= (Math.Log(2 * Math.PI) + Math.Log(height) + (error * error / height)) / 2;
            height = at[2] + (at[3] * error * error) + (at[4] * height);
        }

        return sum;
    }

    private static EventPanel Simulate(ulong seed, int days)
    {
        var random = StudyRandom.Of(seed);
        var (market, returns) = (new double[days + 2], new double[days + 2]);
        var height = 1e-4;
        for (var t = 0; t < returns.Length; t++)
        {
            market[t] = 0.01 * random.Normal();
            var error = Math.Sqrt(height) * random.Normal();
            returns[t] = 0.0003 + (0.8 * market[t]) + error;
            height = 5e-6 + (0.1 * error * error) + (0.85 * height);
        }

        return EventPanel.Of(days, Window, [new EventReturns { Event = new EventKey("S", new DateOnly(2024, 1, 2)), Returns = returns, Factors = [market] }]);
    }
}
