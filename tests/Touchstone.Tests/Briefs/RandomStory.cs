using Touchstone.Data;

namespace Touchstone.Tests.Briefs;

/// <summary>Markets with everything that a brief can speak of, each part of which is there or not, whole or with gaps, by chance.</summary>
internal sealed class RandomStory
{
    private static readonly string[] First = ["Marlow", "Quill", "Ostrava", "Fenwick", "Tarn", "Lumen", "Brack", "Solway", "Pellan", "Orrin", "Cairnwell", "Dunmore", "Esk", "Halden", "Ister", "Jarrow", "Kestrel", "Lorne", "Moray", "Nairn", "Penrith", "Rona", "Skerry", "Thurso", "Ullin", "Wick", "Yarrow", "Zennor", "Alder", "Birk"];

    private static readonly string[] Second = ["Timber", "Robotics", "Foods", "Shipping", "Optics", "Holdings", "Motors", "Energy", "Software", "Bank"];

    private readonly Random _random;
    private readonly TestMarket _market = new();
    private readonly List<(string Id, double[] Closes)> _stocks = [];

    private RandomStory(Random random)
    {
        _random = random;
        Days = Sessions();
    }

    /// <summary>The sessions, earliest first.</summary>
    public DateOnly[] Days { get; }

    /// <summary>The subjects that a brief can be asked of.</summary>
    public List<string> Subjects { get; } = [];

    public Market Market { get; private set; } = null!;

    public static RandomStory Of(Random random)
    {
        var story = new RandomStory(random);
        story.Write();
        return story;
    }

    private bool Happens(double chance) => _random.NextDouble() < chance;

    private DateOnly[] Sessions()
    {
        var first = new DateOnly(2019 + _random.Next(4), 1 + _random.Next(12), 1 + _random.Next(28));
        var count = _random.Next(6) switch { 0 => _random.Next(1, 8), 1 => _random.Next(8, 80), _ => _random.Next(80, 900) };
        return [.. Enumerable.Range(0, (count * 2) + 7).Select(first.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(count)];
    }

    private void Write()
    {
        var currency = new[] { "USD", "HKD", "CNY", "EUR", "GBP", "CHF" }[_random.Next(6)];
        var count = _random.Next(3, First.Length + 1);
        for (var i = 0; i < count; i++)
        {
            WriteStock(i, currency);
        }

        WriteIndex("COPPR", "Copper Coast Index", currency, [.. _stocks.Where(_ => Happens(0.8))]);
        if (Happens(0.7))
        {
            WriteIndex("BEACN", "Beacon 50 Index", currency, [.. _stocks]);
        }

        if (Happens(0.5))
        {
            WritePlace(currency);
        }

        for (var i = 0; i < _random.Next(4); i++)
        {
            var day = Days[_random.Next(Days.Length)].AddDays(_random.Next(-2, 3));
            _market.Event($"event-{i}", $"{day:yyyy-MM-dd}", new[] { "The Quarry 3.5 model is released", "Ministers meet on export rules", "A storm closes the port for 3 days" }[i % 3]);
        }

        Market = _market.Build();
    }

    private void WriteStock(int place, string currency)
    {
        var id = $"XTST:{place + 1}";
        var shorter = First[place % First.Length];
        _market.Equity(id, currency).Named($"{shorter} {Second[place % Second.Length]} Ltd", shorter, $"{shorter} {Second[place % Second.Length]}");
        var closes = Walk(5 + (_random.NextDouble() * 95), 0.05);
        _stocks.Add((id, closes));
        Subjects.Add(id);
        if (Happens(0.03))
        {
            return;
        }

        var seen = closes.Select(close => Happens(0.002) ? double.NaN : close).ToArray();
        if (Happens(0.6))
        {
            _market.Bars(id, null, Days, (PriceField.Close, seen), (PriceField.Turnover, [.. closes.Select(close => Math.Round(close * _random.Next(100_000, 3_000_000)))]));
        }
        else
        {
            _market.Bars(id, null, Days, (PriceField.Close, seen));
        }

        if (Happens(0.6))
        {
            _market.Shares(id, $"{Days[0]:yyyy-MM-dd}", _random.Next(1_000_000, 2_000_000_000));
        }

        if (Happens(0.3))
        {
            Observe(id, "pe_trailing", "ratio", 4 + (_random.NextDouble() * 40));
        }
    }

    private void WriteIndex(string id, string name, string currency, (string Id, double[] Closes)[] members)
    {
        _market.Index(id, "XTST", currency).Named(name);
        Subjects.Insert(0, id);
        if (members.Length == 0)
        {
            members = [_stocks[0]];
        }

        var units = members.Select(_ => (double)_random.Next(1, 500)).ToArray();
        var sums = Days.Select((_, day) => members.Select((member, i) => units[i] * member.Closes[day]).Sum()).ToArray();
        var divisor = sums[0] / _random.Next(500, 5000);
        _market.Bars(id, null, Days, (PriceField.Close, [.. sums.Select(sum => Math.Round(sum / divisor, 2))]));
        if (Happens(0.75))
        {
            var hasUnits = Happens(0.8);
            for (var i = 0; i < members.Length; i++)
            {
                _market.Member(id, members[i].Id, $"{Days[0]:yyyy-MM-dd}", null, hasUnits ? units[i] : null);
            }

            if (hasUnits)
            {
                _market.Divisor(id, $"{Days[0]:yyyy-MM-dd}", divisor);
            }
        }

        foreach (var (field, unit, start) in new[] { ("pe_trailing", "ratio", 15.0), ("price_to_book", "ratio", 1.8), ("dividend_yield", "percent", 2.5) })
        {
            if (Happens(0.7))
            {
                Observe(id, field, unit, start * (0.5 + _random.NextDouble()));
            }
        }
    }

    private void WritePlace(string currency)
    {
        _market.Place("XTST", "XTST").Named("Northern stock market", "Northern market");
        var months = Days.GroupBy(day => (day.Year, day.Month)).Select(group => group.Min()).ToArray();
        _market.Observed("XTST", "average_daily_turnover", currency, [.. months.Select(day => ($"{day:yyyy-MM}-01", Math.Round((5 + (_random.NextDouble() * 10)) * 1e9)))]);
        if (Happens(0.5))
        {
            _market.Observed("XTST", "market_cap", currency, [.. Days.Select(day => ($"{day:yyyy-MM-dd}", Math.Round((1 + _random.NextDouble()) * 1e12)))]);
        }

        if (Happens(0.5))
        {
            _market.Observed("XTST", "margin_financing_balance", currency, [.. Days.Select(day => ($"{day:yyyy-MM-dd}", Math.Round((10 + _random.NextDouble()) * 1e9)))]);
        }
    }

    private void Observe(string id, string field, string unit, double start)
    {
        var figures = Walk(start, 0.02);
        _market.Observed(id, field, unit, [.. Days.Select((day, i) => ($"{day:yyyy-MM-dd}", Math.Round(figures[i], 2)))]);
    }

    private double[] Walk(double start, double step)
    {
        var values = new double[Days.Length];
        values[0] = Math.Round(start, 2);
        var drift = (_random.NextDouble() - 0.45) * 0.003;
        for (var day = 1; day < values.Length; day++)
        {
            values[day] = Math.Round(Math.Max(0.05, values[day - 1] * (1 + drift + ((_random.NextDouble() - 0.5) * step))), 2);
        }

        return values;
    }
}
