using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Series as studies read them from a package.</summary>
public class StudySeriesTests
{
    private static readonly Lazy<Market> Harbour = new(() => Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value);

    [Fact]
    public void Of_PriceDividend_IsOneOverTheYield()
    {
        var yields = Harbour.Value.Observations(new InstrumentId("HARB"), "dividend_yield")!;
        var series = StudySeries.Of(Harbour.Value, new InstrumentId("HARB"), "price-dividend").Value;

        Assert.Equal(yields.Count, series.Values.Count);
        Assert.Equal(100 / 3.12, series.Values.Values[0], 12); // the sample's first yield is 3.12 percent
        Assert.Equal(3.12, series.InputAt(0).Value);
        Assert.Contains("observations.csv:2", series.InputAt(0).Source, StringComparison.Ordinal);
    }

    /// <summary>A split two for one halves earlier closes that are as traded: 100, 102, then 51.5 becomes 50, 51, 51.5.</summary>
    [Fact]
    public void Of_ACloseAsTraded_IsDividedByLaterSplits()
    {
        var market = Stock(CloseBasis.AsTraded, ("2025-01-02", 100), ("2025-01-03", 102), ("2025-01-06", 51.5)).Build();
        var series = StudySeries.Of(market, new InstrumentId("XHKG:1"), "close").Value;

        Assert.Equal([50, 51, 51.5], series.Values.Values.ToArray());
        Assert.Equal(102, series.InputAt(1).Value);
        Assert.Contains("divided by the splits that came after", series.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACloseOfUnstatedBasisWithASplit_IsAProblem()
    {
        var market = Stock(CloseBasis.Unstated, ("2025-01-02", 100), ("2025-01-03", 102)).Build();
        var answer = StudySeries.Of(market, new InstrumentId("XHKG:1"), "close");

        Assert.Equal(ProblemKind.Basis, answer.Problem!.Kind);
    }

    [Fact]
    public void Of_ACloseWithDividendsIn_IsNoPrice()
    {
        var market = Stock(CloseBasis.TotalReturn, ("2025-01-02", 100), ("2025-01-03", 102)).Build();

        Assert.Equal(ProblemKind.Basis, StudySeries.Of(market, new InstrumentId("XHKG:1"), "close").Problem!.Kind);
        Assert.Equal([100, 102], StudySeries.Of(market, new InstrumentId("XHKG:1"), "adjusted").Value.Values.Values.ToArray());
    }

    [Fact]
    public void Between_KeepsBothEndsAndTheirSources()
    {
        var series = StudySeries.Of(Harbour.Value, new InstrumentId("HARB"), "close").Value;
        var part = series.Between(TestMarket.Day("2022-01-04"), TestMarket.Day("2022-01-07")).Value;

        Assert.Equal([2017.72, series.Values.Values[2], series.Values.Values[3], series.Values.Values[4]], part.Values.Values.ToArray());
        Assert.Equal(series.InputAt(1), part.InputAt(0));
        Assert.StartsWith("4 points, 2022-01-04 to 2022-01-07: every session", part.Coverage, StringComparison.Ordinal);
    }

    /// <summary>On the days between two stored lengths the values lie between the stored ones: T = 809 between 750 and 1,000.</summary>
    [Fact]
    public void Study_WithStoredValues_TakesThemFromBothNeighbours()
    {
        var study = ExuberanceStudy.Of(StudySeries.Of(Harbour.Value, new InstrumentId("HARB"), "close").Value, new ExuberanceStudyOptions { Critical = CriticalValueSource.Stored }).Value;
        var (below, above) = (StoredCriticalValues.All.Last(row => row.Points < 809), StoredCriticalValues.All.First(row => row.Points > 809));

        Assert.InRange(study.Gsadf.Critical.At95, below.Gsadf.At95, above.Gsadf.At95);
        Assert.Null(study.Gsadf.PValue);
    }

    [Fact]
    public void Study_OfLogarithmsOfAFigureBelowZero_IsAProblem()
    {
        var market = new TestMarket().Equity("XHKG:1").Observed("XHKG:1", "flow", "HKD bn", ("2025-01-02", -3), ("2025-01-03", 4)).Build();
        var series = StudySeries.Of(market, new InstrumentId("XHKG:1"), "flow").Value;

        var problem = ExuberanceStudy.Of(series, new ExuberanceStudyOptions { Logarithms = true }).Problem!;
        Assert.Equal((ProblemKind.Undefined, "The flow of XHKG:1 on 2025-01-02 is -3 and has no logarithm; test the numbers as they are."), (problem.Kind, problem.Message));
    }

    [SharedTheory]
    [InlineData("HSTECH", 2024, 10)]
    [InlineData("STAR50", 2025, 8)]
    public void Study_OfSharedIndices_DatesWhatItFinds(string index, int year, int month)
    {
        var market = Package.Open(SharedData.Market).Value;
        var study = ExuberanceStudy.Of(StudySeries.Of(market, new InstrumentId(index), "close").Value).Value;

        // Both months are those in which each index leapt: October 2024 after the stimulus of September, August 2025 in Shanghai.
        Assert.Equal((year, month), (study.DayOf(study.Result.GsadfEnd).Year, study.DayOf(study.Result.GsadfEnd).Month));
        Assert.InRange(study.Gsadf.PValue!.Value, 0.0005, 1);
    }

    private static TestMarket Stock(CloseBasis basis, params (string Day, double Close)[] rows) =>
        new TestMarket().Equity("XHKG:1").Closes("XHKG:1", basis, rows).Action("XHKG:1", "2025-01-06", "split", ratio: 2);
}
