namespace Touchstone.Briefs;

/// <summary>How few members carry the index, how alike they move, and whether their trading is crowded.</summary>
internal static class ConcentrationSentences
{
    private const int Top = 10;

    private const double AllButAll = 99;

    public static IEnumerable<BriefSentence?> Write(BriefDraft draft) => [Largest(draft), Herfindahl(draft), Correlation(draft), Crowding(draft)];

    private static BriefSentence? Largest(BriefDraft draft) => draft.Members.HaveUnits && draft.Members.Ids.Length > Top && draft.Try("weight", draft.Id, $"top={Top}") is { } largest
        ? new SentenceBuilder($"Its {Wording.Count(Top)} largest members make up ").Add(Rounded.Percent(largest.Value.Value), largest).End(" of its weight.")
        : null;

    private static BriefSentence? Herfindahl(BriefDraft draft) => draft.Members.HaveUnits && draft.Try("hhi", draft.Id) is { } index && draft.Try("effective-number", draft.Id) is { } number
        ? new SentenceBuilder("The Herfindahl-Hirschman index of its weights is ").Add(Rounded.Number(index.Value.Value, 4), index).Add(", as if it held ").Add(Rounded.Number(number.Value.Value, 1), number).End(" members of equal weight.")
        : null;

    private static BriefSentence? Correlation(BriefDraft draft) => draft.Members.Ids.Length > 1 && draft.Ask("the correlation of the members", "average-correlation", draft.Id, "3m") is { } correlation
        ? new SentenceBuilder("The average pairwise correlation of its members over the past three months was ").Add(Rounded.Number(correlation.Value.Value, 2), correlation).End()
        : null;

    // An index that is all but the whole market can be no more crowded than the market.
    private static BriefSentence? Crowding(BriefDraft draft)
    {
        if (draft.Place is not { } place)
        {
            draft.Omit("the crowding of its members", null, new Problem(ProblemKind.NoData, $"The package has no market of the exchange of {draft.Id}: a row of the kind `market` with its turnover and value would settle it."));
            return null;
        }

        if (draft.Ask("the crowding of its members", "crowding", draft.Id, "1m", place.Id.Value) is not { } ratio
            || draft.Try("turnover-share", draft.Id, "1m", place.Id.Value) is not { } turnover
            || draft.Try("value-share", draft.Id, place.Id.Value) is not { } value
            || value.Value.Value > AllButAll)
        {
            return null;
        }

        return new SentenceBuilder("Over the past month its members made up ").Add(Rounded.Percent(turnover.Value.Value), turnover).Add($" of the turnover of {draft.NameOf(place)} and ")
            .Add(Rounded.Percent(value.Value.Value), value).Add(" of its value, a crowding ratio of ").Add(Rounded.Number(ratio.Value.Value, 2), ratio).End();
    }
}
