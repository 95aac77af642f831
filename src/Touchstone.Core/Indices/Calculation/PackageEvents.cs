using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Turns corporate actions of a package into events of an index, by the rules in force. What is missing of an action is a problem that names its row.</summary>
/// <param name="market">The package.</param>
/// <param name="rates">Its currency rates.</param>
/// <param name="closeOf">The last close of a stock that is no member, or null.</param>
internal sealed class PackageEvents(Market market, CurrencyRates rates, Func<InstrumentId, double?> closeOf)
{
    private static readonly Working Read = new() { Formula = "the row of the package by the rules in force" };

    // Shares given so far for one held before the day, by stock: further ones of the day are for the same old share.
    private readonly Dictionary<InstrumentId, double> _given = [];

    private DateOnly _day;

    /// <summary>The event of an action of a member.</summary>
    /// <param name="action">The action; its instrument is a member.</param>
    /// <param name="opening">What the index holds, and the last closes, as the events before it leave them.</param>
    /// <param name="rules">What corporate actions do.</param>
    /// <param name="returns">The tax withheld.</param>
    /// <returns>The event, null when the rules let the action pass; a problem when the action lacks something.</returns>
    public Answer<IndexEvent?> Of(CorporateAction action, Opening opening, ActionRules rules, ReturnRules returns)
    {
        if (action.ExDate != _day)
        {
            _given.Clear();
            _day = action.ExDate;
        }

        var holding = opening.Basket.Find(action.Instrument) ?? throw new ArgumentException($"{action.Instrument} is no member.", nameof(action));
        return action.Kind switch
        {
            "cash" => Cash(action, returns),
            "special" => Special(action, holding, opening, rules, returns),
            "split" or "consolidation" or "reverse-split" => SplitOf(action),
            "bonus" or "capitalisation" or "stock-dividend" => Bonus(action),
            "rights" => Rights(action, holding, opening, rules),
            "spin-off" => HandedOut(action, holding, opening, rules),
            "merger-cash" => CashOf(action, holding, opening, "an empty one means the last close", isNeeded: false, canBeZero: false, cash => new CashMerger(action.ExDate, action.Instrument, cash)),
            "merger-stock" => Merger(action, holding, opening),
            "delist" => CashOf(action, holding, opening, "0 for a worthless share, empty for the last close", isNeeded: false, canBeZero: true, cash => cash is { } price ? new Delisting(action.ExDate, action.Instrument, price) : new Deletion(action.ExDate, action.Instrument)),
            "suspend" => Event(holding.IsSuspended ? null : new Suspension(action.ExDate, action.Instrument)),
            "resume" => Event(holding.IsSuspended ? new Resumption(action.ExDate, action.Instrument) : null),
            _ => Fault(action, $"its kind is not known; the kinds are {PackageActions.Kinds}"),
        };
    }

    private static Answer<IndexEvent?> Event(IndexEvent? happening) => Answer<IndexEvent?>.Of(happening, Read);

    private static Problem Fault(CorporateAction action, string fault) =>
        new(ProblemKind.Invalid, $"The action '{action.Kind}' of {action.Instrument} on {action.ExDate:yyyy-MM-dd} cannot be used: {fault}.", action.Source.ToString());

    private static string Met(double? value, string column) => value is { } number ? $"{column} is {number:R}" : $"{column} is empty";

    private Answer<IndexEvent?> Cash(CorporateAction action, ReturnRules returns) => action.Cash is > 0
        ? Event(new OrdinaryDividend(action.ExDate, action.Instrument, action.Cash.Value, action.Currency == CurrencyOf(action.Instrument) ? null : action.Currency, returns.WithholdingOf(action.Instrument)))
        : Fault(action, $"{Met(action.Cash, "cash")}; expected the dividend for one share, above zero");

    private Answer<IndexEvent?> Special(CorporateAction action, Holding holding, Opening opening, ActionRules rules, ReturnRules returns) =>
        rules.SpecialDividend == SpecialDividendTreatment.AsOrdinary
            ? Cash(action, returns)
            : CashOf(action, holding, opening, "expected the dividend for one share, above zero", isNeeded: true, canBeZero: false, cash => new SpecialDividend(action.ExDate, action.Instrument, cash!.Value, returns.WithholdingOf(action.Instrument)));

