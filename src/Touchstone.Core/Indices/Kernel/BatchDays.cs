using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What reviews need to know of a day, once for all indices: closes, shares and what counts of them by stock, and the stocks by rank.</summary>
internal sealed class BatchDays
{
    private const int Together = 64;

    private readonly BatchStocks _stocks;
    private readonly BatchLabels _labels;
    private readonly Dictionary<DateOnly, BatchPrices> _prices = [];
    private readonly (BatchPrices Figures, int[] Wanted)[] _wanted;
    private readonly ConcurrentDictionary<(DateOnly, int), BatchRanks> _ranks = new();

    /// <summary>Makes room for days.</summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="labels">What they count as.</param>
    /// <param name="shareRules">How many share rules there are.</param>
    /// <param name="reviews">The reviews that will ask.</param>
    public BatchDays(BatchStocks stocks, BatchLabels labels, int shareRules, IReadOnlyCollection<BatchReview> reviews)
    {
        (_stocks, _labels) = (stocks, labels);
        var prices = reviews.Select(review => review.Dates.Prices).Distinct().ToArray();
        var ranks = reviews.Where(review => review.Dates.Kind == ReviewKind.Reconstitution)
            .SelectMany(review => review.Rules.Screens.Where(screen => screen.Figure >= 0).Select(screen => screen.Figure).Append(review.Rules.Figure).Select(figure => (review.Dates.CutOff, Figure: figure)))
            .Distinct().GroupBy(rank => rank.CutOff).ToArray();
        foreach (var day in prices)
        {
            _prices.Add(day, new BatchPrices(day, stocks.All.Length, shareRules));
        }

        _wanted = [.. ranks.Select(group => (new BatchPrices(group.Key, stocks.All.Length, shareRules), group.Select(rank => rank.Figure).ToArray()))];
        All = [.. _prices.Values.Concat(_wanted.Select(item => item.Figures)).OrderBy(day => day.Day)];
    }

    /// <summary>The days, ascending; a day of prices that is a cut-off too stands there twice.</summary>
    public ImmutableArray<BatchPrices> All { get; }

    /// <summary>Makes the days ready.</summary>
    /// <param name="shares">The shares of the stocks.</param>
    /// <param name="threads">How many threads.</param>
    /// <remarks>The panel has put in the closes of its sessions (<see cref="MarketPanel"/>).</remarks>
    public void Prepare(BatchShares shares, int threads)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, (_stocks.All.Length + Together - 1) / Together, options, group => shares.Fill(All.AsSpan(), group * Together, Math.Min(_stocks.All.Length, (group + 1) * Together)));
        Parallel.ForEach(_prices.Values, options, day => Close(day, null));
        Parallel.ForEach(_wanted, options, item => Rank(item.Figures, item.Wanted));
    }

    /// <summary>The closes and shares of a day of prices.</summary>
    /// <param name="day">The day.</param>
    public BatchPrices Prices(DateOnly day) => _prices[day];

    /// <summary>The stocks by rank at a cut-off.</summary>
    /// <param name="day">The cut-off.</param>
    /// <param name="figure">The figure.</param>
    public BatchRanks Ranks(DateOnly day, int figure) => _ranks[(day, figure)];

    private void Rank(BatchPrices figures, int[] wanted)
    {
        Close(figures, figures.Day.AddDays(-CurrencyRates.StaleDays));
        var closes = figures.Closes;
        for (var row = 0; row < closes.Length; row++)
        {
            if (!_labels.IsListed(row, figures.Day))
            {
                closes[row] = double.NaN;
            }
        }

        foreach (var figure in wanted)
        {
            _ranks[(figures.Day, figure)] = new BatchRanks(figures.Values(figure), _labels, figures.Day);
        }
    }

    /// <summary>Puts in the last closes on or before a day where there is none of the day; not for a stock that trades and has none since another day, or since the last session of its exchange.</summary>
    private void Close(BatchPrices prices, DateOnly? since)
    {
        var closes = prices.Closes;
        for (var row = 0; row < closes.Length; row++)
        {
            if (double.IsNaN(closes[row]))
            {
                var close = _stocks.LastClose(row, prices.Day, out var traded);
                var isRecent = traded >= (since ?? _stocks.Market.CalendarOf(_stocks.All[row].Id).OnOrBefore(prices.Day));
                closes[row] = isRecent || _stocks.Actions.IsSuspended(row, prices.Day) ? close : double.NaN;
            }
        }
    }
}

/// <summary>Closes and shares of all stocks on a day.</summary>
internal sealed class BatchPrices
{
    private readonly double[] _numbers;
    private readonly int _stocks;

    /// <summary>Makes room.</summary>
    /// <param name="day">The day.</param>
    /// <param name="stocks">How many stocks there are.</param>
    /// <param name="shareRules">How many share rules there are.</param>
    public BatchPrices(DateOnly day, int stocks, int shareRules) =>
        (Day, _stocks, _numbers) = (day, stocks, GC.AllocateUninitializedArray<double>(stocks * (2 + shareRules)));

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The closes by stock; NaN where there is none.</summary>
    public Span<double> Closes => _numbers.AsSpan(0, _stocks);

    /// <summary>The shares in force by stock; NaN where there are none.</summary>
    public Span<double> Shares => _numbers.AsSpan(_stocks, _stocks);

    /// <summary>The fraction that counts by stock; NaN where it is not known.</summary>
    /// <param name="rule">The share rule.</param>
    public Span<double> Inclusions(int rule) => _numbers.AsSpan((2 + rule) * _stocks, _stocks);

    /// <summary>A figure by stock.</summary>
    /// <param name="figure">0 for market value, otherwise 1 more than the share rule of the float.</param>
    public double[] Values(int figure)
    {
        var values = new double[_stocks];
        var row = 0;
        var count = figure == 0 ? default : Inclusions(figure - 1);
        var shares = Shares;
        foreach (var close in Closes)
        {
            values[row] = close * shares[row] * (figure == 0 ? 1 : count[row]);
            row++;
        }

        return values;
    }
}
