using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>Bull and bear markets: when they turned, and when that could be known.</summary>
/// <remarks>Every rule needs what came after a turn to name it. A story that dates a bull market from its first day was written later.</remarks>
public static class Regimes
{
    /// <summary>The rule of the press: a bull market is a rise of 20% or more from a low close, a bear market a fall of 20% or more from a high one.</summary>
    /// <param name="levels">Closes, all above zero.</param>
    /// <param name="assumed">The state at the first close; null lets the first threshold crossed decide.</param>
    /// <returns>The turns, each known at the close that crosses the threshold; a problem for a level of zero or below, or fewer than two.</returns>
    public static Answer<MarketRegimes> TwentyPercent(DailySeries levels, MarketState? assumed = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return Check(levels, 2) is { } problem ? problem : Found(levels, new ThresholdFilter(0.2, 0.2, true).Turns(levels, assumed), assumed, "a move of 20% or more from the extreme close since the turn before");
    }

    /// <summary>The filter of Lunde and Timmermann: in a bull market the highest level is kept, and when the level is more than a share below it, the bear market began the day after it; the other way round in a bear market.</summary>
    /// <param name="levels">Levels, all above zero.</param>
    /// <param name="rise">The rise from the lowest that ends a bear market; above zero. Usual: 20%, 15%, 10%.</param>
    /// <param name="fall">The fall from the highest that ends a bull market; above zero, below 100%. Usual: 15%, 10%.</param>
    /// <param name="assumed">The state at the first level; null lets the first threshold crossed decide.</param>
    /// <returns>The turns, each known at the level that crosses the threshold; a problem for thresholds that cannot be, a level of zero or below, or fewer than two.</returns>
    /// <remarks>
    /// Source: Lunde and Timmermann, "Duration dependence in stock prices: An analysis of bull and bear markets", Journal of Business and
    /// Economic Statistics 22(3), 2004. A move of exactly the threshold is not enough.
    /// </remarks>
    public static Answer<MarketRegimes> LundeTimmermann(DailySeries levels, Percent rise, Percent fall, MarketState? assumed = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (rise.Fraction <= 0 || fall.Fraction <= 0 || fall.Fraction >= 1)
        {
            return SeriesChecks.Invalid($"The thresholds are a rise of {rise.Points}% and a fall of {fall.Points}%; both must be above zero and the fall below 100%.");
        }

        return Check(levels, 2) is { } problem
            ? problem
            : Found(levels, new ThresholdFilter(rise.Fraction, fall.Fraction, false).Turns(levels, assumed), assumed, FormattableString.Invariant($"a rise of more than {rise.Points}% or a fall of more than {fall.Points}% from the extreme since the turn before"));
    }

    /// <summary>The dating of Pagan and Sossounov: extremes of a window, alternating, without short cycles and without short phases that are not large.</summary>
    /// <param name="levels">Levels, all above zero.</param>
    /// <param name="options">Lengths in observations; null for the paper's monthly ones. For daily data see <see cref="PaganSossounovOptions.Daily"/>.</param>
    /// <returns>
    /// The turns; a problem for options that cannot be, a level of zero or below, or a series shorter than one window. A turn is known from the
    /// first observation with which the rules, applied to the series up to there, give it, and from which on they always do.
    /// </returns>
    /// <remarks>
    /// Source: Pagan and Sossounov, "A simple framework for analysing bull and bear markets", Journal of Applied Econometrics 18(1), 2003,
    /// after Bry and Boschan, "Cyclical analysis of time series", National Bureau of Economic Research, 1971.
    /// </remarks>
    public static Answer<MarketRegimes> PaganSossounov(DailySeries levels, PaganSossounovOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        options ??= new PaganSossounovOptions();
        if ((options.Check() ?? Check(levels, (2 * options.Window) + 1)) is { } problem)
        {
            return problem;
        }

        var dating = new PaganSossounovDating(levels.Values, options);
        var turns = dating.Turns(levels.Count);
        var known = new int[turns.Count];
        Array.Fill(known, levels.Count - 1);
        var open = Enumerable.Range(0, turns.Count).ToList();
        for (var length = levels.Count - 1; open.Count > 0; length--)
        {
            var then = dating.Turns(length).ToHashSet();
            open.RemoveAll(i => !then.Contains(turns[i]));
            open.ForEach(i => known[i] = length - 1);
        }

        ImmutableArray<MarketTurn> dated = [.. turns.Select((turn, i) => new MarketTurn(turn.Kind, turn.At, levels.Days[turn.At], levels.Values[turn.At], known[i], levels.Days[known[i]]))];
        return Found(levels, dated, null, FormattableString.Invariant($"extremes of {options.Window} observations to either side; cycles of {options.Cycle}, phases of {options.Phase} or a move of {options.LargeMove.Points}%"));
    }

    private static Problem? Check(DailySeries levels, int needed)
    {
        if (levels.Count < needed)
        {
            return SeriesChecks.Undefined($"The series has {levels.Count} levels; dating bull and bear markets this way needs at least {needed}.");
        }

        for (var i = 0; i < levels.Count; i++)
        {
            if (levels.Values[i] <= 0)
            {
                return SeriesChecks.Invalid($"The level of {levels.Days[i]:yyyy-MM-dd} is {levels.Values[i]}; rises and falls in percent need levels above zero.");
            }
        }

        return null;
    }

    private static Answer<MarketRegimes> Found(DailySeries levels, ImmutableArray<MarketTurn> turns, MarketState? assumed, string rule) =>
        Answer<MarketRegimes>.Of(new MarketRegimes(levels, turns, assumed), new Working { Formula = rule, Window = new DateSpan(levels.Days[0], levels.Days[^1]) });
}
