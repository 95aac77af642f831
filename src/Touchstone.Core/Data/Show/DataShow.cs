using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Gathers what a package knows about an instrument.</summary>
public static class DataShow
{
    /// <summary>The facts of an instrument, or null when the package does not have it.</summary>
    /// <param name="market">The market.</param>
    /// <param name="id">The canonical id; <see cref="Symbols"/> finds it for what people type.</param>
    public static InstrumentFacts? Of(Market market, InstrumentId id)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.Instrument(id) is not { } instrument)
        {
            return null;
        }

        var rows = market.Rows;
        var calendar = market.CalendarOf(id);
        return new InstrumentFacts
        {
            Instrument = instrument,
            Exchange = instrument.Exchange is { } mic ? market.Exchange(mic) : null,
            ListedDays = calendar.Entries.Count,
            SameIssuer = instrument.Issuer is null ? [] : [.. rows.Instruments.Where(other => other.Issuer == instrument.Issuer && other.Id != id).OrderBy(other => other.Id)],
            Prices = [.. market.AllPrices(id).Select(history => Prices(history, calendar))],
            Observations = [.. market.AllObservations(id).Select(Figures)],
            Shares = [.. market.Shares(id)],
            Actions = [.. market.Actions(id)],
            MemberOf = [.. rows.Constituents.Where(member => member.Instrument == id).OrderBy(member => member.From)],
            Members = Members(rows.Constituents.Where(member => member.Index == id)),
            Divisors = [.. rows.Divisors.Where(divisor => divisor.Index == id).OrderBy(divisor => divisor.From)],
            Snapshots = Snapshots(rows.Snapshots.Where(member => member.Instrument == id || member.Index == id)),
            Events = [.. rows.Events.Where(item => item.Instruments.Contains(id)).OrderBy(item => item.Date)],
        };
    }

    private static PriceFacts Prices(PriceHistory history, ExchangeCalendar calendar)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnFacts>();
        foreach (var field in Enum.GetValues<PriceField>())
        {
            if (Column(history, field) is { } column)
            {
                columns.Add(column);
            }
        }

        return new PriceFacts(history.File, history.Role, history.Basis, new DateSpan(history.First, history.Last), history.Count, columns.ToImmutable(), Missing(history, calendar));
    }

    private static ColumnFacts? Column(PriceHistory history, PriceField field)
    {
        int first = -1, last = -1, count = 0;
        for (var row = 0; row < history.Count; row++)
        {
            if (history.TryGet(field, row, out _))
            {
                first = first < 0 ? row : first;
                last = row;
                count++;
            }
        }

        return count == 0 ? null : new ColumnFacts(field, count, new DateSpan(history.DateAt(first), history.DateAt(last)), history.Raw(field)[last], history.SourceAt(last));
    }

    private static ImmutableArray<DateOnly> Missing(PriceHistory history, ExchangeCalendar calendar)
    {
        if (calendar.Entries.Count == 0)
        {
            return [];
        }

        var missing = ImmutableArray.CreateBuilder<DateOnly>();
        for (var row = 1; row < history.Count; row++)
        {
            for (var day = history.DateAt(row - 1).AddDays(1); day < history.DateAt(row); day = day.AddDays(1))
            {
                if (calendar.IsSession(day))
                {
                    missing.Add(day);
                }
            }
        }

        return missing.ToImmutable();
    }

    private static ObservationFacts Figures(ObservationSeries series)
    {
        var last = series.Count - 1;
        return new ObservationFacts(series.Field, series.Unit, new DateSpan(series.DateAt(0), series.DateAt(last)), series.Count, series.Values[last], series.SourceAt(last));
    }

    private static ImmutableArray<MemberListFacts> Members(IEnumerable<Membership> members) =>
    [
        .. members.GroupBy(member => member.From).OrderBy(group => group.Key)
            .Select(group => new MemberListFacts(group.Key, group.Min(member => member.Until), group.Count(), group.Count(member => member.Units is not null))),
    ];

    private static ImmutableArray<SnapshotFacts> Snapshots(IEnumerable<SnapshotMember> members) =>
    [
        .. members.GroupBy(member => member.Index).OrderBy(group => group.Key)
            .Select(group => (Index: group.Key, Months: group.Select(member => member.Month).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .Select(item => new SnapshotFacts(item.Index, item.Months[0], item.Months[^1], item.Months.Count)),
    ];
}
