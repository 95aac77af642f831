using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>A table of a user's own beside the package: events, securities, factors.</summary>
internal static class InputTable
{
    /// <summary>Whether a text names a file and not a list of names.</summary>
    public static bool IsFile(string text) => text.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || (text.Length > 0 && File.Exists(text));

    /// <summary>Reads every row; a fault of the file itself leaves none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="role">The columns.</param>
    /// <param name="read">Reads a row, noting in it what is wrong.</param>
    /// <param name="key">The key of a row, which must not come twice.</param>
    public static Loaded<IReadOnlyList<T>> Read<T>(string path, PackageRole role, Func<CsvRow, T> read, Func<T, string> key)
        where T : class
    {
        if (PackageFile.Read(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", Path.GetFileName(path), out var unread) is not { } file)
        {
            return new([], [unread!]);
        }

        var faults = new List<Problem>();
        var resource = new PackageResource(role.Name, "", role, new PriceBasis(CloseBasis.Unstated, "", CloseBasis.Unstated, ""), []);
        var header = CsvHeader.Read(file, resource, faults);
        if (header is null || faults.Count > 0)
        {
            return new([], [.. faults]);
        }

        var problems = new RowProblems();
        var rows = CsvTable.Read(file, header, problems, read, key, new Dictionary<string, CsvRow>(StringComparer.Ordinal));
        Problem[] bad = [.. problems.All(file.Source.Name)];
        return rows.Count == 0 && bad.Length == 0
            ? new([], [new Problem(ProblemKind.Structure, $"The file has a header and no rows; expected one row for each of the {role.Name}.", file.Source.Name)])
            : new(rows, [.. bad]);
    }
}
