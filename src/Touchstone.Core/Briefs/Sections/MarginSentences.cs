using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>The margin financing balance of a market on its last published day, and buying on margin.</summary>
internal static class MarginSentences
{
    private const string Field = "margin_financing_balance";

    private const int OldestDays = 62;

    public static IEnumerable<BriefSentence?> Write(BriefDraft draft, Instrument place)
    {
        yield return Balance(draft, place);
        if (draft.Market.Observations(place.Id, "margin_financing_buys") is not null && draft.Ask("buying on margin over the past month", "margin-buying-share", place.Id.Value, "1m") is { } buying)
        {
            yield return new SentenceBuilder("Buying on margin made up ").Add(Rounded.Percent(buying.Value.Value), buying).End(" of its turnover over the past month.");
        }
    }

    private static BriefSentence? Balance(BriefDraft draft, Instrument place)
    {
        var what = $"the margin financing balance of {draft.NameOf(place)}";
        if (Last(draft, place) is not { } day || draft.AskOn(day, what, "observation", place.Id.Value, Field) is not { } balance)
        {
            draft.Ask(what, "observation", place.Id.Value, Field);
            return null;
        }

        var sentence = new SentenceBuilder($"The margin financing balance of {draft.NameOf(place)} stood at ").Add(Rounded.Money(balance.Value.Value, balance.Value.Unit.Currency), balance).Add($" on {Wording.Day(day)}");
        return draft.TryOn(day, "margin-to-value", place.Id.Value) is { } share
            ? sentence.Add(", ").Add(Rounded.Percent(share.Value.Value), share).Add(" of its market value").End()
            : sentence.End();
    }

    private static DateOnly? Last(BriefDraft draft, Instrument place)
    {
        if (draft.Market.Observations(place.Id, Field) is not { } series)
        {
            return null;
        }

        var found = series.DayNumbers.BinarySearch(draft.Day.DayNumber);
        var row = found >= 0 ? found : ~found - 1;
        return row >= 0 && draft.Day.DayNumber - series.DayNumbers[row] <= OldestDays ? DateOnly.FromDayNumber(series.DayNumbers[row]) : null;
    }
}
