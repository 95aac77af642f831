using System.Text.Json;
using Touchstone.Cli.Sources;
using Touchstone.Data;

namespace Touchstone.Cli.Json;

/// <summary>A package's state (<c>touchstone.data-check/1</c>) and one instrument of it (<c>touchstone.instrument/1</c>) as JSON.</summary>
internal static class DataJson
{
    /// <summary>Writes what a package holds and what is wrong with it.</summary>
    /// <param name="market">The package, or null when it cannot be used.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCheck(Market? market, IReadOnlyList<Problem> problems, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "touchstone.data-check/1");
        json.Object("data", market, WriteIdentity);
        json.List("files", market?.Rows.Files ?? [], (_, file) =>
        {
            json.Text("name", file.Name);
            json.Text("sha256", file.Sha256);
        });
        json.Object("counts", market is null ? null : PackageCounts.Of(market), (_, counts) =>
        {
            foreach (var (name, count) in counts)
            {
                json.WriteNumber(name, count);
            }
        });
        json.List("problems", problems, WriteProblem);
        json.WriteEndObject();
    });

    /// <summary>Writes one instrument.</summary>
    /// <param name="profile">What is known of it.</param>
    /// <param name="market">The package.</param>
    /// <param name="output">Where to.</param>
    public static void WriteProfile(InstrumentProfile profile, Market market, TextWriter output) => JsonOutput.Write(output, json =>
    {
        var instrument = profile.Instrument;
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
        json.List("prices", profile.Prices, (_, history) =>
        {
            json.Text("file", history.File.Name);
            json.Text("role", history.Role);
            json.WriteNumber("days", history.Count);
            json.Day("first", history.First);
            json.Day("last", history.Last);
            json.Text("basis", history.Basis.CloseText);
            json.Text("adjustedBasis", history.Basis.AdjustedText);
            json.Texts("fields", Enum.GetValues<PriceField>().Where(history.Has).Select(field => field.ToString().ToLowerInvariant()));
        });
        json.List("observations", profile.Observations, (_, series) =>
        {
            json.Text("field", series.Field);
            json.Text("unit", series.Unit);
            json.WriteNumber("days", series.Count);
            json.Day("first", series.DateAt(0));
            json.Day("last", series.DateAt(series.Count - 1));
        });
        json.List("shares", profile.Shares, (_, count) =>
        {
            json.Day("from", count.From);
            json.Number("shares", count.Shares);
            json.Number("freeFloat", count.FreeFloat);
            json.Text("note", count.Note);
            json.Text("source", count.Source.ToString());
        });
        json.List("actions", profile.Actions, (_, action) =>
        {
            json.Day("exDate", action.ExDate);
            json.Text("kind", action.Kind);
            json.Number("ratio", action.Ratio);
            json.Number("cash", action.Cash);
            json.Text("currency", action.Currency);
            json.Text("note", action.Note);
            json.Text("source", action.Source.ToString());
        });
        json.List("members", profile.Members, WriteMembership);
        json.List("memberOf", profile.MemberOf, WriteMembership);
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

    private static void WriteMembership(Utf8JsonWriter json, Membership member)
    {
        json.Text("index", member.Index.Value);
        json.Text("instrument", member.Instrument.Value);
        json.Day("from", member.From);
        json.Day("until", member.Until);
        json.Number("units", member.Units);
        json.Text("source", member.Source.ToString());
    }
}
