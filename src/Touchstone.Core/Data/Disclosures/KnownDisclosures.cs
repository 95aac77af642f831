using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Touchstone.Data;

/// <summary>Breaks of disclosure that are public knowledge: a table that comes with the library. A package can say otherwise in rows of the role <c>disclosures</c>.</summary>
public static class KnownDisclosures
{
    private const string Table = "disclosure-breaks.csv";

    /// <summary>All rows, in the order of the table.</summary>
    public static ImmutableArray<DisclosureBreak> All { get; } = Read();

    private static ImmutableArray<DisclosureBreak> Read()
    {
        using var stream = typeof(KnownDisclosures).Assembly.GetManifestResourceStream(Table) ?? throw new InvalidOperationException($"The library holds no {Table}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        var file = new SourceFile($"{Table} of the library", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return [.. System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, index) => (Cells: line.Split(','), Line: index + 1)).Skip(1).Select(row => Row(row.Cells, new RowSource(file, row.Line)))];
    }

    private static DisclosureBreak Row(string[] cells, RowSource source) =>
        new(new InstrumentId(cells[0]), cells[1], Day(cells[2]), cells[3].Length == 0 ? null : Day(cells[3]), cells[4], source);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
