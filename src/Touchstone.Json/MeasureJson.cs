using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Json;

/// <summary>A measurement as JSON (<c>touchstone.measure/1</c>) and the catalogue (<c>touchstone.measures/1</c>).</summary>
internal static class MeasureJson
{
    /// <summary>Writes an answer: a value with its working, or the problem that stands in its place.</summary>
    /// <param name="expression">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="market">The data.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Expression expression, Answer<Measurement> answer, Market market, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.measure/1");
        json.Text("expression", expression.ToString());
        json.Number("value", answer.HasValue ? answer.Value.Value : null);
        json.Text("unit", answer.HasValue ? answer.Value.Unit.ToString() : null);
        json.Object("working", answer.HasValue ? answer.Working : null, WorkingJson.Write);
        json.Object("problem", answer.Problem, DataJson.WriteProblem);
        json.Object("data", market, DataJson.WriteIdentity);
        json.WriteEndObject();
    });

    /// <summary>Writes every entry of the catalogue.</summary>
    /// <param name="output">Where to.</param>
    public static void WriteCatalogue(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.measures/1");
        json.List("measures", Catalogue.All, (_, measure) =>
        {
            json.Text("name", measure.Name);
            json.Text("family", measure.Family);
            json.Text("question", measure.Question);
            json.Text("form", measure.Form);
            json.List("arguments", measure.Arguments, (_, argument) =>
            {
                json.Text("name", argument.Name);
                json.Text("kind", argument.Kind.ToString().ToLowerInvariant());
                json.Text("explanation", argument.Explanation);
                json.Truth("required", argument.Required);
                json.Text("default", argument.Default);
                json.Texts("choices", argument.Choices);
            });
            json.Text("unit", measure.Unit);
            json.Texts("roles", measure.Roles);
            json.Text("formula", measure.Formula);
            json.Text("source", measure.Source);
            json.Texts("words", measure.Words);
            json.Text("example", measure.Example);
        });
        json.WriteEndObject();
    });
}
