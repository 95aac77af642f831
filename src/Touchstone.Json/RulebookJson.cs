using System.Collections.Immutable;
using System.Text.Json;
using Touchstone.Indices;

namespace Touchstone.Json;

/// <summary>Rulebooks as JSON: <c>touchstone.rulebooks/1</c>, <c>touchstone.rulebook/1</c>, <c>touchstone.rulebook-check/1</c>.</summary>
internal static class RulebookJson
{
    /// <summary>Writes the list of rulebooks.</summary>
    public static void WriteList(IEnumerable<Rulebook> rulebooks, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.rulebooks/1");
        json.List("rulebooks", rulebooks, (_, rulebook) =>
        {
            WriteIdentity(json, rulebook);
            json.Number("versions", rulebook.Versions.Length);
            json.Number("reviews", rulebook.Reviews.Length);
        });
        json.WriteEndObject();
    });

    /// <summary>Writes the rules in words.</summary>
    public static void Write(Rulebook rulebook, ImmutableArray<RulebookVersion> versions, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.rulebook/1");
        WriteIdentity(json, rulebook);
        json.Object("base", rulebook, (_, _) =>
        {
            json.Day("date", rulebook.BaseDate);
            json.Number("level", rulebook.BaseLevel);
        });
        json.List("versions", versions, (_, version) =>
        {
            json.Day("from", version.From);
            json.Text("note", version.Note);
            json.Texts("sources", version.Sources);
            json.List("rules", RuleSentences.Of(version), (_, rule) =>
            {
                json.Text("topic", rule.Topic);
                json.Text("text", rule.Text);
            });
        });
        json.List("reviews", rulebook.Reviews, (_, review) => WriteDates(json, review));
        json.Texts("notPublic", rulebook.NotPublic);
        json.List("sources", rulebook.Sources, (_, source) =>
        {
            json.Text("id", source.Id);
            json.Text("title", source.Title);
            json.Text("publisher", source.Publisher);
            json.Day("date", source.Date);
        });
        json.WriteEndObject();
    });

    /// <summary>Writes whether a file can be used.</summary>
    public static void WriteValidation(string path, Loaded<Rulebook?> loaded, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.rulebook-check/1");
        json.Text("file", path);
        json.Truth("valid", loaded.Value is not null);
        json.Object("rulebook", loaded.Value, WriteIdentity);
        json.List("problems", loaded.Problems, DataJson.WriteProblem);
        json.WriteEndObject();
    });

    /// <summary>Writes who an index is and where its rules were read.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, Rulebook rulebook)
    {
        json.Text("id", rulebook.Id.Value);
        json.Text("name", rulebook.Name);
        json.Text("provider", rulebook.Provider);
        json.Text("currency", rulebook.Currency);
        json.Text("exchange", rulebook.Exchange);
        json.Text("file", rulebook.File.Length > 0 ? rulebook.File : null);
        json.Text("sha256", rulebook.Sha256.Length > 0 ? rulebook.Sha256 : null);
    }

    /// <summary>Writes the dates of a review.</summary>
    public static void WriteDates(Utf8JsonWriter json, ReviewDates dates)
    {
        json.Text("kind", dates.Kind.ToString().ToLowerInvariant());
        json.Day("cutOff", dates.CutOff);
        json.Day("prices", dates.Prices);
        json.Day("effective", dates.Effective);
        json.Day("announced", dates.Announced);
    }
}
