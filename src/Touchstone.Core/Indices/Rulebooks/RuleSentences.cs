using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>One rule in words.</summary>
/// <param name="Topic">What it is about: <c>universe</c>, <c>caps</c>.</param>
/// <param name="Text">The rule as a sentence.</param>
public sealed record RuleSentence(string Topic, string Text);

/// <summary>The rules of a version as sentences, in the order in which a review goes through them.</summary>
public static class RuleSentences
{
    /// <summary>The rules of a version.</summary>
    /// <param name="version">The version.</param>
    public static ImmutableArray<RuleSentence> Of(RulebookVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return
        [
            new("universe", UniverseWords(version.Universe)),
            .. version.Screens.Select(screen => new RuleSentence("screen", screen.Words)),
            .. version.Selection.Method == SelectionMethod.Ranked && version.Universe.List.IsEmpty ? [new RuleSentence("ranking", RankingWords(version.Ranking))] : ImmutableArray<RuleSentence>.Empty,
            .. SelectionWords(version),
            .. version.FastEntry is { } entry ? [new RuleSentence("fast entry", FastEntryWords(entry))] : ImmutableArray<RuleSentence>.Empty,
            .. version.Weighting is Weighting.MarketValue ? SharesWords(version.Shares).Select(text => new RuleSentence("shares", text)) : [],
            new("weighting", WeightingWords(version.Weighting)),
            .. CapWords(version.Caps),
            .. ActionWords(version.Actions).Select(text => new RuleSentence("actions", text)),
            new("returns", ReturnWords(version.Returns)),
            new("rounding", $"Levels are published with {version.Decimals} decimals."),
        ];
    }

    /// <summary>The rules of a version about those topics on which it differs from the one before it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="before">The version before it.</param>
    public static ImmutableArray<RuleSentence> Changed(RulebookVersion version, RulebookVersion before)
    {
        var old = Of(before).ToLookup(rule => rule.Topic, rule => rule.Text, StringComparer.Ordinal);
        var now = Of(version);
        var gone = old.Select(group => group.Key).Except(now.Select(rule => rule.Topic), StringComparer.Ordinal).Select(topic => new RuleSentence(topic, "None any more."));
        return [.. now.GroupBy(rule => rule.Topic, StringComparer.Ordinal).Where(group => !group.Select(rule => rule.Text).SequenceEqual(old[group.Key])).SelectMany(group => group), .. gone];
    }

