using System.Text.Json;

namespace Touchstone.Json;

/// <summary>Working as JSON; the same shape wherever a number is shown.</summary>
internal static class WorkingJson
{
    /// <summary>Writes the members of a working.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="working">The working.</param>
    public static void Write(Utf8JsonWriter json, Working working)
    {
        json.Text("formula", working.Formula);
        json.List("inputs", working.Inputs, (_, input) =>
        {
            json.Text("instrument", input.Instrument.Value);
            json.Text("field", input.Field);
            json.Day("date", input.Date);
            json.Number("value", input.Value);
            json.Text("unit", input.Unit.ToString());
            json.Text("source", input.Source);
            json.Text("sha256", input.Sha256);
        });
        json.List("steps", working.Steps, (_, step) =>
        {
            json.Text("name", step.Name);
            json.Text("formula", step.Formula);
            json.Number("value", step.Value);
            json.Text("unit", step.Unit.ToString());
        });
        json.Texts("conventions", working.Conventions);
        json.Object("window", working.Window, (_, window) =>
        {
            json.Day("from", window.First);
            json.Day("to", window.Last);
        });
        json.Truth("standIn", working.StandIn);
    }
}
