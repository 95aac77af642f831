using System.Globalization;
using Touchstone.Data;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>The day that a page shows, with the sessions beside it.</summary>
/// <param name="Day">The session.</param>
/// <param name="Previous">The session before it, or null at the beginning of the data.</param>
/// <param name="Next">The session after it, or null at the end of the data.</param>
/// <param name="First">The first day with data.</param>
/// <param name="Last">The last day with data.</param>
/// <param name="Remark">What became of the day that was asked for, or null when it is the one shown.</param>
public sealed record ShownDay(DateOnly Day, DateOnly? Previous, DateOnly? Next, DateOnly First, DateOnly Last, string? Remark)
{
    /// <summary>The day as addresses write it.</summary>
    public string Text => Write(Day);

    /// <summary>A day as addresses write it.</summary>
    /// <param name="day">The day.</param>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a page on all indices: by default the last one that most of them share.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="asked">The day that was asked for, or null.</param>
    /// <returns>The day; null in a package without prices.</returns>
    internal static ShownDay? OfMarket(PackageSnapshot snapshot, string? asked)
    {
        var market = snapshot.Market;
        var histories = market.Rows.Prices.Where(history => history.Count > 0).ToArray();
        var indices = histories.Where(history => market.Instrument(history.Instrument)?.Kind == InstrumentKind.Index).ToArray();
        var shown = indices.Length > 0 ? indices : histories;
        if (shown.Length == 0)
        {
            return null;
        }

        var usual = shown.GroupBy(history => history.Last).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        var calendars = shown.Select(history => market.CalendarOf(history.Instrument)).DistinctBy(calendar => calendar.Mic).ToArray();
        return Of(asked, usual, shown.Min(history => history.First), shown.Max(history => history.Last), calendars);
    }

    /// <summary>The day of a page on one instrument: by default its last one.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="id">The instrument.</param>
    /// <param name="asked">The day that was asked for, or null.</param>
    /// <returns>The day; when the package has no figures of the instrument, that of the market.</returns>
    internal static ShownDay? Of(PackageSnapshot snapshot, InstrumentId id, string? asked)
    {
        var market = snapshot.Market;
        if (market.Prices(id) is { Count: > 0 } history)
        {
            return Of(asked, history.Last, history.First, history.Last, [market.CalendarOf(id)]);
        }

        var series = market.AllObservations(id).Where(one => one.Count > 0).ToArray();
        return series.Length == 0
            ? OfMarket(snapshot, asked)
            : Of(asked, series.Max(one => one.DateAt(one.Count - 1)), series.Min(one => one.DateAt(0)), series.Max(one => one.DateAt(one.Count - 1)), [market.CalendarOf(id)]);
    }

    private static ShownDay Of(string? asked, DateOnly usual, DateOnly first, DateOnly last, ExchangeCalendar[] calendars)
    {
        var (day, remark) = (usual, default(string));
        if (asked is { Length: > 0 })
        {
            if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted))
            {
                remark = $"'{asked}' is not a day; expected a form such as {Write(usual)}, which is shown.";
            }
            else
            {
                var within = wanted < first ? first : wanted > last ? last : wanted;
                day = wanted == within && !calendars.Any(calendar => calendar.IsSession(within)) ? calendars.Max(calendar => calendar.OnOrBefore(within)) : within;
                day = day < first ? first : day;
                remark = wanted == day ? null
                    : wanted != within ? $"The data go from {Write(first)} to {Write(last)}; {Write(wanted)} is {(wanted < first ? "before" : "after")} that."
                    : $"{Write(wanted)} is no session; {Write(day)} is the last one before.";
            }
        }

        var previous = day <= first ? default(DateOnly?) : calendars.Max(calendar => calendar.Before(day));
        var next = day >= last ? default(DateOnly?) : calendars.Min(calendar => calendar.OnOrAfter(day.AddDays(1)));
        return new ShownDay(day, previous < first ? null : previous, next > last ? null : next, first, last, remark);
    }
}
