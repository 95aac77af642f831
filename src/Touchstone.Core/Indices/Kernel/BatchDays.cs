using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What reviews need to know of a day, once for all indices: on days of prices the closes and the shares that count, at cut-offs the stocks by rank.</summary>
/// <remarks>Filled stock by stock while the panel is laid out, when the closes of a stock are near.</remarks>
internal sealed class BatchDays
{
    private readonly BatchStocks _stocks;
    private readonly BatchLabels _labels;
    private readonly BatchShares _shares;
    private readonly Entry[] _entries;
    private readonly double[] _numbers;
    private readonly Dictionary<DateOnly, Entry> _prices = [];
    private readonly Dictionary<(DateOnly, int), BatchRanks> _ranks = [];

    /// <summary>Makes room for days.</summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="labels">What they count as.</param>
    /// <param name="shares">Their shares.</param>
    /// <param name="reviews">The reviews that will ask.</param>
    /// <param name="sessions">The sessions of the panel.</param>
    public BatchDays(BatchStocks stocks, BatchLabels labels, BatchShares shares, IReadOnlyCollection<BatchReview> reviews, ImmutableArray<DateOnly> sessions)
    {
        (_stocks, _labels, _shares) = (stocks, labels, shares);
        var asked = new HashSet<(DateOnly Day, bool IsCutOff, int Count)>();
        foreach (var review in reviews)
        {
            asked.Add((review.Dates.Prices, false, review.Rules.Shares + 1));
            if (review.Dates.Kind == ReviewKind.Reconstitution)
            {
                asked.Add((review.Dates.CutOff, true, review.Rules.Figure));
                foreach (var screen in review.Rules.Screens)
                {
                    if (screen.Figure >= 0)
                    {
                        asked.Add((review.Dates.CutOff, true, screen.Figure));
                    }
                }
            }
        }

        var place = 0;
        var entries = new List<Entry>();
        foreach (var group in asked.GroupBy(item => (item.Day, item.IsCutOff)).OrderBy(group => group.Key.Day))
        {
            int[] counts = [.. group.Select(item => item.Count).Order()];
            var closes = group.Key.IsCutOff ? -1 : place++;
            entries.Add(new Entry(group.Key.Day, Math.Max(-1, sessions.AsSpan().BinarySearch(group.Key.Day)), closes, counts, [.. counts.Select(_ => place++)]));
        }

        _entries = [.. entries];
        _numbers = GC.AllocateUninitializedArray<double>(place * stocks.All.Length);
        foreach (var entry in _entries.Where(entry => !entry.IsCutOff))
        {
            _prices.Add(entry.Day, entry);
        }
    }

    /// <summary>Takes the figures of some stocks, whose closes stand in the panel.</summary>
    /// <param name="first">The first stock.</param>
    /// <param name="end">The first stock that is not meant.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="isPlain">For each of them, whether the panel holds nothing but closes of the very day.</param>
    public void Take(int first, int end, PricePanel panel, ReadOnlySpan<bool> isPlain)
    {
        Span<int> steps = stackalloc int[end - first];
        Span<double> closes = stackalloc double[end - first];
        Span<double> shares = stackalloc double[end - first];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = _shares.Before(first + i);
        }

        foreach (var entry in _entries)
        {
            _shares.Advance(entry.Day.DayNumber, first, steps, shares);
            var block = entry.Session < 0 ? default : panel.Block(entry.Session / PricePanel.BlockDays)[(first * PricePanel.BlockDays)..];
            for (var i = 0; i < closes.Length; i++)
            {
                var close = entry.Session >= 0 && isPlain[i] ? block[(i * PricePanel.BlockDays) + (entry.Session % PricePanel.BlockDays)] : double.NaN;
                closes[i] = double.IsNaN(close) ? LastClose(first + i, entry) : close;
                if (entry.IsCutOff)
                {
                    shares[i] *= _labels.IsListed(first + i, entry.Day) ? closes[i] : double.NaN;
                }
            }

            if (!entry.IsCutOff)
            {
                closes.CopyTo(Place(entry.Closes, first));
            }

            for (var k = 0; k < entry.Counts.Length; k++)
            {
                var counts = Place(entry.Places[k], first)[..shares.Length];
                if (entry.Counts[k] == 0)
                {
                    shares.CopyTo(counts);
                }
                else
                {
                    _shares.Include(entry.Counts[k] - 1, first, steps, shares, counts);
                }
            }
        }
    }

    /// <summary>Puts the stocks in order, once all are taken.</summary>
    /// <param name="threads">How many threads.</param>
    public void Rank(int threads)
    {
        (DateOnly Day, int Figure, int Place)[] wanted = [.. _entries.Where(entry => entry.IsCutOff).SelectMany(entry => entry.Counts.Zip(entry.Places, (count, place) => (entry.Day, count, place)))];
        var ranks = new BatchRanks[wanted.Length];
        Parallel.For(0, wanted.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => ranks[i] = new BatchRanks(Row(wanted[i].Place), _labels, wanted[i].Day));
        for (var i = 0; i < wanted.Length; i++)
        {
            _ranks.Add((wanted[i].Day, wanted[i].Figure), ranks[i]);
        }
    }

    /// <summary>The closes of a day of prices by stock; NaN where there is none.</summary>
    /// <param name="day">The day.</param>
    public ReadOnlySpan<double> Closes(DateOnly day) => Row(_prices[day].Closes).Span;

    /// <summary>The shares that count on a day of prices by stock; NaN where they are not known.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rule">The share rule.</param>
    public ReadOnlySpan<double> Counts(DateOnly day, int rule)
    {
        var entry = _prices[day];
        return Row(entry.Places[Array.IndexOf(entry.Counts, rule + 1)]).Span;
    }

    /// <summary>The stocks by rank at a cut-off.</summary>
    /// <param name="day">The cut-off.</param>
    /// <param name="figure">The figure.</param>
    public BatchRanks Ranks(DateOnly day, int figure) => _ranks[(day, figure)];

    private Span<double> Place(int place, int first) => _numbers.AsSpan((place * _stocks.All.Length) + first);

    private ReadOnlyMemory<double> Row(int place) => _numbers.AsMemory(place * _stocks.All.Length, _stocks.All.Length);

    /// <summary>The last close on or before a day; NaN for a stock that trades and has none for long, or on a day of prices none since the last session of its exchange.</summary>
    private double LastClose(int row, Entry entry)
    {
        var close = _stocks.LastClose(row, entry.Day, out var traded);
        var since = entry.IsCutOff ? entry.Day.AddDays(-StockFigures.StaleDays) : _stocks.Market.CalendarOf(_stocks.All[row].Id).OnOrBefore(entry.Day);
        return traded >= since || _stocks.Actions.IsSuspended(row, entry.Day) ? close : double.NaN;
    }

    /// <summary>A day.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Session">Its place in the panel, or -1.</param>
    /// <param name="Closes">Where its closes stand, or -1 at a cut-off.</param>
    /// <param name="Counts">0 for all shares, otherwise 1 more than the share rule: of shares on a day of prices, of value at a cut-off.</param>
    /// <param name="Places">Where those stand.</param>
    private sealed record Entry(DateOnly Day, int Session, int Closes, int[] Counts, int[] Places)
    {
        public bool IsCutOff => Closes < 0;
    }
}
