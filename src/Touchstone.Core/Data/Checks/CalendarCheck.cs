using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Finds exchanges without listed closures, and data that reaches beyond the years a calendar speaks for.</summary>
internal static class CalendarCheck
{
    public static IEnumerable<DataFinding> Find(Market market, ImmutableArray<PeerGroup> groups)
    {
        foreach (var exchange in groups.GroupBy(group => group.Calendar.Mic, StringComparer.Ordinal))
        {
            var histories = exchange.SelectMany(group => group.Histories).ToList();
            if (!exchange.First().HasCalendar)
            {
                yield return Note(exchange.Key, histories, $"{exchange.Key} lists no closures; every weekday counts as a session and its gaps were not looked for ({histories.Count:#,0} series).");
                continue;
            }

            var covered = exchange.First().Covered;
            var outside = histories.Where(history => !covered.Contains(history.First) || !covered.Contains(history.Last)).ToList();
            if (outside.Count > 0)
            {
                yield return Note(exchange.Key, outside, $"{exchange.Key}: the calendar speaks for {covered.First.Year} to {covered.Last.Year}; {outside.Count} of {histories.Count} series reach beyond, where gaps were not looked for.");
            }
        }

        foreach (var exchange in market.Rows.Exchanges.Where(exchange => !TimeZoneInfo.TryFindSystemTimeZoneById(exchange.Zone, out _)))
        {
            yield return Note(exchange.Mic, [], $"{exchange.Mic}: this machine does not know the time zone '{exchange.Zone}'.") with { Severity = FindingSeverity.Warning, Sources = [exchange.Source.ToString()] };
        }
    }

    private static DataFinding Note(string mic, List<PriceHistory> histories, string message) => new()
    {
        Severity = FindingSeverity.Note,
        Code = "no-calendar",
        Message = message,
        Exchange = mic,
        Instruments = [.. histories.Select(history => history.Instrument).Distinct().Order()],
        Count = Math.Max(1, histories.Count),
    };
}
