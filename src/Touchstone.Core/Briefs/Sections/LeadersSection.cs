using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Which members moved an index, or, of a stock, what it moved and what it is worth.</summary>
internal static class LeadersSection
{
    private static readonly Window Day = Window.Parse("1d").Value!;

    public static BriefSection? Write(BriefDraft draft)
    {
        if (!draft.Members.CanHave)
        {
            return StockPlace.Write(draft);
        }

        if (!draft.Members.Any)
        {
            draft.Ask("the members that led and lagged", "breadth", draft.Id);
            return null;
        }

        draft.Members.Excuse();
        var paragraphs = ImmutableArray.CreateBuilder<BriefParagraph>();
        foreach (var window in new[] { draft.Members.Window, Day }.OfType<Window>().Distinct())
        {
            var sentences = draft.Members.HaveUnits ? ContributionSentences.Write(draft, window) : [];
            sentences = sentences.IsEmpty ? ReturnSentences.Write(draft, window) : sentences;
            if (!sentences.IsEmpty)
            {
                paragraphs.Add(new BriefParagraph(sentences));
            }
        }

        if (!draft.Members.HaveUnits)
        {
            draft.Ask("contributions and weights of the members", "weight", draft.Id, "top=1");
        }

        if (draft.Members.Month is { } month && paragraphs.Count > 0)
        {
            paragraphs.Add(new BriefParagraph([new SentenceBuilder($"The members are those of the monthly list of {month:MMMM yyyy}, which may lag a change by weeks").End()]));
        }

        return paragraphs.Count == 0 ? null : new BriefSection("leaders", "Leaders and laggards", paragraphs.ToImmutable(), LeaderCharts.Draw(draft, draft.Members.Window ?? Day));
    }
}
