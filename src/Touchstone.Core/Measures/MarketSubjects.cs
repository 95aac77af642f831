using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The subjects of a market, with the columns read from it: the same for every evaluator, as long as the market lives. Safe to use from many threads.</summary>
internal sealed class MarketSubjects
{
    private static readonly ConditionalWeakTable<Market, MarketSubjects> Known = [];

    private readonly Market _market;
    private readonly Lazy<Symbols> _symbols;
    private readonly ConcurrentDictionary<InstrumentId, Subject> _subjects = new();

    private MarketSubjects(Market market)
    {
        _market = market;
        _symbols = new Lazy<Symbols>(() => new Symbols(market));
    }

    /// <summary>What instruments are called.</summary>
    public Symbols Symbols => _symbols.Value;

    /// <summary>The subjects of a market.</summary>
    public static MarketSubjects Of(Market market) => Known.GetOrAdd(market, static key => new MarketSubjects(key));

    /// <summary>The subject of an id; only those that the package knows are kept.</summary>
    public Subject Of(InstrumentId id)
    {
        if (_subjects.TryGetValue(id, out var known))
        {
            return known;
        }

        var subject = new Subject(_market, id);
        return subject.Instrument is null && subject.History is null ? subject : _subjects.GetOrAdd(id, subject);
    }
}
