using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>How many members took part, and how concentrated, alike and crowded they are.</summary>
internal static class BreadthSection
{
    private static readonly (string Figure, string One, string Many)[] Others = [("unchanged", "was unchanged", "were unchanged"), ("limit-locked", "was locked at a price limit", "were locked at a price limit")];

    private static readonly Window Day = Window.Parse("1d").Value!;

    public static BriefSection? Write(BriefDraft draft)
    {
        if (!draft.Members.CanHave)
        {
            return null;
        }

        if (!draft.Members.Any)
        {
            draft.Ask("the breadth of the move", "breadth", draft.Id);
            return null;
        }

        var window = draft.Members.Window;
        var counts = new[] { Counts(draft, Day), window is not null && window != Day ? Counts(draft, window) : null, AboveAverage(draft), Extremes(draft), Beating(draft, window), EqualWeighted(draft, window) };
        var paragraphs = new[] { counts, ConcentrationSentences.Write(draft) }
            .Select(sentences => sentences.OfType<BriefSentence>().ToImmutableArray()).Where(sentences => !sentences.IsEmpty).Select(sentences => new BriefParagraph(sentences)).ToImmutableArray();
        return paragraphs.IsEmpty ? null : new BriefSection("breadth", "Breadth and crowding", paragraphs, BreadthChart.Draw(draft));
    }

    private static BriefSentence? Counts(BriefDraft draft, Window window)
    {
        var over = window.ToString();
        BriefFigure? Figure(string figure) => draft.Try("breadth", draft.Id, over, $"figure={figure}");
        if (draft.Ask($"advancers and decliners {Wording.Loosely(window)}", "breadth", draft.Id, over) is null || Figure("members") is not { } members || Figure("advancers") is not { } up || Figure("decliners") is not { } down)
        {
            return null;
        }

        var sentence = new SentenceBuilder(window == Day ? "Of the " : "Of its ").Add(Whole(members), members).Add(window == Day ? $" members of {draft.Name}, " : " members, ");
        var moved = new[] { (Figure: up, Verb: "rose"), (Figure: down, Verb: "fell") }.Where(count => count.Figure.Value.Value > 0).ToArray();
        for (var place = 0; place < moved.Length; place++)
        {
            sentence.Add(Wording.Joint(place, moved.Length)).Add(Whole(moved[place].Figure), moved[place].Figure).Add($" {moved[place].Verb}");
        }

        sentence.Add($"{(moved.Length > 0 ? "" : "none rose or fell")} {Wording.Of(window)}");
        foreach (var (figure, one, many) in Others)
        {
            if (Figure(figure) is { Value.Value: > 0 } count)
            {
                sentence.Add(", ").Add(Whole(count), count).Add($" {(count.Value.Value == 1 ? one : many)}");
            }
        }

        var isSuspended = Figure("suspended") is { Value.Value: > 0 } idle && Suspended(draft) == (int)idle.Value.Value;
        if (isSuspended && Figure("suspended") is { } suspended)
        {
            sentence.Add(", ").Add(Whole(suspended), suspended).Add($" {(suspended.Value.Value == 1 ? "was" : "were")} suspended");
        }

        // What has no close may have traded all the same: it is not called suspended.
        var rest = (Figure("new")?.Value.Value ?? 0) + (isSuspended ? 0 : Figure("suspended")?.Value.Value ?? 0);
        return sentence.End(rest > 0 ? "; the rest lack a close at one end." : ".");
    }

    private static int Suspended(BriefDraft draft) => draft.Members.Ids.Count(id => draft.Evaluator.Subject(id).IsSuspended(draft.Day));

    private static BriefSentence? AboveAverage(BriefDraft draft) => draft.Ask("the share of members above their average", "share-above-average", draft.Id, "sessions=50") is { } above
        ? new SentenceBuilder().Add(Rounded.Percent(above.Value.Value), above).End(" of its members closed above their 50-day average.")
        : null;

    private static BriefSentence? Extremes(BriefDraft draft)
    {
        if (draft.Ask("new highs and lows of the members", "new-highs-lows", draft.Id, "sessions=250", "figure=highs") is not { } highs || draft.Try("new-highs-lows", draft.Id, "sessions=250", "figure=lows") is not { } lows)
        {
            return null;
        }

        var counts = new[] { (Figure: highs, Name: "high"), (Figure: lows, Name: "low") }.Where(count => count.Figure.Value.Value > 0).ToArray();
        var sentence = new SentenceBuilder();
        for (var place = 0; place < counts.Length; place++)
        {
            var (count, name) = counts[place];
            sentence.Add(Wording.Joint(place, counts.Length)).Add(Whole(count), count).Add(place > 0 ? $" at a 250-day {name}" : $" member{(count.Value.Value == 1 ? "" : "s")} closed at a 250-day {name}");
        }

        return counts.Length == 0 ? null : sentence.End();
    }

    private static BriefSentence? Beating(BriefDraft draft, Window? window) => window is not null && draft.Ask($"how many members were ahead of the index {Wording.Loosely(window)}", "share-beating", draft.Id, window.ToString()) is { } share
        ? new SentenceBuilder().Add(Rounded.Percent(share.Value.Value), share).End($" of its members beat the index {Wording.Of(window)}.")
        : null;

    private static BriefSentence? EqualWeighted(BriefDraft draft, Window? window) =>
        window is not null && draft.Ask($"the move of an equally weighted basket {Wording.Loosely(window)}", "equal-minus-cap", draft.Id, window.ToString()) is { } gap && !Rounded.IsNothing(gap.Value.Value)
            ? new SentenceBuilder("An equally weighted basket of its members returned ").Add(Rounded.PercentagePoints(gap.Value.Value), gap).End($" {Wording.Direction(gap.Value.Value, "more", "less")} than the index {Wording.Of(window)}.")
            : null;

    private static string Whole(BriefFigure figure) => Rounded.Number(figure.Value.Value, 0);
}
