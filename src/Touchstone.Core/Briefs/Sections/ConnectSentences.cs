using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>What came through the trading links of a market, where it has any.</summary>
internal static class ConnectSentences
{
    private static readonly string[] Channels = ["southbound", "northbound"];

    private static readonly string[] Figures = ["net_buy", "buy", "turnover"];

    public static IEnumerable<BriefSentence?> Write(BriefDraft draft, Instrument place) => Channels.Any(channel => IsLinked(draft, place, channel))
        ? Channels.SelectMany(channel => Channel(draft, place, channel))
        : [];

    // A market takes part where the package has figures of a channel, or is known to have had them.
    private static bool IsLinked(BriefDraft draft, Instrument place, string channel) => Figures
        .Any(figure => draft.Market.Observations(place.Id, $"{channel}_{figure}") is not null || !draft.Market.Disclosures(place.Id, $"{channel}_{figure}").IsEmpty);

    private static IEnumerable<BriefSentence?> Channel(BriefDraft draft, Instrument place, string channel)
    {
        if (draft.Ask($"{channel} net buying through Stock Connect", "connect-flow", place.Id.Value, channel, "1m") is { } flow && flow.Value.Value != 0)
        {
            yield return new SentenceBuilder($"Net {Wording.Direction(flow.Value.Value, "buying", "selling")} of {Stocks(place)} through {channel} Stock Connect was ")
                .Add(Rounded.Money(flow.Value.Value, flow.Value.Unit.Currency), flow).End(" over the past month.");
            if (draft.Try("connect-participation", place.Id.Value, channel, "1m") is { } part)
            {
                yield return new SentenceBuilder($"Turnover through {channel} Stock Connect made up ").Add(Rounded.Percent(part.Value.Value), part).End($" of the turnover of {draft.NameOf(place)} over the past month.");
            }
        }
    }

    private static string Stocks(Instrument place) => place.Aliases.FirstOrDefault(alias => alias.EndsWith(" stocks", StringComparison.Ordinal)) ?? $"{place.Name} stocks";
}
