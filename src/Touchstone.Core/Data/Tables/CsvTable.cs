using System.Text.Unicode;

namespace Touchstone.Data;

/// <summary>A small table, read into rows of text.</summary>
internal static class CsvTable
{
    /// <summary>Makes one thing of each row that is good and whose key is new; the others become problems.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <param name="read">Reads a row, noting in it what is wrong.</param>
    /// <param name="key">The key of a thing; the first of a key is kept.</param>
    /// <param name="known">The keys met so far, with the first row of each.</param>
    public static List<T> Read<T>(PackageFile file, CsvHeader header, RowProblems problems, Func<CsvRow, T> read, Func<T, string> key, Dictionary<string, CsvRow> known)
        where T : class
    {
        var things = new List<T>();
        foreach (var row in Rows(file, header, problems))
        {
            var thing = read(row);
            if (row.Fault is null && !known.TryAdd(key(thing), row))
            {
                var first = known[key(thing)].Source;
                row.Refuse(RowMessages.Duplicate(key(thing), first.File.Name == file.Source.Name ? $"{first.Line}" : $"{first.Line} of {first.File.Name}"));
            }

            if (row.Fault is { } fault)
            {
                problems.Add(ProblemKind.BadRow, row.Source, fault);
            }
            else
            {
                things.Add(thing);
            }
        }

        return things;
    }

    private static List<CsvRow> Rows(PackageFile file, CsvHeader header, RowProblems problems)
    {
        var rows = new List<CsvRow>();
        var scanner = new CsvScanner(file.Buffer, header.RowsStart, file.Length, header.RowsLine);
        var width = header.Columns.Length;
        var fields = new CsvField[width];
        int count;
        while ((count = scanner.Next(fields)) != 0)
        {
            var source = new RowSource(file.Source, scanner.RecordLine);
            var record = file.Text[scanner.RecordStart..scanner.Position];
            var fault = scanner.Fault is { } malformed ? malformed + "."
                : record.Contains((byte)0) ? RowMessages.NulByte
                : !Utf8.IsValid(record) ? RowMessages.NotUtf8
                : count != width ? RowMessages.Width(count, width)
                : null;
            if (fault is not null)
            {
                problems.Add(ProblemKind.BadRow, source, fault);
                continue;
            }

            var cells = new string[width];
            for (var column = 0; column < width; column++)
            {
                cells[column] = file.TextOf(fields[column]);
            }

            rows.Add(new CsvRow(header, cells, source));
        }

        return rows;
    }
}
