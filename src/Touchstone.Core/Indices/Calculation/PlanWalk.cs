using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Goes through the sessions of an index once and gathers what a calculation needs: the events in their order, and for each session the closes and rates of what is held.</summary>
/// <remarks>Of one day: companies handed out the day before leave; delistings and mergers for cash; reviews; the other corporate actions (<see cref="PackageActions"/>); share counts.</remarks>
internal sealed class PlanWalk
{
    private readonly Func<DateOnly, WalkRules> _rules;
    private readonly ScheduledChanges _changes;
    private readonly PackageActions _actions;
    private readonly PackageShares _shares;
    private readonly PackageEvents _reader;
    private readonly SessionCloses _closes;
    private readonly List<IndexEvent> _events = [];
    private readonly List<ClosingPrices> _sessions = [];
    private readonly List<SpinOff> _handedOut = [];
    private readonly HashSet<InstrumentId> _leavesAfterFirstClose = [];
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private Opening _opening = null!;
    private Basket _base = null!;
    private bool _isPastReviews;
    private DateOnly _through;

    /// <summary>Makes a walk over a package.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rules">The rules in force on a day.</param>
    /// <param name="changes">Who joins and leaves by rule.</param>
    public PlanWalk(Market market, Func<DateOnly, WalkRules> rules, ScheduledChanges changes)
    {
        Market = market;
        Rates = new CurrencyRates(market);
        (_rules, _changes) = (rules, changes);
        (_actions, _shares) = (new PackageActions(market), new PackageShares(market));
        _closes = new SessionCloses(market, Rates);
        _reader = new PackageEvents(market, Rates, instrument => _closes.Joining(instrument, _opening.Closes.Day));
    }

    /// <summary>The package.</summary>
    public Market Market { get; }

    /// <summary>Its currency rates.</summary>
    public CurrencyRates Rates { get; }

    /// <summary>What is held by now.</summary>
    public Basket Basket => _opening.Basket;

    /// <summary>The last closes, as the events since then leave them.</summary>
    public ClosingPrices Closes => _opening.Closes;

    /// <summary>The sessions since the start.</summary>
    public ImmutableArray<ClosingPrices> Sessions => [.. _sessions];

    /// <summary>The companies that were handed out, with their parents.</summary>
    public IEnumerable<SpinOff> HandedOut => _handedOut;

    /// <summary>What a reader should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What stood in for a close or a rate since the start, as sentences.</summary>
    public IEnumerable<string> StandIns => _closes.StandIns;

    /// <summary>The index since the start.</summary>
    /// <param name="baseLevel">The level at the start.</param>
    public IndexPlan Plan(double baseLevel) => new() { Basket = _base, BaseLevel = baseLevel, Events = [.. _events] };

    /// <summary>Begins at the closes of a session.</summary>
    /// <param name="basket">What is held.</param>
    /// <param name="day">The session.</param>
    /// <param name="isStrict">Whether a member without a close is a problem.</param>
    /// <returns>Null, or what is wrong.</returns>
    public Problem? Begin(Basket basket, DateOnly day, bool isStrict)
    {
        var held = Basket.Of(basket.Currency, basket.Rule, basket.Holdings.Select(holding => holding.WithSuspension(_closes.IsSuspended(holding.Instrument, day))));
        if (!held.HasValue)
        {
            return held.Problem;
        }

        var closes = _closes.AtStart(held.Value, day, isStrict);
        if (!closes.HasValue)
        {
            return closes.Problem;
        }

        _opening = new Opening(held.Value, closes.Value);
        _through = day;
        Start();
        return null;
    }

    /// <summary>Forgets what was before: the last session becomes the base day.</summary>
    public void Restart()
    {
        _closes.Restart();
        Start();
    }

    private void Start()
    {
        _events.Clear();
        _sessions.Clear();
        _sessions.Add(_opening.Closes);
        _base = _opening.Basket;
    }

