using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Calculates an index in divisor form: one divisor is kept, and every event that is not of the market moves it.</summary>
/// <remarks>
/// I = Σ price × units × rate / D; D' = D × M' / M; TR = TR before × (I + dividend points) / I before.
/// Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology", 2021. <see cref="ChainedCalculation"/> gives the same levels without a divisor.
/// </remarks>
public static class DivisorCalculation
{
    /// <summary>Calculates the levels of every session.</summary>
    /// <param name="plan">The index.</param>
    /// <param name="sessions">The closes and rates, days strictly ascending; the first is the base day.</param>
    /// <returns>Levels and audit log; the first problem met: a missing close or rate, an event that does not fit, a market value of zero.</returns>
    public static Answer<IndexHistory> Run(IndexPlan plan, IReadOnlyList<ClosingPrices> sessions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sessions);
        var (events, problem) = plan.Schedule(sessions);
        if (problem is not null)
        {
            return problem;
        }

        var closes = Settled(sessions[0], events, 0, sessions, 0);
        var start = IndexState.Start(plan.Basket, closes, plan.BaseLevel);
        if (!start.HasValue)
        {
            return start.Problem;
        }

        var state = start.Value;
        var level = new IndexLevel(closes.Day, plan.BaseLevel, plan.BaseLevel, plan.BaseLevel);
        var levels = ImmutableArray.CreateBuilder<IndexLevel>(sessions.Count);
        var audit = ImmutableArray.CreateBuilder<Adjustment>(events.Length);
        levels.Add(level);
        for (var (i, next) = (1, 0); i < sessions.Count; i++)
        {
            var today = sessions[i];
            var (gross, net) = (default(CompensatedSum), default(CompensatedSum));
            for (; next < events.Length && events[next].Effective <= today.Day; next++)
            {
                var adjustment = state.ApplySettled(events[next], closes);
                if (!adjustment.HasValue)
                {
                    return adjustment.Problem;
                }

                var paid = Dividends.Of(events[next], state.Basket, today, plan.Withholding);
                if (!paid.HasValue)
                {
                    return paid.Problem;
                }

                gross.Add(paid.Value.Gross);
                net.Add(paid.Value.Net);

                (state, closes) = (adjustment.Value.After, adjustment.Value.Closes);
                audit.Add(adjustment.Value);
            }

            closes = Settled(new Opening(state.Basket, closes).Carry(today), events, next, sessions, i);
            var price = state.LevelAt(closes);
            if (!price.HasValue)
            {
                return price.Problem;
            }

            if (level.Price <= 0)
            {
                return new Problem(ProblemKind.Undefined, $"The level of {level.Day:yyyy-MM-dd} is zero; no return follows from it.");
            }

            level = new IndexLevel(
                today.Day,
                price.Value,
                level.Gross * ((price.Value + (gross.Value / state.Divisor)) / level.Price),
                level.Net * ((price.Value + (net.Value / state.Divisor)) / level.Price));
            if (level.Fault is { } fault)
            {
                return fault;
            }

            levels.Add(level);
        }

        return Answer<IndexHistory>.Of(
            new IndexHistory(levels.DrainToImmutable(), audit.DrainToImmutable(), state),
            new Working { Formula = "Σ price × shares × free float × cap × rate / divisor; divisor × market value after / before at each event" });
    }

    /// <summary>The closes of a session with the final prices of members that leave before the next one.</summary>
    private static ClosingPrices Settled(ClosingPrices closes, ImmutableArray<IndexEvent> events, int next, IReadOnlyList<ClosingPrices> sessions, int session)
    {
        if (session + 1 < sessions.Count)
        {
            for (; next < events.Length && events[next].Effective <= sessions[session + 1].Day; next++)
            {
                closes = events[next].Settle(closes);
            }
        }

        return closes;
    }
}
