using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>A random market with corporate actions, share counts and rates, and a random rulebook on it, as rows of a package that may come in any order.</summary>
internal sealed class RandomPackage
{
    private static readonly string[] Kinds =
    [
        "cash", "cash", "special", "split", "consolidation", "reverse-split", "bonus", "capitalisation", "stock-dividend", "rights", "rights", "spin-off", "merger-cash", "merger-stock", "suspend", "resume", "delist",
    ];

    private readonly Random _random;
    private readonly List<Func<TestMarket, TestMarket>> _rows = [];
    private readonly HashSet<string> _taken = [];
    private readonly HashSet<string> _left = [];
    private readonly HashSet<string> _buyers = [];
    private readonly Dictionary<string, bool[]> _isSilent = [];
    private readonly string[] _stocks = [.. Enumerable.Range(0, 10).Select(i => $"XTST:{i:00}")];
    private readonly Dictionary<string, string> _currencies = [];
    private readonly string[] _days;

    public RandomPackage(Random random)
    {
        _random = random;
        _days = [.. Enumerable.Range(0, random.Next(8, 25)).Select(i => new DateOnly(2025, 3, 3).AddDays(i + (2 * (i / 5))).ToString("yyyy-MM-dd"))];
        _rows.Add(market => market.Index("TEST", "XTST"));
        foreach (var stock in _stocks)
        {
            _isSilent.Add(stock, new bool[_days.Length]);
            var (currency, shares, free) = (random.Next(4) == 0 ? "USD" : "HKD", random.Next(1, 100) * 1000, Fraction(0.1));
            _currencies.Add(stock, currency);
            _rows.Add(market => market.Equity(stock, currency));
            _rows.Add(market => market.Shares(stock, "2025-01-02", shares, free));
        }

        for (var day = 1; day < _days.Length; day++)
        {
            for (var count = random.Next(4); count > 0; count--)
            {
                AddAction(day);
            }

            if (random.Next(2) == 0)
            {
                var (stock, from, shares, free) = (Stock(), _days[day], random.Next(1, 100) * 1000, Fraction(0.1));
                if (_taken.Add(stock + from))
                {
                    _rows.Add(market => market.Shares(stock, from, shares, free));
                }
            }
        }

        foreach (var stock in _stocks)
        {
            var price = 10 + (90 * random.NextDouble());
            var closes = _days.Select(day => (day, price = Math.Clamp(price * (0.9 + (0.205 * random.NextDouble())), 5, 500))).Where((_, i) => !_isSilent[stock][i]).ToArray();
            _rows.Add(market => market.Closes(stock, closes));
        }

        var rates = _days.Select(day => (day, 7.7 + (0.1 * random.NextDouble()))).ToArray();
        _rows.Add(market => market.Fx("USD", "HKD", rates));
        Book = NewBook();
    }

    public Rulebook Book { get; }

    /// <summary>The kinds of actions that were drawn.</summary>
    public HashSet<string> Drawn { get; } = [];

    public DateSpan Span => new(TestMarket.Day(_days[0]), TestMarket.Day(_days[^1]));

    /// <summary>The package with its rows as drawn, or mixed.</summary>
    public TestMarket Market(Random? mix = null) =>
        (mix is null ? _rows : [.. _rows.OrderBy(_ => mix.Next())]).Aggregate(new TestMarket(), (market, row) => row(market));

    private double Fraction(double least) => Math.Round(least + ((1 - least) * _random.NextDouble()), 3);

    private string Stock() => _stocks[_random.Next(_stocks.Length)];

