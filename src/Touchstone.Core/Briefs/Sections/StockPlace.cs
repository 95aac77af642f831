using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>A stock in its indices: what it moved, its place among the members, and what it is worth.</summary>
internal static class StockPlace
{
    private const int MostIndices = 2;

    private static readonly Window Day = Window.Parse("1d").Value!;

    public static BriefSection? Write(BriefDraft draft)
    {
        if (draft.Subject.Kind is not (InstrumentKind.Equity or InstrumentKind.Fund))
        {
            return null;
        }

        var indices = draft.Market.Rows.Instruments
            .Where(index => index.Kind == InstrumentKind.Index && index.Currency == draft.Subject.Currency)
            .Select(index => (Index: index, List: new IndexMembers(draft.Market, index.Id).On(draft.Day)))
            .Where(index => index.List?.Members.Any(member => member.Instrument == draft.Subject.Id) == true)
            .OrderBy(index => draft.Value(draft.Day, "weight", index.Index.Id.Value, "top=1") is null ? 1 : 0).ThenBy(index => index.Index.Id)
            .Take(MostIndices).ToArray();
        var moved = indices.SelectMany(index => new[] { draft.Window, Day }.Distinct().Select(window => Contribution(draft, index.Index, window))).OfType<BriefSentence>();
        var placed = indices.Select(index => Rank(draft, index.Index, index.List!)).OfType<BriefSentence>();
        ImmutableArray<BriefParagraph> paragraphs = [.. new[] { moved.Concat(placed), Worth(draft) }.Select(sentences => sentences.ToImmutableArray()).Where(sentences => !sentences.IsEmpty).Select(sentences => new BriefParagraph(sentences))];
        return paragraphs.IsEmpty ? null : new BriefSection("leaders", "Its place in the market", paragraphs, []);
    }

    private static BriefSentence? Contribution(BriefDraft draft, Instrument index, Window window)
    {
        var what = $"what it added to {BriefDraft.NameOf(index)} {Wording.Loosely(window)}";
        return draft.Ask(what, "contribution", index.Id.Value, draft.Id, window.ToString()) is not null && draft.Ask(what, "points", index.Id.Value, window.ToString()) is { } move
            ? ContributionSentences.Of(draft, index.Id.Value, draft.Subject.Id, window, BriefDraft.NameOf(index), move.Value.Value > 0)
            : null;
    }

    // Members without closes over the window have no place among the others.
    private static BriefSentence? Rank(BriefDraft draft, Instrument index, MemberList list)
    {
        var window = draft.Window.ToString();
        var others = list.Members.Select(member => member.Instrument.Value).Where(id => id != draft.Id && draft.Try("return", id, window) is not null).ToArray();
        var isWhole = others.Length == list.Members.Length - 1;
        if (others.Length == 0 || draft.Try("rank-among", [draft.Id, window, .. others]) is not { } rank)
        {
            return null;
        }

        var place = (int)rank.Value.Value;
        return new SentenceBuilder("It was ").Add(place == 1 ? "the best performer" : $"the {Wording.Ordinal(place)}-best performer", rank)
            .End($" among the members of {BriefDraft.NameOf(index)}{(isWhole ? "" : " that have closes")} {Wording.Of(draft.Window)}.");
    }

    private static IEnumerable<BriefSentence> Worth(BriefDraft draft)
    {
        if (draft.Ask("its market value", "market-value", draft.Id) is not { } value)
        {
            yield break;
        }

        yield return new SentenceBuilder($"{draft.Name} is worth ").Add(Rounded.Money(value.Value.Value, value.Value.Unit.Currency), value).End(" in the market.");
        if (draft.Ask($"the market value it added {Wording.Loosely(draft.Window)}", "value-added", draft.Id, draft.Window.ToString()) is not { Value.Value: not 0 } added)
        {
            yield break;
        }

        var sentence = new SentenceBuilder($"It has {Wording.Direction(added.Value.Value, "added", "lost")} ").Add(Rounded.Money(added.Value.Value, added.Value.Unit.Currency), added).Add($" of market value {Wording.Of(draft.Window)}");
        if (added.Value.Value > 0 && draft.Try("value-added", draft.Id, draft.Window.ToString(), "part=issuance") is { Value.Value: >= 0.5 } issued)
        {
            sentence.Add(", ").Add(Rounded.Money(issued.Value.Value, issued.Value.Unit.Currency), issued).Add(" of it by new shares");
        }

        yield return sentence.End();
    }
}
