using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The moves over the current week, month and year, over longer windows, and over that of the headline.</summary>
internal static class MoveWindows
{
    private static readonly Window[] Current = [.. new[] { "1w", "mtd", "ytd" }.Select(text => Window.Parse(text).Value!)];

    private static readonly Window[] Long = [.. new[] { "1y", "3y" }.Select(text => Window.Parse(text).Value!)];

    public static IEnumerable<BriefSentence> Sentences(BriefDraft draft)
    {
        var told = new List<(DateOnly From, DateOnly To)>();
        if (draft.Try("return", draft.Id, "1d") is { Working.Window: { } day })
        {
            told.Add((day.First, day.Last));
        }

        // Later windows first, so that in January the year is told and not the month that is the same.
        var current = Moves(draft, Current.Reverse(), told).Reverse().ToArray();
        var all = Moves(draft, Long.Prepend(draft.Window), told).Concat(current).ToLookup(move => Current.Any(window => window == move.Window));
        if (all[true].Any())
        {
            yield return Recent(all[true].ToArray());
        }

        if (all[false].Any())
        {
            yield return Past(all[false].ToArray());
        }
    }

    private static IEnumerable<(Window Window, BriefFigure Figure)> Moves(BriefDraft draft, IEnumerable<Window> windows, List<(DateOnly From, DateOnly To)> told)
    {
        foreach (var asked in windows)
        {
            if (WindowChoice.Measured(draft, asked) is { } window
                && draft.Try("return", draft.Id, window.ToString()) is { Working.Window: { } days } move
                && !Rounded.IsNothing(move.Value.Value)
                && !told.Contains((days.First, days.Last)))
            {
                told.Add((days.First, days.Last));
                yield return (window, move);
            }
        }
    }

    private static BriefSentence Recent(IReadOnlyList<(Window Window, BriefFigure Figure)> moves) =>
        Sentence("It is ", moves, value => Wording.Direction(value, "up", "down"));

    private static BriefSentence Past(IReadOnlyList<(Window Window, BriefFigure Figure)> moves) =>
        Sentence("It has ", moves, value => Wording.Direction(value, "risen", "fallen"));

    // The direction is said once where all windows share it.
    private static BriefSentence Sentence(string start, IReadOnlyList<(Window Window, BriefFigure Figure)> moves, Func<double, string> direction)
    {
        var sentence = new SentenceBuilder(start);
        var isShared = moves.Select(move => direction(move.Figure.Value.Value)).Distinct().Count() == 1;
        for (var i = 0; i < moves.Count; i++)
        {
            var value = moves[i].Figure.Value.Value;
            sentence.Add($"{Wording.Joint(i, moves.Count)}{(isShared && i > 0 ? "" : direction(value) + " ")}").Add(Rounded.Percent(value), moves[i].Figure).Add($" {Wording.Of(moves[i].Window)}");
        }

        return sentence.End();
    }
}
