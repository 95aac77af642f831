using System.Diagnostics.CodeAnalysis;

namespace Touchstone.Data;

/// <summary>
/// When the sessions of an exchange open and close, as instants. Half days close four hours early in Asia and three hours early elsewhere,
/// which is noon in Hong Kong, one o'clock in New York and noon in Chicago. Closing auctions that run on for minutes are not counted.
/// </summary>
public sealed class ExchangeClock
{
    private readonly TimeZoneInfo _zone;

    private ExchangeClock(Exchange exchange, ExchangeCalendar calendar, TimeZoneInfo zone) => (Exchange, Calendar, _zone) = (exchange, calendar, zone);

    /// <summary>The exchange.</summary>
    public Exchange Exchange { get; }

    /// <summary>Its sessions.</summary>
    public ExchangeCalendar Calendar { get; }

    /// <summary>The clock of an exchange.</summary>
    /// <param name="market">The market.</param>
    /// <param name="mic">The market identifier code.</param>
    /// <param name="clock">The clock, when the answer is true.</param>
    /// <param name="problem">Otherwise: the package does not have the exchange (<see cref="ProblemKind.NoData"/>), or this machine does not know its zone (<see cref="ProblemKind.Invalid"/>).</param>
    public static bool TryFor(Market market, string mic, [NotNullWhen(true)] out ExchangeClock? clock, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(mic);
        (clock, problem) = (null, null);
        if (market.Exchange(mic) is not { } exchange)
        {
            problem = new Problem(ProblemKind.NoData, $"The package does not list the exchange {mic}, so its hours are unknown.");
            return false;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(exchange.Zone, out var zone))
        {
            problem = new Problem(ProblemKind.Invalid, $"This machine does not know the time zone '{exchange.Zone}' of {mic}; install the time zone data (tzdata) or correct the name.", exchange.Source.ToString());
            return false;
        }

        clock = new ExchangeClock(exchange, market.Calendar(mic), zone);
        return true;
    }

    /// <summary>The local time at which a day's session closes; null when there is no session.</summary>
    /// <param name="day">The exchange-local day.</param>
    public TimeOnly? LocalClose(DateOnly day) => Calendar.KindOf(day) switch
    {
        SessionKind.Full => Exchange.Close,
        SessionKind.Half => Exchange.Close.AddHours(Exchange.Zone.StartsWith("Asia/", StringComparison.Ordinal) ? -4 : -3),
        _ => null,
    };

    /// <summary>The instant at which a day's session closes; null when there is no session.</summary>
    /// <param name="day">The exchange-local day.</param>
    public DateTimeOffset? Close(DateOnly day) => LocalClose(day) is { } close ? Instant(day, close) : null;

    /// <summary>The instant at which a day's session opens; null when there is no session.</summary>
    /// <param name="day">The exchange-local day.</param>
    public DateTimeOffset? Open(DateOnly day) => Calendar.IsSession(day) ? Instant(day, Exchange.Open) : null;

    /// <summary>The exchange-local day of an instant.</summary>
    /// <param name="instant">The instant.</param>
    public DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The last session that had closed at an instant; a close at the very instant counts.</summary>
    /// <param name="instant">The instant.</param>
    public DateOnly LastCompletedSession(DateTimeOffset instant)
    {
        var session = Calendar.OnOrBefore(LocalDay(instant));
        return Close(session) <= instant ? session : Calendar.Before(session);
    }

    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