    private void AddAction(int day)
    {
        var (stock, kind) = (Stock(), Kinds[_random.Next(Kinds.Length)]);
        var isLeaving = kind is "delist" or "merger-cash" or "merger-stock";
        if (_left.Contains(stock) || (isLeaving && (_left.Count == 3 || _buyers.Contains(stock + day))) || !_taken.Add($"{stock} {_days[day]} {(kind == "resume" ? "suspend" : kind)}"))
        {
            return;
        }

        var currency = _random.Next(3) switch { 0 => "USD", 1 => "HKD", _ => null };
        var (ratio, cash, price) = kind switch
        {
            "cash" => ((double?)null, (double?)Fraction(0.01), (double?)null),
            "special" => (null, 0.05 * Fraction(0.1), null),
            "split" => (_random.Next(2, 5), null, null),
            "consolidation" or "reverse-split" => (1.0 / _random.Next(2, 11), null, null),
            "bonus" or "capitalisation" or "stock-dividend" => (1 + Fraction(0.01), null, null),
            "rights" => (1 + Fraction(0.01), null, 60 * Fraction(0.01)),
            "spin-off" => (Fraction(0.01), _random.Next(2) == 0 ? null : 0.05 * Fraction(0.1), null),
            "merger-cash" => (null, _random.Next(2) == 0 ? null : 50 * Fraction(0.1), null),
            "merger-stock" => (Fraction(0.1), null, null),
            "delist" => (null, _random.Next(3) switch { 0 => 0, 1 => null, _ => 50 * Fraction(0.1) }, null),
            _ => (null, null, null),
        };
        string? other = null;
        if (kind == "merger-stock")
        {
            other = _stocks.FirstOrDefault(acquirer => acquirer != stock && !_left.Contains(acquirer));
            _buyers.Add(other + day);
        }
        else if (kind == "spin-off")
        {
            other = NewChild(stock, day);
            (cash, currency) = (cash ?? 0.01, null);
        }
        else if (kind is "suspend" or "resume")
        {
            for (var i = day; i < _days.Length; i++)
            {
                _isSilent[stock][i] = kind == "suspend";
            }
        }

        if (isLeaving)
        {
            _left.Add(stock);
        }

        Drawn.Add(kind);
        var exDate = _days[day];
        _rows.Add(market => market.Action(stock, exDate, kind, ratio, cash, currency, price, other));
    }

    /// <summary>A company that trades from the day on, or some sessions later.</summary>
    private string NewChild(string parent, int day)
    {
        var (child, from) = ($"XCHI:{_rows.Count}", Math.Min(_days.Length - 1, day + (_random.Next(3) == 0 ? 2 : 0)));
        var closes = _days.Skip(from).Select(session => (session, 1 + (3 * _random.NextDouble()))).ToArray();
        var (shares, free) = (_random.Next(1, 100) * 1000, Fraction(0.1));
        _rows.Add(market => market.Equity(child, _currencies[parent]));
        _rows.Add(market => market.Shares(child, "2025-01-02", shares, free));
        _rows.Add(market => market.Closes(child, closes));
        return child;
    }

    private Rulebook NewBook()
    {
        var weighting = _random.Next(4) switch { 0 => Weighting.Price, 1 => Weighting.Equal, _ => Weighting.MarketValue };
        var count = _random.Next(5, 7);
        return new Rulebook
        {
            Id = new InstrumentId("TEST"),
            Name = "Test index",
            Currency = "HKD",
            Exchange = "XTST",
            BaseDate = Span.First,
            BaseLevel = 100 + (5000 * _random.NextDouble()),
            Versions =
            [
                new RulebookVersion
                {
                    From = new DateOnly(2025, 1, 1),
                    Universe = Universe.Of("XTST"),
                    Selection = new Selection { Count = count, EnterWithin = count - 1, StayWithin = count + 1, Reserve = 2, ReplacesFromReserve = _random.Next(2) == 0 },
                    Weighting = weighting,
                    Shares = new ShareRule { FreeFloat = _random.Next(2) == 0, Updates = (ShareUpdates)_random.Next(3), AtOnceFrom = Percent.FromPoints(5) },
                    Caps = weighting == Weighting.Price ? CapPlan.None : new CapPlan { AtReconstitution = [new SingleCap(Percent.FromPoints(55))], AtRebalance = [new SingleCap(Percent.FromPoints(55))] },
                    Actions = new ActionRules { Rights = (RightsTreatment)_random.Next(2), SpecialDividend = (SpecialDividendTreatment)_random.Next(2), SpinOff = (SpinOffTreatment)_random.Next(3), SpunCompanyLeaves = _random.Next(2) == 0 },
                    Returns = new ReturnRules { Withholding = Percent.FromFraction(0.3 * _random.NextDouble()) },
                },
            ],
            Reviews = [.. Enumerable.Range(2, _days.Length - 3).Where(_ => _random.Next(6) == 0).Select(i => new ReviewDates(
                TestMarket.Day(_days[i - 2]), TestMarket.Day(_days[i - 1]), TestMarket.Day(_days[i]), _random.Next(3) == 0 ? ReviewKind.Rebalance : ReviewKind.Reconstitution))],
        };
    }
}
