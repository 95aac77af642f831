using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>What holds for any panel: the engine agrees with plain loops, and nothing that cannot matter does.</summary>
public class EventPropertyTests
{
    private static readonly EventWindow Inner = new(-1, 2);

    private static readonly ReturnModel[] Models = [ReturnModel.MeanAdjusted, ReturnModel.MarketAdjusted, ReturnModel.MarketModel, ReturnModel.MultiFactor];

    [Fact]
    public void Run_AgreesWithPlainLoops() => Property.Holds(
        random =>
        {
            var model = Models[random.Next(Models.Length)];
            var panel = RandomPanel.Draw(random);
            var result = EventStudy.Run(panel, new EventStudyOptions { Model = model, Windows = [Inner, RandomPanel.Window], MinimumEstimationDays = 10 }).Value;
            var plain = new PlainEventStudy(panel, model);
            Assert.Equal(panel.Events.Length, result.Events.Length);
            Agree.Within(1e-9, plain.Sigma, result.Events.Select(item => item.Deviation), "sigma");
            Agree.Within(1e-9, plain.Correlation(true), result.Sample.CalendarCorrelation!.Value, "calendar correlation");
            Agree.Within(1e-9, plain.Correlation(false), result.Sample.EventTimeCorrelation!.Value, "event-time correlation");
            Agree.Within(1e-12, plain.PositiveShare, result.Sample.PositiveShare, "positive share");
            foreach (var window in result.Sample.Windows)
            {
                Agree.Within(1e-9, Enumerable.Range(0, plain.Count).Select(i => plain.Over(i, window.Window).Value), result.Events.Select(item => item.Over(window.Window).Value.Value), "CAR");
                Agree.Within(1e-9, plain.Standardised(window.Window), result.Events.Select(item => item.Over(window.Window).Value.Standardised), "SCAR");
                Same(plain.Patell(window.Window), window, EventTest.Patell);
                Same(plain.Bmp(window.Window), window, EventTest.BoehmerMusumeciPoulsen);
                Same(plain.Corrado(window.Window), window, EventTest.CorradoRank);
                Same(plain.CorradoZivney(window.Window), window, EventTest.CorradoZivneyRank);
                Same(plain.MedianSigns(window.Window), window, EventTest.CorradoZivneySign);
                Same(plain.Grank(window.Window).T, window, EventTest.GrankT);
                Same(plain.Grank(window.Window).Z, window, EventTest.GrankZ);
            }
        },
        seeds: 100);

