using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Bad designs name the event and the reason, and leave the rest.</summary>
public class EventProblemTests
{
    private static readonly EventWindow Window = new(-1, 1);

    [Fact]
    public void Run_ListsAnInfiniteReturnAndGoesOn() =>
        LeftOut(item => item with { Returns = With(item, 5, double.PositiveInfinity) }, "S00 2024-01-02: The return of S00 2024-01-02 on day -36 is infinite; every return must be a finite number.");

    [Fact]
    public void Run_ListsAnInfiniteFactorAndGoesOn() =>
        LeftOut(item => item with { Factors = [With(item.Factors[0], 41, double.NegativeInfinity)] }, "S00 2024-01-02: Factor 1 of S00 2024-01-02 on day 0 is infinite; every return must be a finite number.");

    [Fact]
    public void Run_ListsConstantReturnsAndGoesOn() =>
        LeftOut(item => item with { Returns = new double[43] }, "S00 2024-01-02: The returns of S00 2024-01-02 are constant in the estimation window, or explained without remainder: nothing can be standardised.");

    [Fact]
    public void Run_ListsAConstantMarketAndGoesOn() =>
        LeftOut(item => item with { Factors = [new double[43]] }, "S00 2024-01-02: The factors of S00 2024-01-02 are constant in the estimation window, or one follows from the others: no model can be fitted.");

    [Fact]
    public void Run_ListsAShortEstimationWindowAndGoesOn() =>
        LeftOut(item => item with { Returns = Without(item, 0, 15) }, "S00 2024-01-02: S00 2024-01-02 has 25 of 40 estimation days with all numbers; 30 are needed.");

    [Fact]
    public void Run_ListsAnEventWithoutEventDaysAndGoesOn() =>
        LeftOut(item => item with { Returns = Without(item, 40, 43) }, "S00 2024-01-02: S00 2024-01-02 has no return on any day of the event window [-1,1].");

    [Fact]
    public void Run_ListsAMissingMarketAndGoesOn() =>
        LeftOut(item => item with { Factors = [] }, "S00 2024-01-02: S00 2024-01-02 has no market series; the model MarketModel needs one.");

