using Touchstone.Cli.Commands;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>A study of exuberance for reading on a terminal, and as CSV.</summary>
internal static class ExuberanceView
{
    /// <summary>The finding, the statistics, the chart, the episodes and the working.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<SheetLine> Of(StudySubject subject, Answer<ExuberanceStudy> answer, int width)
    {
        var study = answer.Value;
        yield return SheetLine.Whole($"{subject.Id} {subject.Name}, {ExuberanceTables.FieldText(study)}, {study.DayOf(0):yyyy-MM-dd} to {study.DayOf(study.Result.Points - 1):yyyy-MM-dd}", Tone.Strong);
        yield return SheetLine.Whole(ExuberanceTables.Finding(study), study.IsExuberant ? Tone.Caution : Tone.Plain);
        yield return SheetLine.Empty;
        foreach (var line in TextTable.Of(ExuberanceTables.StatisticColumns, study.Statistics.Select(statistic => ExuberanceTables.Cells(study, statistic))))
        {
            yield return line;
        }

        yield return SheetLine.Empty;
        yield return SheetLine.Whole($"BSADF (* below, # above) against its {study.Options.Level:P0} line (-)".Replace(" %", "%", StringComparison.Ordinal), Tone.Muted);
        foreach (var line in LineChart.Of([.. study.Result.Bsadf.Defined.Where(end => study.Line.Values.IsDefined(end.End)).Select(end => (study.DayOf(end.End), end.Value, study.Line.Values[end.End]))], width))
        {
            yield return line;
        }

        yield return SheetLine.Empty;
        if (study.Episodes.IsEmpty)
        {
            yield return SheetLine.Whole(ExuberanceTables.NoEpisode(study));
        }
        else
        {
            if (!study.IsExuberant)
            {
                yield return SheetLine.Whole(ExuberanceTables.NotBacked, Tone.Caution);
            }

            foreach (var line in TextTable.Of(ExuberanceTables.EpisodeColumns, study.Episodes.Select(episode => ExuberanceTables.Cells(study, episode))))
            {
                yield return line;
            }
        }

        yield return SheetLine.Empty;
        foreach (var line in WorkingLines.Of(answer.Working, 2))
        {
            yield return line;
        }
    }

    /// <summary>A row for each point: the number, what was tested, BSADF and BADF, the line, and whether it is above.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(ExuberanceStudy study, TextWriter output)
    {
        output.Write("date,value,tested,badf,bsadf,critical,above\n");
        for (var i = 0; i < study.Result.Points; i++)
        {
            output.Write($"{study.DayOf(i):yyyy-MM-dd},{Exact(study.Series.Values.Values[i])},{Exact(study.Tested[i])},{At(study.Result.Badf, i)},{At(study.Result.Bsadf, i)},{At(study.Line.Values, i)},{(study.Result.Bsadf.IsDefined(i) ? study.IsAbove(i) ? "yes" : "no" : "")}\n");
        }
    }

    private static string Exact(double value) => Figure.Exact(value);

    private static string At(StatisticSequence sequence, int end) => sequence.IsDefined(end) ? Exact(sequence[end]) : "";
}
