using System.Collections.Immutable;

namespace Touchstone.Briefs;

/// <summary>What changes of earnings and of the multiple would do, what a fall would ask one to believe, and the regime.</summary>
internal static class ScenariosSection
{
    private const double Rate = 9;

    public static BriefSection? Write(BriefDraft draft)
    {
        var isValued = PositiveMultiple.Ask(draft, "scenarios of earnings and the multiple", "pe", draft.Id) is not null;
        var scenarios = isValued ? ScenarioSentences.Write(draft).Append(Growth(draft)).OfType<BriefSentence>().ToImmutableArray() : [];
        var regime = RegimeSentences.Write(draft).ToImmutableArray();
        ImmutableArray<BriefParagraph> paragraphs = [.. new[] { regime, scenarios }.Where(sentences => !sentences.IsEmpty).Select(sentences => new BriefParagraph(sentences))];
        return paragraphs.IsEmpty ? null : new BriefSection("scenarios", "Risks and scenarios", paragraphs, isValued ? ScenarioChart.Draw(draft) : []);
    }

    private static BriefSentence? Growth(BriefDraft draft) => draft.Ask("the growth of dividends that the price implies", "implied-growth", draft.Id, $"{Rate}") is { } growth && growth.Value.Value > 0
        ? new SentenceBuilder($"At a discount rate of {Rate}%, its dividend yield implies dividends that grow ").Add(Rounded.Percent(growth.Value.Value), growth).End(" a year.")
        : null;
}
