using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>
/// The worked example of the methodology pages is what the engine gives. Its numbers were first worked by a separate script of plain formulas; the tests of the engine against
/// other sources stand in the other files.
/// </summary>
public class EventPageTests
{
    private static readonly double[] Market = Twice([1, 2, 0, -1, -2, 0], 1, -1);

    private static readonly Dictionary<string, double[]> Securities = new(StringComparer.Ordinal)
    {
        ["A"] = Twice([1.5, 2, 0.5, -0.5, -2.5, -1], 3, 0),
        ["B"] = Twice([0.5, 1, 0, -1, -0.5, 0], 1, 0.5),
        ["C"] = Twice([2.5, 4.5, -0.5, -2, -4, -0.5], 4, -1),
        ["D"] = Twice([0, 1, -1, 0.5, -1, 0.5], 0.5, 1.5),
    };

    public static TheoryData<string, string> Models => new()
    {
        { nameof(ReturnModel.MeanAdjusted), "event-models-without-slope.md" },
        { nameof(ReturnModel.MarketAdjusted), "event-models-without-slope.md" },
        { nameof(ReturnModel.MarketModel), "event-market-model.md" },
        { nameof(ReturnModel.ScholesWilliams), "event-thin-trading.md" },
        { nameof(ReturnModel.Dimson), "event-thin-trading.md" },
    };

    public static TheoryData<string, string> Tests => new()
    {
        { nameof(EventTest.CrossSectional), "event-cross-section-tests.md" },
        { nameof(EventTest.BrownWarnerIndependence), "event-cross-section-tests.md" },
        { nameof(EventTest.BrownWarnerCrudeDependence), "event-cross-section-tests.md" },
        { nameof(EventTest.Lamb), "event-cross-section-tests.md" },
        { nameof(EventTest.SkewnessAdjusted), "event-cross-section-tests.md" },
        { nameof(EventTest.Patell), "event-standardised-tests.md" },
        { nameof(EventTest.PatellSimple), "event-standardised-tests.md" },
        { nameof(EventTest.BoehmerMusumeciPoulsen), "event-standardised-tests.md" },
        { nameof(EventTest.AdjustedPatell), "event-standardised-tests.md" },
        { nameof(EventTest.AdjustedBoehmerMusumeciPoulsen), "event-standardised-tests.md" },
        { nameof(EventTest.Sign), "event-sign-tests.md" },
        { nameof(EventTest.GeneralisedSign), "event-sign-tests.md" },
        { nameof(EventTest.CorradoZivneySign), "event-sign-tests.md" },
        { nameof(EventTest.CorradoRank), "event-rank-tests.md" },
        { nameof(EventTest.CorradoZivneyRank), "event-rank-tests.md" },
        { nameof(EventTest.GrankT), "event-rank-tests.md" },
        { nameof(EventTest.GrankZ), "event-rank-tests.md" },
        { nameof(EventTest.Wilcoxon), "event-rank-tests.md" },
        { nameof(EventTest.SquaredReturn), "event-variance-tests.md" },
        { nameof(EventTest.VarianceRatio), "event-variance-tests.md" },
        { nameof(EventTest.EventBootstrap), "event-bootstraps.md" },
        { nameof(EventTest.WildBootstrap), "event-bootstraps.md" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Models_AreAsThePageSays(string name, string page)
    {
        var first = Run(Enum.Parse<ReturnModel>(name)).Events[0];
        var slope = first.MarketSlope is { } value ? Text(value) : "none";
        Assert.Contains($"| {name} | {slope} | {Text(first.Deviation * 100)} | {Text(first.Days[0].Value * 100)} | {Text(first.Days[0].ForecastFactor)} |", Page(page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Tests_AreAsThePageSays(string name, string page)
    {
        var sample = Run(ReturnModel.MarketModel).Sample;
        var test = Enum.Parse<EventTest>(name);
        var (day, window) = (sample.Days[0].Of(test).Value, sample.Windows[0].Of(test).Value);
        Assert.Contains($"| {name} | {Text(day.Statistic)} | {day.Law} | {Text(day.PValue)} | {Text(window.Statistic)} |", Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Averages_AreAsThePageSays()
    {
        var sample = Run(ReturnModel.MarketModel).Sample;
        Assert.Contains($"AAR(0) = {Text(sample.Days[0].Average!.Value * 100)}%, CAAR[0,1] = {Text(sample.Windows[0].Average!.Value * 100)}%, r = {Text(sample.UsedCorrelation!.Value)}", Page("event-study.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void BuyAndHold_IsAsThePageSays()
    {
        var held = BuyAndHold.Run(Panel(), new EventWindow(0, 1)).Value;
        Assert.Contains($"A {Text(held.Events[0].Abnormal * 100)}%; mean {Text(held.Mean * 100)}%", Page("event-long-horizon.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Power_IsAsThePageSays()
    {
        var design = new EventPower(0.02);
        Assert.Contains($"power {Text(design.Of(0.01, 60))}; 80% needs {design.EventsNeeded(0.01, 0.8).Value} events; 60 events find {Text(design.SmallestEffect(0.8, 60) * 100)}%", Page("event-power.md"), StringComparison.Ordinal);
    }

    private static double[] Twice(double[] estimation, params double[] days) => [.. estimation, .. estimation, .. days];

    private static EventPanel Panel() => EventPanel.Of(12, new EventWindow(0, 1), Securities.Select(item => new EventReturns
    {
        Event = new EventKey(item.Key, new DateOnly(2024, 1, 2)),
        Returns = item.Value.Select(value => value / 100).ToArray(),
        Factors = [Market.Select(value => value / 100).ToArray()],
    }));

    private static EventStudyResult Run(ReturnModel model) =>
        EventStudy.Run(Panel(), new EventStudyOptions { Model = model, MinimumEstimationDays = 3, Tests = EventTests.All, Replicates = 999 }).Value;

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "methodology", name));
}
