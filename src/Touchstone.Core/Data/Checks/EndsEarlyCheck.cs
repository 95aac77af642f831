namespace Touchstone.Data;

/// <summary>Finds series that end before the others of their group, unless they were delisted, bought or suspended then, or left the index they are kept for.</summary>
internal static class EndsEarlyCheck
{
    /// <summary>Calendar days by which a series may end before the last of its group.</summary>
    private const int Grace = 7;

    public static IEnumerable<DataFinding> Find(Market market, PeerGroup group)
    {
        var last = group.Histories.Max(history => history.Last);
        var early = group.Histories.Where(history => last.DayNumber - history.Last.DayNumber > Grace && !Explained(market, history)).ToList();
        foreach (var end in early.GroupBy(history => history.Last).OrderBy(end => end.Key))
        {
            yield return new DataFinding
            {
                Severity = FindingSeverity.Warning,
                Code = "ends-early",
                Message = $"{group.Calendar.Mic}: {end.Count():#,0} series of {group.File} {(end.Count() == 1 ? "ends" : "end")} {Phrases.Day(end.Key)}, the others {Phrases.Day(last)}: {Phrases.Few(end.ToList(), 6, history => history.Instrument.Value)}.",
                Exchange = group.Calendar.Mic,
                File = group.File,
                Instruments = [.. end.Select(history => history.Instrument).Order()],
                Days = [end.Key],
                Sources = [.. end.Take(5).Select(history => history.SourceAt(history.Count - 1).ToString())],
                Count = end.Count(),
            };
        }
    }

    private static bool Explained(Market market, PriceHistory history) =>
        market.Actions(history.Instrument).Any(action => action.Kind is "delist" or "merger-cash" or "merger-stock" or "suspend" && Near(action.ExDate, history.Last))
        || market.Rows.Constituents.Any(member => member.Instrument == history.Instrument && member.Until is { } until && Near(until, history.Last));

    private static bool Near(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber) <= Grace;
}
