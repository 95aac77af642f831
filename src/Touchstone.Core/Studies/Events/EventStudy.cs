using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>Event studies: what securities did around events beyond what was to be expected, and whether that can be chance.</summary>
public static class EventStudy
{
    /// <summary>Studies a panel.</summary>
    /// <param name="panel">The returns of every event.</param>
    /// <param name="options">How; the defaults are those of <see cref="EventStudyOptions"/>.</param>
    /// <param name="progress">Takes how much of the tests is done, and of how much: columns times replicates. Null for nothing.</param>
    /// <returns>
    /// The results by event, group and day. Events that cannot be studied are listed in <see cref="EventStudyResult.Problems"/> and the rest goes on;
    /// <see cref="ProblemKind.NoData"/> when none is left, <see cref="ProblemKind.Invalid"/> for a window outside the event window.
    /// </returns>
    /// <remarks>The results do not depend on the order of the events or the number of threads. Formulas and sources: docs/methodology/event-study.md.</remarks>
    public static Answer<EventStudyResult> Run(EventPanel panel, EventStudyOptions? options = null, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new EventStudyOptions();
        options.Check();
        if (options.Windows.FirstOrDefault(window => !panel.Window.Contains(window), panel.Window) is var outside && outside != panel.Window)
        {
            return new Problem(ProblemKind.Invalid, $"The window {outside} is not inside the event window {panel.Window}.");
        }

        var fitted = FitAll(panel, options, out var problems);
        if (fitted.Length == 0)
        {
            var first = problems.FirstOrDefault(problem => problem.LeftOut);
            return new Problem(ProblemKind.NoData, first is null ? "The panel has no events." : $"None of {problems.Select(problem => problem.Event).Distinct().Count()} events can be studied; the first: {first.Problem.Message}");
        }

        EventWindow[] windows = options.Windows.IsEmpty ? [panel.Window] : [.. options.Windows];
        var named = fitted.Where(fit => fit.Source.Group is not null)
            .GroupBy(fit => fit.Source.Group!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        var meter = new TestMeter(progress, (named.Length + 1) * (panel.Window.Days + windows.Length), options);
        var sample = TestBattery.Run("", EventSample.Of(fitted, panel, options, windows), meter);
        var groups = named.Select(group => TestBattery.Run(group.Key, EventSample.Of([.. group], panel, options, windows), meter));
        var result = new EventStudyResult(options, panel.EstimationDays, panel.Window, [.. fitted.Select(fit => new EventOutcome(fit))], sample, [.. groups], problems);
        return Answer<EventStudyResult>.Of(result, Work(result));
    }

    /// <summary>Studies events of a market.</summary>
    /// <param name="market">The data package.</param>
    /// <param name="design">Which events, against what, over which days.</param>
    /// <param name="options">How; the defaults are those of <see cref="EventStudyOptions"/>.</param>
    /// <param name="progress">As for a panel.</param>
    /// <returns>As for a panel; also a problem when the benchmark has no prices or its basis does not allow returns.</returns>
    public static Answer<EventStudyResult> Run(Market market, EventStudyDesign design, EventStudyOptions? options = null, Action<int, int>? progress = null)
    {
        var panel = PanelOf(market, design);
        if (!panel.HasValue)
        {
            return panel.Problem;
        }

        var answer = Run(panel.Value, options, progress);
        return answer.HasValue
            ? Answer<EventStudyResult>.Of(answer.Value, answer.Working with { Inputs = panel.Working.Inputs, Conventions = answer.Working.Conventions.AddRange(panel.Working.Conventions) })
            : answer;
    }

    /// <summary>The panel of a design, for those who study it further: buy-and-hold returns, or a model of their own.</summary>
    /// <param name="market">The data package.</param>
    /// <param name="design">Which events, against what, over which days.</param>
    /// <returns>The panel with its inputs, or a problem when the benchmark cannot be read.</returns>
    public static Answer<EventPanel> PanelOf(Market market, EventStudyDesign design)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(design);
        design.Check();
        return PanelBuilder.Build(market, design);
    }

    private static EventFit[] FitAll(EventPanel panel, EventStudyOptions options, out ImmutableArray<EventProblem> problems)
    {
        var fits = new (EventFit? Fit, Problem? Problem)[panel.Events.Length];
        Parallel.For(0, fits.Length, options.Threads, () => new FitWorkspace(), (i, _, workspace) =>
        {
            var fit = ModelFit.Fit(panel, panel.Events[i], options, workspace, out var problem);
            fits[i] = (fit, problem);
            return workspace;
        }, _ => { });

        var found = panel.Problems.ToBuilder();
        for (var i = 0; i < fits.Length; i++)
        {
            if (fits[i].Problem is { } problem)
            {
                found.Add(new EventProblem(panel.Events[i].Event, problem, fits[i].Fit is null));
            }
        }

        problems = [.. found.OrderBy(problem => problem.Event)];
        return [.. fits.Where(item => item.Fit is not null).Select(item => item.Fit!)];
    }

    private static Working Work(EventStudyResult result)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        steps.Add(new Step("events", $"{result.Events.Length} studied, {result.Problems.Count(problem => problem.LeftOut)} left out", result.Events.Length, Unit.Count));
        foreach (var window in result.Sample.Windows)
        {
            if (window.Average is { } average)
            {
                steps.Add(new Step($"CAAR {window.Window}", $"mean of {window.Events} cumulative abnormal returns", average * 100, Unit.Percent));
            }
        }

        return new Working
        {
            Formula = "abnormal return = return - expected return; AAR = mean over events; CAAR = mean of sums over a window",
            Steps = steps.ToImmutable(),
            Conventions =
            [
                $"Expected returns: {Words(result.Options.Model)}, fitted to {result.EstimationDays} days before the event window {result.Window}.",
                $"Average correlation between events: by {(result.Options.Correlation == ResidualDays.CalendarDate ? "calendar date" : "event time")}.",
                result.Options.Missing == MissingEventDays.UseAvailable ? "An event that lacks event days counts with those it has." : "An event that lacks event days is left out.",
            ],
        };
    }

    private static string Words(ReturnModel model) => model switch
    {
        ReturnModel.MeanAdjusted => "mean of the estimation days",
        ReturnModel.MarketAdjusted => "return of the market",
        ReturnModel.MarketModel => "market model",
        ReturnModel.MultiFactor => "model of several factors",
        ReturnModel.ScholesWilliams => "market model by Scholes and Williams",
        ReturnModel.Dimson => "market model by Dimson",
        _ => "market model with GARCH(1,1) errors",
    };
}
