namespace Touchstone.Briefs;

/// <summary>Where the close stands between the extremes of the past year, how strongly it swings, and its largest fall.</summary>
internal static class SwingSentences
{
    public static IEnumerable<BriefSentence> Write(BriefDraft draft) =>
        new[] { Below(draft), Above(draft), Volatility(draft), LargestFall(draft) }.OfType<BriefSentence>();

    private static BriefSentence? Below(BriefDraft draft) => draft.Try("drawdown", draft.Id, "1y") is { } below && !Rounded.IsNothing(below.Value.Value)
        ? new SentenceBuilder("It stands ").Add(Rounded.Percent(below.Value.Value), below).Add(" below its highest close of the past year").End()
        : null;

    // The rise is counted from the trough of the present regime, which need not be the lowest close of the year.
    private static BriefSentence? Above(BriefDraft draft) =>
        draft.Try("rise-from-trough", draft.Id, "1y") is { } above && !Rounded.IsNothing(above.Value.Value) && IsFromLowest(draft, above, "1y")
            ? new SentenceBuilder("It stands ").Add(Rounded.Percent(above.Value.Value), above).Add(" above its lowest close of the past year").End()
            : null;

    /// <summary>Whether a rise from a trough is one from the lowest close of its window, the base day included.</summary>
    public static bool IsFromLowest(BriefDraft draft, BriefFigure rise, string window) =>
        draft.Try("low", draft.Id, window) is { } low && draft.Try("level", draft.Id) is { } close && draft.Try("return", draft.Id, window) is { } move
        && Math.Min(low.Value.Value, close.Value.Value / (1 + (move.Value.Value / 100))) is var lowest
        && Math.Abs((((close.Value.Value / lowest) - 1) * 100) - rise.Value.Value) < 1e-6;

    private static BriefSentence? Volatility(BriefDraft draft) => draft.Ask("the volatility over the past three months", "volatility", draft.Id, "3m") is { } volatility && !Rounded.IsNothing(volatility.Value.Value)
        ? new SentenceBuilder("Its annualised volatility over the past three months was ").Add(Rounded.Percent(volatility.Value.Value), volatility).End()
        : null;

    private static BriefSentence? LargestFall(BriefDraft draft) => draft.Ask("the deepest drawdown over the past year", "max-drawdown", draft.Id, "1y") is { } fall && !Rounded.IsNothing(fall.Value.Value)
        ? new SentenceBuilder("Its largest fall from a peak over the past year was ").Add(Rounded.Percent(fall.Value.Value), fall).End()
        : null;
}
