using System.Runtime.InteropServices;

namespace Touchstone.Data;

/// <summary>Joins the stretches of a file into one table: rows grouped by key, days ascending, no day twice.</summary>
internal static class ColumnAssembly
{
    /// <summary>Joins.</summary>
    /// <param name="parser">A file whose stretches have been read.</param>
    public static ColumnTable Join(ColumnParser parser)
    {
        var problems = new List<(int Line, Problem Problem)>();
        var unlisted = 0;
        foreach (var chunk in parser.Chunks)
        {
            problems.AddRange(chunk.Problems.Select(bad => (bad.Line, new Problem(ProblemKind.BadRow, bad.Message, At(parser, bad.Line)))));
            unlisted += chunk.Unlisted;
        }

        var keys = MergeKeys(parser);
        var count = Compact(parser);
        var order = Order(parser, keys, count, problems, ref unlisted, out var runsInOrder);
        var lines = Take(parser.Lines, order, count);
        var days = Take(parser.Days, order, count);
        var listed = problems.OrderBy(item => item.Line).Select(item => item.Problem).ToList();
        if (listed.Count > RowProblems.Limit)
        {
            unlisted += listed.Count - RowProblems.Limit;
            listed.RemoveRange(RowProblems.Limit, listed.Count - RowProblems.Limit);
        }

        if (unlisted > 0)
        {
            listed.Add(new Problem(ProblemKind.BadRow, $"{unlisted} more rows have problems; the first {RowProblems.Limit} are listed.", parser.File.Source.Name));
        }

        return new ColumnTable
        {
            Runs = [.. runsInOrder.Select(run => new ColumnRun(keys[run.Group], run.Start, run.Count))],
            Days = days,
            Lines = lines,
            Numbers = [.. parser.Layout.Numbers.Select(number => parser.NumberColumns.FirstOrDefault(column => column.Name == number.Name) is { } column ? Take(column.Values, order, count) : [])],
            Problems = [.. listed],
        };
    }

    private static string At(ColumnParser parser, int line) => new RowSource(parser.File.Source, line).ToString();

    /// <summary>Gives every key of every stretch one number, in order of first appearance.</summary>
    private static List<string> MergeKeys(ColumnParser parser)
    {
        var keys = new List<string>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in parser.Chunks)
        {
            var map = new int[chunk.Keys.Count];
            for (var local = 0; local < map.Length; local++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, chunk.Keys[local], out var known);
                if (!known)
                {
                    number = keys.Count;
                    keys.Add(chunk.Keys[local]);
                }

                map[local] = number;
            }

            foreach (ref var group in parser.Groups.AsSpan(chunk.FirstRow, chunk.Count))
            {
                group = map[group];
            }
        }

        return keys;
    }

    /// <summary>Closes the holes that bad rows left at the ends of the stretches.</summary>
    private static int Compact(ColumnParser parser)
    {
        var count = 0;
        foreach (var chunk in parser.Chunks)
        {
            if (count != chunk.FirstRow)
            {
                Move(parser.Groups);
                Move(parser.Days);
                Move(parser.Lines);
                foreach (var column in parser.NumberColumns)
                {
                    Move(column.Values);
                }
            }

            count += chunk.Count;

            void Move<T>(T[] values) => Array.Copy(values, chunk.FirstRow, values, count, chunk.Count);
        }

        return count;
    }

    /// <summary>The order in which rows are kept, or null when the file has it already.</summary>
    private static int[]? Order(ColumnParser parser, List<string> keys, int count, List<(int Line, Problem Problem)> problems, ref int unlisted, out List<(int Group, int Start, int Count)> runs)
    {
        var (groups, days) = (parser.Groups, parser.Days);
        runs = [];
        if (InOrder(groups, days, count, runs))
        {
            return null;
        }

        ReportDisorder(parser, count, problems);
        var order = new int[count];
        for (var row = 0; row < count; row++)
        {
            order[row] = row;
        }

        order.AsSpan().Sort((a, b) => groups[a] != groups[b] ? groups[a].CompareTo(groups[b]) : days[a] != days[b] ? days[a].CompareTo(days[b]) : a.CompareTo(b));
        runs = [];
        var kept = 0;
        for (var place = 0; place < count; place++)
        {
            var row = order[place];
            if (kept > 0 && groups[order[kept - 1]] == groups[row] && days[order[kept - 1]] == days[row])
            {
                if (problems.Count < 2 * RowProblems.Limit)
                {
                    var line = parser.Lines[row];
                    problems.Add((line, new Problem(ProblemKind.BadRow, RowMessages.Duplicate(KeyText(keys[groups[row]], days[row]), $"{parser.Lines[order[kept - 1]]}"), At(parser, line))));
                }
                else
                {
                    unlisted++;
                }

                continue;
            }

            if (kept == 0 || groups[order[kept - 1]] != groups[row])
            {
                runs.Add((groups[row], kept, 0));
            }

            order[kept++] = row;
            runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
        }

        return order[..kept];
    }

    private static bool InOrder(int[] groups, int[] days, int count, List<(int Group, int Start, int Count)> runs)
    {
        for (var row = 0; row < count; row++)
        {
            if (row > 0 && groups[row] == groups[row - 1])
            {
                if (days[row] <= days[row - 1])
                {
                    return false;
                }

                continue;
            }

            // Keys are numbered by first appearance, so a key that comes back has a number already used.
            if (groups[row] != runs.Count)
            {
                return false;
            }

            CloseRun(runs, row);
            runs.Add((groups[row], row, 0));
        }

        CloseRun(runs, count);
        return true;
    }

    private static void CloseRun(List<(int Group, int Start, int Count)> runs, int end)
    {
        if (runs.Count > 0)
        {
            runs[^1] = runs[^1] with { Count = end - runs[^1].Start };
        }
    }

    private static void ReportDisorder(ColumnParser parser, int count, List<(int Line, Problem Problem)> problems)
    {
        var last = new Dictionary<int, int>();
        var rows = 0;
        var first = 0;
        for (var row = 0; row < count; row++)
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(last, parser.Groups[row], out var known);
            if (known && parser.Days[row] < day)
            {
                first = rows++ == 0 ? parser.Lines[row] : first;
            }

            day = parser.Days[row];
        }

        if (rows > 0)
        {
            problems.Add((first, new Problem(ProblemKind.Quality, RowMessages.OutOfOrder(rows, count, first), At(parser, first))));
        }
    }

    private static string KeyText(string key, int day) => $"{key.Replace(ColumnLayout.Joint, ' ').TrimEnd()} on {DateOnly.FromDayNumber(day):yyyy-MM-dd}";

    private static T[] Take<T>(T[] values, int[]? order, int count)
    {
        if (order is null)
        {
            return count == values.Length ? values : values[..count];
        }

        var taken = new T[order.Length];
        for (var place = 0; place < taken.Length; place++)
        {
            taken[place] = values[order[place]];
        }

        return taken;
    }
}
