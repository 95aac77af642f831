using System.Globalization;

namespace Touchstone.Briefs;

/// <summary>Changes of earnings and of the multiple: both down, both up, and a multiple that goes back to its mean; then falls and what they ask one to believe.</summary>
internal static class ScenarioSentences
{
    private static readonly (double Earnings, double Multiple)[] Given = [(-10, -20), (20, 10)];

    private static readonly double[] Falls = [-20, -30];

    private const double EarningsOfFall = -10;

    private const double EarningsAtMean = 10;

    public static IEnumerable<BriefSentence?> Write(BriefDraft draft) =>
        Given.Select((given, place) => Scenario(draft, given.Earnings, given.Multiple, place == 0 ? draft.Name : Again(draft))).Concat(Mean(draft)).Concat(Falls.Select(fall => Fall(draft, fall)));

    private static string Again(BriefDraft draft) => draft.Subject.Kind == Data.InstrumentKind.Index ? "the index" : draft.Name;

    private static BriefSentence? Scenario(BriefDraft draft, double earnings, double multiple, string name)
    {
        if (draft.Try("scenario-return", draft.Id, Text(earnings), Text(multiple)) is not { } result || Rounded.IsNothing(result.Value.Value))
        {
            return null;
        }

        return new SentenceBuilder($"If earnings {Wording.Direction(earnings, "rose", "fell")} {Text(Math.Abs(earnings))}% and the multiple {Wording.Direction(multiple, "rose", "fell")} {Text(Math.Abs(multiple))}%, {name} would {Wording.Direction(result.Value.Value, "rise", "fall")} ")
            .Add(Rounded.Percent(result.Value.Value), result).End();
    }

    // The way back to the mean, rounded to a tenth of a percent, is an assumption like the others.
    private static IEnumerable<BriefSentence?> Mean(BriefDraft draft)
    {
        if (ValuationHistory.Window(draft) is not { } window || draft.Try("ratio-of-means", draft.Id, ValuationHistory.Field, window.ToString(), "1d") is not { } ratio)
        {
            yield break;
        }

        var change = Math.Round((ratio.Value.Value - 1) * 100, 1, MidpointRounding.AwayFromZero);
        if (Math.Abs(change) < 1 || Scenario(draft, EarningsAtMean, change, Again(draft)) is not { } scenario)
        {
            yield break;
        }

        yield return scenario;
        yield return new SentenceBuilder($"That change would take the multiple back to its mean {ValuationHistory.OfThe(window)}").End();
    }

    private static BriefSentence? Fall(BriefDraft draft, double fall)
    {
        if (draft.Try("must-believe", draft.Id, Text(fall), Text(EarningsOfFall)) is not { } believed)
        {
            return null;
        }

        return new SentenceBuilder($"For {Again(draft)} to fall {Text(-fall)}% while earnings fell {Text(-EarningsOfFall)}%, the multiple would have to fall ").Add(Rounded.Percent(believed.Value.Value), believed).End();
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
