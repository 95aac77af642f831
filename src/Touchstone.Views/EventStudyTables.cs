using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>The cells of one table of a study, for a terminal and for a page.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, a cell for each column.</param>
internal sealed record StudyTable(IReadOnlyList<TextColumn> Columns, IReadOnlyList<string[]> Rows);

/// <summary>The tables of an event study.</summary>
internal static class EventStudyTables
{
    private const int MostTests = 4; // what fits beside a day on a terminal

    /// <summary>AAR and CAAR of each day with its band and the p-values of the main tests.</summary>
    public static StudyTable Days(EventStudyRun run, SampleResult sample)
    {
        var path = EventPath.Of(run.Answer.Value, sample).ToDictionary(day => day.Day);
        EventTest[] tests = [.. EventStudyNames.Main.Where(run.Options.Tests.Contains).Take(MostTests)];
        tests = tests.Length > 0 ? tests : [.. run.Options.Tests.Take(MostTests)];
        var raised = run.Raised(sample.Days);
        var rows = sample.Days.Select((day, i) => (string[])
        [
            $"{day.Window.First}",
            day.Average is { } average ? Percent(average) : "",
            path.TryGetValue(day.Window.First, out var so) ? Percent(so.Average) : "",
            so.Low is { } low && so.High is { } high ? $"{Percent(low)} to {Percent(high)}" : "",
            $"{day.Events}",
            $"{day.Positive}",
            .. tests.Select(test => raised is null ? P(day, test) : raised[test][i] is { } value ? Figure.Probability(value) : "-"),
        ]);
        var what = raised is null ? "p" : "adj. p";
        return new([new("day", true), new("AAR %", true), new("CAAR %", true), new("95% band", true), new("events", true), new("above 0", true), .. tests.Select(test => new TextColumn($"{what} {EventStudyNames.Of(test)}", true))], [.. rows]);
    }

    /// <summary>What stands above the tests of a window.</summary>
    public static string Heading(WindowResult window) => window.Average is { } average
        ? $"{window.Window}: {(window.Window.Days == 1 ? "AAR" : "CAAR")} {Percent(average)}% of {window.Events} {(window.Events == 1 ? "event" : "events")}, {window.Positive} above zero"
        : $"{window.Window}: no event has a return";

    /// <summary>Every test of a window.</summary>
    public static StudyTable Window(EventStudyRun run, SampleResult sample, WindowResult window)
    {
        var raised = run.Raised(sample.Windows);
        var at = sample.Windows.IndexOf(window);
        var rows = window.Tests.Select(result => Row(result, raised is null ? null : raised[result.Test][at]));
        TextColumn[] columns = [new("test"), new("statistic", true), new("p", true), new("adj. p", true), new("null law")];
        return raised is null
            ? new([.. columns.Where((_, i) => i != 3)], [.. rows.Select(row => row.Where((_, i) => i != 3).ToArray())])
            : new(columns, [.. rows]);
    }

    /// <summary>The events by abnormal return over the first window.</summary>
    public static StudyTable Events(EventStudyRun run)
    {
        var raised = run.RaisedEvents(run.First);
        var rows = run.ByReturn.Select(item =>
        {
            var answer = item.Over(run.First);
            AbnormalReturn? found = answer.HasValue ? answer.Value : null;
            return (string[])
            [
                item.Event.Security,
                item.Event.Name,
                $"{item.DateOf(0) ?? item.Event.Date:yyyy-MM-dd}",
                item.Group ?? "",
                $"{item.EstimationDays}",
                item.MarketSlope is { } slope ? Figure.Fixed(slope, 3) : "",
                Percent(item.Deviation),
                found is { } car ? Percent(car.Value) : "",
                found is { } error ? Percent(error.StandardError) : "",
                found is { } t ? Figure.Fixed(t.Standardised, 2) : "",
                found is { } p ? Figure.Probability(p.PValue) : "-",
                raised?[item.Event] is { } value ? Figure.Probability(value) : "",
            ];
        }).ToArray();
        TextColumn[] columns =
        [
            new("security"), new("event"), new("day 0"), new("group"), new("days", true), new("slope", true), new("sigma %", true),
            new(run.First.Days == 1 ? "AR %" : "CAR %", true), new("error %", true), new("t", true), new("p", true), new("adj. p", true),
        ];
        int[] kept = [.. Enumerable.Range(0, columns.Length).Where(i => rows.Any(row => row[i].Length > 0))];
        return new([.. kept.Select(i => columns[i])], [.. rows.Select(row => kept.Select(i => row[i]).ToArray())]);
    }

    private static string[] Row(TestResult result, double? raised) => result.Answer.HasValue
        ?
        [
            EventStudyNames.Of(result.Test),
            Figure.Fixed(result.Answer.Value.Statistic, 2),
            Figure.Probability(result.Answer.Value.PValue),
            raised is { } value ? Figure.Probability(value) : "",
            result.Answer.Value.Law.ToString(),
        ]
        : [EventStudyNames.Of(result.Test), "-", "-", "-", result.Answer.Problem.Message];

    private static string P(WindowResult day, EventTest test) => day.Of(test) is { HasValue: true } answer ? Figure.Probability(answer.Value.PValue) : "-";

    private static string Percent(double fraction) => Figure.Fixed(fraction * 100, 2);
}
