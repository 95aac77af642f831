using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>The path of a cumulative average, adjusted p-values, and progress.</summary>
public class EventPathTests
{
    private static EventStudyResult Run(Action<int, int>? progress = null) => EventStudy.Run(RandomPanel.Draw(new Random(5), events: 12, estimation: 60, missing: 0, step: 0), new EventStudyOptions { Windows = EventWindow.Path(-2, 3), MinimumEstimationDays = 20 }, progress).Value;

    /// <summary>Day for day the averages and errors of the crude-dependence test of the window so far.</summary>
    [Fact]
    public void Path_IsThatOfTheWindowsSoFar()
    {
        var result = Run();
        var path = EventPath.Of(result, result.Sample);

        Assert.Equal(Enumerable.Range(-2, 6), path.Select(day => day.Day));
        foreach (var (day, window) in path.Zip(result.Sample.Windows))
        {
            var test = window.Of(EventTest.BrownWarnerCrudeDependence).Value;
            Agree.Within(1e-12, window.Average!.Value, day.Average, "CAAR");
            Agree.Within(1e-12, test.StandardError, day.StandardError!.Value, "error");
            Assert.Equal(test.PValue < 0.05, day.Low > 0 || day.High < 0);
        }
    }

    /// <summary>Two-sided 5% of Student's t with 59 degrees of freedom is 2.0010 (any printed table).</summary>
    [Fact]
    public void Band_IsThatOfStudentsT()
    {
        var result = Run();
        var day = EventPath.Of(result, result.Sample)[0];

        Agree.Within(1e-4, 2.0010, (day.High!.Value - day.Average) / day.StandardError!.Value, "quantile");
        Agree.Within(1e-12, day.High.Value - day.Average, day.Average - day.Low!.Value, "symmetry");
    }

    [Fact]
    public void Adjusted_LeavesTestsWithoutAValueOut()
    {
        var result = Run();
        var plain = result.Sample.Windows.Select(window => window.Of(EventTest.Patell).Value.PValue).ToArray();

        Assert.Equal(MultipleTesting.Adjust(plain, Adjustment.Holm).Select(value => (double?)value), AdjustedValues.Of(result.Sample.Windows, EventTest.Patell, Adjustment.Holm));
        Assert.All(AdjustedValues.Of(result.Sample.Windows, EventTest.WildBootstrap, Adjustment.Holm), value => Assert.Null(value));
        Assert.Equal(12, AdjustedValues.Of(result.Events, EventWindow.Day(0), Adjustment.BenjaminiHochberg).Length);
    }

    [Fact]
    public void Progress_CountsEveryDayAndWindowOfTheSampleAndBothGroups()
    {
        var seen = new List<(int Done, int Total)>();
        Run((done, total) => seen.Add((done, total)));

        Assert.Equal(Enumerable.Range(1, 36).Select(done => (done, 36)), seen);
    }
}
