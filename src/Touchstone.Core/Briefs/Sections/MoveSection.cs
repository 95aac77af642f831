using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The close, the move of the day and of longer windows, and the move against the benchmark.</summary>
internal static class MoveSection
{
    private static readonly string[] Windows = ["1w", "mtd", "ytd"];

    public static BriefSection? Write(BriefDraft draft)
    {
        var sentences = new[] { Close(draft), Moves(draft, Windows), Excess(draft) }.OfType<BriefSentence>().ToImmutableArray();
        return sentences.IsEmpty ? null : new BriefSection("move", "The move", [new BriefParagraph(sentences)], []);
    }

    /// <summary>The headline: the subject and its move over the window of the brief, or its close alone.</summary>
    public static BriefSentence Title(BriefDraft draft)
    {
        var name = draft.Subject.Name;
        return draft.Try("return", draft.Id, draft.Window.ToString()) is { } move
            ? new SentenceBuilder($"{name} {Direction(move.Value.Value, "up", "down")} ").Add(Rounded.Percent(move.Value.Value), move).End($" {Wording.Of(draft.Window)}")
            : new SentenceBuilder(name).End("");
    }

    private static BriefSentence? Close(BriefDraft draft)
    {
        if (draft.Ask($"the close of {draft.Name}", "level", draft.Id) is not { } close)
        {
            return null;
        }

        var sentence = new SentenceBuilder($"{draft.Name} closed at ").Add(Price(close), close).Add($" on {Wording.Day(draft.Day)}");
        if (draft.Ask("the move of the day", "points", draft.Id, "1d") is not { } points || draft.Try("return", draft.Id, "1d") is not { } move)
        {
            return sentence.End();
        }

        return move.Value.Value == 0
            ? sentence.Add(", unchanged on the day").End()
            : sentence.Add($", {Direction(move.Value.Value, "up", "down")} ").Add(Price(points) + (points.Value.Unit.Kind == UnitKind.Points ? " points" : ""), points).Add(", or ").Add(Rounded.Percent(move.Value.Value), move).Add(", on the day").End();
    }

    private static BriefSentence? Moves(BriefDraft draft, IEnumerable<string> windows)
    {
        var moves = windows.Select(window => (Window: Window.Parse(window).Value!, Figure: draft.Try("return", draft.Id, window))).Where(move => move.Figure is not null).ToArray();
        if (moves.Length == 0)
        {
            return null;
        }

        var sentence = new SentenceBuilder("It is ");
        for (var i = 0; i < moves.Length; i++)
        {
            var value = moves[i].Figure!.Value.Value;
            var joint = i == 0 ? "" : i == moves.Length - 1 ? " and " : ", ";
            sentence.Add($"{joint}{Direction(value, "up", "down")} ").Add(Rounded.Percent(value), moves[i].Figure!).Add($" {Wording.Of(moves[i].Window)}");
        }

        return sentence.End();
    }

    private static BriefSentence? Excess(BriefDraft draft)
    {
        if (draft.Benchmark is not { } benchmark || draft.Ask($"the move against {BriefDraft.NameOf(benchmark)}", "excess", draft.Id, draft.Window.ToString(), benchmark.Id.Value) is not { } excess)
        {
            return null;
        }

        return new SentenceBuilder($"It has {Direction(excess.Value.Value, "outperformed", "underperformed")} {BriefDraft.NameOf(benchmark)} by ")
            .Add(Rounded.PercentagePoints(excess.Value.Value), excess).Add($" {Wording.Of(draft.Window)}").End();
    }

    private static string Direction(double value, string up, string down) => value < 0 ? down : up;

    private static string Price(BriefFigure figure) => figure.Value.Unit.Kind == UnitKind.Money
        ? Rounded.Price(figure.Value.Value, figure.Value.Unit.Currency)
        : Rounded.Number(Math.Abs(figure.Value.Value), 2);
}
