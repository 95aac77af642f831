using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Figures of stocks on a day, or on average, from the package.</summary>
/// <remarks>
/// market value = as-traded close × shares in force; free-float market value = that × the banded float. Averages are means over the sessions that have the
/// figure. Each day's figure is converted at that day's rate.
/// </remarks>
internal sealed class StockFigures(Market market, string indexCurrency, ShareRule shares)
{
    private readonly Dictionary<InstrumentId, ShareTimeline> _timelines = [];
    private readonly Dictionary<(InstrumentId, RankField, DateOnly, string), Reading> _read = [];

    /// <summary>Calendar days that a close or a turnover at a cut-off may be old.</summary>
    public const int StaleDays = 10;

    /// <summary>The package.</summary>
    public Market Market => market;

    /// <summary>The currency of the index.</summary>
    public string IndexCurrency => indexCurrency;

    /// <summary>The currency rates.</summary>
    public CurrencyRates Rates { get; } = new(market);

    /// <summary>The shares of a line in force on a day, or null.</summary>
    /// <param name="id">The line.</param>
    /// <param name="day">The day.</param>
    public SharesInForce? SharesOn(InstrumentId id, DateOnly day)
    {
        if (!_timelines.TryGetValue(id, out var timeline))
        {
            _timelines.Add(id, timeline = ShareTimeline.Of(market, id));
        }

        return timeline.On(day);
    }

    /// <summary>The fraction of the shares that counts by the share rule of the index.</summary>
    /// <param name="id">The line.</param>
    /// <param name="count">Its shares in force.</param>
    public Reading Inclusion(InstrumentId id, SharesInForce count)
    {
        if (shares.FloatMultiple is { } multiple)
        {
            return count.Row.FreeFloat is { } held ? Reading.Of(Math.Min(1, multiple * held)) : NoFloat(id, count);
        }

        return shares.FreeFloat ? BandedFloat(id, count) : Reading.Of(1);
    }

    /// <summary>A figure at a cut-off: the last on or before it, or the mean over the months up to it.</summary>
    /// <param name="field">The figure.</param>
    /// <param name="id">The line.</param>
    /// <param name="day">The cut-off, included.</param>
    /// <param name="currency">The currency of values and turnover.</param>
    public Reading Read(RankField field, InstrumentId id, DateOnly day, string currency)
    {
        var key = (id, field with { Weight = 1 }, day, currency);
        if (!_read.TryGetValue(key, out var reading))
        {
            _read.Add(key, reading = field.Months == 0 ? AtCutOff(field, id, day, currency) : Mean(field, id, day.AddMonths(-field.Months).AddDays(1), day, currency));
        }

        return reading;
    }

    /// <summary>The mean of a daily figure over a span, over the sessions that have it.</summary>
    /// <param name="field">The figure.</param>
    /// <param name="id">The line.</param>
    /// <param name="first">The first day, included.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="currency">The currency of values and turnover.</param>
    public Reading Mean(RankField field, InstrumentId id, DateOnly first, DateOnly last, string currency)
    {
        var (series, bars) = Rows(field, id);
        var (from, to) = (First(series, bars, first), Last(series, bars, last));
        var sum = default(CompensatedSum);
        var count = 0;
        string? gap = null;
        for (var row = from; row <= to; row++)
        {
            var reading = series is null ? AtRow(field, id, bars!, row, currency) : Reading.Of(series.Values[row]);
            if (reading.Problem is not null)
            {
                return reading;
            }

            if (!reading.HasValue)
            {
                gap ??= reading.Gap;
                continue;
            }

            sum.Add(reading.Value);
            count++;
        }

        return count == 0 ? Reading.Lacks(gap ?? $"{Source(field)} from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}") : Reading.Of(sum.Value / count);
    }

    /// <summary>The currency of a line's prices: its own, or else that of its exchange; null when the package names none.</summary>
    /// <param name="id">The line.</param>
    public string? CurrencyOf(InstrumentId id)
    {
        var instrument = market.Instrument(id);
        return instrument?.Currency ?? (instrument?.Exchange is { } mic ? market.Exchange(mic)?.Currency : null);
    }

