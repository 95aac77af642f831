using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Charts;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>A study of exuberance as a page: the series with its episodes shaded, BSADF against its line below it, the statistics and the working.</summary>
internal static class ExuberancePage
{
    /// <summary>The page.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    public static Page Of(StudySubject subject, Answer<ExuberanceStudy> answer)
    {
        var study = answer.Value;
        var title = $"Was {subject.Name} exuberant?";
        return new Page(title, ExuberanceTables.Finding(study),
        [
            new PageSection($"{ExuberanceTables.FieldText(study)}, {study.DayOf(0):yyyy-MM-dd} to {study.DayOf(study.Result.Points - 1):yyyy-MM-dd}") { Charts = [ChartOf(subject, study)] },
            Episodes(study),
            new PageSection("Statistics") { Table = StudyPage.Table("Right-tailed tests: a statistic above its critical value speaks for a bubble.", ExuberanceTables.StatisticColumns, study.Statistics.Select(statistic => ExuberanceTables.Cells(study, statistic))) },
            StudyPage.Working(answer.Working),
        ],
        StudyPage.Footer(subject));
    }

    private static PageSection Episodes(ExuberanceStudy study)
    {
        var heading = new PageSection("Episodes");
        return study.Episodes.IsEmpty
            ? heading with { Text = ExuberanceTables.NoEpisode(study) }
            : heading with { Text = study.IsExuberant ? null : ExuberanceTables.NotBacked, Table = StudyPage.Table("Runs of days with BSADF above its line.", ExuberanceTables.EpisodeColumns, study.Episodes.Select(episode => ExuberanceTables.Cells(study, episode))) };
    }

    private static PanelChart ChartOf(StudySubject subject, ExuberanceStudy study)
    {
        var (result, places) = (study.Result, Enumerable.Range(0, study.Result.Points));
        var values = study.Series.Values;
        var level = (study.Options.Level * 100).ToString("F0", CultureInfo.InvariantCulture);
        var bands = study.Episodes.Select(episode => episode.Kind == EpisodeKind.Boom
            ? new ChartBand(episode.Start, episode.End ?? result.Points - 1, "boom", ChartTone.Rising)
            : new ChartBand(episode.Start, episode.End ?? result.Points - 1, "collapse", ChartTone.Falling));
        var panels = ImmutableArray.Create(
            new ChartPanel($"{study.Series.Field}, {study.Series.UnitText}", [new ChartLine(study.Series.Field, [.. places.Select(i => (double?)values.Values[i])], ChartTone.Main)], [], []),
            new ChartPanel(
                "BSADF",
                [
                    new ChartLine("BSADF", At(result.Bsadf, places), ChartTone.Second),
                    new ChartLine($"{level}% critical line", At(study.Line.Values, places), ChartTone.Limit, IsDashed: true),
                ],
                [],
                [new ChartMark(result.GsadfEnd, result.Gsadf, "GSADF", ChartTone.Second)]));
        return new PanelChart(
            $"{subject.Name} and BSADF",
            $"{study.Series.Field} of {subject.Name} above, and below it the statistic BSADF at each day with its {level}% critical line. {study.Episodes.Length} episodes are shaded. {ExuberanceTables.Finding(study)}",
            StudyPage.Places(values),
            panels,
            [.. bands],
            StudyPage.Table(
                "Numbers of the chart",
                [new TextColumn("date"), new TextColumn(study.Series.Field, true), new TextColumn("BSADF", true), new TextColumn("critical", true), new TextColumn("above")],
                places.Select(i => new[] { $"{study.DayOf(i):yyyy-MM-dd}", values.Values[i].ToString("G10", CultureInfo.InvariantCulture), Cell(result.Bsadf, i), Cell(study.Line.Values, i), study.IsAbove(i) ? "yes" : "" })));
    }

    private static ImmutableArray<double?> At(StatisticSequence sequence, IEnumerable<int> places) => [.. places.Select(i => sequence.IsDefined(i) ? sequence[i] : (double?)null)];

    private static string Cell(StatisticSequence sequence, int i) => sequence.IsDefined(i) ? ExuberanceTables.Number(sequence[i]) : "";
}