    [Fact]
    public void Run_DoesNotDependOnOrderOrThreads() => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random, events: 300, missing: 0.01);
            var shuffled = EventPanel.Of(panel.EstimationDays, panel.Window, panel.Events.OrderBy(_ => random.Next()));
            var one = new EventStudyOptions { MaximumThreads = 1, Tests = EventTests.All, Replicates = 99 };
            Assert.Equal(Numbers(EventStudy.Run(panel, one).Value), Numbers(EventStudy.Run(shuffled, one with { MaximumThreads = 2 }).Value));
        },
        seeds: 3);

    [Fact]
    public void Run_DoesNotSeeThePowerOfTwoThatReturnsAreScaledBy() => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random);
            var scaled = Change(panel, value => value * 8, factor => factor * 8);
            Assert.Equal(Statistics(panel, ReturnModel.MarketModel), Statistics(scaled, ReturnModel.MarketModel));
        },
        seeds: 20);

    [Theory]
    [InlineData(ReturnModel.MeanAdjusted, 0)]
    [InlineData(ReturnModel.MarketAdjusted, 0.25)]
    [InlineData(ReturnModel.MarketModel, 0)]
    public void Run_DoesNotSeeAConstantThatTheModelTakesOut(ReturnModel model, double onMarket) => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random);
            var shifted = Change(panel, value => value + 0.25, factor => factor + onMarket);
            Agree.Within(1e-8, Statistics(panel, model), Statistics(shifted, model), model.ToString());
        },
        seeds: 20);

    [Fact]
    public void Groups_AreStudiedAsIfAlone() => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random);
            var result = EventStudy.Run(panel, Options).Value;
            var alone = EventStudy.Run(EventPanel.Of(panel.EstimationDays, panel.Window, panel.Events.Where(item => item.Group == "odd")), Options).Value;
            Assert.Equal(["even", "odd"], result.Groups.Select(group => group.Name));
            Assert.Equal(Numbers(alone.Sample), Numbers(result.Groups[1]));
        },
        seeds: 10);

    /// <summary>A return over n sessions is fitted with n times the constant and n times the variance (Maynes and Rumsey 1993), here by explicit weighted sums.</summary>
    [Fact]
    public void TradeToTrade_WeighsByTheSpan() => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random, events: 2, missing: 0);
            var source = panel.Events[0];
            var spans = Enumerable.Range(0, source.Returns.Length).Select(_ => random.Next(1, 4)).ToArray();
            var study = EventStudy.Run(EventPanel.Of(panel.EstimationDays, panel.Window, [source with { Spans = spans }])).Value.Events[0];

            var (nn, nx, xx, ny, xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var t = 0; t < panel.EstimationDays; t++)
            {
                var (n, x, y) = ((double)spans[t], source.Factors[0].Span[t], source.Returns.Span[t]);
                (nn, nx, xx, ny, xy) = (nn + (n * n / n), nx + (n * x / n), xx + (x * x / n), ny + (n * y / n), xy + (x * y / n));
            }

            var determinant = (nn * xx) - (nx * nx);
            var (alpha, beta) = (((xx * ny) - (nx * xy)) / determinant, ((nn * xy) - (nx * ny)) / determinant);
            Agree.Within(1e-9, [alpha, beta], study.Coefficients, "coefficients");
            var squares = Enumerable.Range(0, panel.EstimationDays).Sum(t => Math.Pow(source.Returns.Span[t] - (alpha * spans[t]) - (beta * source.Factors[0].Span[t]), 2) / spans[t]);
            Agree.Within(1e-9, Math.Sqrt(squares / (panel.EstimationDays - 2)), study.Deviation, "deviation");
            var (span, market) = (spans[^1], source.Factors[0].Span[^1]);
            Agree.Within(1e-9, span + (((xx * span * span) - (2 * nx * span * market) + (nn * market * market)) / determinant), study.Days[^1].ForecastFactor, "forecast factor");
        },
        seeds: 20);

    [Fact]
    public void Dimson_ForecastsWithTheSumOfItsSlopes() => Property.Holds(
        random =>
        {
            var panel = RandomPanel.Draw(random, events: 1, missing: 0, estimation: 60);
            var study = EventStudy.Run(panel, new EventStudyOptions { Model = ReturnModel.Dimson, MarketLags = 2, MarketLeads = 1 }).Value.Events[0];
            var last = study.Days[^1];
            var expected = study.Coefficients[0] + (study.MarketSlope!.Value * panel.Events[0].Factors[0].Span[^1]);
            Assert.Equal(5, study.Coefficients.Length);
            Agree.Within(1e-12, panel.Events[0].Returns.Span[^1] - expected, last.Value, "abnormal return");
            Assert.Equal(60 - 3 - 5, study.DegreesOfFreedom);
            Assert.True(last.ForecastFactor > 1);
        },
        seeds: 10);

    private static EventStudyOptions Options => new() { MinimumEstimationDays = 10, Windows = [Inner] };

    private static void Same(double expected, WindowResult window, EventTest test) => Agree.Within(1e-9, expected, window.Of(test).Value.Statistic, $"{test} {window.Window}");

    private static EventPanel Change(EventPanel panel, Func<double, double> own, Func<double, double> factor) => EventPanel.Of(panel.EstimationDays, panel.Window, panel.Events.Select(item => item with
    {
        Returns = item.Returns.ToArray().Select(own).ToArray(),
        Factors = [.. item.Factors.Select(column => (ReadOnlyMemory<double>)column.ToArray().Select(factor).ToArray())],
    }));

    private static double[] Statistics(EventPanel panel, ReturnModel model) =>
        [.. EventStudy.Run(panel, Options with { Model = model }).Value.Sample.Windows.SelectMany(window => window.Tests).Where(test => test.Answer.HasValue).Select(test => test.Answer.Value.Statistic)];

    private static string Numbers(EventStudyResult result) => string.Join('\n', result.Events.Select(item => $"{item.Event} {item.Deviation:R} {item.Days[0].PValue:R}").Append(Numbers(result.Sample)).Concat(result.Groups.Select(Numbers)));

    private static string Numbers(SampleResult sample) => string.Join('\n', sample.Days.Concat(sample.Windows).SelectMany(window => window.Tests.Select(test => test.Answer.HasValue ? $"{window.Window} {test.Test} {test.Answer.Value}" : test.Answer.Problem.Message)).Append($"{sample.CalendarCorrelation:R} {sample.EventTimeCorrelation:R} {sample.DailyMeanDeviation:R}"));
}
