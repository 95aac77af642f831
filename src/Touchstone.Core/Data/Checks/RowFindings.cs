namespace Touchstone.Data;

/// <summary>Gathers the problems that opening a package reported: one finding for each sort and file.</summary>
internal static class RowFindings
{
    public static IEnumerable<DataFinding> Find(IEnumerable<Problem> problems)
    {
        foreach (var group in problems.GroupBy(problem => (Code: RowMessages.CodeOf(problem), File: FileOf(problem))))
        {
            var list = group.ToList();
            var about = group.Key.Code switch
            {
                "non-positive" => $"{Phrases.Count(list.Count, "number")} of zero or less",
                "duplicate" => $"{Phrases.Count(list.Count, "row")} with a key that is there already",
                "out-of-order" => "rows out of date order",
                "unknown-instrument" => $"{Phrases.Count(list.Count, "id")} not among the instruments",
                _ => $"{Phrases.Count(list.Count, "row")} could not be read",
            };
            yield return new DataFinding
            {
                Severity = group.Key.Code is "out-of-order" or "unknown-instrument" ? FindingSeverity.Warning : FindingSeverity.Error,
                Code = group.Key.Code,
                Message = $"{group.Key.File}: {about}: {string.Join(" ", list.Take(3).Select(problem => $"[{problem.Source}] {problem.Message}"))}{(list.Count > 3 ? $" … and {list.Count - 3} more." : "")}",
                File = group.Key.File,
                Sources = [.. list.Take(10).Select(problem => problem.Source).OfType<string>()],
                Count = list.Count,
            };
        }
    }

    private static string FileOf(Problem problem) => problem.Source is { } source && source.LastIndexOf(':') is > 0 and var colon ? source[..colon] : problem.Source ?? "(package)";
}