    private static string UniverseWords(Universe universe) => universe.List.IsEmpty
        ? $"Stocks of {string.Join(", ", universe.Exchanges)}."
        : $"A given list of {universe.List.Length}: {string.Join(", ", universe.List.Select(member => member.Weight is { } weight ? $"{member.Instrument} {weight.Points:0.####}%" : member.Instrument.Value))}.";

    private static string RankingWords(Ranking ranking)
    {
        var figures = ranking.Fields.Select(field => ranking.Fields.Length == 1 ? FigureWords.Of(field) : $"{FigureWords.Of(field)} (weight {field.Weight:R})");
        var how = ranking.Method switch
        {
            ScoreMethod.ShareOfTotal => ", each as a share of the total",
            ScoreMethod.ZScore => ", each as a z-score",
            _ => "",
        };
        return $"{(ranking.Level == CountLevel.Company ? "Companies" : "Stocks")} by {string.Join(" and ", figures)}{how}, largest first.";
    }

    private static IEnumerable<RuleSentence> SelectionWords(RulebookVersion version)
    {
        var selection = version.Selection;
        var noun = version.Ranking.Level == CountLevel.Company ? "companies" : "stocks";
        yield return new RuleSentence("selection", selection.Method switch
        {
            SelectionMethod.Published => "Members are chosen by a committee; they are those that the data package publishes.",
            SelectionMethod.All => "All that pass.",
            _ => selection.Count is { } count ? $"The first {count} {noun}." : "All that pass.",
        });
        if (selection.EnterWithin is { } enter && selection.StayWithin is { } stay)
        {
            yield return new RuleSentence("buffer", $"New ones join for certain at rank {enter} or better; members stay at rank {stay} or better{(selection.StayOnce ? ", once" : "")}; the count is then restored by rank.");
        }
        else if (selection.EnterWithin is { } alone)
        {
            yield return new RuleSentence("buffer", $"New ones join for certain at rank {alone} or better.");
        }
        else if (selection.StayWithin is { } within)
        {
            yield return new RuleSentence("buffer", $"Members stay at rank {within} or better{(selection.StayOnce ? ", once" : "")}.");
        }

        if (selection.TurnoverLimit is { } limit)
        {
            yield return new RuleSentence("turnover", $"At most {limit.Points:0.####}% of the members are replaced at one review.");
        }

        if (selection.Reserve > 0)
        {
            yield return new RuleSentence("reserve", $"The next {selection.Reserve} stand on a reserve list{(selection.ReplacesFromReserve ? ", from which members that leave are replaced" : "")}.");
        }
    }

    private static string FastEntryWords(FastEntry entry) =>
        $"A new listing among the {entry.RankWithin} largest members at the close of its session {entry.RankSession} joins after the close of session {entry.JoinAfterSessions}{(entry.RemovesLast ? "; the lowest-ranked member leaves" : "")}.";

    private static IEnumerable<string> SharesWords(ShareRule shares)
    {
        yield return shares.FreeFloat ? "Shares in free float." : "All shares of the line.";
        if (!shares.Bands.IsEmpty)
        {
            yield return $"Free float becomes a factor by bands: {string.Join("; ", shares.Bands.Select(BandWords))}.";
        }

        if (shares.FloatMultiple is { } multiple)
        {
            yield return $"A stock counts at most {multiple:R} times its free float.";
        }

        yield return shares.Updates switch
        {
            ShareUpdates.AtOnce => "Changes of shares are taken at once.",
            ShareUpdates.AtOnceWhenLarge => $"Changes of shares by {shares.AtOnceFrom?.Points:0.####}% or more are taken at once, others at the next review.",
            _ => "Changes of shares are taken at the next review.",
        };
    }

    private static string BandWords(FloatBand band) =>
        $"up to {band.UpTo.Points:0.####}%: {(band.Factor is { } factor ? $"{factor.Points:0.####}%" : band.RoundUpTo is { } step ? $"rounded up to {step.Points:0.####}%" : "as it is")}";

    private static string WeightingWords(Weighting weighting) => weighting switch
    {
        Weighting.Price => "By price: one unit of each.",
        Weighting.Equal => "All equal at reviews.",
        Weighting.Given => "As the list says, at reviews.",
        Weighting.Score => "By score, at reviews.",
        _ => "By market value.",
    };

    private static IEnumerable<RuleSentence> CapWords(CapPlan caps)
    {
        var level = caps.Level == CountLevel.Company ? " (companies with all their lines)" : "";
        if (caps.AtReconstitution.SequenceEqual(caps.AtRebalance))
        {
            return caps.AtRebalance.Select(rule => new RuleSentence("cap", rule.Words + level));
        }

        return caps.AtReconstitution.Select(rule => new RuleSentence("cap", $"At a reconstitution: {rule.Words}{level}"))
            .Concat(caps.AtRebalance.Select(rule => new RuleSentence("cap", $"At a rebalance: {rule.Words}{level}")));
    }

    private static IEnumerable<string> ActionWords(ActionRules actions)
    {
        if (actions.Holding is { } holding)
        {
            yield return holding switch
            {
                HoldingRule.FollowShares => "Holdings follow the company's shares.",
                HoldingRule.KeepUnits => "Holdings keep their units.",
                _ => "Holdings keep their weight.",
            };
        }

        yield return actions.Rights == RightsTreatment.TheoreticalPrice ? "Rights in the money: theoretical ex-rights price." : "Rights are ignored.";
        yield return actions.SpecialDividend == SpecialDividendTreatment.Adjusted ? "Special dividends are taken off the price." : "Special dividends count as ordinary ones.";
        yield return actions.SpinOff switch
        {
            SpinOffTreatment.ZeroPrice => "Spin-offs join at zero price",
            SpinOffTreatment.FirstPrice => "Spin-offs join at their first price",
            _ => "Spin-offs do not join",
        } + (actions.SpinOff == SpinOffTreatment.NotTaken ? "." : actions.SpunCompanyLeaves ? " and leave after their first close." : " and stay until the next review.");
    }

    private static string ReturnWords(ReturnRules returns)
    {
        var net = returns.WithholdingByExchange.IsEmpty
            ? $"{returns.Withholding.Points:0.####}%"
            : $"{string.Join(", ", returns.WithholdingByExchange.Select(pair => $"{pair.Value.Points:0.####}% in {pair.Key}"))}, {returns.Withholding.Points:0.####}% elsewhere";
        return $"Price{(returns.Gross ? ", gross" : "")}{(returns.Net ? $", net of {net} tax" : "")}.";
    }
}
