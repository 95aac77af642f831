using System.Globalization;
using Touchstone.Cli.Commands;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>A study of exuberance for reading on a terminal, and as CSV.</summary>
internal static class ExuberanceView
{
    /// <summary>The columns of the statistics.</summary>
    public static TextColumn[] StatisticColumns { get; } = [new(""), new("statistic", true), new("90%", true), new("95%", true), new("99%", true), new("p", true), new("window")];

    /// <summary>The columns of the episodes.</summary>
    public static TextColumn[] EpisodeColumns { get; } = [new("start"), new("peak"), new("end"), new("points", true), new("BSADF at peak", true), new("kind"), new("from start to peak")];

    /// <summary>The finding, the statistics, the chart, the episodes and the working.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<SheetLine> Of(StudySubject subject, Answer<ExuberanceStudy> answer, int width)
    {
        var study = answer.Value;
        yield return SheetLine.Whole($"{subject.Id} {subject.Name}, {FieldText(study)}, {study.DayOf(0):yyyy-MM-dd} to {study.DayOf(study.Result.Points - 1):yyyy-MM-dd}", Tone.Strong);
        yield return SheetLine.Whole(Finding(study), study.IsExuberant ? Tone.Caution : Tone.Plain);
        yield return SheetLine.Empty;
        foreach (var line in TextTable.Of(StatisticColumns, study.Statistics.Select(statistic => Cells(study, statistic))))
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
            yield return SheetLine.Whole(NoEpisode(study));
        }
        else
        {
            if (!study.IsExuberant)
            {
                yield return SheetLine.Whole(NotBacked, Tone.Caution);
            }

            foreach (var line in TextTable.Of(EpisodeColumns, study.Episodes.Select(episode => Cells(study, episode))))
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

    /// <summary>One sentence on what was found.</summary>
    /// <param name="study">The study.</param>
    public static string Finding(ExuberanceStudy study)
    {
        var (gsadf, level) = (study.Gsadf, study.Options.Level);
        var p = gsadf.PValue is { } value ? $", p = {P(value)}" : "";
        return $"{(study.IsExuberant ? "Exuberant" : "Not exuberant")} at {level * 100:F0}%: GSADF {Number(gsadf.Value)} is {(study.IsExuberant ? "above" : "not above")} {Number(gsadf.CriticalAt(level))}{p}.";
    }

    /// <summary>What episodes are worth when the test over the whole sample does not reject.</summary>
    public static string NotBacked => "GSADF, one test of the whole sample, does not reject; each point below was a test of its own, and some stand above their line by chance.";

    /// <summary>That there is no episode, and how near it was.</summary>
    /// <param name="study">The study.</param>
    public static string NoEpisode(ExuberanceStudy study) => $"No episode of {study.MinimumDuration} points or more; {study.EndsAbove} of {study.Result.Bsadf.Defined.Count()} points stand above the line.";

    /// <summary>The field as a reader calls it.</summary>
    /// <param name="study">The study.</param>
    public static string FieldText(ExuberanceStudy study) => $"{(study.Logarithms ? "ln " : "")}{study.Series.Field}";

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

    /// <summary>A statistic with four decimals.</summary>
    public static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>A p-value with four decimals.</summary>
    public static string P(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>The cells of a statistic.</summary>
    public static string[] Cells(ExuberanceStudy study, ExuberanceStatistic statistic) =>
    [
        statistic.Name,
        Number(statistic.Value),
        Number(statistic.Critical.At90),
        Number(statistic.Critical.At95),
        Number(statistic.Critical.At99),
        statistic.PValue is { } p ? P(p) : "-",
        $"{study.DayOf(statistic.First):yyyy-MM-dd} to {study.DayOf(statistic.Last):yyyy-MM-dd}",
    ];

    /// <summary>The cells of an episode.</summary>
    public static string[] Cells(ExuberanceStudy study, Episode episode)
    {
        var values = study.Series.Values.Values;
        return
        [
            $"{study.DayOf(episode.Start):yyyy-MM-dd}",
            $"{study.DayOf(episode.Peak):yyyy-MM-dd}",
            episode.End is { } end ? $"{study.DayOf(end):yyyy-MM-dd}" : "ongoing",
            episode.Duration.ToString(CultureInfo.InvariantCulture),
            Number(study.Result.Bsadf[episode.Peak]),
            episode.Kind == EpisodeKind.Boom ? "boom" : "collapse",
            $"{Short(values[episode.Start])} to {Short(values[episode.Peak])}",
        ];
    }

    private static string Short(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private static string Exact(double value) => Figure.Exact(value);

    private static string At(StatisticSequence sequence, int end) => sequence.IsDefined(end) ? Exact(sequence[end]) : "";
}
