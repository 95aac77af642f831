using System.Collections.Concurrent;

namespace Touchstone.Indices;

/// <summary>What reviews need to know of a day, once for all indices: closes, shares and what counts of them by stock, and the stocks by rank.</summary>
internal sealed class BatchDays
{
    private readonly PricePanel _panel;
    private readonly BatchStocks _stocks;
    private readonly BatchShares _shares;
    private readonly BatchLabels _labels;
    private readonly bool[] _isPlain;
    private readonly int _shareRules;
    private readonly ConcurrentDictionary<DateOnly, BatchPrices> _prices = new();
    private readonly ConcurrentDictionary<(DateOnly, int), BatchRanks> _ranks = new();

    /// <summary>Makes a list without days.</summary>
    /// <param name="panel">The closes.</param>
    /// <param name="exchange">The exchange whose sessions the panel has.</param>
    /// <param name="stocks">The stocks.</param>
    /// <param name="shares">Their shares.</param>
    /// <param name="shareRules">How many share rules there are.</param>
    /// <param name="labels">What they count as.</param>
    public BatchDays(PricePanel panel, string exchange, BatchStocks stocks, BatchShares shares, int shareRules, BatchLabels labels)
    {
        (_panel, _stocks, _shares, _shareRules, _labels) = (panel, stocks, shares, shareRules, labels);
        _isPlain = [.. Enumerable.Range(0, stocks.All.Length).Select(row => !stocks.Actions.HasHalts(row) && stocks.All[row].Exchange == exchange)];
    }

    /// <summary>Makes days ready.</summary>
    /// <param name="prices">Days whose closes set weights.</param>
    /// <param name="ranks">Cut-offs, with the figures by which stocks are ranked or screened on them.</param>
    /// <param name="threads">How many threads.</param>
    public void Prepare(IEnumerable<DateOnly> prices, IEnumerable<(DateOnly Day, int Figure)> ranks, int threads)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.ForEach(prices.Distinct(), options, day => _prices[day] = new BatchPrices(Closes(day, day), _shares, _shareRules, day));
        Parallel.ForEach(ranks.Distinct().GroupBy(rank => rank.Day), options, group =>
        {
            var figures = new BatchPrices(Closes(group.Key, group.Key.AddDays(-CurrencyRates.StaleDays)), _shares, _shareRules, group.Key);
            for (var row = 0; row < figures.Closes.Length; row++)
            {
                if (!_labels.IsListed(row, group.Key))
                {
                    figures.Closes[row] = double.NaN;
                }
            }

            foreach (var (day, figure) in group)
            {
                _ranks[(day, figure)] = new BatchRanks(figures.Values(figure), _labels, day);
            }
        });
    }

    /// <summary>The closes and shares of a day of prices.</summary>
    /// <param name="day">The day.</param>
    public BatchPrices Prices(DateOnly day) => _prices[day];

    /// <summary>The stocks by rank at a cut-off.</summary>
    /// <param name="day">The cut-off.</param>
    /// <param name="figure">The figure.</param>
    public BatchRanks Ranks(DateOnly day, int figure) => _ranks[(day, figure)];

    /// <summary>The last closes on or before a day; NaN for a stock that trades and has none since another day, or since the last session of its exchange.</summary>
    private double[] Closes(DateOnly day, DateOnly since)
    {
        var closes = new double[_stocks.All.Length];
        var session = _panel.Days.AsSpan().BinarySearch(day);
        for (var row = 0; row < closes.Length; row++)
        {
            closes[row] = session >= 0 && _isPlain[row] ? _panel.At(row, session) : double.NaN;
            if (double.IsNaN(closes[row]))
            {
                closes[row] = _stocks.LastClose(row, day, out var traded);
                var oldest = since == day ? _stocks.Market.CalendarOf(_stocks.All[row].Id).OnOrBefore(day) : since;
                if (traded < oldest && !_stocks.Actions.IsSuspended(row, day))
                {
                    closes[row] = double.NaN;
                }
            }
        }

        return closes;
    }
}

/// <summary>Closes and shares of all stocks on a day.</summary>
internal sealed class BatchPrices
{
    /// <summary>Reads the shares that go with closes.</summary>
    /// <param name="closes">The closes by stock; NaN where there is none.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="shareRules">How many share rules there are.</param>
    /// <param name="day">The day.</param>
    public BatchPrices(double[] closes, BatchShares shares, int shareRules, DateOnly day)
    {
        Closes = closes;
        Shares = new double[closes.Length];
        Inclusions = [.. Enumerable.Range(0, shareRules).Select(_ => new double[closes.Length])];
        shares.On(day, Shares, Inclusions);
    }

    /// <summary>The closes by stock; NaN where there is none.</summary>
    public double[] Closes { get; }

    /// <summary>The shares in force by stock; NaN where there are none.</summary>
    public double[] Shares { get; }

    /// <summary>For each share rule the fraction that counts by stock; NaN where it is not known.</summary>
    public double[][] Inclusions { get; }

    /// <summary>A figure by stock.</summary>
    /// <param name="figure">0 for market value, otherwise 1 more than the share rule of the float.</param>
    public double[] Values(int figure)
    {
        var values = new double[Closes.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = Closes[row] * Shares[row] * (figure == 0 ? 1 : Inclusions[figure - 1][row]);
        }

        return values;
    }
}