    private static Answer<IndexEvent?> SplitOf(CorporateAction action) => (action.Kind, action.Ratio) switch
    {
        ("consolidation" or "reverse-split", not (> 0 and < 1)) => Fault(action, $"{Met(action.Ratio, "ratio")}; expected the shares afterwards for one before, below 1: 0.1 for 10 into 1"),
        (_, not > 0 or 1) => Fault(action, $"{Met(action.Ratio, "ratio")}; expected the shares afterwards for one before, above zero and not 1: 2 for 2 for 1"),
        (_, < 1) => Event(new Consolidation(action.ExDate, action.Instrument, Reciprocal(action.Ratio.Value))),
        _ => Event(new Split(action.ExDate, action.Instrument, action.Ratio!.Value)),
    };

    private Answer<IndexEvent?> Bonus(CorporateAction action)
    {
        if (action.Ratio is not > 1)
        {
            return Fault(action, $"{Met(action.Ratio, "ratio")}; expected the shares afterwards for one before, above 1: 1.3 for 3 for 10");
        }

        return Event(new BonusIssue(action.ExDate, action.Instrument, Given(action)));
    }

    private Answer<IndexEvent?> Rights(CorporateAction action, Holding holding, Opening opening, ActionRules rules)
    {
        if (rules.Rights == RightsTreatment.Ignored)
        {
            return Event(null);
        }

        if (action.Ratio is not > 1)
        {
            return Fault(action, $"{Met(action.Ratio, "ratio")}; expected the shares afterwards for one before, above 1: 1.25 for 1 for 4");
        }

        if (action.SubscriptionPrice is not >= 0)
        {
            return Fault(action, $"{Met(action.SubscriptionPrice, "subscription_price")}; expected what one new share costs, zero or more");
        }

        var price = InPriceCurrency(action.SubscriptionPrice.Value, action, holding, opening);
        if (!price.HasValue)
        {
            return price.Problem;
        }

        // Rights that nobody takes up give no shares: later ones of the day are then for the old shares alone.
        var isTaken = opening.Closes.TryGetPrice(action.Instrument, out var close) && price.Value < close;
        return Event(new RightsIssue(action.ExDate, action.Instrument, isTaken ? Given(action) : NewShares(action), price.Value));
    }

    private Answer<IndexEvent?> HandedOut(CorporateAction action, Holding holding, Opening opening, ActionRules rules)
    {
        if (rules.SpinOff == SpinOffTreatment.NotTaken && action.Cash is null)
        {
            return Event(null);
        }

        if (action.Ratio is not > 0)
        {
            return Fault(action, $"{Met(action.Ratio, "ratio")}; expected the shares handed out for one held, above zero");
        }

        if (action.Other is null && rules.SpinOff != SpinOffTreatment.NotTaken)
        {
            return Fault(action, "other is empty; expected the company handed out");
        }

        if (action.Other is { } member && opening.Basket.Find(member) is not null && opening.Closes.TryGetPrice(member, out var known))
        {
            return HandedOutMember(action, holding, opening, known * action.Ratio.Value);
        }

        if (rules.SpinOff != SpinOffTreatment.NotTaken && action.Other is { } other && CurrencyOf(other) is { } own && own != CurrencyOf(action.Instrument))
        {
            return Fault(action, $"{other} is priced in {own} and {action.Instrument} in {CurrencyOf(action.Instrument)}; a company handed out joins in the currency of its parent");
        }

        return rules.SpinOff switch
        {
            SpinOffTreatment.NotTaken => CashOf(action, holding, opening, "expected the first price of one share handed out", isNeeded: true, canBeZero: false, first => new SpecialDividend(action.ExDate, action.Instrument, first!.Value * action.Ratio.Value, Percent.FromPoints(0))),
            SpinOffTreatment.FirstPrice => CashOf(action, holding, opening, "expected the first price of one share handed out", isNeeded: true, canBeZero: false, first => new SpinOff(action.ExDate, action.Instrument, action.Other!.Value, action.Ratio.Value, first)),
            _ => Event(new SpinOff(action.ExDate, action.Instrument, action.Other!.Value, action.Ratio.Value)),
        };
    }

    /// <summary>Shares of another member cannot join again: the parent's price falls by what they are worth.</summary>
    private Answer<IndexEvent?> HandedOutMember(CorporateAction action, Holding holding, Opening opening, double worth)
    {
        var (from, to) = (opening.Basket.Find(action.Other!.Value)!.Currency ?? opening.Basket.Currency, holding.Currency ?? opening.Basket.Currency);
        var rate = rates.Of(from, to, opening.Closes.Day);
        return !rate.HasValue ? rate.Problem : Event(new SpecialDividend(action.ExDate, action.Instrument, worth * rate.Value, Percent.FromPoints(0)));
    }

