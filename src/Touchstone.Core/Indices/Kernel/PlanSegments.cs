using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A plan worked out into runs of sessions without events, by the same steps as <see cref="DivisorCalculation"/>; only days with events are looked at.</summary>
internal sealed class PlanSegments
{
    private readonly IReadOnlyList<ClosingPrices> _sessions;
    private readonly ImmutableArray<IndexEvent> _events;
    private readonly Percent _withholding;
    private readonly List<HeldSpan> _spans = [];
    private readonly ImmutableArray<Adjustment>.Builder _audit = ImmutableArray.CreateBuilder<Adjustment>();

    private PlanSegments(IReadOnlyList<ClosingPrices> sessions, ImmutableArray<IndexEvent> events, Percent withholding) =>
        (_sessions, _events, _withholding) = (sessions, events, withholding);

    /// <summary>The runs, in order; the last ends where the problem was met, if one was.</summary>
    public IReadOnlyList<HeldSpan> Spans => _spans;

    /// <summary>What each event did.</summary>
    public ImmutableArray<Adjustment> Audit => _audit.ToImmutable();

    /// <summary>What stopped the work, or null.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Works out a plan.</summary>
    /// <param name="plan">The index.</param>
    /// <param name="sessions">The closes and rates, days strictly ascending.</param>
    public static PlanSegments Of(IndexPlan plan, IReadOnlyList<ClosingPrices> sessions)
    {
        var (events, problem) = plan.Schedule(sessions);
        var segments = new PlanSegments(sessions, events, plan.Withholding) { Problem = problem };
        if (problem is null)
        {
            segments.Run(plan);
        }

        return segments;
    }

    private void Run(IndexPlan plan)
    {
        var (first, next) = (0, 0);
        var end = EndOfRun(first, next);
        var (closes, finals) = Settled(_sessions[0], next, end == 1 ? end : 0);
        var start = IndexState.Start(plan.Basket, closes, plan.BaseLevel);
        if (!start.HasValue)
        {
            Problem = start.Problem;
            return;
        }

        var (state, gross, net) = (start.Value, 0.0, 0.0);
        closes = _sessions[0];
        while (true)
        {
            (var last, finals) = Settled(end == 1 ? _sessions[0] : new Opening(state.Basket, closes).Carry(_sessions[end - 1]), next, end);
            _spans.Add(new HeldSpan(first, end, state, closes, finals, gross, net));
            if (end == _sessions.Count)
            {
                return;
            }

            (gross, net, closes, first) = (0, 0, last, end);
            for (; next < _events.Length && _events[next].Effective <= _sessions[first].Day; next++)
            {
                var adjustment = state.ApplySettled(_events[next], closes);
                if (!adjustment.HasValue)
                {
                    Problem = adjustment.Problem;
                    return;
                }

                var paid = Dividends.Of(_events[next], state.Basket, _sessions[first], _withholding);
                if (!paid.HasValue)
                {
                    Problem = paid.Problem;
                    return;
                }

                gross += paid.Value.Gross;
                net += paid.Value.Net;
                (state, closes) = (adjustment.Value.After, adjustment.Value.Closes);
                _audit.Add(adjustment.Value);
            }

            end = EndOfRun(first, next);
        }
    }

    /// <summary>The session before which the next event happens, or the end.</summary>
    private int EndOfRun(int first, int next)
    {
        var end = first + 1;
        while (end < _sessions.Count && (next == _events.Length || _events[next].Effective > _sessions[end].Day))
        {
            end++;
        }

        return end;
    }

    /// <summary>Closes with the final prices of members that leave before a session.</summary>
    private (ClosingPrices Closes, ImmutableArray<(InstrumentId, double)> Finals) Settled(ClosingPrices closes, int next, int session)
    {
        var finals = ImmutableArray.CreateBuilder<(InstrumentId, double)>();
        for (; session > 0 && session < _sessions.Count && next < _events.Length && _events[next].Effective <= _sessions[session].Day; next++)
        {
            closes = _events[next].Settle(closes);
            if (_events[next].FinalPrice is { } price)
            {
                finals.Add(price);
            }
        }

        return (closes, finals.ToImmutable());
    }
}

/// <summary>A run of sessions without events.</summary>
/// <param name="First">The first session.</param>
/// <param name="End">The first session after it.</param>
/// <param name="State">What is held, and the divisor.</param>
/// <param name="Opening">The last closes before it, as its events leave them; on the base day that day's.</param>
/// <param name="Finals">Members that leave after it, with the price at which they do: the last one for a member counts.</param>
/// <param name="Gross">The cash of dividends that go ex on its first session, in the currency of the index.</param>
/// <param name="Net">The same after tax.</param>
internal sealed record HeldSpan(
    int First, int End, IndexState State, ClosingPrices Opening, ImmutableArray<(InstrumentId Instrument, double Price)> Finals, double Gross, double Net);
