using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Web;

/// <summary>The series behind a number.</summary>
public class WorkingChartTests
{
    private static readonly Market Sample = Package.Open(SampleCopy.Folder).Value;

    [Fact]
    public void Chart_ShadesTheWindowAndMarksItsEnds()
    {
        var chart = Of("return(HARB, ytd) @ 2025-02-28")!;
        var band = Assert.Single(chart.Bands);
        Assert.Equal(("2024-12-31", "2025-02-28"), (chart.Places[band.First], chart.Places[band.Last]));
        var panel = Assert.Single(chart.Panels);

        // levels.csv has 1905.42 on the first of these days and 2226.20 on the last.
        Assert.Equal([("2024-12-31", 1905.42), ("2025-02-28", 2226.20)], panel.Marks.Select(mark => (chart.Places[mark.Place], mark.Value)));
        Assert.Equal(chart.Places, chart.Table.Rows.Select(row => row[0]));
    }

    [Fact]
    public void Chart_OfTwoSubjectsHasTwoPanels() => Assert.Equal(["HARBT, points", "HARB, points"], Of("excess(HARBT, ytd, HARB) @ 2025-02-28")!.Panels.Select(panel => panel.Name));

    [Fact]
    public void Chart_OfADayHasNoBand()
    {
        var chart = Of("level(HARB) @ 2025-01-31")!;
        Assert.Empty(chart.Bands);
        Assert.Contains("2025-01-31", chart.Places);
        Assert.True(chart.Places.Length > 20);
    }

    [Fact]
    public void Chart_OfObservationsIsTheirs() => Assert.Equal("HARB, ratio", Of("percentile(HARB, pe_trailing, all)")!.Panels[0].Name);

    [Fact]
    public void Chart_IsNoneWithoutASeries() => Assert.Null(Of("event-in(chartroom, 2025-01) @ 2025-02-28"));

    /// <summary>Whatever the catalogue answers can be drawn or has no series; nothing fails.</summary>
    [Fact]
    public void Chart_IsMadeForEveryMeasure()
    {
        var evaluator = new Evaluator(Sample);
        foreach (var answer in Catalogue.All.Select(measure => evaluator.Evaluate(Expression.Parse(measure.Example).Value!)).Where(answer => answer.HasValue))
        {
            if (WorkingChart.Of(Sample, answer.Working) is { } chart)
            {
                Assert.Equal(chart.Places.Distinct(), chart.Places);
                Assert.All(chart.Panels, panel => Assert.All(panel.Lines, line => Assert.Equal(chart.Places.Length, line.Values.Length)));
            }
        }
    }

    private static PanelChart? Of(string expression) => WorkingChart.Of(Sample, new Evaluator(Sample).Evaluate(Expression.Parse(expression).Value!).Working);
}
