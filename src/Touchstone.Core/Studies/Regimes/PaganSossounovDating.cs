namespace Touchstone.Studies;

/// <summary>The Pagan–Sossounov rules, for a series and for any beginning of it.</summary>
internal sealed class PaganSossounovDating
{
    private readonly double[] _levels;
    private readonly PaganSossounovOptions _options;
    private readonly List<(int At, TurnKind Kind)> _extremes = [];

    /// <summary>Finds the local extremes once: they need only the observations around them.</summary>
    public PaganSossounovDating(ReadOnlySpan<double> levels, PaganSossounovOptions options)
    {
        (_levels, _options) = (levels.ToArray(), options);
        for (var t = options.Window; t < _levels.Length - options.Window; t++)
        {
            var around = levels.Slice(t - options.Window, (2 * options.Window) + 1);
            if (IsFirstExtreme(around, options.Window, 1))
            {
                _extremes.Add((t, TurnKind.Peak));
            }

            if (IsFirstExtreme(around, options.Window, -1))
            {
                _extremes.Add((t, TurnKind.Trough));
            }
        }
    }

    /// <summary>The turns that the first so many observations give.</summary>
    public List<(int At, TurnKind Kind)> Turns(int length)
    {
        var margin = Math.Max(_options.Window, _options.Censor);
        var turns = Settle(_extremes.Where(turn => turn.At >= _options.Censor && turn.At < length - margin), length);
        return WithoutShortPhases(WithoutShortCycles(turns, length), length);
    }

    private List<(int At, TurnKind Kind)> WithoutShortCycles(List<(int At, TurnKind Kind)> turns, int length)
    {
        for (var i = 2; i < turns.Count; i++)
        {
            var kept = _options.LargeMovesKeepShortCycles && (IsLarge(turns[i - 2], turns[i - 1]) || IsLarge(turns[i - 1], turns[i]));
            if (turns[i].At - turns[i - 2].At < _options.Cycle && !kept)
            {
                turns = Settle(turns.Where((_, place) => place != i - 2), length);
                i = 1;
            }
        }

        return turns;
    }

    private List<(int At, TurnKind Kind)> WithoutShortPhases(List<(int At, TurnKind Kind)> turns, int length)
    {
        for (var i = 1; i < turns.Count; i++)
        {
            if (turns[i].At - turns[i - 1].At < _options.Phase && !IsLarge(turns[i - 1], turns[i]))
            {
                turns = Settle(turns.Where((_, place) => place != i), length);
                i = 0;
            }
        }

        return turns;
    }

    /// <summary>Makes peaks and troughs alternate, the more extreme of two neighbours staying, and drops phases that go the wrong way and end turns that an end value beats.</summary>
    private List<(int At, TurnKind Kind)> Settle(IEnumerable<(int At, TurnKind Kind)> turns, int length)
    {
        var settled = new List<(int At, TurnKind Kind)>();
        foreach (var turn in turns)
        {
            if (settled.Count == 0 || settled[^1].Kind != turn.Kind)
            {
                settled.Add(turn);
            }
            else if (Beats(turn.At, settled[^1]))
            {
                settled[^1] = turn;
            }
        }

        // A rise without a trough can leave a peak before a trough that is higher: no bear market. Both go, and the rest still alternates.
        for (var i = 1; i < settled.Count; i++)
        {
            if (Rises(settled[i - 1].At, settled[i].At) != (settled[i].Kind == TurnKind.Peak))
            {
                settled.RemoveRange(i - 1, 2);
                i = Math.Max(0, i - 2);
            }
        }

        while (settled.Count > 0 && Beats(0, settled[0]))
        {
            settled.RemoveAt(0);
        }

        while (settled.Count > 0 && Beats(length - 1, settled[^1]))
        {
            settled.RemoveAt(settled.Count - 1);
        }

        return settled;
    }

    private bool Beats(int at, (int At, TurnKind Kind) turn) => turn.Kind == TurnKind.Peak ? _levels[at] > _levels[turn.At] : _levels[at] < _levels[turn.At];

    private bool Rises(int from, int to) => _levels[to] > _levels[from];

    private bool IsLarge((int At, TurnKind Kind) from, (int At, TurnKind Kind) to) => Math.Abs((_levels[to.At] / _levels[from.At]) - 1) >= _options.LargeMove.Fraction;

    private static bool IsFirstExtreme(ReadOnlySpan<double> around, int middle, int sign)
    {
        for (var i = 0; i < around.Length; i++)
        {
            if (sign * around[i] > sign * around[middle] || (i < middle && around[i] == around[middle]))
            {
                return false;
            }
        }

        return true;
    }
}
