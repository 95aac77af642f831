namespace Touchstone.Briefs;

/// <summary>Whether it is in a bull or a bear market by what was known on the day, and how far it is from the extreme that would end it.</summary>
internal static class RegimeSentences
{
    public static IEnumerable<BriefSentence> Write(BriefDraft draft)
    {
        if (draft.Ask("whether it is in a bull or a bear market", "bull-market", draft.Id) is not { } bull || bull.Working.Window is not { } since)
        {
            yield break;
        }

        var isBull = bull.Value.Value != 0;
        var figure = isBull ? bull : draft.Try("bear-market", draft.Id) ?? bull;
        yield return new SentenceBuilder($"{draft.Name} has been ").Add($"in a {(isBull ? "bull" : "bear")} market", figure).End($", as the press counts one, since its {(isBull ? "low" : "high")} of {Wording.Day(since.First)}.");
        var window = $"{since.First:yyyy-MM-dd}..{draft.Day:yyyy-MM-dd}";
        var distance = since.First >= draft.Day ? null : isBull ? draft.Try("drawdown", draft.Id, window) : draft.Try("rise-from-trough", draft.Id, window) is { } rise && SwingSentences.IsFromLowest(draft, rise, window) ? rise : null;

        // The window since the day of the turn begins with the close before it, which must not be the extreme.
        if (distance is not null && draft.Try(distance.Expression.Measure, draft.Id, $"since:{since.First:yyyy-MM-dd}") is var same)
        {
            distance = same is not null && Math.Abs(same.Value.Value - distance.Value.Value) < 1e-9 ? same : null;
        }

        if (distance is null || Rounded.IsNothing(distance.Value.Value))
        {
            yield break;
        }

        yield return new SentenceBuilder("It stands ").Add(Rounded.Percent(distance.Value.Value), distance)
            .End($" {(isBull ? "below its highest" : "above its lowest")} close since then.");
    }
}
