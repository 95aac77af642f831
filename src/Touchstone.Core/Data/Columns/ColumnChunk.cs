using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Touchstone.Data;

/// <summary>A stretch of a file that one thread turns into columns. It writes only its own rows of the shared columns.</summary>
internal sealed class ColumnChunk
{
    private const int LongestKey = 256;

    private readonly ColumnParser _parser;
    private readonly int _start;
    private readonly int _end;
    private readonly int _line;
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    /// <summary>Plans a stretch.</summary>
    /// <param name="parser">The file and its columns.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="end">The first byte not to read.</param>
    /// <param name="line">The line of the first byte.</param>
    /// <param name="row">The first row to write.</param>
    public ColumnChunk(ColumnParser parser, int start, int end, int line, int row) => (_parser, _start, _end, _line, FirstRow) = (parser, start, end, line, row);

    /// <summary>The first row written.</summary>
    public int FirstRow { get; }

    /// <summary>How many rows were written.</summary>
    public int Count { get; private set; }

    /// <summary>The keys met, in order of appearance; rows hold their index.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Rows that could not be read.</summary>
    public List<(int Line, string Message)> Problems { get; } = [];

    /// <summary>How many problems were left out of <see cref="Problems"/>.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Reads the stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Parse()
    {
        var parser = _parser;
        ReadOnlySpan<byte> buffer = parser.File.Buffer;
        var width = parser.Header.Columns.Length;

        // Looked at as a whole first, which is fast; only a stretch with bad bytes has each row looked at.
        var suspect = buffer[_start.._end].Contains((byte)0) || !Utf8.IsValid(buffer[_start.._end]);
        var fields = new CsvField[width];
        var keyColumns = parser.KeyColumns;
        var numberColumns = parser.NumberColumns;
        var scanner = new CsvScanner(buffer, _start, _end, _line);
        var keyStart = -1;
        var keyLength = 0;
        var key = -1;
        var row = FirstRow;
        int count;
        while ((count = scanner.Next(fields)) != 0)
        {
            if (scanner.Fault is not null || count != width || suspect)
            {
                var fault = scanner.Fault is { } malformed ? malformed + "." : suspect ? TextFault(buffer[scanner.RecordStart..scanner.Position]) : null;
                fault ??= count != width ? RowMessages.Width(count, width) : null;
                if (fault is not null)
                {
                    Report(scanner.RecordLine, fault);
                    continue;
                }
            }

            var first = fields[keyColumns[0]];
            if (keyColumns.Length > 1 || key < 0 || !buffer.Slice(first.Start, first.Length).SequenceEqual(buffer.Slice(keyStart, keyLength)))
            {
                key = KeyOf(fields, buffer, scanner.RecordLine);
                (keyStart, keyLength) = (first.Start, first.Length);
                if (key < 0)
                {
                    continue;
                }
            }

            var dateField = fields[parser.DateColumn];
            if (!DateText.TryRead(buffer.Slice(dateField.Start, dateField.Length), out var day))
            {
                Report(scanner.RecordLine, DateText.Complaint("date", parser.File.TextOf(dateField)));
                continue;
            }

            if (!Numbers(numberColumns, fields, buffer, scanner.RecordLine, row))
            {
                continue;
            }

            parser.Groups[row] = key;
            parser.Days[row] = day;
            parser.Lines[row] = scanner.RecordLine;
            row++;
        }

        Count = row - FirstRow;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Numbers(NumberColumn[] columns, CsvField[] fields, ReadOnlySpan<byte> buffer, int line, int row)
    {
        foreach (var column in columns)
        {
            var field = fields[column.Field];
            var value = double.NaN;
            if (field.Length == 0)
            {
                if (column.Rule is NumberRule.Figure or NumberRule.Rate)
                {
                    return false;
                }
            }
            else if (!NumberText.TryRead(buffer.Slice(field.Start, field.Length), out value))
            {
                Report(line, NumberText.Complaint(column.Name, _parser.File.TextOf(field)));
                return false;
            }
            else if (value <= 0 && column.Rule != NumberRule.Figure && !(value == 0 && column.Rule == NumberRule.Quantity))
            {
                Report(line, RowMessages.NotPositive(column.Name, value, column.Rule));
                if (column.Rule == NumberRule.Rate)
                {
                    return false;
                }

                value = double.NaN;
            }

            column.Values[row] = value;
        }

        return true;
    }

    private int KeyOf(CsvField[] fields, ReadOnlySpan<byte> buffer, int line)
    {
        Span<char> text = stackalloc char[LongestKey];
        var length = 0;
        for (var part = 0; part < _parser.KeyColumns.Length; part++)
        {
            if (part > 0)
            {
                text[length++] = ColumnLayout.Joint;
            }

            if (_parser.KeyColumns[part] < 0)
            {
                continue;
            }

            var field = fields[_parser.KeyColumns[part]];
            if (field.Length > 80 || Utf8.ToUtf16(buffer.Slice(field.Start, field.Length), text[length..], out _, out var written) != System.Buffers.OperationStatus.Done)
            {
                Report(line, $"the {_parser.Layout.Keys[part]} is longer than 80 bytes.");
                return -1;
            }

            length += written;
        }

        var lookup = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text[..length], out var known))
        {
            return known;
        }

        var key = text[..length].ToString();
        if (_parser.KeyFault(key) is { } fault)
        {
            Report(line, fault);
            return -1;
        }

        _keys.Add(key, Keys.Count);
        Keys.Add(key);
        return Keys.Count - 1;
    }

    private void Report(int line, string message)
    {
        if (Problems.Count < RowProblems.Limit)
        {
            Problems.Add((line, message));
        }
        else
        {
            Unlisted++;
        }
    }

    private static string? TextFault(ReadOnlySpan<byte> record) =>
        record.Contains((byte)0) ? RowMessages.NulByte : Utf8.IsValid(record) ? null : RowMessages.NotUtf8;
}
