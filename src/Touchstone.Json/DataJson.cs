using System.Text.Json;
using Touchstone.Data;

namespace Touchstone.Json;

/// <summary>A package's state (<c>touchstone.data-check/1</c>) and one instrument of it (<c>touchstone.instrument/1</c>) as JSON.</summary>
internal static class DataJson
{
    /// <summary>Writes what a package holds and what is wrong with it.</summary>
    /// <param name="report">What is wrong.</param>
    /// <param name="market">The package.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCheck(DataReport report, Market market, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.data-check/1");
        json.Object("data", market, WriteIdentity);
        json.List("files", market.Rows.Files, (_, file) =>
        {
            json.Text("name", file.Name);
            json.Text("sha256", file.Sha256);
        });
        json.WriteStartObject("counts");
        foreach (var (name, count) in PackageCounts.Of(market))
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.List("findings", report.Findings, (_, finding) =>
        {
            json.Text("severity", finding.Severity.ToString().ToLowerInvariant());
            json.Text("code", finding.Code);
            json.Text("message", finding.Message);
            json.Text("exchange", finding.Exchange);
            json.Text("file", finding.File);
            json.Texts("instruments", finding.Instruments.Select(id => id.Value));
            json.Texts("days", finding.Days.Select(day => day.ToString("yyyy-MM-dd")));
            json.Texts("sources", finding.Sources);
            json.WriteNumber("count", finding.Count);
        });
        json.List("problems", Array.Empty<Problem>(), WriteProblem);
        json.WriteEndObject();
    });

    /// <summary>Writes why a package cannot be used; same shape, nothing in it but problems.</summary>
    /// <param name="problems">All faults found.</param>
    /// <param name="output">Where to.</param>
    public static void WriteUnusable(IEnumerable<Problem> problems, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.data-check/1");
        json.WriteNull("data");
        json.Texts("files", []);
        json.WriteNull("counts");
        json.Texts("findings", []);
        json.List("problems", problems, WriteProblem);
        json.WriteEndObject();
    });

    /// <summary>Writes one instrument.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="market">The package.</param>
    /// <param name="output">Where to.</param>
    public static void WriteFacts(InstrumentFacts facts, Market market, TextWriter output) => JsonOutput.Write(output, json =>
    {
        var instrument = facts.Instrument;
        json.WriteStartObject();
        json.Text("schema", "touchstone.instrument/1");
        json.Text("id", instrument.Id.Value);
        json.Text("kind", instrument.Kind.ToString().ToLowerInvariant());
        json.Text("name", instrument.Name);
        json.Texts("aliases", instrument.Aliases);
        json.Text("exchange", instrument.Exchange);
        json.Text("currency", instrument.Currency);
        json.Text("issuer", instrument.Issuer);
        json.Text("note", instrument.Note);
        json.Text("source", instrument.Source.ToString());
        json.Texts("sameIssuer", facts.SameIssuer.Select(other => other.Id.Value));
        json.List("prices", facts.Prices, WritePrices);
        json.List("observations", facts.Observations, (_, series) =>
        {
            json.Text("field", series.Field);
            json.Text("unit", series.Unit);
            json.WriteNumber("count", series.Count);
            json.Day("first", series.Days.First);
            json.Day("last", series.Days.Last);
            json.Number("lastValue", series.Last);
            json.Text("lastSource", series.LastSource.ToString());
        });
        json.List("shares", facts.Shares, (_, count) =>
        {
            json.Day("from", count.From);
            json.Number("shares", count.Shares);
            json.Number("freeFloat", count.FreeFloat);
            json.Text("note", count.Note);
            json.Text("source", count.Source.ToString());
        });
        json.List("actions", facts.Actions, (_, action) =>
        {
            json.Day("exDate", action.ExDate);
            json.Text("kind", action.Kind);
            json.Number("ratio", action.Ratio);
            json.Number("cash", action.Cash);
            json.Text("currency", action.Currency);
            json.Text("note", action.Note);
            json.Text("source", action.Source.ToString());
        });
        json.List("memberOf", facts.MemberOf, (_, member) =>
        {
            json.Text("index", member.Index.Value);
            json.Day("from", member.From);
            json.Day("until", member.Until);
            json.Number("units", member.Units);
            json.Text("source", member.Source.ToString());
        });
        json.List("members", facts.Members, (_, members) =>
        {
            json.Day("from", members.From);
            json.Day("until", members.Until);
            json.WriteNumber("count", members.Count);
            json.WriteNumber("withUnits", members.WithUnits);
        });
        json.List("divisors", facts.Divisors, (_, divisor) =>
        {
            json.Day("from", divisor.From);
            json.Number("value", divisor.Value);
            json.Text("source", divisor.Source.ToString());
        });
        json.List("events", facts.Events, (_, item) =>
        {
            json.Text("id", item.Id);
            json.Day("date", item.Date);
            json.Text("name", item.Name);
        });
        json.Object("data", market, WriteIdentity);
        json.WriteEndObject();
    });

    /// <summary>Name and content hash of a package.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, Market market)
    {
        json.Text("name", market.Name);
        json.Text("sha256", market.Sha256);
    }

    /// <summary>A problem.</summary>
    public static void WriteProblem(Utf8JsonWriter json, Problem problem)
    {
        json.Text("kind", problem.Kind.ToString().ToLowerInvariant());
        json.Text("message", problem.Message);
        json.Text("source", problem.Source);
    }

    private static void WritePrices(Utf8JsonWriter json, PriceFacts prices)
    {
        json.Text("file", prices.File.Name);
        json.Text("role", prices.Role);
        json.WriteNumber("rows", prices.Rows);
        json.Day("first", prices.Days.First);
        json.Day("last", prices.Days.Last);
        json.Text("basis", prices.Basis.CloseText);
        json.Text("adjustedBasis", prices.Basis.AdjustedText);
        json.List("columns", prices.Columns, (_, column) =>
        {
            json.Text("field", column.Field.ToString().ToLowerInvariant());
            json.WriteNumber("count", column.Count);
            json.Day("first", column.Days.First);
            json.Day("last", column.Days.Last);
            json.Number("lastValue", column.Last);
            json.Text("lastSource", column.LastSource.ToString());
        });
        json.Texts("missingSessions", prices.MissingSessions.Select(day => day.ToString("yyyy-MM-dd")));
    }
}
