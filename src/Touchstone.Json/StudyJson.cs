using System.Text.Json;
using Touchstone.Studies;

namespace Touchstone.Json;

/// <summary>What the JSON of all studies of one series has in common.</summary>
internal static class StudyJson
{
    /// <summary>Writes a study with its working, or the problem that stands in its place.</summary>
    public static void Document<T>(string name, StudySubject subject, Answer<T> answer, TextWriter output, Action<Utf8JsonWriter, T> write) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", $"touchstone.study-{name}/1");
        json.Object("subject", subject, (_, item) =>
        {
            json.Text("id", item.Id.Value);
            json.Text("name", item.Name);
        });
        if (answer.HasValue)
        {
            write(json, answer.Value);
            json.Object("working", answer.Working, WorkingJson.Write);
        }

        json.Object("problem", answer.Problem, DataJson.WriteProblem);
        json.Object("data", subject.Market, DataJson.WriteIdentity);
        json.WriteEndObject();
    });

    /// <summary>Writes what series was studied.</summary>
    public static void WriteSeries(Utf8JsonWriter json, StudySeries series)
    {
        json.Text("field", series.Field);
        json.Text("unit", series.UnitText);
        json.Day("from", series.Values.Days[0]);
        json.Day("to", series.Values.Days[^1]);
        json.Number("count", series.Values.Count);
    }
}