    /// <summary>Goes on to the next session.</summary>
    /// <param name="today">The session.</param>
    /// <param name="isStrict">Whether a member without a close is a problem; otherwise its last one stands until then.</param>
    /// <returns>Null, or what is wrong.</returns>
    public Problem? Next(DateOnly today, bool isStrict) => Open(today) ?? Close(today, isStrict);

    /// <summary>Lets everything happen that comes before the close of a session.</summary>
    /// <param name="today">The session.</param>
    /// <returns>Null, or what is wrong.</returns>
    public Problem? Open(DateOnly today)
    {
        while (_through < today)
        {
            _through = _through.AddDays(1);
            if (Morning(_through) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Takes the closes of a session that was opened.</summary>
    /// <param name="today">The session.</param>
    /// <param name="isStrict">Whether a member without a close is a problem; otherwise its last one stands until then.</param>
    /// <returns>Null, or what is wrong; the walk can then go on to a later session, as if there had been none.</returns>
    public Problem? Close(DateOnly today, bool isStrict)
    {
        var closes = _closes.Of(_opening, today, _currencies, isStrict);
        if (!closes.HasValue)
        {
            return closes.Problem;
        }

        _currencies.Clear();
        _opening = _opening with { Closes = closes.Value };
        _sessions.Add(closes.Value);
        return null;
    }

    /// <summary>Lets an event happen after those so far. Who joins brings its last close along.</summary>
    /// <param name="happening">The event.</param>
    /// <returns>Null, or what is wrong.</returns>
    public Problem? Apply(IndexEvent happening)
    {
        foreach (var holding in Joining(happening))
        {
            if (Admit(holding, happening) is { } fault)
            {
                return fault;
            }
        }

        var changed = happening.ApplyTo(_opening with { Closes = happening.Settle(_opening.Closes) });
        if (!changed.HasValue)
        {
            return changed.Problem;
        }

        _sessions[^1] = happening.Settle(_sessions[^1]);
        _opening = changed.Value;
        _events.Add(happening);
        if (happening is OrdinaryDividend { Currency: { } currency })
        {
            _currencies.Add(currency);
        }

        return null;
    }

    /// <summary>The last close with which a stock would join, or null.</summary>
    /// <param name="instrument">The stock.</param>
    public double? CloseToJoin(InstrumentId instrument) => _closes.Joining(instrument, _opening.Closes.Day);

    /// <summary>The close of a stock on a day, or null.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day; the first session on or after it counts.</param>
    public double? FirstClose(InstrumentId instrument, DateOnly day) => _closes.FirstFrom(instrument, day);

    /// <summary>Whether members have corporate actions other than ordinary dividends on a day.</summary>
    /// <param name="day">The ex-date.</param>
    public bool HasActionsBesidesCash(DateOnly day) =>
        _actions.LeavingOn(day).Concat(_actions.OthersOn(day)).Any(action => action.Kind != "cash" && Basket.Find(action.Instrument) is not null);

    /// <summary>Sets the last close of a stock that is about to join and has none.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="close">The close; above zero.</param>
    public void Suppose(InstrumentId instrument, double close)
    {
        _opening = _opening with { Closes = _opening.Closes.With(instrument, close) };
        _sessions[^1] = _sessions[^1].With(instrument, close);
    }

    /// <summary>The shares and float that count of a stock, at the last closes; null when the package has no count.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="rule">Which shares count.</param>
    public (double Shares, double FreeFloat)? Counted(InstrumentId instrument, ShareRule rule) => _shares.Counted(instrument, _opening.Closes.Day, rule);

    /// <summary>Applies the corporate actions of the day that were dealt with before a stock joined in the place of one that merged; the others are still to come.</summary>
    /// <param name="instrument">The stock.</param>
    /// <param name="day">The day.</param>
    public Problem? CatchUp(InstrumentId instrument, DateOnly day) =>
        _isPastReviews ? Actions(_actions.BeforeMergers(instrument, day), day) : null;

    /// <summary>A holding with the mark of a stock whose trading is suspended, and the currency of its price.</summary>
    /// <param name="holding">The holding.</param>
    public Holding Marked(Holding holding) => holding.WithSuspension(_closes.IsSuspended(holding.Instrument, _opening.Closes.Day));

    private static ImmutableArray<Holding> Joining(IndexEvent happening) => happening switch
    {
        Addition addition => [addition.Holding],
        Swap swap => [swap.Joining],
        Review review => review.Holdings,
        _ => [],
    };

    private Problem? Admit(Holding holding, IndexEvent happening)
    {
        if (!_opening.Closes.TryGetPrice(holding.Instrument, out _))
        {
            if (_closes.Joining(holding.Instrument, _opening.Closes.Day) is not { } close)
            {
                var joining = Joining(happening).Select(other => other.Instrument)
                    .Where(other => !_opening.Closes.TryGetPrice(other, out _) && _closes.Joining(other, _opening.Closes.Day) is null).ToArray();
                var missing = _closes.Missing(joining, Joining(happening).Length, _opening.Closes.Day);
                return missing with { Message = $"{happening.WordsAgainst(_opening)} {missing.Message}" };
            }

            Suppose(holding.Instrument, close);
        }

        if (!Basket.HasRate(holding.Currency, _opening.Closes))
        {
            var rate = Rates.Of(holding.Currency!, Basket.Currency, _opening.Closes.Day);
            if (!rate.HasValue)
            {
                return rate.Problem with { Message = $"{rate.Problem.Message} {holding.Instrument} is priced in it." };
            }

            _opening = _opening with { Closes = _opening.Closes.WithRate(holding.Currency!, rate.Value) };
            _sessions[^1] = _sessions[^1].WithRate(holding.Currency!, rate.Value);
        }

        return null;
    }

    private Problem? Morning(DateOnly day)
    {
        foreach (var child in _leavesAfterFirstClose.Where(child => _closes.HasTraded(child)).Order().ToArray())
        {
            _leavesAfterFirstClose.Remove(child);
            if (Basket.Find(child) is not null && Apply(new Deletion(day, child)) is { } fault)
            {
                return fault;
            }
        }

        _isPastReviews = false;
        if ((Actions(_actions.LeavingOn(day), day) ?? _changes.Make(this, day)) is { } problem)
        {
            return problem;
        }

        _isPastReviews = true;
        return Actions(_actions.OthersOn(day), day) ?? CountAnew(day);
    }

    private Problem? Actions(IEnumerable<CorporateAction> actions, DateOnly day)
    {
        foreach (var action in actions)
        {
            if (Basket.Find(action.Instrument) is not { } held)
            {
                continue;
            }

            var rules = _rules(day);
            var read = _reader.Of(action, _opening, rules.Actions, rules.Returns);
            if (!read.HasValue)
            {
                return read.Problem;
            }

            if (read.Value is { } happening && ((Apply(happening) ?? After(happening, rules, day)) is { } fault))
            {
                return fault with { Source = fault.Source ?? action.Source.ToString() };
            }

            if (Basket.Find(action.Instrument) is null && read.Value is not Swap && _changes.Fill(this, day, held, ValueOf(held)) is { } unfilled)
            {
                return unfilled;
            }
        }

        return null;
    }

    private Problem? After(IndexEvent happening, WalkRules rules, DateOnly day)
    {
        if (happening is SpinOff spinOff)
        {
            _handedOut.Add(spinOff);
            _closes.Await(spinOff.Child);
            if (rules.Actions.SpunCompanyLeaves)
            {
                _leavesAfterFirstClose.Add(spinOff.Child);
            }
        }

        return happening is Swap swap ? CatchUp(swap.Joining.Instrument, day) : null;
    }

    private double ValueOf(Holding holding) => _opening.Closes.TryGetPrice(holding.Instrument, out _) ? Basket.ValueOf(holding, _opening.Closes) : 0;

    private Problem? CountAnew(DateOnly day)
    {
        if (_rules(day).Shares is { } rule)
        {
            var changes = _shares.ChangesOn(day, Basket, rule);
            if (!changes.HasValue)
            {
                return changes.Problem;
            }

            foreach (var happening in changes.Value)
            {
                if (Apply(happening) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }
}
