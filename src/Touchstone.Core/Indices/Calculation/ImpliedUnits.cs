using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Calculates an index of which only the weights (or units) of one day are known: units that have these weights at that close, fixed but for corporate actions.</summary>
/// <remarks>units = weight / Σ weights × level / (close × rate). Before the day, splits are undone; nobody joins or leaves other than by corporate actions.</remarks>
public static class ImpliedUnits
{
    /// <summary>Calculates the levels of a span, and of the day of the basket.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The name of the index.</param>
    /// <param name="basket">What is held on one day.</param>
    /// <param name="span">The span, both ends included; it is widened to the day of the basket.</param>
    /// <param name="exchange">The market identifier code of the exchange whose sessions it follows.</param>
    /// <param name="currency">The currency in which the market value is summed.</param>
    /// <param name="level">The level at the close of the day of the basket, in points; above zero.</param>
    /// <returns>The calculation, marked as a stand-in in its working and told so in its basis; problems as for <see cref="RulebookCalculation.Run"/>, and a member of the basket that is unknown or has no close on its day.</returns>
    public static Answer<IndexCalculation> Calculate(Market market, InstrumentId id, StatedBasket basket, DateSpan span, string exchange, string currency, double level = 1000)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(basket);
        ArgumentNullException.ThrowIfNull(span);
        if (!double.IsFinite(level) || level <= 0)
        {
            return new Problem(ProblemKind.Invalid, $"The level on the day of the basket is {level:R}; expected a finite number above zero.");
        }

        if (basket.Holdings.FirstOrDefault(holding => market.Instrument(holding.Instrument) is null) is { } unknown)
        {
            return new Problem(ProblemKind.Invalid, $"{unknown.Instrument} is not among the instruments of the package.", unknown.Source.ToString());
        }

        var calendar = market.Calendar(exchange);
        var day = calendar.OnOrBefore(basket.Day);
        var days = new DateSpan(day < span.First ? day : span.First, day > span.Last ? day : span.Last);
        var sessions = Enumerable.Range(0, days.Days).Select(days.First.AddDays).Where(calendar.IsSession).ToImmutableArray();
        var walk = new PlanWalk(market, _ => new WalkRules(ActionRules.Standard, ReturnRules.PriceOnly, null), new ScheduledChanges());
        var held = Held(walk, basket, day, currency, level);
        if (!held.HasValue)
        {
            return held.Problem;
        }

        var earlier = Basket.Of(currency, HoldingRule.FollowShares, held.Value.Holdings.Select(holding => holding.WithShares(holding.Shares / ShareRatio.Between(market.Actions(holding.Instrument), sessions[0], day))));
        if ((earlier.HasValue ? walk.Begin(earlier.Value, sessions[0], isStrict: true) : earlier.Problem) is { } fault)
        {
            return fault;
        }

        walk.Notes.Add($"The {(basket.IsWeights ? "weights" : "units")} of {basket.Day:yyyy-MM-dd} are all that is known; units are fixed before and after, so that levels further away are an estimate.");
        if (day != basket.Day)
        {
            walk.Notes.Add($"{basket.Day:yyyy-MM-dd} is no session of {exchange}; the closes of {day:yyyy-MM-dd} stand in.");
        }

        var basis = $"units {(basket.IsWeights ? "implied by the weights" : "as stated")} of {basket.Day:yyyy-MM-dd} in {basket.File.Name}";
        var calculated = WalkCalculation.Finish(walk, sessions, 1000, id, null, basis);
        return calculated.HasValue ? Scaled(calculated, day, level) : calculated;
    }

    private static Answer<IndexCalculation> Scaled(Answer<IndexCalculation> calculated, DateOnly day, double level)
    {
        var index = calculated.Value;
        var plan = index.Plan with { BaseLevel = 1000 * level / index.History.Levels[index.IndexOf(day)].Price };
        var history = DivisorCalculation.Run(plan, index.Sessions);
        return history.HasValue
            ? Answer<IndexCalculation>.Of(index with { Plan = plan, History = history.Value }, calculated.Working with { StandIn = true })
            : history.Problem;
    }

    private static Answer<Basket> Held(PlanWalk walk, StatedBasket basket, DateOnly day, string currency, double level)
    {
        var total = basket.Holdings.Sum(holding => holding.Amount);
        var closes = new SessionCloses(walk.Market, walk.Rates);
        var missing = basket.Holdings.Where(holding => closes.Joining(holding.Instrument, day) is not > 0).Select(holding => holding.Instrument).ToArray();
        if (missing.Length > 0)
        {
            return closes.Missing(missing, basket.Holdings.Length, day);
        }

        var holdings = new List<Holding>();
        foreach (var stated in basket.Holdings)
        {
            var own = walk.Market.Instrument(stated.Instrument)!.Currency ?? currency;
            var rate = walk.Rates.Of(own, currency, day);
            if (!rate.HasValue)
            {
                return rate.Problem with { Message = $"{rate.Problem.Message} {stated.Instrument} is priced in it." };
            }

            var units = basket.IsWeights ? stated.Amount / total * level / (closes.Joining(stated.Instrument, day)!.Value * rate.Value) : stated.Amount;
            holdings.Add(new Holding(stated.Instrument, units, currency: own == currency ? null : own));
        }

        return Basket.Of(currency, HoldingRule.FollowShares, holdings);
    }
}
