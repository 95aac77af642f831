using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>A stock in its indices: what it moved, its place among the members, and what it is worth.</summary>
internal static class StockPlace
{
    private const int MostIndices = 2;

    private const int LeastMembers = 3;

    private static readonly Window Day = Window.Parse("1d").Value!;

    public static BriefSection? Write(BriefDraft draft)
    {
        if (draft.Subject.Kind is not (InstrumentKind.Equity or InstrumentKind.Fund))
        {
            return null;
        }

        var indices = draft.Market.Rows.Instruments
            .Where(index => index.Kind == InstrumentKind.Index && index.Currency == draft.Subject.Currency)
            .Select(index => (Index: index, List: draft.Market.Members(index.Id).On(draft.Day)))
            .Where(index => index.List?.Members.Any(member => member.Instrument == draft.Subject.Id) == true)
            .OrderBy(index => draft.Value(draft.Day, "weight", index.Index.Id.Value, "top=1") is null ? 1 : 0).ThenBy(index => index.Index.Id)
            .Take(MostIndices).ToArray();
        var moved = indices.SelectMany(index => new[] { draft.Window, Day }.Distinct().Select(window => Contribution(draft, index.Index, window))).OfType<BriefSentence>();
        var placed = indices.Select(index => Extreme(draft, index.Index, index.List!)).OfType<BriefSentence>();
        ImmutableArray<BriefParagraph> paragraphs = [.. new[] { moved.Concat(placed), Worth(draft) }.Select(sentences => sentences.ToImmutableArray()).Where(sentences => !sentences.IsEmpty).Select(sentences => new BriefParagraph(sentences))];
        var chart = indices.Select(index => LeaderCharts.Returns(draft, draft.NameOf(index.Index), index.List!.Members.Select(member => member.Instrument), draft.Window)).FirstOrDefault();
        return paragraphs.IsEmpty ? null : new BriefSection("leaders", "Its place in the market", paragraphs, chart is null ? [] : [chart]);
    }

    private static BriefSentence? Contribution(BriefDraft draft, Instrument index, Window window)
    {
        var what = $"what it added to {draft.NameOf(index)} {Wording.Loosely(window)}";
        return draft.Ask(what, "contribution", index.Id.Value, draft.Id, window.ToString()) is not null && draft.Ask(what, "points", index.Id.Value, window.ToString()) is { } move
            ? ContributionSentences.Of(draft, index.Id.Value, draft.Subject.Id, window, draft.NameOf(index), move.Value.Value > 0)
            : null;
    }

    // Only the first and the last place are said; the chart shows the others. Members without closes over the window have no place.
    private static BriefSentence? Extreme(BriefDraft draft, Instrument index, MemberList list)
    {
        var moves = MemberMoves.ByReturn(draft, list.Members.Select(member => member.Instrument), draft.Window);
        var place = moves.Select(move => move.Member).ToList().IndexOf(draft.Subject.Id);
        if (moves.Length < LeastMembers || (place != 0 && place != moves.Length - 1) || draft.Try("return", draft.Id, draft.Window.ToString()) is not { } own
            || moves.Count(move => move.Value == own.Value.Value) > 1 || own.Value.Value > 0 != (place == 0) || Rounded.IsNothing(own.Value.Value))
        {
            return null;
        }

        return new SentenceBuilder($"{draft.Name} {Wording.Direction(own.Value.Value, "rose", "fell")} ").Add(Rounded.Percent(own.Value.Value), own)
            .End($" {Wording.Of(draft.Window)}, the most of {(moves.Length == list.Members.Length ? "the" : "those")} members of {draft.NameOf(index)}{(moves.Length == list.Members.Length ? "" : " that have closes")}.");
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