    private Answer<IndexEvent?> Merger(CorporateAction action, Holding target, Opening opening)
    {
        if (action.Other is not { } acquirer || acquirer == action.Instrument)
        {
            return Fault(action, $"other is {(action.Other is null ? "empty" : "the company itself")}; expected the company that buys");
        }

        if (action.Ratio is not > 0)
        {
            return Fault(action, $"{Met(action.Ratio, "ratio")}; expected the acquirer's shares for one of the target, above zero");
        }

        if (opening.Basket.Find(acquirer) is not null)
        {
            return Event(new StockMerger(action.ExDate, action.Instrument, acquirer, action.Ratio.Value));
        }

        if (MarketExit.By(market, acquirer, action.ExDate) is { } exit)
        {
            return Fault(action, $"{acquirer}, which buys it, has left the market itself on {exit.ExDate:yyyy-MM-dd} ({exit.Kind}, {exit.Source})");
        }

        if (closeOf(acquirer) is not > 0)
        {
            return Fault(action, $"{acquirer} is no member, so it takes the place of {action.Instrument}, and has no close on {opening.Closes.Day:yyyy-MM-dd}");
        }

        var currency = CurrencyOf(acquirer) ?? opening.Basket.Currency;
        var shares = opening.Basket.Rule switch
        {
            HoldingRule.FollowShares => Answer<double>.Of(target.Shares * action.Ratio.Value, Read),
            HoldingRule.KeepUnits => Answer<double>.Of(target.Shares, Read),
            _ => rates.Of(target.Currency ?? opening.Basket.Currency, currency, opening.Closes.Day)
                .Map(rate => opening.Closes.TryGetPrice(target.Instrument, out var close) ? target.Shares * close * rate / closeOf(acquirer)!.Value : 0),
        };
        return !shares.HasValue ? shares.Problem
            : shares.Value > 0 && double.IsFinite(shares.Value) ? Event(new Swap(action.ExDate, action.Instrument, new Holding(acquirer, shares.Value, target.FreeFloat, target.Cap, currency == opening.Basket.Currency ? null : currency)
                .WithSuspension(StockClose.IsSuspended(market, acquirer, opening.Closes.Day))))
            : Fault(action, $"{acquirer} would join with {shares.Value:R} shares");
    }

    /// <summary>An event that hangs on the cash of an action, in the currency of the price.</summary>
    private Answer<IndexEvent?> CashOf(CorporateAction action, Holding holding, Opening opening, string expected, bool isNeeded, bool canBeZero, Func<double?, IndexEvent> make)
    {
        if (action.Cash is not { } cash)
        {
            return isNeeded ? Fault(action, $"cash is empty; {expected}") : Event(make(null));
        }

        if (cash < 0 || (cash == 0 && !canBeZero) || !double.IsFinite(cash))
        {
            return Fault(action, $"cash is {cash:R}; {(isNeeded ? expected : $"expected an amount for one share {(canBeZero ? "of zero or more" : "above zero")}; {expected}")}");
        }

        var amount = InPriceCurrency(cash, action, holding, opening);
        return amount.HasValue ? Event(make(amount.Value)) : amount.Problem;
    }

    private Answer<double> InPriceCurrency(double amount, CorporateAction action, Holding holding, Opening opening)
    {
        var own = holding.Currency ?? opening.Basket.Currency;
        if (action.Currency is null || action.Currency == own)
        {
            return Answer<double>.Of(amount, Read);
        }

        var rate = rates.Of(action.Currency, own, opening.Closes.Day);
        return rate.HasValue ? rate.Map(value => amount * value) : new Problem(rate.Problem.Kind, $"The action '{action.Kind}' of {action.Instrument}: {rate.Problem.Message}", action.Source.ToString());
    }

    /// <summary>New shares for one that is held by now, when the row states them for one held before the day.</summary>
    private double Given(CorporateAction action)
    {
        var before = _given.GetValueOrDefault(action.Instrument);
        var given = NewShares(action);
        _given[action.Instrument] = before + given;
        return before == 0 ? given : given / (1 + before);
    }

    // Through decimals, so that 1.3 is 0.3 new shares and not 0.30000000000000004.
    private static double NewShares(CorporateAction action) => action.Ratio!.Value < 1e12 ? (double)((decimal)action.Ratio.Value - 1) : action.Ratio.Value - 1;

    private static double Reciprocal(double ratio) => ratio > 1e-12 ? (double)(1 / (decimal)ratio) : 1 / ratio;

    private string? CurrencyOf(InstrumentId instrument) => market.Instrument(instrument)?.Currency;
}
