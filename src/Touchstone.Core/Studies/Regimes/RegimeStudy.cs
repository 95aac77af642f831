using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>A rule that says what is a bull and what a bear market.</summary>
public enum RegimeRule
{
    /// <summary>20% from the extreme close: <see cref="Regimes.TwentyPercent"/>.</summary>
    TwentyPercent,

    /// <summary>A rise of more than 20%, a fall of more than 15%: <see cref="Regimes.LundeTimmermann"/>.</summary>
    LundeTimmermann,

    /// <summary>Extremes of eight months to either side: <see cref="Regimes.PaganSossounov"/>, of sessions.</summary>
    PaganSossounov,
}

/// <summary>The bull and bear markets of a series, and what was known of them. Immutable.</summary>
/// <param name="Series">The series.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Regimes">What it finds.</param>
public sealed record RegimeStudy(StudySeries Series, RegimeRule Rule, MarketRegimes Regimes)
{
    private static readonly Percent Rise = Percent.FromPoints(20);

    private static readonly Percent Fall = Percent.FromPoints(15);

    /// <summary>Dates the markets of a series.</summary>
    /// <param name="series">Prices, all above zero.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The study, perhaps without a turn; a problem for a series too short or a number not above zero.</returns>
    public static Answer<RegimeStudy> Of(StudySeries series, RegimeRule rule)
    {
        ArgumentNullException.ThrowIfNull(series);
        var found = Date(series.Values, rule);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var study = new RegimeStudy(series, rule, found.Value);
        var turns = found.Value.Turns;
        return Answer<RegimeStudy>.Of(study, found.Working with
        {
            Inputs = [.. turns.SelectMany(turn => new[] { turn.Position, turn.KnownPosition }).Append(0).Append(series.Values.Count - 1).Distinct().Order().Select(position => series.InputAt(position))],
            Steps =
            [
                .. study.Regimes.Phases.Select(phase => new Step(
                    phase.State == MarketState.Bull ? "bull market" : "bear market",
                    FormattableString.Invariant($"{At(series, phase.Span.Last):G10} / {At(series, phase.Span.First):G10} - 1, {phase.Span.First:yyyy-MM-dd} to {phase.Span.Last:yyyy-MM-dd}"),
                    phase.Amplitude.Points,
                    Unit.Percent)),
            ],
            Conventions = [series.Meaning, series.Coverage, "A turn's own day is the last of the phase it ends; it is known on the first day from which on the rule never takes it back."],
        });
    }

    /// <summary>The turns that a rule finds.</summary>
    /// <param name="levels">Levels, all above zero.</param>
    /// <param name="rule">The rule.</param>
    public static Answer<MarketRegimes> Date(DailySeries levels, RegimeRule rule) => rule switch
    {
        RegimeRule.TwentyPercent => Studies.Regimes.TwentyPercent(levels),
        RegimeRule.LundeTimmermann => Studies.Regimes.LundeTimmermann(levels, Rise, Fall),
        RegimeRule.PaganSossounov => Studies.Regimes.PaganSossounov(levels, PaganSossounovOptions.Daily),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };

    private static double At(StudySeries series, DateOnly day) => series.Values.Values[series.Values.Days.BinarySearch(day)];
}
