using System.Collections.Immutable;

namespace Touchstone.Briefs;

/// <summary>The turnover of the market, trading through links, and margin.</summary>
internal static class FlowsSection
{
    public static BriefSection? Write(BriefDraft draft)
    {
        if (draft.Place is not { } place)
        {
            draft.Omit("turnover, margin and other flows of the market", null, new Problem(ProblemKind.NoData, $"The package has no market of the exchange of {draft.Id}: a row of the kind `market` and observations of it would settle it."));
            return null;
        }

        ImmutableArray<BriefSentence> sentences = [.. new[] { TurnoverSentence.Write(draft, place) }.Concat(ConnectSentences.Write(draft, place)).Concat(MarginSentences.Write(draft, place)).OfType<BriefSentence>()];
        return sentences.IsEmpty ? null : new BriefSection("flows", "Flows and margin", [new BriefParagraph(sentences)], []);
    }
}
