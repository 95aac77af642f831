using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A close in the terms of a day: as it would have been quoted there.</summary>
/// <param name="Price">The price, in the currency of the line; above zero.</param>
/// <param name="Day">The session of the close.</param>
/// <param name="Stored">The number in the package.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct StockClose(double Price, DateOnly Day, double Stored, RowSource Source)
{
    /// <summary>The bars whose close can be told as traded: as-traded ones, or split-adjusted ones whose later splits the package records; or null.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The line.</param>
    public static PriceHistory? Bars(Market market, InstrumentId id)
    {
        if (market.AsTraded(id) is { } traded && traded.Has(PriceField.Close))
        {
            return traded;
        }

        foreach (var history in market.AllPrices(id))
        {
            if (history.Basis.Close == CloseBasis.SplitAdjusted && history.Has(PriceField.Close))
            {
                return history;
            }
        }

        return null;
    }

    /// <summary>A close as it was traded on its day.</summary>
    /// <param name="market">The package.</param>
    /// <param name="bars">The bars it is of.</param>
    /// <param name="stored">The close in the bars.</param>
    /// <param name="day">Its day.</param>
    public static double AsTraded(Market market, PriceHistory bars, double stored, DateOnly day) =>
        bars.Basis.Close == CloseBasis.AsTraded ? stored : stored * ShareRatio.Between(market.Actions(bars.Instrument), day, DateOnly.MaxValue);

    /// <summary>The last close on or before a day, in the terms of that day; null when there is none.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The line.</param>
    /// <param name="day">The day, included.</param>
    public static StockClose? OnOrBefore(Market market, InstrumentId id, DateOnly day)
    {
        if (Bars(market, id) is not { } bars || bars.IndexWithValue(PriceField.Close, day) is not (>= 0 and var row))
        {
            return null;
        }

        bars.TryGet(PriceField.Close, row, out var stored);
        var traded = bars.DateAt(row);
        var price = AsTraded(market, bars, stored, traded) / ShareRatio.Between(market.Actions(id), traded, day);
        return new StockClose(price, traded, stored, bars.SourceAt(row));
    }

    /// <summary>Whether trading is suspended after the close of a day: the last <c>suspend</c> or <c>resume</c> with an ex-date on or before it is a <c>suspend</c>.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The line.</param>
    /// <param name="day">The day, included.</param>
    public static bool IsSuspended(Market market, InstrumentId id, DateOnly day)
    {
        var suspended = false;
        foreach (var action in market.Actions(id))
        {
            if (action.ExDate <= day && action.Kind is ("suspend" or "resume"))
            {
                suspended = action.Kind == "suspend";
            }
        }

        return suspended;
    }
}
