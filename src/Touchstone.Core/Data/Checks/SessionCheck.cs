namespace Touchstone.Data;

/// <summary>Compares the days of a group with the sessions of its exchange: rows that are missing, and rows on closed days.</summary>
internal static class SessionCheck
{
    /// <summary>A day is told on its own when at least this share of the group has no row; other gaps are gathered by instrument.</summary>
    private const double SharedShare = 0.1;

    /// <summary>More such days than this, and the calendar is more likely wrong than the data; they are told together.</summary>
    private const int MostDays = 12;

    public static IEnumerable<DataFinding> Find(PeerGroup group)
    {
        if (!group.HasCalendar)
        {
            return [];
        }

        var gaps = new SortedDictionary<DateOnly, List<PriceHistory>>();
        var extras = new SortedDictionary<DateOnly, List<(PriceHistory History, int Row)>>();
        foreach (var history in group.Histories)
        {
            Compare(history, group, gaps, extras);
        }

        var shared = gaps.Where(gap => gap.Value.Count >= Math.Max(2, SharedShare * Expected(group, gap.Key))).ToList();
        return Shared(group, shared).Concat(Single(group, gaps.Except(shared))).Concat(Unexpected(group, extras));
    }

    private static void Compare(PriceHistory history, PeerGroup group, SortedDictionary<DateOnly, List<PriceHistory>> gaps, SortedDictionary<DateOnly, List<(PriceHistory History, int Row)>> extras)
    {
        var covered = group.Covered;
        for (var row = 0; row < history.Count; row++)
        {
            var day = history.DateAt(row);
            if (covered.Contains(day) && !group.Calendar.IsSession(day))
            {
                Add(extras, day, (history, row));
            }

            if (row == 0)
            {
                continue;
            }

            for (var missing = history.DateAt(row - 1).AddDays(1); missing < day; missing = missing.AddDays(1))
            {
                if (group.Calendar.IsSession(missing) && covered.Contains(missing))
                {
                    Add(gaps, missing, history);
                }
            }
        }
    }

    private static IEnumerable<DataFinding> Shared(PeerGroup group, List<KeyValuePair<DateOnly, List<PriceHistory>>> days)
    {
        foreach (var (day, missing) in days.Count > MostDays ? [] : days)
        {
            var expected = Expected(group, day);
            yield return new DataFinding
            {
                Severity = 2 * missing.Count >= expected ? FindingSeverity.Error : FindingSeverity.Warning,
                Code = "gap",
                Message = $"{group.Calendar.Mic} {Phrases.Day(day)}{Phrases.DayKind(group.Calendar, day)}: {missing.Count} of {Phrases.Count(expected, group.Noun)} have no row in {group.File}{(missing.Count == expected ? "" : $": {Phrases.Few(missing, 5, item => item.Instrument.Value)}")}.",
                Exchange = group.Calendar.Mic,
                File = group.File,
                Instruments = [.. missing.Select(history => history.Instrument).Order()],
                Days = [day],
                Count = missing.Count,
            };
        }

        if (days.Count > MostDays)
        {
            yield return new DataFinding
            {
                Severity = FindingSeverity.Error,
                Code = "gap",
                Message = $"{group.Calendar.Mic}: on {Phrases.Count(days.Count, "session")} many of {Phrases.Count(group.Histories.Length, group.Noun)} have no row in {group.File}: {Phrases.Few(days, 6, item => $"{Phrases.Day(item.Key)}{Phrases.DayKind(group.Calendar, item.Key)}")}. Either rows are missing or the calendar lacks closures.",
                Exchange = group.Calendar.Mic,
                File = group.File,
                Instruments = [.. days.SelectMany(item => item.Value).Select(history => history.Instrument).Distinct().Order()],
                Days = [.. days.Select(item => item.Key)],
                Count = days.Sum(item => item.Value.Count),
            };
        }
    }

    private static IEnumerable<DataFinding> Single(PeerGroup group, IEnumerable<KeyValuePair<DateOnly, List<PriceHistory>>> gaps)
    {
        var byInstrument = gaps.SelectMany(gap => gap.Value.Select(history => (history.Instrument, Day: gap.Key)))
            .GroupBy(item => item.Instrument, item => item.Day)
            .OrderByDescending(item => item.Count()).ThenBy(item => item.Key)
            .ToList();
        if (byInstrument.Count == 0)
        {
            yield break;
        }

        var total = byInstrument.Sum(item => item.Count());
        yield return new DataFinding
        {
            Severity = FindingSeverity.Note,
            Code = "gap",
            Message = $"{group.Calendar.Mic}: {Phrases.Count(total, "row")} of {Phrases.Count(byInstrument.Count, group.Noun)} missing in {group.File} on days that most others have (suspensions, perhaps): {Phrases.Few(byInstrument, 6, item => $"{item.Key} {Days([.. item])}")}.",
            Exchange = group.Calendar.Mic,
            File = group.File,
            Instruments = [.. byInstrument.Select(item => item.Key).Order()],
            Days = [.. byInstrument.SelectMany(item => item).Distinct().Order()],
            Count = total,
        };
    }

    private static IEnumerable<DataFinding> Unexpected(PeerGroup group, SortedDictionary<DateOnly, List<(PriceHistory History, int Row)>> extras)
    {
        foreach (var (day, rows) in extras.Count > MostDays ? [] : extras)
        {
            yield return Unexpected(group, [day], rows, $"{group.Calendar.Mic} {Phrases.Day(day)}{Phrases.DayKind(group.Calendar, day)}: {rows.Count} of {Phrases.Count(group.Histories.Length, group.Noun)} have a row in {group.File}: {Phrases.Few(rows, 5, item => item.History.Instrument.Value)}.");
        }

        if (extras.Count > MostDays)
        {
            List<(PriceHistory History, int Row)> rows = [.. extras.SelectMany(item => item.Value)];
            yield return Unexpected(group, [.. extras.Keys], rows, $"{group.Calendar.Mic}: {Phrases.Count(rows.Count, "row")} of {group.File} stand on {Phrases.Count(extras.Count, "day")} on which the exchange was closed: {Phrases.Few(extras.Keys, 6, day => $"{Phrases.Day(day)}{Phrases.DayKind(group.Calendar, day)}")}.");
        }
    }

    private static DataFinding Unexpected(PeerGroup group, DateOnly[] days, List<(PriceHistory History, int Row)> rows, string message) => new()
    {
        Severity = FindingSeverity.Warning,
        Code = "unexpected-session",
        Message = message,
        Exchange = group.Calendar.Mic,
        File = group.File,
        Instruments = [.. rows.Select(item => item.History.Instrument).Distinct().Order()],
        Days = [.. days],
        Sources = [.. rows.Take(5).Select(item => item.History.SourceAt(item.Row).ToString())],
        Count = rows.Count,
    };

    private static string Days(List<DateOnly> days) => days.Count switch
    {
        1 => Phrases.Day(days[0]),
        _ => $"{days.Count} ({Phrases.Span(days[0], days[^1])})",
    };

    private static int Expected(PeerGroup group, DateOnly day) => group.Histories.Count(history => history.First <= day && day <= history.Last);

    private static void Add<T>(SortedDictionary<DateOnly, List<T>> days, DateOnly day, T item)
    {
        if (!days.TryGetValue(day, out var list))
        {
            days.Add(day, list = []);
        }

        list.Add(item);
    }
}
