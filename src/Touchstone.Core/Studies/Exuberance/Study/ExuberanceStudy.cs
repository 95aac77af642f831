using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>Whether a series was exuberant, and when: the statistics beside critical values, and dated episodes. Immutable.</summary>
public sealed record ExuberanceStudy
{
    private ExuberanceStudy()
    {
    }

    /// <summary>The series examined.</summary>
    public required StudySeries Series { get; init; }

    /// <summary>How it was examined.</summary>
    public required ExuberanceStudyOptions Options { get; init; }

    /// <summary>Whether logarithms were tested.</summary>
    public required bool Logarithms { get; init; }

    /// <summary>The numbers tested, one for each point.</summary>
    public required ImmutableArray<double> Tested { get; init; }

    /// <summary>The statistics and sequences.</summary>
    public required ExuberanceResult Result { get; init; }

    /// <summary>ADF, SADF and GSADF beside their critical values.</summary>
    public required ImmutableArray<ExuberanceStatistic> Statistics { get; init; }

    /// <summary>The line that BSADF is dated with.</summary>
    public required CriticalLine Line { get; init; }

    /// <summary>The episodes, in order of time.</summary>
    public required ImmutableArray<Episode> Episodes { get; init; }

    /// <summary>Fewest ends of an episode that is kept.</summary>
    public required int MinimumDuration { get; init; }

    /// <summary>Of the ends that have a statistic, how many stand above the line, those of episodes too short to keep among them.</summary>
    public int EndsAbove => Result.Bsadf.Defined.Count(end => IsAbove(end.End));

    /// <summary>GSADF beside its critical values.</summary>
    public ExuberanceStatistic Gsadf => Statistics[^1];

    /// <summary>Whether GSADF stands above its critical value at the level of the study.</summary>
    public bool IsExuberant => Gsadf.Value > Gsadf.CriticalAt(Options.Level);

    /// <summary>Whether BSADF stands above the line at an end.</summary>
    /// <param name="end">A point, from 0; an end without statistic or line is not above.</param>
    public bool IsAbove(int end) => Result.Bsadf.IsDefined(end) && Line.Values.IsDefined(end) && Result.Bsadf[end] > Line.Values[end];

    /// <summary>The day of a point.</summary>
    /// <param name="position">The point, from 0.</param>
    public DateOnly DayOf(int position) => Series.Values.Days[position];

    /// <summary>Examines a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>
    /// The study; <see cref="ProblemKind.Undefined"/> for a series too short, without movement, or with a number whose logarithm is none;
    /// <see cref="ProblemKind.Invalid"/> for options that cannot be; <see cref="ProblemKind.NoData"/> for a length without stored values.
    /// </returns>
    public static Answer<ExuberanceStudy> Of(StudySeries series, ExuberanceStudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new ExuberanceStudyOptions();
        if (options.Level is not (0.90 or 0.95 or 0.99))
        {
            return SeriesChecks.Invalid($"The level is {options.Level}; expected 0.90, 0.95 or 0.99.");
        }

        var logarithms = options.Logarithms ?? series.IsPrice;
        var tested = Levels(series, logarithms);
        if (!tested.HasValue)
        {
            return tested.Problem;
        }

        var result = Exuberance.Test(tested.Value.AsSpan(), options.Test);
        if (!result.HasValue)
        {
            return result.Problem;
        }

        var critical = CriticalStatistics.Of(tested.Value.AsSpan(), result.Value, options);
        if (!critical.HasValue)
        {
            return critical.Problem;
        }

        var duration = DateStamping.MinimumDuration(series.Values.Count);
        var episodes = DateStamping.Episodes(tested.Value.AsSpan(), result.Value.Bsadf, critical.Value.Line, duration);
        if (!episodes.HasValue)
        {
            return episodes.Problem;
        }

        var study = new ExuberanceStudy
        {
            Series = series,
            Options = options,
            Logarithms = logarithms,
            Tested = tested.Value,
            Result = result.Value,
            Statistics = critical.Value.Statistics,
            Line = critical.Value.Line,
            Episodes = episodes.Value,
            MinimumDuration = duration,
        };
        return Answer<ExuberanceStudy>.Of(study, Working(study, result.Working, critical.Working));
    }

    /// <summary>The numbers to test: as they are, or their logarithms.</summary>
    internal static Answer<ImmutableArray<double>> Levels(StudySeries series, bool logarithms)
    {
        var values = series.Values;
        for (var i = 0; logarithms && i < values.Count; i++)
        {
            if (values.Values[i] <= 0)
            {
                return SeriesChecks.Undefined($"The {series.Field} of {series.Subject} on {values.Days[i]:yyyy-MM-dd} is {values.Values[i]} and has no logarithm; test the numbers as they are.");
            }
        }

        return Answer<ImmutableArray<double>>.Of(
            logarithms ? [.. values.Values.ToArray().Select(value => Math.Log(value))] : [.. values.Values],
            new Working { Formula = logarithms ? "ln of each number" : "each number as it is" });
    }

    private static Working Working(ExuberanceStudy study, Working test, Working critical)
    {
        var (result, days, tested) = (study.Result, study.Series.Values.Days.ToArray(), study.Logarithms ? "ln" : "the numbers");
        Step Of(ExuberanceStatistic statistic) => new(
            statistic.Name.ToLowerInvariant(),
            $"t ratio of the level over {days[statistic.First]:yyyy-MM-dd} to {days[statistic.Last]:yyyy-MM-dd}, {statistic.Last - statistic.First - result.Lag} regression rows",
            statistic.Value,
            Unit.Number);
        return new Working
        {
            Formula = test.Formula,
            Steps = [.. study.Statistics.Select(statistic => Of(statistic))],
            Inputs = [.. new[] { 0, result.GsadfStart, result.GsadfEnd, days.Length - 1 }.Distinct().Order().Select(position => study.Series.InputAt(position))],
            Window = new DateSpan(days[0], days[^1]),
            Conventions =
            [
                study.Series.Meaning,
                study.Series.Coverage,
                study.Logarithms ? "Logarithms are tested: growth at a constant rate is no bubble." : "The numbers are tested as they are, not their logarithms.",
                .. test.Conventions,
                $"Critical values: {critical.Formula}.",
                .. critical.Conventions,
                Dating(study),
            ],
        };
    }

    private static string Dating(ExuberanceStudy study)
    {
        var percent = FormattableString.Invariant($"{study.Options.Level * 100:F0}%");
        var line = study.Line.Kind == LineKind.SadfToDate
            ? $"At each point the line is the {percent} quantile of SADF of a sample that ends there; each point is a test of its own"
            : $"At every point the line is the {percent} quantile of the greatest BSADF over all points, so that the whole sample is one test";
        return FormattableString.Invariant($"{line}. An episode has {study.MinimumDuration} points or more above it and ends with the first that is not.");
    }
}
