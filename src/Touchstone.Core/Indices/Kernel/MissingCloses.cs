namespace Touchstone.Indices;

/// <summary>Finds the closes that an index lacks. They show as levels that are no numbers, so nothing is looked at while all is well.</summary>
internal static class MissingCloses
{
    /// <summary>The problem of the first level that is no number, or null.</summary>
    /// <param name="panel">The closes.</param>
    /// <param name="index">The index.</param>
    /// <param name="levels">Its levels.</param>
    public static Problem? First(PricePanel panel, IndexSegments index, ReadOnlySpan<double> levels)
    {
        foreach (var segment in index.Segments)
        {
            var part = levels[(segment.First - index.First)..(segment.End - index.First)];
            if (FirstFault(part) is >= 0 and var fault)
            {
                var (session, level) = (segment.First + fault, part[fault]);
                return double.IsNaN(level) && Names(panel, segment, session) is { Count: > 0 } names
                    ? Missing(panel.Days[session], names, segment.Rows.Length + segment.Own.Length)
                    : new Problem(ProblemKind.Undefined, $"The level of {panel.Days[session]:yyyy-MM-dd} is too large for a number.");
            }
        }

        return null;
    }

    /// <summary>Where the first level stands that is no finite number, or -1.</summary>
    /// <param name="levels">The levels.</param>
    public static int FirstFault(ReadOnlySpan<double> levels)
    {
        // A sum is finite only when all of its parts are: no early way out, so that the loop runs in wide registers.
        var sum = 0.0;
        foreach (var level in levels)
        {
            sum += level * 0;
        }

        for (var i = 0; sum != 0 && i < levels.Length; i++)
        {
            if (!double.IsFinite(levels[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The problem of members without a close.</summary>
    /// <param name="day">The session.</param>
    /// <param name="names">The members, in ordinal order.</param>
    /// <param name="count">How many members there are.</param>
    public static Problem Missing(DateOnly day, List<string> names, int count) =>
        new(ProblemKind.NoData, $"No close on {day:yyyy-MM-dd} for {names.Count} of {count} members: {string.Join(", ", names)}.");

    private static List<string> Names(PricePanel panel, IndexSegment segment, int session)
    {
        var names = new List<string>();
        foreach (var row in segment.Rows)
        {
            if (!panel.TryGetClose(row, session, out _))
            {
                names.Add(panel.Lines[row].Instrument.Value);
            }
        }

        return names;
    }
}
