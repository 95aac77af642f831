using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>The last completed session of each exchange at a moment.</summary>
internal sealed class SessionClocks
{
    /// <summary>Hours of the universal day at which the set of completed sessions differs: before Asia closes, after Asia, after Europe, after America.</summary>
    private static readonly int[] Hours = [0, 12, 18, 23];

    /// <summary>How many moments of a day are told apart.</summary>
    public static int Moments => Hours.Length;

    private readonly Market _market;
    private readonly ImmutableDictionary<string, DateOnly> _given;
    private readonly Dictionary<string, (long[] Closes, DateOnly[] Days)> _sessions = new(StringComparer.Ordinal);
    private (string? Mic, long[] Closes, DateOnly[] Days, int At) _last = (null, [], [], 0);

    public SessionClocks(Market market, ImmutableDictionary<string, DateOnly> given)
    {
        _market = market;
        _given = given;
        var histories = market.Rows.Prices.Where(history => history.Count > 0).ToList();
        First = histories.Count == 0 ? default : histories.Min(history => history.First);
        Last = histories.Count == 0 ? default : histories.Max(history => history.Last);
    }

    /// <summary>The latest day given for an exchange, or null.</summary>
    public DateOnly? Given => _given.IsEmpty ? null : _given.Values.Max();

    /// <summary>The first day with prices.</summary>
    public DateOnly First { get; }

    /// <summary>The last day with prices.</summary>
    public DateOnly Last { get; }

    /// <summary>The last moment of the last day with prices.</summary>
    public Moment Latest => Last == default ? default : Of(Last).Last();

    /// <summary>The moments of a day at which the set of completed sessions differs.</summary>
    public static IEnumerable<Moment> Of(DateOnly day) => Hours.Select(hour => new Moment(day, new DateTimeOffset(day, new TimeOnly(hour, 30), TimeSpan.Zero)));

    /// <summary>The last session of an exchange that was over at a moment, or the day given for the exchange.</summary>
    public DateOnly AsOf(string mic, Moment moment)
    {
        if (_last.Mic != mic)
        {
            if (!_sessions.TryGetValue(mic, out var known))
            {
                known = _given.TryGetValue(mic, out var day) ? ([long.MinValue], [day]) : Build(mic);
                _sessions.Add(mic, known);
            }

            _last = (mic, known.Closes, known.Days, 0);
        }

        // Moments come in order, so most of them fall between the same two closes as the one before.
        var (_, closes, days, at) = _last;
        var ticks = moment.Instant.UtcTicks;
        if (closes[at] > ticks || (at + 1 < closes.Length && closes[at + 1] <= ticks))
        {
            at = Array.BinarySearch(closes, ticks);
            _last.At = at = Math.Max(at >= 0 ? at : ~at - 1, 0);
        }

        return days[at];
    }

    private (long[] Closes, DateOnly[] Days) Build(string mic)
    {
        var calendar = _market.Calendar(mic);
        ExchangeClock.TryFor(_market, mic, out var clock, out _);
        var closes = new List<long>();
        var days = new List<DateOnly>();
        var end = Last.DayNumber + 40;
        for (var number = Math.Max(First.DayNumber - 40, 1); number <= end; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            if (!calendar.IsSession(day))
            {
                continue;
            }

            // Without hours of its own an exchange is taken to close late in the universal day.
            closes.Add(clock?.Close(day)?.UtcTicks ?? new DateTimeOffset(day, new TimeOnly(22, 0), TimeSpan.Zero).UtcTicks);
            days.Add(day);
        }

        return ([.. closes], [.. days]);
    }
}
