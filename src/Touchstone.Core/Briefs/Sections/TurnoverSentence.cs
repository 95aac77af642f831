using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The average daily turnover of the last whole month against the month before, or the same month a year before.</summary>
internal static class TurnoverSentence
{
    private static readonly string[] Fields = ["turnover", "average_daily_turnover"];

    public static BriefSentence? Write(BriefDraft draft, Instrument place)
    {
        var month = Last(draft);
        if (draft.Ask($"the turnover of {draft.NameOf(place)}", "average-daily-turnover", place.Id.Value, Text(month)) is not { } turnover)
        {
            return null;
        }

        var sentence = new SentenceBuilder($"The average daily turnover of {draft.NameOf(place)} was ").Add(Rounded.Money(turnover.Value.Value, turnover.Value.Unit.Currency), turnover).Add($" {Words(month)}");
        foreach (var before in new[] { month.AddMonths(-1), month.AddYears(-1) })
        {
            if (Fields.Any(field => Add(sentence, draft, place, field, month, before)))
            {
                break;
            }
        }

        return sentence.End();
    }

    // The ratio is stated by the field that the mean is made of, or the two would be different questions.
    private static bool Add(SentenceBuilder sentence, BriefDraft draft, Instrument place, string field, DateOnly month, DateOnly before)
    {
        if (draft.Market.Observations(place.Id, field) is null || draft.Try("ratio-of-means", place.Id.Value, field, Text(month), Text(before)) is not { } ratio)
        {
            return false;
        }

        var change = (ratio.Value.Value - 1) * 100;
        if (!Rounded.IsNothing(change))
        {
            sentence.Add(", ").Add(Rounded.Percent(change), ratio).Add($" {Wording.Direction(change, "more", "less")} than {Words(before)}");
        }

        return true;
    }

    // The month of the day when its last session is over, or else the one before.
    private static DateOnly Last(BriefDraft draft)
    {
        var first = new DateOnly(draft.Day.Year, draft.Day.Month, 1);
        return draft.Market.CalendarOf(draft.Subject.Id).OnOrBefore(first.AddMonths(1).AddDays(-1)) == draft.Day ? first : first.AddMonths(-1);
    }

    private static string Text(DateOnly month) => $"{month:yyyy-MM}";

    private static string Words(DateOnly month) => Wording.Of(Window.Parse(Text(month)).Value!);
}
