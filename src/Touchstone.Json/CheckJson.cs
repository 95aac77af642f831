using System.Text.Json;
using Touchstone.Claims;

namespace Touchstone.Json;

/// <summary>A check as JSON, schema <c>touchstone.check/1</c>; docs/check-json.md describes it.</summary>
internal static class CheckJson
{
    /// <summary>The name and version of the schema.</summary>
    public const string Schema = "touchstone.check/1";

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CheckReport report, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", Schema);
        json.Object("article", report, WriteArticle);
        json.Object("coverage", report.Coverage, WriteCoverage);
        json.List("claims", report.Claims, WriteClaim);
        json.List("unread", report.Unread, WriteSpan);
        json.Object("data", report, (_, data) =>
        {
            json.Text("name", data.DataName);
            json.Text("sha256", data.DataSha256);
        });
        json.WriteEndObject();
    });

    private static void WriteArticle(Utf8JsonWriter json, CheckReport report)
    {
        json.Text("file", report.Article.File);
        json.Text("sha256", report.Article.Sha256);
        json.Object("published", report, (_, published) =>
        {
            json.Day("date", published.Published);
            json.Text("how", published.PublishedHow);
        });
        json.List("asOf", report.AsOf, (_, day) =>
        {
            json.Text("exchange", day.Exchange);
            json.Day("date", day.Date);
            json.Text("how", day.How);
        });
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteNumber("numbers", coverage.Numbers);
        json.WriteNumber("claims", coverage.Claims);
        json.WriteNumber("masked", coverage.Masked);
        json.WriteNumber("unread", coverage.Unread);
    }

    private static void WriteClaim(Utf8JsonWriter json, CheckedClaim claim)
    {
        json.Text("id", claim.Id);
        json.Text("sentence", claim.Sentence);
        json.Object("span", claim.Span, WriteSpan);
        json.Text("type", claim.Type);
        json.Object("subject", claim.Subject, (_, subject) =>
        {
            json.Text("text", subject.Text);
            json.Text("id", subject.Id);
            json.Text("how", subject.How);
        });
        json.Text("expression", claim.Expression);
        json.Object("window", claim.Window, (_, window) =>
        {
            json.Text("text", window.Text);
            json.Day("from", window.From);
            json.Day("to", window.To);
            json.Text("how", window.How);
        });
        json.Object("stated", claim.Stated, (_, stated) =>
        {
            json.Text("text", stated.Text);
            json.Number("value", stated.Value);
            json.Text("unit", stated.Unit);
            json.Number("low", stated.Low);
            json.Number("high", stated.High);
            json.Text("hedge", stated.Hedge);
        });
        json.Text("attribution", claim.Attribution);
        json.Text("verdict", VerdictSign.Of(claim.Verdict).Name);
        json.Text("reason", claim.Reason);
        json.Object("computed", claim.Computed, (_, computed) =>
        {
            json.Number("value", computed.Value);
            json.Text("unit", computed.Unit);
        });
        json.List("readings", claim.Readings, (_, reading) =>
        {
            json.Text("expression", reading.Expression);
            json.Number("value", reading.Value);
            json.Text("unit", reading.Unit);
            json.Truth("holds", reading.Holds);
            json.Text("note", reading.Note);
        });
        json.Object("working", claim.Working, WorkingJson.Write);
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.Text("text", span.Text);
    }
}
