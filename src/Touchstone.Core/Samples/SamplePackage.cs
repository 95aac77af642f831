using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Touchstone.Samples;

/// <summary>A small fictional market with an article about it, so that everything can be tried on a fresh machine.</summary>
public static class SamplePackage
{
    /// <summary>The files of a sample: the data package, the <c>rulebooks</c> of its indices, <c>article.md</c> and <c>README.md</c>.</summary>
    /// <param name="seed">Any number; the same seed gives the same bytes on every machine.</param>
    /// <returns>Path inside the folder, with slashes, and bytes, in the order to write them.</returns>
    public static ImmutableArray<(string Path, ImmutableArray<byte> Bytes)> Files(int seed)
    {
        var (market, story) = SampleMarket.Draw(seed);
        var tables = SampleTables.Of(market).ToArray();
        return
        [
            ("datapackage.json", [.. Describe(tables, seed)]),
            .. tables.Select(table => ($"{table.Name}.csv", ImmutableArray.Create(table.ToCsv()))),
            ("rulebooks/harb.yaml", [.. Encoding.UTF8.GetBytes(SampleRulebook.Write(market.Broad, SampleMarket.BroadStart))]),
            ("rulebooks/harbt.yaml", [.. Encoding.UTF8.GetBytes(SampleRulebook.Write(market.Technology, SampleMarket.TechnologyStart))]),
            ("rulebooks/harbg.yaml", [.. Encoding.UTF8.GetBytes(GrowthRulebook.Write(GrowthRules.Id, GrowthRules.Name, "USD"))]),
            ("rulebooks/harbgk.yaml", [.. Encoding.UTF8.GetBytes(GrowthRulebook.Write(GrowthRules.KroneId, GrowthRules.KroneName, "HBK"))]),
            ("article.md", [.. Encoding.UTF8.GetBytes(SampleArticle.Write(market, story))]),
            ("README.md", [.. Encoding.UTF8.GetBytes(SampleArticle.WriteNotes(market, story, seed))]),
        ];
    }

    private static byte[] Describe(SampleTable[] tables, int seed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "harbour");
            json.WriteString("title", "Harbour Exchange: a fictional market");
            json.WriteString("version", "1");
            json.WriteString("description", $"Made up by 'touchstone sample' from seed {seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}. No company, firm, currency or price in it is real.");
            json.WriteStartArray("resources");
            foreach (var table in tables)
            {
                Describe(json, table);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Describe(Utf8JsonWriter json, SampleTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("path", $"{table.Name}.csv");
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("title", table.Title);
        json.WriteString("role", table.Role);
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            var parts = column.Split(':');
            json.WriteStartObject();
            json.WriteString("name", parts[0]);
            json.WriteString("type", parts[1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("primaryKey");
        foreach (var column in table.Key)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        if (table.Basis.Length > 0)
        {
            json.WriteStartObject("basis");
            foreach (var (name, value) in table.Basis)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