    private Reading AtCutOff(RankField field, InstrumentId id, DateOnly day, string currency)
    {
        if (field.Figure == RankFigure.Observation)
        {
            var series = market.Observations(id, field.Field ?? "");
            var row = series?.IndexOnOrBefore(day) ?? -1;
            return row < 0 ? Reading.Lacks($"{Source(field)} on or before {day:yyyy-MM-dd}") : Reading.Of(series!.Values[row]);
        }

        if (field.Figure == RankFigure.Turnover)
        {
            var bars = TurnoverBars(id);
            var oldest = day.AddDays(-StaleDays);
            for (var row = bars?.IndexOnOrBefore(day) ?? -1; row >= 0 && bars!.DateAt(row) >= oldest; row--)
            {
                if (AtRow(field, id, bars, row, currency) is { Gap: null } reading)
                {
                    return reading;
                }
            }

            return Reading.Lacks($"turnover within {StaleDays} days before {day:yyyy-MM-dd}");
        }

        if (StockClose.OnOrBefore(market, id, day) is not { } close)
        {
            return Reading.Lacks($"an as-traded close on or before {day:yyyy-MM-dd}");
        }

        return close.Day.DayNumber < day.DayNumber - StaleDays && !StockClose.IsSuspended(market, id, day)
            ? Reading.Lacks($"a close within {StaleDays} days before {day:yyyy-MM-dd} (the last is of {close.Day:yyyy-MM-dd})")
            : Value(field, id, close.Price, day, currency);
    }

    private (ObservationSeries? Series, PriceHistory? Bars) Rows(RankField field, InstrumentId id) => field.Figure switch
    {
        RankFigure.Observation => (market.Observations(id, field.Field ?? ""), null),
        RankFigure.Turnover => (null, TurnoverBars(id)),
        _ => (null, StockClose.Bars(market, id)),
    };

    private static int First(ObservationSeries? series, PriceHistory? bars, DateOnly first) => Last(series, bars, first.AddDays(-1)) + 1;

    // Before all rows it is -1, so that a span without rows is empty, also where there are no rows at all.
    private static int Last(ObservationSeries? series, PriceHistory? bars, DateOnly last) => series?.IndexOnOrBefore(last) ?? bars?.IndexOnOrBefore(last) ?? -1;

    private Reading AtRow(RankField field, InstrumentId id, PriceHistory bars, int row, string currency)
    {
        var day = bars.DateAt(row);
        if (field.Figure == RankFigure.Turnover)
        {
            return Traded(bars, row) is { } traded ? Converted(traded, id, day, currency) : Reading.Lacks($"turnover on {day:yyyy-MM-dd}");
        }

        return bars.TryGet(PriceField.Close, row, out var stored)
            ? Value(field, id, StockClose.AsTraded(market, bars, stored, day), day, currency)
            : Reading.Lacks($"an as-traded close on {day:yyyy-MM-dd}");
    }

    private Reading Value(RankField field, InstrumentId id, double price, DateOnly day, string currency)
    {
        if (SharesOn(id, day) is not { } count)
        {
            return Reading.Lacks($"shares on or before {day:yyyy-MM-dd}");
        }

        if (field.Figure == RankFigure.MarketValue)
        {
            return Converted(price * count.Shares, id, day, currency);
        }

        var inclusion = BandedFloat(id, count);
        return inclusion.HasValue ? Converted(price * count.Shares * inclusion.Value, id, day, currency) : inclusion;
    }

    private Reading Converted(double amount, InstrumentId id, DateOnly day, string currency)
    {
        if (CurrencyOf(id) is not { } own)
        {
            return Reading.Lacks("the currency of its prices");
        }

        return Rates.Find(own, currency, day) is { } rate ? Reading.Of(amount * rate.Value) : Reading.Stops(Rates.Missing(own, currency, day));
    }

    private Reading BandedFloat(InstrumentId id, SharesInForce count) =>
        count.Row.FreeFloat is { } held ? Reading.Of(FloatBands.Inclusion(Percent.FromFraction(held), shares.Bands).Fraction) : NoFloat(id, count);

    private static Reading NoFloat(InstrumentId id, SharesInForce count) => Reading.Lacks($"the free float of {id} in {count.Row.Source}");

    private PriceHistory? TurnoverBars(InstrumentId id)
    {
        var all = market.AllPrices(id);
        return all.FirstOrDefault(bars => bars.Has(PriceField.Turnover)) ?? all.FirstOrDefault(bars => bars.Has(PriceField.Close) && bars.Has(PriceField.Volume));
    }

    // Close × volume in the price's own basis: a split-adjusted close goes with a split-adjusted volume.
    private static double? Traded(PriceHistory bars, int row) =>
        bars.TryGet(PriceField.Turnover, row, out var turnover) ? turnover
        : bars.TryGet(PriceField.Close, row, out var close) && bars.TryGet(PriceField.Volume, row, out var volume) ? close * volume
        : null;

    private static string Source(RankField field) => field.Figure switch
    {
        RankFigure.Observation => $"observation {field.Field}",
        RankFigure.Turnover => "turnover",
        _ => "an as-traded close",
    };
}
