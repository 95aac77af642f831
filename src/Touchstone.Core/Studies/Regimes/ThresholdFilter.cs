using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>One pass over levels: a bull market ends when the level is far enough below its highest, a bear market when it is far enough above its lowest.</summary>
/// <param name="Rise">Rise from the trough that makes a bull market, a fraction.</param>
/// <param name="Fall">Fall from the peak that makes a bear market, a fraction.</param>
/// <param name="ExactCounts">Whether a move of exactly the threshold is enough.</param>
internal sealed record ThresholdFilter(double Rise, double Fall, bool ExactCounts)
{
    /// <summary>The turns, each known at the point that crosses the threshold.</summary>
    /// <param name="series">Levels above zero.</param>
    /// <param name="assumed">The state at the first point; null lets the first threshold crossed decide.</param>
    public ImmutableArray<MarketTurn> Turns(DailySeries series, MarketState? assumed)
    {
        var days = series.Days;
        var levels = series.Values;
        var turns = ImmutableArray.CreateBuilder<MarketTurn>();
        var (state, highest, lowest) = (assumed, 0, 0);
        for (var t = 1; t < levels.Length; t++)
        {
            highest = levels[t] > levels[highest] ? t : highest;
            lowest = levels[t] < levels[lowest] ? t : lowest;
            if (state != MarketState.Bear && Reaches(levels[highest] * (1 - Fall), levels[t]))
            {
                turns.Add(new MarketTurn(TurnKind.Peak, highest, days[highest], levels[highest], t, days[t]));
                (state, lowest) = (MarketState.Bear, t);
            }
            else if (state != MarketState.Bull && Reaches(levels[t], levels[lowest] * (1 + Rise)))
            {
                turns.Add(new MarketTurn(TurnKind.Trough, lowest, days[lowest], levels[lowest], t, days[t]));
                (state, highest) = (MarketState.Bull, t);
            }
        }

        return turns.ToImmutable();
    }

    private bool Reaches(double larger, double smaller) => ExactCounts ? larger >= smaller : larger > smaller;
}
