using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The stocks of some exchanges, in ordinal order of their ids: the rows of everything that a batch keeps by stock.</summary>
internal sealed class BatchStocks
{
    /// <summary>Lists the stocks.</summary>
    /// <param name="market">The package.</param>
    /// <param name="exchanges">Market identifier codes.</param>
    public BatchStocks(Market market, IReadOnlyCollection<string> exchanges)
    {
        Market = market;
        All = [.. market.Rows.Instruments.Where(stock => stock.Kind == InstrumentKind.Equity && stock.Exchange is { } mic && exchanges.Contains(mic)).OrderBy(stock => stock.Id)];
        Closes = new PriceHistory?[All.Length];
        Rows = new Dictionary<InstrumentId, int>(All.Length);
        GoneFrom = new int[All.Length];
        for (var row = 0; row < All.Length; row++)
        {
            Rows.Add(All[row].Id, row);
            Closes[row] = market.AsTraded(All[row].Id) is { } bars && bars.Has(PriceField.Close) ? bars : null;
            GoneFrom[row] = int.MaxValue;
        }

        Actions = new BatchActions(this);
        foreach (var action in market.Rows.Actions)
        {
            if (MarketExit.FirstDayGone(action) is { } day && Rows.TryGetValue(action.Instrument, out var row))
            {
                GoneFrom[row] = Math.Min(GoneFrom[row], day.DayNumber);
            }
        }
    }

    /// <summary>The package.</summary>
    public Market Market { get; }

    /// <summary>The stocks.</summary>
    public Instrument[] All { get; }

    /// <summary>The row of each stock.</summary>
    public Dictionary<InstrumentId, int> Rows { get; }

    /// <summary>The as-traded bars of each stock, or null.</summary>
    public PriceHistory?[] Closes { get; }

    /// <summary>The day number from which each stock has left the market; the largest number when it does not.</summary>
    public int[] GoneFrom { get; }

    /// <summary>What its company does, by stock and by day.</summary>
    public BatchActions Actions { get; }

    /// <summary>How many words of 64 bits hold one bit for each stock.</summary>
    public int Words => BitRows.WordsOf(All.Length);

    /// <summary>The currency of a stock's prices, or null.</summary>
    /// <param name="row">The stock.</param>
    public string? CurrencyOf(int row) => All[row].Currency ?? Market.Exchange(All[row].Exchange!)?.Currency;

    /// <summary>The last close of a stock on or before a day, in the terms of that day; NaN when there is none.</summary>
    /// <param name="row">The stock.</param>
    /// <param name="day">The day, included.</param>
    /// <param name="traded">The session of that close.</param>
    public double LastClose(int row, DateOnly day, out DateOnly traded)
    {
        traded = default;
        if (Closes[row] is not { } bars || bars.IndexWithValue(PriceField.Close, day) is not (>= 0 and var index))
        {
            return double.NaN;
        }

        bars.TryGet(PriceField.Close, index, out var close);
        traded = bars.DateAt(index);
        return traded == day ? close : close / Actions.ShareFactor(row, traded, day);
    }
}
