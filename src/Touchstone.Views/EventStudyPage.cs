using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>An event study as a page: the path of the cumulative average with its band, the windows with every test, the events, what is left out.</summary>
internal static class EventStudyPage
{
    /// <summary>The page.</summary>
    /// <param name="run">The study; has an answer.</param>
    public static Page Of(EventStudyRun run)
    {
        var result = run.Answer.Value;
        var names = result.Events.Select(item => item.Event.Name).Where(name => name.Length > 0).Distinct().Select(name => run.Market.Event(name)?.Name ?? name).Take(3);
        return new Page($"Event study: {string.Join("; ", names)}", $"{result.Events.Length} {(result.Events.Length == 1 ? "event" : "events")}: {run.Line}.",
        [
            .. run.Samples.SelectMany(sample => OfSample(run, sample)),
            EventsOf(run),
            new PageSection("What was left out, and remarks") { Terms = [.. result.Problems.OrderByDescending(problem => problem.LeftOut).Select(problem => (problem.LeftOut ? $"left out: {problem.Event}" : $"{problem.Event}", $"{problem.Problem}"))] },
            StudyPage.Working(run.Answer.Working) with { Text = run.Notes.IsEmpty ? null : string.Join(' ', run.Notes) },
        ],
        [$"Data {run.Market.Name}, sha256 {run.Market.Sha256}"]);
    }

    private static IEnumerable<PageSection> OfSample(EventStudyRun run, SampleResult sample)
    {
        var name = sample.Name.Length == 0 ? "All events" : $"Group {sample.Name}";
        yield return new PageSection($"{name}: cumulative average abnormal return")
        {
            Text = "The band holds 95% of what chance would do about the average. It is made of the spread of the sample's daily mean before the events, so that what the securities share, as on one common date, is in it."
                + (sample.UsedCorrelation is { } r ? $" Residuals of two events have a correlation of {Figure.Fixed(r, 3)} on average." : ""),
            Charts = [PathOf(run, sample, name)],
        };
        foreach (var window in sample.Windows)
        {
            var table = EventStudyTables.Window(run, sample, window);
            yield return new PageSection($"{name}, {EventStudyTables.Heading(window)}") { Table = StudyPage.Table("Every test, with the law of its statistic where there is no effect.", table.Columns, table.Rows) };
        }
    }

    private static PanelChart PathOf(EventStudyRun run, SampleResult sample, string name)
    {
        var path = EventPath.Of(run.Answer.Value, sample).ToDictionary(day => day.Day);
        var days = sample.Days.Select(day => day.Window.First).ToArray();
        ImmutableArray<double?> Path(Func<EventPathDay, double?> number) => [.. days.Select(day => path.TryGetValue(day, out var found) ? number(found) * 100 : null)];
        var table = EventStudyTables.Days(run, sample);
        var zero = Array.IndexOf(days, 0);
        ImmutableArray<ChartMark> event0 = zero >= 0 && path.TryGetValue(0, out var at) ? [new ChartMark(zero, at.Average * 100, "event", ChartTone.Second)] : [];
        return new PanelChart(
            $"{name}: CAAR by event day",
            $"The cumulative average abnormal return of {sample.Events} events from day {days[0]} to day {days[^1]}, with a band of 95%, and the average of each day below it.",
            [.. days.Select(day => $"{day}")],
            [
                new ChartPanel("CAAR, %", [new ChartLine("CAAR", Path(day => day.Average), ChartTone.Main)], [new ChartRange("95% band", Path(day => day.Low), Path(day => day.High), ChartTone.Main)], event0),
                new ChartPanel("AAR, %", [new ChartLine("AAR", [.. sample.Days.Select(day => day.Average * 100)], ChartTone.Second)], [], []),
            ],
            [],
            StudyPage.Table("Each event day, with the p-values of the main tests", table.Columns, table.Rows));
    }

    private static PageSection EventsOf(EventStudyRun run)
    {
        var table = EventStudyTables.Events(run);
        return new PageSection($"Events by abnormal return over {run.First}") { Table = StudyPage.Table("Each event with the fit of its model; t is over the exact forecast error.", table.Columns, table.Rows) };
    }
}
