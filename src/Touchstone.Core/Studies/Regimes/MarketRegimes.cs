using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>The turns that a rule finds in a series, and the phases between them. Immutable.</summary>
public sealed class MarketRegimes
{
    private readonly DailySeries _levels;
    private readonly MarketState? _assumed;

    internal MarketRegimes(DailySeries levels, ImmutableArray<MarketTurn> turns, MarketState? assumed) => (_levels, Turns, _assumed) = (levels, turns, assumed);

    /// <summary>The turns in order of time: peaks and troughs by turns.</summary>
    public ImmutableArray<MarketTurn> Turns { get; }

    /// <summary>The phases in order of time, the unfinished first and last among them; none when there is no turn.</summary>
    public ImmutableArray<MarketPhase> Phases
    {
        get
        {
            if (Turns.IsEmpty)
            {
                return [];
            }

            var places = Turns.Select(turn => turn.Position).Prepend(0).Append(_levels.Count - 1).ToArray();
            return
            [
                .. Enumerable.Range(0, places.Length - 1)
                    .Where(i => places[i + 1] > places[i])
                    .Select(i => new MarketPhase(
                        i < Turns.Length ? Before(Turns[i]) : After(Turns[^1]),
                        new DateSpan(_levels.Days[places[i]], _levels.Days[places[i + 1]]),
                        places[i + 1] - places[i],
                        Percent.FromFraction((_levels.Values[places[i + 1]] / _levels.Values[places[i]]) - 1),
                        i > 0 && i < Turns.Length)),
            ];
        }
    }

    /// <summary>The state of a day as seen today, with all the data: a turn's own day still belongs to the phase it ends.</summary>
    /// <param name="day">From the first to the last day of the series; between two of its days the earlier counts.</param>
    /// <returns>The state; <see cref="ProblemKind.NoData"/> outside the series, <see cref="ProblemKind.Undefined"/> when there is no turn and no state was assumed.</returns>
    public Answer<MarketState> StateOn(DateOnly day)
    {
        if (Outside(day) is { } problem)
        {
            return problem;
        }

        var next = Turns.FirstOrDefault(turn => turn.Day >= day);
        return next is not null ? State(Before(next), "the turn after the day") : Turns.IsEmpty ? Assumed() : State(After(Turns[^1]), "the last turn");
    }

    /// <summary>The state of a day as it was known on that day, from the turns known by then.</summary>
    /// <param name="day">From the first to the last day of the series.</param>
    /// <returns>The state; <see cref="ProblemKind.NoData"/> outside the series, <see cref="ProblemKind.Undefined"/> before the first turn is known, unless a state was assumed.</returns>
    public Answer<MarketState> KnownStateOn(DateOnly day)
    {
        if (Outside(day) is { } problem)
        {
            return problem;
        }

        var last = Turns.LastOrDefault(turn => turn.KnownOn <= day);
        return last is null ? Assumed() : State(After(last), "the last turn known");
    }

    private Problem? Outside(DateOnly day) => day < _levels.Days[0] || day > _levels.Days[^1]
        ? new Problem(ProblemKind.NoData, $"{day:yyyy-MM-dd} is outside the series, which runs from {_levels.Days[0]:yyyy-MM-dd} to {_levels.Days[^1]:yyyy-MM-dd}.")
        : null;

    private Answer<MarketState> Assumed() => _assumed is { } state
        ? State(state, "the state assumed at the start")
        : new Problem(ProblemKind.Undefined, "No turn is known by that day, so the market is neither called a bull nor a bear market.");

    private static Answer<MarketState> State(MarketState state, string by) => Answer<MarketState>.Of(state, new Working { Formula = $"the state by {by}" });

    private static MarketState Before(MarketTurn turn) => turn.Kind == TurnKind.Peak ? MarketState.Bull : MarketState.Bear;

    private static MarketState After(MarketTurn turn) => turn.Kind == TurnKind.Peak ? MarketState.Bear : MarketState.Bull;
}
