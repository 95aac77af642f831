namespace Touchstone.Data;

/// <summary>Finds the names that are nearest to a mistyped one.</summary>
internal static class NearestNames
{
    /// <summary>The instruments whose name is near, nearest first; at most three.</summary>
    /// <param name="folded">The typed text in its comparable form.</param>
    /// <param name="names">Comparable names and what they stand for.</param>
    public static IReadOnlyList<Instrument> Of(string folded, IEnumerable<KeyValuePair<string, List<Instrument>>> names)
    {
        var reach = Math.Max(1, folded.Length / 3);
        return [.. names
            .Select(pair => (Distance: Distance(folded, pair.Key, reach), pair.Key, pair.Value))
            .Where(item => item.Distance <= reach)
            .OrderBy(item => item.Distance).ThenBy(item => item.Key, StringComparer.Ordinal)
            .SelectMany(item => item.Value)
            .Distinct()
            .Take(3)];
    }

    /// <summary>Edits between two texts (Levenshtein, 1966), or more than the reach; a text inside the other counts as one edit.</summary>
    private static int Distance(string typed, string name, int reach)
    {
        if (typed.Length >= 3 && name.Contains(typed, StringComparison.Ordinal))
        {
            return 1;
        }

        if (Math.Abs(typed.Length - name.Length) > reach)
        {
            return reach + 1;
        }

        var row = new int[name.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= typed.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column < row.Length; column++)
            {
                var substitution = diagonal + (typed[line - 1] == name[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(substitution, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
