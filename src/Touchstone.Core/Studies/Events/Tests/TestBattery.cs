using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>Every test of every day and window of a sample.</summary>
internal static class TestBattery
{
    /// <summary>The results of a sample.</summary>
    public static SampleResult Run(string name, EventSample sample, TestMeter meter)
    {
        var results = new WindowResult[sample.Columns.Length];
        Parallel.For(0, results.Length, sample.Options.Threads, index =>
        {
            results[index] = Column(index, sample);
            meter.Advance();
        });
        var days = sample.Panel.Window.Days;
        return new SampleResult(
            name,
            sample.Fits.Length,
            [.. results.AsSpan(0, days)],
            [.. results.AsSpan(days)],
            sample.CalendarCorrelation,
            sample.EventTimeCorrelation,
            sample.UsedCorrelation,
            Finite(sample.DailyMean.Deviation),
            sample.DailyMean.Days,
            sample.PositiveShare);
    }

    private static WindowResult Column(int index, EventSample sample)
    {
        var column = sample.Columns[index];
        var forecast = 0.0;
        for (var k = 0; k < column.Count; k++)
        {
            var deviation = sample.Fits[column.Members[k]].Deviation;
            forecast += deviation * deviation * column.Factors[k] / column.Count;
        }

        var tests = ImmutableArray.CreateBuilder<TestResult>(sample.Options.Tests.Length);
        foreach (var test in sample.Options.Tests)
        {
            tests.Add(new TestResult(test, column.Count == 0 ? TestRatio.Needs(1, 0) : Of(test, index, column, sample)));
        }

        return new WindowResult(
            column.Window, column.Count, Finite(column.Mean), Finite(column.Deviation), column.Count == 0 ? null : Math.Sqrt(forecast),
            Finite(column.StandardMean), Finite(column.StandardDeviation), SignTests.Positive(column), tests.MoveToImmutable());
    }

    private static Answer<TestValue> Of(EventTest test, int index, SampleColumn column, EventSample sample) => test switch
    {
        EventTest.CrossSectional => CrossSectionTests.T(column),
        EventTest.BrownWarnerIndependence => CrossSectionTests.Independence(column, sample),
        EventTest.BrownWarnerCrudeDependence => CrossSectionTests.CrudeDependence(column, sample),
        EventTest.Lamb => CrossSectionTests.Lamb(column, sample),
        EventTest.Patell => StandardisedTests.Patell(column, sample),
        EventTest.PatellSimple => StandardisedTests.PatellSimple(column, sample),
        EventTest.BoehmerMusumeciPoulsen => StandardisedTests.Bmp(column),
        EventTest.AdjustedPatell => StandardisedTests.AdjustedPatell(column, sample),
        EventTest.AdjustedBoehmerMusumeciPoulsen => StandardisedTests.AdjustedBmp(column, sample),
        EventTest.Sign => SignTests.Sign(column),
        EventTest.GeneralisedSign => SignTests.Generalised(column, sample),
        EventTest.CorradoRank => RankTests.Corrado(column, sample),
        EventTest.CorradoZivneyRank => RankTests.CorradoZivney(column, sample),
        EventTest.CorradoZivneySign => SignTests.AboutMedian(column, sample),
        EventTest.GrankT => RankTests.GrankT(index, column, sample),
        EventTest.GrankZ => RankTests.GrankZ(index, column, sample),
        EventTest.Wilcoxon => WilcoxonTest.Of(column),
        EventTest.SkewnessAdjusted => CrossSectionTests.SkewnessAdjusted(column),
        EventTest.SquaredReturn => VarianceTests.Squared(column, sample),
        EventTest.VarianceRatio => VarianceTests.Ratio(column, sample),
        EventTest.EventBootstrap => BootstrapTests.Events(column.Raw, sample.Options.Seed, sample.Options.Replicates),
        EventTest.WildBootstrap => BootstrapTests.Wild(column.Raw, sample.Options.Seed, sample.Options.Replicates),
        _ => throw new InvalidOperationException($"Unknown test {test}."),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
