using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Records and streaks, each only where it is true and reaches back at least half a year, or to where the data begin.</summary>
internal static class SuperlativeSentences
{
    private const double LeastYears = 0.5;

    private const int LeastStreak = 3;

    private static readonly (string Period, string Name)[] Periods = [("quarter", "quarter"), ("month", "month"), ("week", "week"), ("day", "day")];

    public static IEnumerable<BriefSentence> Write(BriefDraft draft) =>
        new[] { Extreme(draft, "new-high", "highest") ?? Extreme(draft, "new-low", "lowest") }.Concat(Periods.Select(period => Best(draft, period.Period, period.Name))).Append(Streak(draft, "month") ?? Streak(draft, "week") ?? Streak(draft, "day"))
            .OfType<BriefSentence>();

    private static BriefSentence? Extreme(BriefDraft draft, string measure, string word)
    {
        if (draft.Try(measure, draft.Id) is not { } record || record.Value.Value < LeastYears)
        {
            return null;
        }

        var sentence = new SentenceBuilder($"It was the {word} close ");
        return record.Working.Inputs is [.., var earlier] && earlier.Date < draft.Day
            ? sentence.Add("since ").Add(Wording.Day(earlier.Date), record).End()
            : InTheData(sentence, draft, record);
    }

    private static BriefSentence? Best(BriefDraft draft, string period, string name)
    {
        var move = draft.Try("rank", draft.Id, period)?.Working.Steps.FirstOrDefault(step => step.Name == "return")?.Value;
        if (move is not { } own || Rounded.IsNothing(own))
        {
            return null;
        }

        var order = Wording.Direction(own, "best", "worst");
        if (draft.Try("best-since", draft.Id, period, $"order={order}") is not { } record || record.Value.Value < LeastYears)
        {
            return null;
        }

        var sentence = new SentenceBuilder($"It was the {order} {name} ");
        return record.Working.Steps.Any(step => step.Name == "return then")
            ? sentence.Add("since ").Add(Wording.Day(record.Working.Inputs[^1].Date), record).End()
            : InTheData(sentence, draft, record);
    }

    private static BriefSentence InTheData(SentenceBuilder sentence, BriefDraft draft, BriefFigure record) =>
        PriceLine.Find(draft.Evaluator.Subject(draft.Subject.Id), PriceField.Close, out var line) is null
            ? sentence.Add("in the data, which begin on ").Add(Wording.Day(line.First), record).End()
            : throw new InvalidOperationException("A record of closes has closes.");

    // A run that reaches back to where the data begin may be longer than it looks.
    private static BriefSentence? Streak(BriefDraft draft, string period)
    {
        if (draft.Try("streak", draft.Id, period) is not { } streak || Math.Abs(streak.Value.Value) < LeastStreak || !streak.Working.Steps.Any(step => step.Name == "move before the run"))
        {
            return null;
        }

        var length = (int)Math.Abs(streak.Value.Value);
        var place = Wording.Ordinal(length);
        var article = place[0] is 'e' || place.StartsWith("11", StringComparison.Ordinal) || place.StartsWith("18", StringComparison.Ordinal) || place.StartsWith('8') ? "an" : "a";
        return new SentenceBuilder($"It {Wording.Direction(streak.Value.Value, "rose", "fell")} for {article} ").Add(place, streak).End($" straight {period}.");
    }
}
