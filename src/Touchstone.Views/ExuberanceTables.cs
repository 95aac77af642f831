using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>A study of exuberance in words and cells, for every surface.</summary>
internal static class ExuberanceTables
{
    /// <summary>The columns of the statistics.</summary>
    public static TextColumn[] StatisticColumns { get; } = [new(""), new("statistic", true), new("90%", true), new("95%", true), new("99%", true), new("p", true), new("window")];

    /// <summary>The columns of the episodes.</summary>
    public static TextColumn[] EpisodeColumns { get; } = [new("start"), new("peak"), new("end"), new("points", true), new("BSADF at peak", true), new("kind"), new("from start to peak")];

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
}
