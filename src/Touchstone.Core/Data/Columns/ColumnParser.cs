namespace Touchstone.Data;

/// <summary>A number column of a file: where it is, what it may hold, and where its numbers go.</summary>
internal sealed record NumberColumn(string Name, int Field, NumberRule Rule, double[] Values);

/// <summary>
/// Turns one file into columns. The file is cut at line ends into stretches of fixed size, so that threads can share it and the
/// result does not depend on how many there are; a file with quotes is one stretch, as a quoted field may hold a line end.
/// </summary>
internal sealed class ColumnParser
{
    private const int ChunkBytes = 1 << 20;

    private readonly List<ColumnChunk> _chunks = [];

    /// <summary>Plans the reading of a file: counts lines and makes room.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="layout">The role's layout.</param>
    public ColumnParser(PackageFile file, CsvHeader header, ColumnLayout layout)
    {
        (File, Header, Layout) = (file, header, layout);
        KeyColumns = [.. layout.Keys.Select(header.IndexOf)];
        DateColumn = header.IndexOf("date");
        var text = file.Text[header.RowsStart..];
        var capacity = Plan(text);
        Groups = new int[capacity];
        Days = new int[capacity];
        Lines = new int[capacity];
        NumberColumns =
        [
            .. from number in layout.Numbers
               let field = header.IndexOf(number.Name)
               where field >= 0
               select new NumberColumn(number.Name, field, number.Rule, new double[capacity]),
        ];
    }

    public PackageFile File { get; }

    public CsvHeader Header { get; }

    public ColumnLayout Layout { get; }

    public int[] KeyColumns { get; }

    public int DateColumn { get; }

    public NumberColumn[] NumberColumns { get; }

    public int[] Groups { get; }

    public int[] Days { get; }

    public int[] Lines { get; }

    /// <summary>The stretches, in file order.</summary>
    public IReadOnlyList<ColumnChunk> Chunks => _chunks;

    /// <summary>What is wrong with a key, or null.</summary>
    /// <param name="key">The joined key.</param>
    public string? KeyFault(string key)
    {
        var parts = key.Split(ColumnLayout.Joint);
        if (Layout.Keys[0] == "base")
        {
            return parts.FirstOrDefault(part => part.Length != 3 || !part.All(char.IsAsciiLetterUpper)) is { } bad ? $"'{bad}' is not a currency code of three capital letters." : null;
        }

        if (!InstrumentId.IsValid(parts[0]))
        {
            return $"the {Layout.Keys[0]} '{parts[0]}' is not an instrument id; expected letters and digits such as XHKG:700 or HSI.";
        }

        return parts.Length > 1 && parts[1].Length == 0 ? $"the {Layout.Keys[1]} is empty." : null;
    }

    private int Plan(ReadOnlySpan<byte> text)
    {
        var chunkBytes = text.Contains((byte)'"') ? int.MaxValue : ChunkBytes;
        var start = 0;
        var lines = 0;
        while (start < text.Length)
        {
            var end = text.Length;
            if (text.Length - start > chunkBytes)
            {
                var cut = text[(start + chunkBytes)..].IndexOf((byte)'\n');
                end = cut < 0 ? text.Length : start + chunkBytes + cut + 1;
            }

            _chunks.Add(new ColumnChunk(this, Header.RowsStart + start, Header.RowsStart + end, Header.RowsLine + lines, lines));
            lines += text[start..end].Count((byte)'\n');
            start = end;
        }

        return lines + 1;
    }
}
