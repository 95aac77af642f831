using System.Text.Json;
using Touchstone.Briefs;
using Touchstone.Data;

namespace Touchstone.Json;

/// <summary>A brief as JSON, schema <c>touchstone.brief/1</c>; docs/brief-json.md describes it.</summary>
internal static class BriefJson
{
    /// <summary>Writes a brief, or the problem that stands in its place.</summary>
    /// <param name="outcome">The brief or the problem.</param>
    /// <param name="market">The data.</param>
    /// <param name="output">Where to.</param>
    public static void Write(BriefOutcome outcome, Market market, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.brief/1");
        if (outcome.Brief is { } brief)
        {
            WriteBrief(json, brief);
        }

        json.Object("problem", outcome.Problem, DataJson.WriteProblem);
        json.Object("data", market, DataJson.WriteIdentity);
        json.WriteEndObject();
    });

    private static void WriteBrief(Utf8JsonWriter json, Brief brief)
    {
        json.Object("subject", brief, (_, item) =>
        {
            json.Text("id", item.Subject.Value);
            json.Text("name", item.Name);
        });
        json.Day("asOf", brief.AsOf);
        json.Text("window", brief.Window.ToString());
        json.Text("benchmark", brief.Benchmark?.Value);
        json.Object("title", brief.Title, WriteSentence);
        json.List("sections", brief.Sections, (_, section) =>
        {
            json.Text("topic", section.Topic);
            json.Text("heading", section.Heading);
            json.List("paragraphs", section.Paragraphs, (_, paragraph) =>
            {
                json.Truth("item", paragraph.IsItem);
                json.List("sentences", paragraph.Sentences, WriteSentence);
            });
            json.List("charts", section.Charts, BriefChartJson.Write);
        });
        json.List("omissions", brief.Omissions, (_, omission) =>
        {
            json.Text("what", omission.What);
            json.Text("expression", omission.Expression?.ToString());
            json.Object("problem", omission.Problem, DataJson.WriteProblem);
        });
    }

    private static void WriteSentence(Utf8JsonWriter json, BriefSentence sentence)
    {
        var start = 0;
        json.Text("text", sentence.Text);
        json.List("figures", sentence.Runs.Select(run => (Run: run, Start: (start += run.Text.Length) - run.Text.Length)).Where(piece => piece.Run.Figure is not null), (_, piece) =>
        {
            var figure = piece.Run.Figure!;
            json.Text("text", piece.Run.Text);
            json.Number("start", piece.Start);
            json.Text("expression", figure.Expression.ToString());
            json.Number("value", figure.Value.Value);
            json.Text("unit", figure.Value.Unit.ToString());
            json.Object("working", figure.Working, WorkingJson.Write);
        });
    }
}
