using System.Text.Json;
using Touchstone.Studies;

namespace Touchstone.Json;

/// <summary>A study of exuberance as JSON: <c>touchstone.study-exuberance/1</c>.</summary>
internal static class ExuberanceJson
{
    /// <summary>Writes a study, or the problem that stands in its place.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study.</param>
    /// <param name="output">Where to.</param>
    public static void Write(StudySubject subject, Answer<ExuberanceStudy> answer, TextWriter output) => StudyJson.Document("exuberance", subject, answer, output, (json, study) =>
    {
        StudyJson.WriteSeries(json, study.Series);
        json.Truth("logarithms", study.Logarithms);
        json.Number("lag", study.Result.Lag);
        json.Number("minimumWindow", study.Result.MinimumRegressionRows);
        WriteCritical(json, study);
        json.Number("level", study.Options.Level * 100);
        json.Truth("exuberant", study.IsExuberant);
        json.List("statistics", study.Statistics, (_, statistic) =>
        {
            json.Text("name", statistic.Name.ToLowerInvariant());
            json.Number("value", statistic.Value);
            json.Day("from", study.DayOf(statistic.First));
            json.Day("to", study.DayOf(statistic.Last));
            json.Number("critical90", statistic.Critical.At90);
            json.Number("critical95", statistic.Critical.At95);
            json.Number("critical99", statistic.Critical.At99);
            json.Number("pValue", statistic.PValue);
        });
        json.Text("line", LineName(study.Line.Kind));
        json.Number("minimumDuration", study.MinimumDuration);
        json.List("episodes", study.Episodes, (_, episode) =>
        {
            json.Day("start", study.DayOf(episode.Start));
            json.Day("peak", study.DayOf(episode.Peak));
            json.Day("end", episode.End is { } end ? study.DayOf(end) : null);
            json.Number("duration", episode.Duration);
            json.Text("kind", episode.Kind == EpisodeKind.Boom ? "boom" : "collapse");
            json.Truth("ongoing", episode.Ongoing);
            json.Number("bsadfAtPeak", study.Result.Bsadf[episode.Peak]);
            json.Number("valueAtStart", study.Series.Values.Values[episode.Start]);
            json.Number("valueAtPeak", study.Series.Values.Values[episode.Peak]);
        });
        json.List("points", Enumerable.Range(0, study.Result.Points), (_, i) =>
        {
            json.Day("date", study.DayOf(i));
            json.Number("value", study.Series.Values.Values[i]);
            json.Number("bsadf", At(study.Result.Bsadf, i));
            json.Number("critical", At(study.Line.Values, i));
            json.Truth("above", study.Result.Bsadf.IsDefined(i) ? study.IsAbove(i) : null);
        });
    });

    private static void WriteCritical(Utf8JsonWriter json, ExuberanceStudy study)
    {
        json.WriteStartObject("critical");
        var isStored = study.Options.Critical == CriticalValueSource.Stored;
        json.Text("source", study.Options.Critical switch
        {
            CriticalValueSource.Stored => "stored",
            CriticalValueSource.MonteCarlo => "monte-carlo",
            CriticalValueSource.Wild => "wild",
            _ => "composite",
        });
        json.Text("multiplier", study.Options.Critical != CriticalValueSource.Wild ? null : study.Options.Multiplier == WildMultiplier.Rademacher ? "signs" : "normal");
        json.Number("replicates", isStored ? null : study.Options.Simulation.Replicates);
        json.Number("seed", isStored ? null : unchecked((int)study.Options.Simulation.Seed));
        json.WriteEndObject();
    }

    private static string LineName(LineKind kind) => kind switch
    {
        LineKind.SadfToDate => "sadf-to-date",
        LineKind.Bsadf => "bsadf",
        LineKind.MaximumOverWindow => "maximum-over-window",
        _ => "given",
    };

    private static double? At(StatisticSequence sequence, int end) => sequence.IsDefined(end) ? sequence[end] : null;
}
