using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Calculates plans as <see cref="DivisorCalculation"/> does, with the kernel: events one by one, and the days between them all at once.</summary>
/// <remarks>
/// Levels agree with those of <see cref="DivisorCalculation"/> to the last published digit: there the sum over members is compensated, here it is plain and off by
/// at most the number of members × 2^-53 of itself. Members priced in other currencies are converted when the panel is made.
/// </remarks>
public static class PanelCalculation
{
    /// <summary>Calculates plans over the same sessions.</summary>
    /// <param name="plans">The indices.</param>
    /// <param name="sessions">The closes and rates, days strictly ascending; the first is the base day.</param>
    /// <param name="threads">How many threads to use; null for as many as the machine has. The results are the same.</param>
    /// <returns>For each plan levels and audit log; or the first problem met, as <see cref="DivisorCalculation.Run"/> gives it.</returns>
    public static Answer<IndexHistory>[] Run(IReadOnlyList<IndexPlan> plans, IReadOnlyList<ClosingPrices> sessions, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(sessions);
        var answers = new Answer<IndexHistory>[plans.Count];
        var segments = plans.Select(plan => PlanSegments.Of(plan, sessions)).ToArray();
        foreach (var group in Enumerable.Range(0, plans.Count).GroupBy(i => plans[i].Basket.Currency, StringComparer.Ordinal))
        {
            int[] some = [.. group.Where(i => segments[i].Spans.Count > 0)];
            var lines = some.SelectMany(i => segments[i].Spans).SelectMany(span => span.State.Basket.Holdings).Select(holding => LineOf(holding, group.Key)).Distinct();
            var panel = PricePanel.Of(sessions, lines);
            var levels = LevelKernel.Levels(panel, [.. some.Select(i => new IndexSegments(segments[i].Spans.Select(span => SegmentOf(span, panel, sessions))))], threads);
            foreach (var i in group)
            {
                answers[i] = Array.IndexOf(some, i) is >= 0 and var place ? Finish(plans[i], segments[i], sessions, levels[place]) : segments[i].Problem!;
            }
        }

        return answers;
    }

    private static PanelLine LineOf(Holding holding, string currency) => new(holding.Instrument, holding.Currency == currency ? null : holding.Currency);

    private static IndexSegment SegmentOf(HeldSpan span, PricePanel panel, IReadOnlyList<ClosingPrices> sessions)
    {
        var basket = span.State.Basket;
        var (rows, units, own) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<OwnPrices>());
        foreach (var holding in basket.Holdings)
        {
            var row = panel.RowOf(LineOf(holding, basket.Currency));
            if (holding.IsSuspended || span.Finals.Any(final => final.Instrument == holding.Instrument))
            {
                own.Add(new OwnPrices(holding.Instrument, holding.Units, PricesOf(holding, row, span, panel, sessions)));
            }
            else
            {
                rows.Add(row);
                units.Add(holding.Units);
            }
        }

        return new IndexSegment(span.First, span.End, rows.ToImmutable(), units.ToImmutable(), span.State.Divisor) { Own = own.ToImmutable() };
    }

    /// <summary>The prices of a member that is suspended, or leaves at a price of its own; NaN where there is none.</summary>
    private static double[] PricesOf(Holding holding, int row, HeldSpan span, PricePanel panel, IReadOnlyList<ClosingPrices> sessions)
    {
        var prices = new double[span.End - span.First];
        var basket = span.State.Basket;
        for (var i = 0; i < prices.Length; i++)
        {
            var session = sessions[span.First + i];
            prices[i] = holding.IsSuspended && span.Opening.TryGetPrice(holding.Instrument, out var last)
                ? basket.HasRate(holding.Currency, session) ? last * basket.RateOf(holding.Currency, session) : double.NaN
                : panel.At(row, span.First + i);
        }

        foreach (var (instrument, price) in span.Finals)
        {
            if (instrument == holding.Instrument && basket.HasRate(holding.Currency, sessions[span.End - 1]))
            {
                prices[^1] = price * basket.RateOf(holding.Currency, sessions[span.End - 1]);
            }
        }

        return prices;
    }

    /// <summary>The three levels of every session, from the price level and the dividends.</summary>
    private static Answer<IndexHistory> Finish(IndexPlan plan, PlanSegments segments, IReadOnlyList<ClosingPrices> sessions, double[] prices)
    {
        var level = new IndexLevel(sessions[0].Day, plan.BaseLevel, plan.BaseLevel, plan.BaseLevel);
        var levels = ImmutableArray.CreateBuilder<IndexLevel>(sessions.Count);
        foreach (var span in segments.Spans)
        {
            for (var i = span.First; i < span.End; i++)
            {
                if (i > 0)
                {
                    if (!double.IsFinite(prices[i]))
                    {
                        return Fault(span, sessions, i, prices[i]);
                    }

                    if (level.Price <= 0)
                    {
                        return new Problem(ProblemKind.Undefined, $"The level of {level.Day:yyyy-MM-dd} is zero; no return follows from it.");
                    }

                    var (gross, net) = i == span.First ? (span.Gross / span.State.Divisor, span.Net / span.State.Divisor) : (0, 0);
                    level = new IndexLevel(sessions[i].Day, prices[i], level.Gross * ((prices[i] + gross) / level.Price), level.Net * ((prices[i] + net) / level.Price));
                    if (level.Fault is { } fault)
                    {
                        return fault;
                    }
                }

                levels.Add(level);
            }
        }

        return segments.Problem is { } problem
            ? problem
            : Answer<IndexHistory>.Of(
                new IndexHistory(levels.DrainToImmutable(), segments.Audit, segments.Spans[^1].State),
                new Working { Formula = "Σ price × shares × free float × cap × rate / divisor; divisor × market value after / before at each event" });
    }

    /// <summary>The problem of a level that is no number.</summary>
    private static Problem Fault(HeldSpan span, IReadOnlyList<ClosingPrices> sessions, int session, double level)
    {
        var closes = new Opening(span.State.Basket, span.Opening).Carry(sessions[session]);
        return span.State.Basket.Missing(session == span.End - 1 ? span.Finals.Aggregate(closes, (settled, final) => settled.With(final.Instrument, final.Price)) : closes)
            ?? new Problem(ProblemKind.Undefined, $"The level of {sessions[session].Day:yyyy-MM-dd}, {level:R}, is too large for a number.");
    }
}
