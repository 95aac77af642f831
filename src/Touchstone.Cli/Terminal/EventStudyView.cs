using Touchstone.Cli.Sources;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>An event study for reading on a terminal: design, what is left out, days, windows, events.</summary>
internal static class EventStudyView
{
    /// <summary>The lines of a study.</summary>
    /// <param name="run">The study; has an answer.</param>
    public static IEnumerable<SheetLine> Of(EventStudyRun run)
    {
        var result = run.Answer.Value;
        yield return SheetLine.Whole($"{result.Events.Length} {(result.Events.Length == 1 ? "event" : "events")}: {run.Line}", Tone.Strong);
        foreach (var note in run.Notes)
        {
            yield return Line("securities", note);
        }

        foreach (var note in EventStudyNotes.Together(run.Answer.Working.Conventions.Select(convention => EventStudyNotes.Part(convention))))
        {
            yield return Line("note", note);
        }

        if (run.Adjustment is { } adjustment)
        {
            yield return Line("note", $"Adjusted p-values ({EventStudyNames.Of(adjustment)}) count, for each test, the days, the windows and the events each by themselves.");
        }

        var isOneEvent = run.Design.Events.Select(item => (item.Date, item.Name)).Distinct().Count() == 1;
        foreach (var note in EventStudyNotes.Together(result.Problems.Where(problem => problem.LeftOut).Select(problem => EventStudyNotes.Part(problem, isOneEvent))))
        {
            yield return new SheetLine("left out", note, Tone.Muted, Tone.Caution, 2);
        }

        foreach (var note in EventStudyNotes.Together(result.Problems.Where(problem => !problem.LeftOut).Select(problem => EventStudyNotes.Part(problem, isOneEvent))))
        {
            yield return Line("remark", note);
        }

        foreach (var line in run.Samples.SelectMany(sample => OfSample(run, sample)).Concat(OfEvents(run)))
        {
            yield return line;
        }
    }

    private static IEnumerable<SheetLine> OfSample(EventStudyRun run, SampleResult sample)
    {
        var name = sample.Name.Length == 0 ? "All events" : $"Group {sample.Name}: {sample.Events} events";
        yield return SheetLine.Empty;
        yield return SheetLine.Whole($"{name}, by day{Correlation(sample)}", Tone.Strong);
        yield return SheetLine.Empty;
        foreach (var line in Lines(EventStudyTables.Days(run, sample)))
        {
            yield return line;
        }

        foreach (var window in sample.Windows)
        {
            yield return SheetLine.Empty;
            yield return SheetLine.Whole(EventStudyTables.Heading(window), Tone.Strong);
            foreach (var line in Lines(EventStudyTables.Window(run, sample, window)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<SheetLine> OfEvents(EventStudyRun run)
    {
        yield return SheetLine.Empty;
        yield return SheetLine.Whole($"Events by abnormal return over {run.First}", Tone.Strong);
        yield return SheetLine.Empty;
        foreach (var line in Lines(EventStudyTables.Events(run)))
        {
            yield return line;
        }
    }

    private static string Correlation(SampleResult sample) => sample.UsedCorrelation is { } value ? $"; residuals of two events have a correlation of {Figure.Fixed(value, 3)} on average" : "";

    private static SheetLine Line(string lead, string text) => new(lead, text, Tone.Muted, Indent: 2);

    private static IEnumerable<SheetLine> Lines(StudyTable table) => TextTable.Of(table.Columns, table.Rows);
}
