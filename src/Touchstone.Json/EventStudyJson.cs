using System.Text.Json;
using Touchstone.Studies;

namespace Touchstone.Json;

/// <summary>An event study as JSON: <c>touchstone.study-events/1</c>.</summary>
internal static class EventStudyJson
{
    /// <summary>Writes a study, or the problem that stands in its place.</summary>
    /// <param name="run">The study.</param>
    /// <param name="output">Where to.</param>
    public static void Write(EventStudyRun run, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.study-events/1");
        json.Object("design", run, WriteDesign);
        if (run.Answer.HasValue)
        {
            var result = run.Answer.Value;
            var raised = result.Sample.Windows.Select(window => window.Window).Distinct().ToDictionary(window => window, run.RaisedEvents);
            json.List("events", result.Events, (_, item) => WriteEvent(json, run, item, raised));
            json.Object("sample", result.Sample, (_, sample) => WriteSample(json, run, sample));
            json.List("groups", result.Groups, (_, sample) => WriteSample(json, run, sample));
            json.List("problems", result.Problems, (_, problem) =>
            {
                WriteKey(json, problem.Event);
                json.Truth("leftOut", problem.LeftOut);
                json.Object("problem", problem.Problem, DataJson.WriteProblem);
            });
            json.Object("working", run.Answer.Working, WorkingJson.Write);
        }

        json.Object("problem", run.Answer.Problem, DataJson.WriteProblem);
        json.Object("data", run.Market, DataJson.WriteIdentity);
        json.WriteEndObject();
    });

    private static void WriteDesign(Utf8JsonWriter json, EventStudyRun run)
    {
        json.Text("model", run.Model);
        json.Text("market", run.Design.Benchmark?.Value);
        json.Texts("factors", run.Factors);
        json.Text("variable", EventStudyNames.Of(run.Design.Variable));
        json.Number("estimationDays", run.Design.EstimationDays);
        json.Number("gap", run.Design.Gap);
        json.Number("first", run.Design.Window.First);
        json.Number("last", run.Design.Window.Last);
        json.Texts("tests", run.Options.Tests.Select(EventStudyNames.Of));
        json.Number("replicates", run.Options.Replicates);
        json.WriteNumber("seed", run.Options.Seed);
        json.Text("adjustment", run.Adjustment is { } adjustment ? EventStudyNames.Of(adjustment) : null);
        json.Texts("notes", run.Notes);
    }

    private static void WriteEvent(Utf8JsonWriter json, EventStudyRun run, EventOutcome item, Dictionary<EventWindow, Dictionary<EventKey, double?>?> raised)
    {
        WriteKey(json, item.Event);
        json.Text("group", item.Group);
        json.Text("name", InstrumentId.IsValid(item.Event.Security) ? run.Market.Instrument(new InstrumentId(item.Event.Security))?.Name : null);
        json.Day("dayZero", item.DateOf(0));
        json.Number("estimationDays", item.EstimationDays);
        json.Number("degreesOfFreedom", item.DegreesOfFreedom);
        json.WriteStartArray("coefficients");
        foreach (var coefficient in item.Coefficients)
        {
            json.WriteNumberValue(coefficient);
        }

        json.WriteEndArray();
        json.Number("marketSlope", item.MarketSlope);
        json.Number("deviation", item.Deviation * 100);
        json.List("days", item.Days, (_, day) =>
        {
            json.Number("day", day.Window.First);
            json.Day("date", item.DateOf(day.Window.First));
            WriteAbnormal(json, day);
        });
        json.List("windows", run.Answer.Value.Sample.Windows.Select(window => item.Over(window.Window)).Where(answer => answer.HasValue).Select(answer => answer.Value), (_, found) =>
        {
            json.Number("first", found.Window.First);
            json.Number("last", found.Window.Last);
            json.Number("days", found.Days);
            WriteAbnormal(json, found);
            json.Number("adjustedP", raised[found.Window]?[item.Event]);
        });
    }

    private static void WriteAbnormal(Utf8JsonWriter json, AbnormalReturn found)
    {
        json.Number("abnormalReturn", found.Value * 100);
        json.Number("standardError", found.StandardError * 100);
        json.Number("t", found.Standardised);
        json.Number("p", found.PValue);
        json.Text("law", found.Law.ToString());
    }

    private static void WriteSample(Utf8JsonWriter json, EventStudyRun run, SampleResult sample)
    {
        json.Text("name", sample.Name);
        json.Number("events", sample.Events);
        json.Number("calendarCorrelation", sample.CalendarCorrelation);
        json.Number("eventTimeCorrelation", sample.EventTimeCorrelation);
        json.Number("usedCorrelation", sample.UsedCorrelation);
        json.Number("dailyMeanDeviation", sample.DailyMeanDeviation * 100);
        json.Number("positiveShare", sample.PositiveShare * 100);
        json.List("path", EventPath.Of(run.Answer.Value, sample), (_, day) =>
        {
            json.Number("day", day.Day);
            json.Number("average", day.Average * 100);
            json.Number("events", day.Events);
            json.Number("standardError", day.StandardError * 100);
            json.Number("low", day.Low * 100);
            json.Number("high", day.High * 100);
        });
        WriteWindows(json, "days", run, sample.Days);
        WriteWindows(json, "windows", run, sample.Windows);
    }

    private static void WriteWindows(Utf8JsonWriter json, string name, EventStudyRun run, System.Collections.Immutable.ImmutableArray<WindowResult> windows)
    {
        var raised = run.Raised(windows);
        json.List(name, Enumerable.Range(0, windows.Length), (_, at) =>
        {
            var window = windows[at];
            json.Number("first", window.Window.First);
            json.Number("last", window.Window.Last);
            json.Number("events", window.Events);
            json.Number("average", window.Average * 100);
            json.Number("crossSectionalDeviation", window.CrossSectionalDeviation * 100);
            json.Number("forecastDeviation", window.ForecastDeviation * 100);
            json.Number("meanStandardised", window.MeanStandardised);
            json.Number("standardisedDeviation", window.StandardisedDeviation);
            json.Number("positive", window.Positive);
            json.List("tests", window.Tests, (_, result) =>
            {
                var found = result.Answer.HasValue ? result.Answer.Value : default(TestValue?);
                json.Text("test", EventStudyNames.Of(result.Test));
                json.Number("statistic", found?.Statistic);
                json.Number("p", found?.PValue);
                json.Number("adjustedP", raised?[result.Test][at]);
                json.Text("law", found?.Law.ToString());
                json.Number("estimate", found?.Estimate);
                json.Number("standardError", found?.StandardError);
                json.Number("events", found?.Events);
                json.Object("problem", result.Answer.Problem, DataJson.WriteProblem);
            });
        });
    }

    private static void WriteKey(Utf8JsonWriter json, EventKey key)
    {
        json.Text("event", key.Name);
        json.Text("security", key.Security);
        json.Day("date", key.Date);
    }
}
