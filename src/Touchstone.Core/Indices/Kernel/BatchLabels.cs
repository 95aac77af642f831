using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>What the stocks of a batch count as: every exchange, and every value of a classification, that a rulebook of the batch asks for.</summary>
internal sealed class BatchLabels
{
    private readonly BatchStocks _stocks;
    private readonly Dictionary<(string Scheme, string Value), int> _known = [];
    private readonly List<List<(int Row, int From, int Until)>> _spans = [];
    private readonly bool[] _hasListings;
    private readonly List<(int From, int Until)>?[] _listed;

    /// <summary>Makes a list without labels.</summary>
    /// <param name="stocks">The stocks.</param>
    public BatchLabels(BatchStocks stocks)
    {
        _stocks = stocks;
        var keepsListings = new HashSet<string>(StringComparer.Ordinal);
        _listed = new List<(int, int)>?[stocks.All.Length];
        foreach (var row in stocks.Market.Rows.Classifications)
        {
            Schemes.Add(row.Scheme);
            if (row.Scheme == CandidateList.ListingScheme && stocks.Rows.TryGetValue(row.Instrument, out var stock))
            {
                keepsListings.Add(stocks.All[stock].Exchange!);
                (_listed[stock] ??= []).Add((row.From.DayNumber, row.Until?.DayNumber ?? int.MaxValue));
            }
        }

        _hasListings = [.. stocks.All.Select(stock => keepsListings.Contains(stock.Exchange!))];
    }

    /// <summary>The schemes of which the package says anything.</summary>
    public HashSet<string> Schemes { get; } = new(StringComparer.Ordinal);

    /// <summary>The stocks that leave the market some day.</summary>
    public IEnumerable<int> Gone => Enumerable.Range(0, _stocks.All.Length).Where(row => _stocks.GoneFrom[row] < int.MaxValue);

    /// <summary>The label of an exchange.</summary>
    /// <param name="mic">The market identifier code.</param>
    public int OfExchange(string mic)
    {
        var label = Of("", mic, out var isNew);
        for (var row = 0; isNew && row < _stocks.All.Length; row++)
        {
            if (_stocks.All[row].Exchange == mic)
            {
                _spans[label].Add((row, int.MinValue, int.MaxValue));
            }
        }

        return label;
    }

    /// <summary>The label of a value of a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="value">The value.</param>
    public int OfClass(string scheme, string value) => Of("scheme " + scheme, value, out _);

    /// <summary>Reads the classifications of all labels that were asked for.</summary>
    public void Read()
    {
        foreach (var row in _stocks.Market.Rows.Classifications)
        {
            if (_known.TryGetValue(("scheme " + row.Scheme, row.Value), out var label) && _stocks.Rows.TryGetValue(row.Instrument, out var stock))
            {
                _spans[label].Add((stock, row.From.DayNumber, row.Until?.DayNumber ?? int.MaxValue));
            }
        }
    }

    /// <summary>Whether a stock is listed on a day, where the package says so for its exchange.</summary>
    /// <param name="row">The stock.</param>
    /// <param name="day">The day.</param>
    public bool IsListed(int row, DateOnly day)
    {
        if (!_hasListings[row])
        {
            return true;
        }

        foreach (var (from, until) in _listed[row] ?? [])
        {
            if (from <= day.DayNumber && until > day.DayNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bit for each label and rank.</summary>
    /// <param name="ranks">The rank of each stock, -1 for none.</param>
    /// <param name="words">Words of 64 bits for one label.</param>
    /// <param name="day">The day.</param>
    public ulong[] ByRank(int[] ranks, int words, DateOnly day)
    {
        var bits = new ulong[_spans.Count * words];
        for (var label = 0; label < _spans.Count; label++)
        {
            foreach (var (row, from, until) in _spans[label])
            {
                if (ranks[row] is >= 0 and var rank && from <= day.DayNumber && until > day.DayNumber)
                {
                    bits[(label * words) + (rank >> 6)] |= 1UL << (rank & 63);
                }
            }
        }

        return bits;
    }

    private int Of(string scheme, string value, out bool isNew)
    {
        isNew = !_known.TryGetValue((scheme, value), out var label);
        if (isNew)
        {
            _known.Add((scheme, value), label = _spans.Count);
            _spans.Add([]);
        }

        return label;
    }
}
