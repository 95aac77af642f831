using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Calculates an index in chain-linked form: each level is the one before times a ratio of two market values of the same holdings. There is no divisor.</summary>
/// <remarks>
/// I(t) = I(t-1) × Σ P(t) × units × rate(t) / Σ P*(t-1) × units × rate(t-1), with today's units and yesterday's closes as the morning's events leave them;
/// TR(t) = TR(t-1) × (Σ today + dividends) / Σ yesterday. Source: Hang Seng Indexes, "General Guide" (section 8.1), 2023.
/// Shared with <see cref="DivisorCalculation"/>: what an event does to price and shares, the cash of a dividend, the order of events. Valuing, linking and reinvesting are not.
/// </remarks>
public static class ChainedCalculation
{
    /// <summary>Calculates the levels of every session.</summary>
    /// <param name="plan">The index.</param>
    /// <param name="sessions">The closes and rates, days strictly ascending; the first is the base day.</param>
    /// <returns>One level for each session; the first problem met: a missing close or rate, an event that does not fit, a market value of zero.</returns>
    public static Answer<ImmutableArray<IndexLevel>> Run(IndexPlan plan, IReadOnlyList<ClosingPrices> sessions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sessions);
        var (events, problem) = plan.Schedule(sessions);
        if (problem is not null)
        {
            return problem;
        }

        var byDay = sessions.Skip(1).Select(session => new List<IndexEvent>()).ToArray();
        var day = 0;
        foreach (var happening in events)
        {
            while (day < byDay.Length && sessions[day + 1].Day < happening.Effective)
            {
                day++;
            }

            if (day < byDay.Length)
            {
                byDay[day].Add(happening);
            }
        }

        var levels = ImmutableArray.CreateBuilder<IndexLevel>(sessions.Count);
        levels.Add(new IndexLevel(sessions[0].Day, plan.BaseLevel, plan.BaseLevel, plan.BaseLevel));
        var opening = new Opening(plan.Basket, WithFinalPrices(sessions[0], byDay, 0));
        if (opening.Basket.Missing(opening.Closes) is { } incomplete)
        {
            return incomplete;
        }

        for (var i = 1; i < sessions.Count; i++)
        {
            var (gross, net) = (0.0, 0.0);
            foreach (var happening in byDay[i - 1])
            {
                var paid = Dividends.Of(happening, opening.Basket, sessions[i], plan.Withholding);
                if (!paid.HasValue)
                {
                    return paid.Problem;
                }

                gross += paid.Value.Gross;
                net += paid.Value.Net;

                var changed = happening.ApplyTo(opening);
                if (!changed.HasValue)
                {
                    return changed.Problem;
                }

                opening = changed.Value;
            }

            var today = WithFinalPrices(opening.Carry(sessions[i]), byDay, i);
            if ((opening.Basket.Missing(opening.Closes) ?? opening.Basket.Missing(today)) is { } missing)
            {
                return missing;
            }

            var (from, to) = (Total(opening.Basket, opening.Closes), Total(opening.Basket, today));
            if (from <= 0)
            {
                return new Problem(ProblemKind.Undefined, $"The market value on {opening.Closes.Day:yyyy-MM-dd} is zero; no return follows from it.");
            }

            var before = levels[^1];
            var level = new IndexLevel(sessions[i].Day, before.Price * (to / from), before.Gross * ((to + gross) / from), before.Net * ((to + net) / from));
            if (level.Fault is { } fault)
            {
                return fault;
            }

            levels.Add(level);
            opening = opening with { Closes = today };
        }

        return Answer<ImmutableArray<IndexLevel>>.Of(
            levels.DrainToImmutable(),
            new Working { Formula = "level before × Σ price × units × rate / Σ adjusted last price × units × last rate" });
    }

    /// <summary>The closes of a session with the final prices of members that leave before the next one.</summary>
    private static ClosingPrices WithFinalPrices(ClosingPrices closes, List<IndexEvent>[] byDay, int session) =>
        session < byDay.Length ? byDay[session].Aggregate(closes, (settled, happening) => happening.Settle(settled)) : closes;

    private static double Total(Basket basket, ClosingPrices closes)
    {
        var total = 0.0;
        foreach (var holding in basket.Holdings)
        {
            closes.TryGetPrice(holding.Instrument, out var price);
            total += holding.Shares * holding.FreeFloat * holding.Cap * price * basket.RateOf(holding.Currency, closes);
        }

        return total;
    }
}
