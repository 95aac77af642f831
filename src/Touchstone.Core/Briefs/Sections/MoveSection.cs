using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>The close, the move of the day and of longer windows, the move against the benchmark, records and swings.</summary>
internal static class MoveSection
{
    public static BriefSection? Write(BriefDraft draft)
    {
        var first = new[] { Close(draft) }.Concat(MoveWindows.Sentences(draft)).Append(Excess(draft)).OfType<BriefSentence>().ToImmutableArray();
        var second = SuperlativeSentences.Write(draft).Concat(SwingSentences.Write(draft)).ToImmutableArray();
        ImmutableArray<BriefParagraph> paragraphs = [.. new[] { first, second }.Where(sentences => !sentences.IsEmpty).Select(sentences => new BriefParagraph(sentences))];
        return paragraphs.IsEmpty ? null : new BriefSection("move", "The move", paragraphs, MoveCharts.Draw(draft));
    }

    /// <summary>The headline: the subject and its move over the window of the brief, or its name alone.</summary>
    public static BriefSentence Title(BriefDraft draft)
    {
        var name = draft.Subject.Name;
        return draft.Try("return", draft.Id, draft.Window.ToString()) is { } move && !Rounded.IsNothing(move.Value.Value)
            ? new SentenceBuilder($"{name} {Wording.Direction(move.Value.Value, "up", "down")} ").Add(Rounded.Percent(move.Value.Value), move).End($" {Wording.Of(draft.Window)}")
            : new SentenceBuilder(name).End("");
    }

    private static BriefSentence? Close(BriefDraft draft)
    {
        if (draft.Ask($"the close of {draft.Name}", "level", draft.Id) is not { } close)
        {
            return null;
        }

        var sentence = new SentenceBuilder($"{draft.Name} closed at ").Add(Price(close, close.Value.Value), close).Add($" on {Wording.Day(draft.Day)}");
        if (draft.Ask("the move of the day", "points", draft.Id, "1d") is not { } points || draft.Try("return", draft.Id, "1d") is not { } move)
        {
            return sentence.End();
        }

        if (Rounded.IsNothing(move.Value.Value) || Rounded.IsNothing(points.Value.Value))
        {
            return sentence.Add(move.Value.Value == 0 ? ", unchanged on the day" : ", little changed on the day").End();
        }

        return sentence.Add($", {Wording.Direction(move.Value.Value, "up", "down")} ").Add(Price(points, close.Value.Value) + (points.Value.Unit.Kind == UnitKind.Points ? " points" : ""), points).Add(", or ").Add(Rounded.Percent(move.Value.Value), move).Add(", on the day").End();
    }

    private static BriefSentence? Excess(BriefDraft draft)
    {
        if (draft.Benchmark is not { } benchmark)
        {
            draft.Omit("a comparison with a benchmark", null, new Problem(ProblemKind.NoData, $"The package has no other index of the exchange, currency and kind of {draft.Id} with a year of closes; --benchmark names another."));
            return null;
        }

        if (draft.Ask($"the move against {draft.NameOf(benchmark)}", "excess", draft.Id, draft.Window.ToString(), benchmark.Id.Value) is not { } excess || Rounded.IsNothing(excess.Value.Value))
        {
            return null;
        }

        return new SentenceBuilder($"It has {Wording.Direction(excess.Value.Value, "outperformed", "underperformed")} {draft.NameOf(benchmark)} by ")
            .Add(Rounded.PercentagePoints(excess.Value.Value), excess).Add($" {Wording.Of(draft.Window)}").End();
    }

    // A move of a price has the decimals of the price.
    private static string Price(BriefFigure figure, double close) => figure.Value.Unit.Kind == UnitKind.Money
        ? Rounded.Price(figure.Value.Value, figure.Value.Unit.Currency, close)
        : Rounded.Number(Math.Abs(figure.Value.Value), 2);
}
