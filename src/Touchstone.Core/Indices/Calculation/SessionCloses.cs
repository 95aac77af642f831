using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The closes and rates of what an index holds, session by session.</summary>
/// <param name="market">The package.</param>
/// <param name="rates">Its currency rates.</param>
internal sealed class SessionCloses(Market market, CurrencyRates rates)
{
    private readonly PackageCloses _closes = new(market);
    private readonly HashSet<InstrumentId> _awaited = [];
    private readonly SortedDictionary<InstrumentId, (DateOnly First, int Count)> _unused = [];
    private readonly SortedDictionary<string, (DateOnly First, int Count)> _stale = new(StringComparer.Ordinal);

    /// <summary>What stood in for what since the base day, one sentence for each stock and currency.</summary>
    public IEnumerable<string> StandIns =>
    [
        .. _unused.Select(stock => $"The package has {(stock.Value.Count == 1 ? "a close" : $"{stock.Value.Count} closes")} of {stock.Key} from {stock.Value.First:yyyy-MM-dd} on, other than its last price, while an action `suspend` is in force; the last price counts. An action `resume` would end it."),
        .. _stale.Select(rate => $"On {(rate.Value.Count == 1 ? "1 session" : $"{rate.Value.Count} sessions")}, the first {rate.Value.First:yyyy-MM-dd}, the package has no rate of {rate.Key}; the last before, at most {CurrencyRates.StaleDays} days old, counts."),
    ];

    /// <summary>Whether trading in a stock is suspended on a day.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day, included.</param>
    public bool IsSuspended(InstrumentId instrument, DateOnly day) => StockClose.IsSuspended(market, instrument, day);

    /// <summary>The price at which a stock joins after the close of a day, or null.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The session.</param>
    public double? Joining(InstrumentId instrument, DateOnly day) =>
        _closes.AtLastSession(instrument, day) ?? (IsSuspended(instrument, day) ? _closes.LastKnown(instrument, day) : null);

    /// <summary>The close of a stock on the first session of its exchange on or after a day, or null.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day.</param>
    public double? FirstFrom(InstrumentId instrument, DateOnly day) => _closes.On(instrument, market.CalendarOf(instrument).OnOrAfter(day));

    /// <summary>The problem of stocks without a close.</summary>
    /// <param name="missing">The stocks.</param>
    /// <param name="count">Of how many.</param>
    /// <param name="day">The day.</param>
    public Problem Missing(IReadOnlyList<InstrumentId> missing, int count, DateOnly day) => _closes.Missing(missing, count, day);

    /// <summary>Forgets what stood in before the base day.</summary>
    public void Restart()
    {
        _unused.Clear();
        _stale.Clear();
    }

    /// <summary>Lets a company that was handed out keep its price until it trades.</summary>
    /// <param name="instrument">The company.</param>
    public void Await(InstrumentId instrument) => _awaited.Add(instrument);

    /// <summary>Whether a company that was handed out has had its first close.</summary>
    /// <param name="instrument">The company.</param>
    public bool HasTraded(InstrumentId instrument) => !_awaited.Contains(instrument);

    /// <summary>The closes of the first session.</summary>
    /// <param name="basket">What is held; suspended members are marked.</param>
    /// <param name="day">The session.</param>
    /// <param name="isStrict">Whether a member without a close is a problem.</param>
    public Answer<ClosingPrices> AtStart(Basket basket, DateOnly day, bool isStrict) =>
        Gathered(basket, day, [], isStrict, holding => holding.IsSuspended ? _closes.LastKnown(holding.Instrument, day) : _closes.AtLastSession(holding.Instrument, day));

    /// <summary>The closes of a further session. The last price stands for members that are suspended, whose own exchange is closed, or that were handed out and do not trade yet.</summary>
    /// <param name="opening">What is held, and the last closes with the events since.</param>
    /// <param name="day">The session.</param>
    /// <param name="currencies">Currencies whose rate is needed besides those of the members.</param>
    /// <param name="isStrict">Whether any other member without a close is a problem.</param>
    public Answer<ClosingPrices> Of(Opening opening, DateOnly day, IEnumerable<string> currencies, bool isStrict) => Gathered(opening.Basket, day, currencies, isStrict, holding =>
    {
        var last = opening.Closes.TryGetPrice(holding.Instrument, out var price) ? price : (double?)null;
        if (holding.IsSuspended)
        {
            if (_closes.On(holding.Instrument, day) is { } unused && unused != last)
            {
                Count(_unused, holding.Instrument, day);
            }

            return last;
        }

        if (_closes.On(holding.Instrument, day) is { } close)
        {
            _awaited.Remove(holding.Instrument);
            return close;
        }

        return !isStrict || _awaited.Contains(holding.Instrument) || !_closes.IsSession(holding.Instrument, day) ? last : null;
    });

    private Answer<ClosingPrices> Gathered(Basket basket, DateOnly day, IEnumerable<string> currencies, bool isStrict, Func<Holding, double?> priceOf)
    {
        var (prices, missing) = (new List<(InstrumentId, double)>(basket.Holdings.Length), new List<InstrumentId>());
        var needed = new SortedSet<string>(currencies, StringComparer.Ordinal);
        foreach (var holding in basket.Holdings)
        {
            if (priceOf(holding) is { } price)
            {
                prices.Add((holding.Instrument, price));
            }
            else
            {
                missing.Add(holding.Instrument);
            }

            if (holding.Currency is { } currency)
            {
                needed.Add(currency);
            }
        }

        if (missing.Count > 0 && isStrict)
        {
            return _closes.Missing(missing, basket.Holdings.Length, day);
        }

        needed.Remove(basket.Currency);
        var known = new List<(string, double)>(needed.Count);
        foreach (var currency in needed)
        {
            if (rates.Find(currency, basket.Currency, day) is { } rate)
            {
                known.Add((currency, rate.Value));
                if (!rate.IsOf(day))
                {
                    Count(_stale, $"{currency} in {basket.Currency}", day);
                }
            }
            else if (isStrict)
            {
                var names = basket.Holdings.Where(holding => holding.Currency == currency).Select(holding => holding.Instrument.Value).ToArray();
                return new Problem(ProblemKind.NoData, $"{rates.Missing(currency, basket.Currency, day).Message}{(names.Length > 0 ? $" Priced in it: {string.Join(", ", names)}." : " A dividend of the day is paid in it.")}");
            }
        }

        return Answer<ClosingPrices>.Of(ClosingPrices.Of(day, prices, known), new Working { Formula = "as-traded closes of the session" });
    }

    private static void Count<TKey>(SortedDictionary<TKey, (DateOnly First, int Count)> sessions, TKey key, DateOnly day)
        where TKey : notnull =>
        sessions[key] = sessions.TryGetValue(key, out var known) ? (known.First, known.Count + 1) : (day, 1);
}
