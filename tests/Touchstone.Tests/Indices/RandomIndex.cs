using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>A random market and an index on it with random events, all from one seed.</summary>
internal sealed class RandomIndex
{
    private readonly Random _random;
    private readonly double _unit;
    private readonly HashSet<InstrumentId> _members = [];
    private readonly HashSet<InstrumentId> _suspended = [];
    private readonly HashSet<InstrumentId> _used = [];
    private readonly HashSet<InstrumentId> _touched = [];
    private readonly HashSet<InstrumentId> _fresh = [];
    private readonly InstrumentId[] _universe;
    private readonly List<IndexEvent> _events = [];

    /// <summary>Draws a market of prices in a unit of money.</summary>
    public RandomIndex(Random random, double unit = 1)
    {
        (_random, _unit) = (random, unit);
        _universe = [.. Enumerable.Range(0, 16).Select(i => new InstrumentId($"XTST:{i:00}"))];
        var rule = (HoldingRule)random.Next(3);
        var count = random.Next(2, 9);
        var holdings = _universe.Take(count).Select(NewHolding).ToArray();
        foreach (var holding in holdings)
        {
            Join(holding.Instrument);
        }

        var days = Enumerable.Range(0, random.Next(5, 25)).Select(i => TwoStocks.Base.AddDays(i + (2 * (i / 5)))).ToArray();
        var prices = _universe.ToDictionary(id => id, _ => 10 + (90 * random.NextDouble()));
        var (dollar, yuan) = (7.8, 1.1);
        foreach (var day in days)
        {
            if (day > days[0])
            {
                for (var events = random.Next(4); events > 0; events--)
                {
                    AddEvent(day);
                }
            }

            _touched.Clear();
            _fresh.Clear();
            foreach (var id in _universe)
            {
                prices[id] = Math.Clamp(prices[id] * (0.9 + (0.205 * random.NextDouble())), 5, 500);
            }

            (dollar, yuan) = (dollar * (0.99 + (0.02 * random.NextDouble())), yuan * (0.99 + (0.02 * random.NextDouble())));
            Sessions.Add(ClosingPrices.Of(
                day,
                prices.Where(pair => !_suspended.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value * unit)),
                [("USD", dollar), ("CNY", yuan)]));
        }

        Plan = new IndexPlan
        {
            Basket = Basket.Of("HKD", rule, holdings).Value,
            BaseLevel = 100 + (5000 * random.NextDouble()),
            Events = [.. _events],
            Withholding = Percent.FromFraction(0.3 * random.NextDouble()),
        };
    }

    public IndexPlan Plan { get; }

    public List<ClosingPrices> Sessions { get; } = [];

    private Holding NewHolding(InstrumentId id) => new(
        id, _random.Next(1, 1000) * 1000.0, 0.05 + (0.95 * _random.NextDouble()), 0.1 + (0.9 * _random.NextDouble()), _random.Next(4) switch { 0 => "USD", 1 => "CNY", 2 => "HKD", _ => null });

    private void Join(InstrumentId id)
    {
        _members.Add(id);
        _used.Add(id);
    }

    private void Leave(InstrumentId id)
    {
        _members.Remove(id);
        _suspended.Remove(id);
    }

    // Not a child of this morning's spin-off: it has no price to act on yet.
    private InstrumentId Pick()
    {
        var known = _members.Except(_fresh).Order().ToArray();
        return known[_random.Next(known.Length)];
    }

    // An instrument joins once at most, and only one that trades.
    private InstrumentId? Newcomer() => _universe.Where(id => !_used.Contains(id)).Select(id => (InstrumentId?)id).FirstOrDefault();

    private void AddEvent(DateOnly day)
    {
        var (member, newcomer, kind) = (Pick(), Newcomer(), _random.Next(19));
        var canLeave = _members.Except(_fresh).Count() > 2;

        // A final price replaces the last close, so no other event of the same morning may rest on that close.
        var isUntouched = _touched.Add(member);
        switch (kind)
        {
            case 0 when newcomer is { } id:
                _events.Add(new Addition(day, NewHolding(id)));
                Join(id);
                break;
            case 1 when canLeave:
                _events.Add(new Deletion(day, member));
                Leave(member);
                break;
            case 2 when newcomer is { } id:
                _events.Add(new Swap(day, member, NewHolding(id)));
                Leave(member);
                Join(id);
                break;
            case 3:
                _events.Add(new ShareChange(day, member, _random.Next(1, 1000) * 1000.0));
                break;
            case 4:
                _events.Add(new FloatChange(day, member, 0.05 + (0.95 * _random.NextDouble())));
                break;
            case 5:
                _events.Add(new Split(day, member, _random.Next(2, 5)));
                break;
            case 6:
                _events.Add(new Consolidation(day, member, _random.Next(2, 11)));
                break;
            case 7:
                _events.Add(new BonusIssue(day, member, _random.Next(1, 10) / 10.0));
                break;
            case 8:
                _events.Add(new RightsIssue(day, member, _random.Next(1, 5) / 10.0, _unit * (1 + (80 * _random.NextDouble()))));
                break;
            case 9:
                _events.Add(new SpecialDividend(day, member, _unit * 0.01 * (1 + _random.NextDouble()), _random.Next(3) == 0 ? Percent.FromFraction(_random.NextDouble()) : null));
                break;
            case 10 or 11:
                _events.Add(new OrdinaryDividend(day, member, _unit * ((2 * _random.NextDouble()) + 0.001), _random.Next(3) == 0 ? "USD" : null, _random.Next(3) == 0 ? Percent.FromFraction(_random.NextDouble()) : null));
                break;
            case 12 when newcomer is { } id:
                _events.Add(new SpinOff(day, member, id, (0.5 * _random.NextDouble()) + 0.01, _random.Next(2) == 0 ? null : _unit * 0.02));
                Join(id);
                _fresh.Add(id);
                break;
            case 13 when canLeave && isUntouched:
                _events.Add(new CashMerger(day, member, _random.Next(2) == 0 ? null : _unit * (1 + (60 * _random.NextDouble()))));
                Leave(member);
                break;
            case 14 when canLeave && _members.Except(_fresh).Order().First(other => other != member) is var acquirer:
                _events.Add(new StockMerger(day, member, acquirer, 0.1 + _random.NextDouble()));
                Leave(member);
                break;
            case 15 when _suspended.Remove(member):
                _events.Add(new Resumption(day, member));
                break;
            case 15:
                _events.Add(new Suspension(day, member));
                _suspended.Add(member);
                break;
            case 16 when canLeave && isUntouched:
                _events.Add(new Delisting(day, member, _random.Next(2) == 0 ? 0 : _unit * 50 * _random.NextDouble()));
                Leave(member);
                break;
            case 17 when newcomer is { } id:
                // The members of the morning with new holdings, one of them left out and a newcomer in its place.
                _events.Add(new Review(day, [.. _members.Where(other => other != member).Append(id).Select(NewHolding)]));
                Leave(member);
                Join(id);
                break;
            case 18 when _members.Except(_suspended).Except(_fresh).Any():
                // Upwards, so that the members that trade need no price below zero however many are suspended.
                _events.Add(new DivisorChange(day, 1 + _random.NextDouble(), 1 + (0.05 * _random.NextDouble())));
                break;
        }
    }
}