    [Fact]
    public void Panel_ListsColumnsOfAnotherLengthAndRepeatedEvents()
    {
        var good = Event(0);
        var panel = EventPanel.Of(40, Window, [good, good, Event(1) with { Returns = new double[12] }]);
        Assert.Single(panel.Events);
        Assert.Equal(
            ["S00 2024-01-02: The event S00 2024-01-02 is there twice; the first is used.", "S01 2024-01-02: S01 2024-01-02 has 12 returns; the study has 43 days."],
            panel.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Panel_SaysWhichEventWindowsOfOneSecurityOverlap()
    {
        EventReturns At(int day, string security) => Event(day) with { Event = new EventKey(security, DateOnly.FromDayNumber(800_000 + day)), DayNumbers = Enumerable.Range(day, 43).ToArray() };
        var panel = EventPanel.Of(40, Window, [At(0, "S"), At(2, "S"), At(5, "S"), At(1, "T")]);
        Assert.Equal(4, panel.Events.Length);
        Assert.Contains("overlaps that of", Assert.Single(panel.Problems).Problem.Message, StringComparison.Ordinal);
        Assert.Equal(panel.Events[1].Event, panel.Problems[0].Event);
        Assert.False(panel.Problems[0].LeftOut);
    }

    [Fact]
    public void Run_KeepsAnEventWithAMissingDayAndSaysSo()
    {
        var panel = EventPanel.Of(40, Window, [Event(0) with { Returns = Without(Event(0), 41, 42) }, Event(1), Event(2)]);
        var result = EventStudy.Run(panel).Value;
        Assert.Equal("S00 2024-01-02: S00 2024-01-02 has no return on 1 of 3 event days (0); it counts with the others.", Assert.Single(result.Problems).ToString());
        Assert.Equal([3, 2, 3], result.Sample.Days.Select(day => day.Events));
        Assert.Equal(2, result.Events[0].Over(Window).Value.Days);
        Assert.Equal(ProblemKind.NoData, result.Events[0].Over(EventWindow.Day(0)).Problem!.Kind);
        Assert.True(result.Events[0].Over(Window).Value.ForecastFactor < result.Events[1].Over(Window).Value.ForecastFactor);
    }

    [Fact]
    public void Run_LeavesIncompleteEventsOutWhenAsked()
    {
        var panel = EventPanel.Of(40, Window, [Event(0) with { Returns = Without(Event(0), 41, 42) }, Event(1), Event(2)]);
        var result = EventStudy.Run(panel, new EventStudyOptions { Missing = MissingEventDays.LeaveOut }).Value;
        Assert.Equal(2, result.Events.Length);
        Assert.True(Assert.Single(result.Problems).LeftOut);
    }

    [Fact]
    public void Run_OfOneEventGivesTheTestsThatOneEventCanHave()
    {
        var sample = EventStudy.Run(EventPanel.Of(40, Window, [Event(0)]), new EventStudyOptions { Tests = EventTests.All }).Value.Sample;
        var window = sample.Windows[0];
        Assert.True(window.Of(EventTest.Patell).HasValue);
        Assert.True(window.Of(EventTest.CorradoRank).HasValue);
        Assert.True(window.Of(EventTest.Wilcoxon).HasValue);
        Assert.Equal("This test needs at least 2 events with an abnormal return; there is 1.", window.Of(EventTest.CrossSectional).Problem!.Message);
        Assert.Equal("This test needs at least 2 events with an abnormal return; there is 1.", window.Of(EventTest.GrankT).Problem!.Message);
        Assert.Null(sample.UsedCorrelation);
        Assert.Null(window.CrossSectionalDeviation);
    }

    [Fact]
    public void Run_OfEqualEventsHasNoSpreadToDivideBy()
    {
        var other = Event(0) with { Event = new EventKey("S09", new DateOnly(2024, 1, 2)) };
        var window = EventStudy.Run(EventPanel.Of(40, Window, [Event(0), other])).Value.Sample.Windows[0];
        Assert.Equal("The numbers do not vary, so there is no standard error to divide by.", window.Of(EventTest.CrossSectional).Problem!.Message);
        Assert.True(window.Of(EventTest.Patell).HasValue);
    }

    [Fact]
    public void Run_OfDifferentDatesHasNoTestOfLamb()
    {
        var window = EventStudy.Run(RandomPanel.Draw(new Random(1))).Value.Sample.Windows[0];
        Assert.Equal("Lamb's test needs one market and one date common to all events; here their forecast factors differ.", window.Of(EventTest.Lamb).Problem!.Message);
    }

    [Fact]
    public void Run_OfNothingIsAProblem()
    {
        Assert.Equal("The panel has no events.", EventStudy.Run(EventPanel.Of(40, Window, [])).Problem!.Message);
        var none = EventStudy.Run(EventPanel.Of(40, Window, [Event(0) with { Factors = [] }]));
        Assert.Equal("None of 1 events can be studied; the first: S00 2024-01-02 has no market series; the model MarketModel needs one.", none.Problem!.Message);
    }

    [Fact]
    public void Run_RefusesAWindowOutside() =>
        Assert.Equal("The window [0,2] is not inside the event window [-1,1].", EventStudy.Run(EventPanel.Of(40, Window, [Event(0)]), new EventStudyOptions { Windows = [new EventWindow(0, 2)] }).Problem!.Message);

    [Fact]
    public void Of_ATestThatWasNotAskedForIsAProblem() =>
        Assert.Equal(ProblemKind.Invalid, EventStudy.Run(EventPanel.Of(40, Window, [Event(0)])).Value.Sample.Windows[0].Of(EventTest.WildBootstrap).Problem!.Kind);

    private static void LeftOut(Func<EventReturns, EventReturns> spoil, string expected)
    {
        var result = EventStudy.Run(EventPanel.Of(40, Window, [spoil(Event(0)), Event(1), Event(2)])).Value;
        Assert.Equal(["S01", "S02"], result.Events.Select(item => item.Event.Security));
        var problem = Assert.Single(result.Problems);
        Assert.True(problem.LeftOut);
        Assert.Equal(expected, problem.ToString());
    }

    private static EventReturns Event(int seed)
    {
        var random = new Random(seed);
        var market = Enumerable.Range(0, 43).Select(_ => random.NextDouble() - 0.5).ToArray();
        return new EventReturns
        {
            Event = new EventKey($"S{seed:00}", new DateOnly(2024, 1, 2)),
            Returns = market.Select(value => value + random.NextDouble()).ToArray(),
            Factors = [market],
        };
    }

    private static double[] With(EventReturns item, int at, double value) => With(item.Returns, at, value);

    private static double[] With(ReadOnlyMemory<double> column, int at, double value)
    {
        var changed = column.ToArray();
        changed[at] = value;
        return changed;
    }

    private static double[] Without(EventReturns item, int from, int to)
    {
        var changed = item.Returns.ToArray();
        Array.Fill(changed, double.NaN, from, to - from);
        return changed;
    }
}
