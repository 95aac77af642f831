using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>The buy-and-hold abnormal return of one event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Own">What holding the security returned; a fraction.</param>
/// <param name="Benchmark">What holding the benchmark returned; a fraction.</param>
/// <param name="Days">Days held.</param>
public sealed record HeldReturn(EventKey Event, double Own, double Benchmark, int Days)
{
    /// <summary>Own less benchmark.</summary>
    public double Abnormal => Own - Benchmark;
}

/// <summary>Buy-and-hold abnormal returns of a sample.</summary>
/// <param name="Events">Each event's.</param>
/// <param name="Mean">Their mean; a fraction.</param>
/// <param name="CrossSectional">The t of the mean.</param>
/// <param name="SkewnessAdjusted">The t corrected for skewness.</param>
/// <param name="Bootstrap">The t corrected for skewness against the same of events drawn with replacement.</param>
/// <param name="Problems">Events left out, each with the reason.</param>
public sealed record BuyAndHoldResult(
    ImmutableArray<HeldReturn> Events,
    double Mean,
    Answer<TestValue> CrossSectional,
    Answer<TestValue> SkewnessAdjusted,
    Answer<TestValue> Bootstrap,
    ImmutableArray<EventProblem> Problems);

/// <summary>Buy-and-hold abnormal returns: what an investor had who bought before the event and held, less the same in the benchmark.</summary>
public static class BuyAndHold
{
    private static readonly Working Formula = new() { Formula = "product of (1 + return) - product of (1 + benchmark return); mean over events" };

    /// <summary>Holds every event of a panel over a window.</summary>
    /// <param name="panel">Simple returns, the benchmark (a market or a control firm) as first factor.</param>
    /// <param name="window">The days held; inside the event window.</param>
    /// <param name="replicates">Bootstrap replicates; at least 99.</param>
    /// <param name="seed">The bootstrap's seed.</param>
    /// <returns>The returns; an event that lacks a day of the window is listed and left out. <see cref="ProblemKind.NoData"/> when none is left.</returns>
    /// <remarks>
    /// Source: Barber and Lyon, "Detecting long-run abnormal stock returns", Journal of Financial Economics 43, 1997; Lyon, Barber and Tsai, "Improved methods for tests of long-run abnormal stock returns",
    /// Journal of Finance 54, 1999.
    /// </remarks>
    public static Answer<BuyAndHoldResult> Run(EventPanel panel, EventWindow window, int replicates = 1999, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 99);
        if (!panel.Window.Contains(window))
        {
            return new Problem(ProblemKind.Invalid, $"The window {window} is not inside the event window {panel.Window}.");
        }

        var problems = panel.Problems.ToBuilder();
        var held = new List<HeldReturn>();
        foreach (var item in panel.Events)
        {
            var answer = Hold(panel, item, window);
            if (answer.HasValue)
            {
                held.Add(answer.Value);
            }
            else
            {
                problems.Add(new EventProblem(item.Event, answer.Problem, true));
            }
        }

        if (held.Count == 0)
        {
            return new Problem(ProblemKind.NoData, problems.Count == 0 ? "The panel has no events." : $"No event can be held over {window}; the first: {problems[0].Problem.Message}");
        }

        double[] values = [.. held.Select(item => item.Abnormal)];
        var (mean, deviation) = SampleColumn.Moments(values);
        var t = values.Length < 2 ? TestRatio.Needs(2, values.Length) : TestRatio.Of(mean, deviation / Math.Sqrt(values.Length), NullLaw.StudentT(values.Length - 1), values.Length, Formula);
        var adjusted = CrossSectionTests.SkewnessAdjusted(values);
        var result = new BuyAndHoldResult([.. held], mean, t, adjusted, Bootstrap(values, mean, adjusted, replicates, seed), [.. problems.OrderBy(problem => problem.Event)]);
        return Answer<BuyAndHoldResult>.Of(result, Formula);
    }

    private static Answer<HeldReturn> Hold(EventPanel panel, EventReturns item, EventWindow window)
    {
        if (item.Factors.IsEmpty)
        {
            return new Problem(ProblemKind.Invalid, $"{item.Event} has no benchmark series.");
        }

        var (own, benchmark) = (1.0, 1.0);
        for (var day = window.First; day <= window.Last; day++)
        {
            var at = panel.EstimationDays + day - panel.Window.First;
            var (a, b) = (item.Returns.Span[at], item.Factors[0].Span[at]);
            if (!double.IsFinite(a) || !double.IsFinite(b))
            {
                return new Problem(ProblemKind.NoData, $"{item.Event} has no return on day {day} of {window}, or its benchmark has none: it cannot be held through the window.");
            }

            own *= 1 + a;
            benchmark *= 1 + b;
        }

        return Answer<HeldReturn>.Of(new HeldReturn(item.Event, own - 1, benchmark - 1, window.Days), Formula);
    }

    /// <summary>The adjusted t of resampled events about the sample's mean; p = (1 + replicates at least as far out) / (1 + replicates).</summary>
    private static Answer<TestValue> Bootstrap(double[] values, double mean, Answer<TestValue> adjusted, int replicates, ulong seed)
    {
        if (!adjusted.HasValue)
        {
            return adjusted;
        }

        var drawn = new double[values.Length];
        var beyond = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var random = StudyRandom.Of(seed, replicate);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = values[random.Below(values.Length)] - mean;
            }

            var own = CrossSectionTests.SkewnessAdjusted(drawn);
            beyond += !own.HasValue || Math.Abs(own.Value.Statistic) >= Math.Abs(adjusted.Value.Statistic) ? 1 : 0;
        }

        return adjusted.Map(value => value with { Law = new NullLaw(NullLawKind.Bootstrap, replicates), PValue = (1.0 + beyond) / (1 + replicates) });
    }
}
