using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>The first record of a file: its columns by name, and where the rows begin.</summary>
/// <param name="Columns">The names, in file order.</param>
/// <param name="RowsStart">The first byte after the header.</param>
/// <param name="RowsLine">The line of that byte.</param>
internal sealed record CsvHeader(ImmutableArray<string> Columns, int RowsStart, int RowsLine)
{
    private const int MostColumns = 1000;

    /// <summary>The place of a column, or -1.</summary>
    /// <param name="name">The column's name.</param>
    public int IndexOf(string name) => Columns.IndexOf(name);

    /// <summary>Reads the header of a resource and checks it against its role and schema.</summary>
    /// <param name="file">The file.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="faults">Takes the faults.</param>
    public static CsvHeader? Read(PackageFile file, PackageResource resource, List<Problem> faults)
    {
        if (file.EncodingFault() is { } encoding)
        {
            faults.Add(encoding);
            return null;
        }

        var scanner = new CsvScanner(file.Buffer, file.Start, file.Length, 1);
        var fields = new CsvField[MostColumns];
        var count = scanner.Next(fields);
        if (count == 0 || count > MostColumns || scanner.Fault is not null)
        {
            var reason = count == 0 ? "the file is empty; a header with the column names was expected." : scanner.Fault is { } fault ? $"the header cannot be read: {fault}." : $"the header has more than {MostColumns} columns.";
            faults.Add(Fault(file, reason));
            return null;
        }

        var names = new string[count];
        for (var column = 0; column < count; column++)
        {
            names[column] = file.TextOf(fields[column]).Trim();
        }

        var columns = ImmutableArray.Create(names);
        foreach (var twice in columns.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(Fault(file, $"the header has the column '{twice.Key}' {twice.Count()} times."));
        }

        var required = resource.Role.Columns.Where(column => column.Required).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in required.Where(name => !columns.Contains(name)))
        {
            faults.Add(Fault(file, $"the column '{name}' is missing, which the role '{resource.Role.Name}' needs; the header has {string.Join(", ", columns)}."));
        }

        foreach (var name in resource.Declared.Where(name => !required.Contains(name) && !columns.Contains(name)))
        {
            faults.Add(Fault(file, $"the schema declares the column '{name}', which the header does not have."));
        }

        return new CsvHeader(columns, scanner.Position, scanner.Line);
    }

    private static Problem Fault(PackageFile file, string reason) => new(ProblemKind.Structure, reason, $"{file.Source.Name}:1");
}
