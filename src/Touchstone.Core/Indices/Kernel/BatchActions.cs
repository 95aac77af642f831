using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The corporate actions of a batch's stocks: what each does to a holding, by day, in the order in which those of one day happen.</summary>
internal sealed class BatchActions
{
    private readonly BatchStocks _stocks;
    private readonly CurrencyRates _rates;
    private readonly StockAction[] _byDay;
    private readonly List<(int Day, double Ratio)>?[] _splits;
    private readonly List<(int Day, bool IsSuspension)>?[] _halts;

    /// <summary>Reads the actions of the package.</summary>
    /// <param name="stocks">The stocks.</param>
    public BatchActions(BatchStocks stocks)
    {
        (_stocks, _rates) = (stocks, new CurrencyRates(stocks.Market));
        _splits = new List<(int, double)>?[stocks.All.Length];
        _halts = new List<(int, bool)>?[stocks.All.Length];
        var found = new List<StockAction>();
        foreach (var action in stocks.Market.Rows.Actions)
        {
            if (!stocks.Rows.TryGetValue(action.Instrument, out var row))
            {
                continue;
            }

            if (action.IsSplit)
            {
                _splits[row] ??= [.. ShareRatio.ByDay(stocks.Market.Actions(action.Instrument)).Select(ratio => (ratio.ExDate.DayNumber, ratio.Value))];
            }
            else if (action.Kind is "suspend" or "resume")
            {
                (_halts[row] ??= []).Add((action.ExDate.DayNumber, action.Kind == "suspend"));
            }

            if (Read(row, action) is { } read)
            {
                found.Add(read);
            }
        }

        foreach (var halts in _halts)
        {
            halts?.Sort((a, b) => a.Day == b.Day ? a.IsSuspension.CompareTo(b.IsSuspension) : a.Day.CompareTo(b.Day));
        }

        _byDay = [.. found.OrderBy(action => action.Day).ThenBy(action => action.Row)];
        for (var i = 1; i < _byDay.Length; i++)
        {
            // Several on one day hang on each other: the general calculation knows how.
            if (_byDay[i].Day == _byDay[i - 1].Day && _byDay[i].Row == _byDay[i - 1].Row)
            {
                _byDay[i] = _byDay[i] with { Kind = StockActionKind.Other };
                _byDay[i - 1] = _byDay[i - 1] with { Kind = StockActionKind.Other };
            }
        }
    }

    /// <summary>The actions that change a holding or its price, by day.</summary>
    public ReadOnlySpan<StockAction> ByDay => _byDay;

    /// <summary>Whether a stock's shares are ever multiplied.</summary>
    /// <param name="row">The stock.</param>
    public bool HasShares(int row) => _splits[row] is not null;

    /// <summary>Whether a stock's trading is ever suspended.</summary>
    /// <param name="row">The stock.</param>
    public bool HasHalts(int row) => _halts[row] is not null;

    /// <summary>Shares afterwards for one before, by splits, consolidations and bonus shares over some days.</summary>
    /// <param name="row">The stock.</param>
    /// <param name="after">The day before, not included.</param>
    /// <param name="until">The last day, included.</param>
    public double ShareFactor(int row, DateOnly after, DateOnly until)
    {
        var factor = 1.0;
        foreach (var (day, ratio) in _splits[row] ?? [])
        {
            if (day > after.DayNumber && day <= until.DayNumber)
            {
                factor *= ratio;
            }
        }

        return factor;
    }

    /// <summary>Splits, consolidations and bonus shares of a stock, by day.</summary>
    /// <param name="row">The stock.</param>
    public IReadOnlyList<(int Day, double Ratio)> SplitsOf(int row) => _splits[row] ?? [];

    /// <summary>Whether trading in a stock is suspended after the open of a day.</summary>
    /// <param name="row">The stock.</param>
    /// <param name="day">The day.</param>
    public bool IsSuspended(int row, DateOnly day)
    {
        var suspended = false;
        foreach (var (from, isSuspension) in _halts[row] ?? [])
        {
            if (from <= day.DayNumber)
            {
                suspended = isSuspension;
            }
        }

        return suspended;
    }

    private bool HasRate(int row, CorporateAction action) => _stocks.CurrencyOf(row) is { } own && _rates.Of(action.Currency!, own, action.ExDate).HasValue;

    private StockAction? Read(int row, CorporateAction action)
    {
        var day = action.ExDate.DayNumber;
        var isOwnCurrency = action.Currency is null || action.Currency == _stocks.CurrencyOf(row);
        return action.Kind switch
        {
            // An ordinary dividend is a fall of the price, as long as it could be reinvested; suspensions are in the closes of the panel.
            "cash" when action.Cash is > 0 && (isOwnCurrency || HasRate(row, action)) => null,
            "suspend" or "resume" => null,
            "split" when action.Ratio is > 0 and not 1 => new StockAction(day, row, StockActionKind.Shares, action.Ratio.Value),
            "consolidation" or "reverse-split" when action.Ratio is > 0 and < 1 => new StockAction(day, row, StockActionKind.Shares, action.Ratio.Value),
            "bonus" or "capitalisation" or "stock-dividend" when action.Ratio is > 1 => new StockAction(day, row, StockActionKind.Shares, action.Ratio.Value),
            "special" when action.Cash is > 0 && isOwnCurrency => new StockAction(day, row, StockActionKind.Special, action.Cash.Value),
            "delist" or "merger-cash" when action.Cash is null => new StockAction(day, row, StockActionKind.Leaves, double.NaN),
            "delist" when action.Cash is >= 0 && isOwnCurrency => new StockAction(day, row, StockActionKind.Leaves, action.Cash.Value),
            "merger-cash" when action.Cash is > 0 && isOwnCurrency => new StockAction(day, row, StockActionKind.Leaves, action.Cash.Value),
            _ => new StockAction(day, row, StockActionKind.Other, double.NaN),
        };
    }
}

/// <summary>What an action does to a holding.</summary>
internal enum StockActionKind
{
    /// <summary>Multiplies the shares and divides the price.</summary>
    Shares,

    /// <summary>Takes cash out of the price.</summary>
    Special,

    /// <summary>The member leaves.</summary>
    Leaves,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A corporate action of a stock.</summary>
/// <param name="Day">The day number of the ex-date.</param>
/// <param name="Row">The stock.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">Shares afterwards for one before; or cash for one share; or the price at which it leaves, NaN for the last close.</param>
internal readonly record struct StockAction(int Day, int Row, StockActionKind Kind, double Amount);
