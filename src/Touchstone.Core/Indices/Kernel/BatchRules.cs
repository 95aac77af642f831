using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>One version of a rulebook in the terms of a batch: labels, figures and share rules by number.</summary>
internal sealed class BatchRules
{
    private BatchRules(RulebookVersion version) => Version = version;

    /// <summary>The version.</summary>
    public RulebookVersion Version { get; }

    /// <summary>The labels of the exchanges; a stock must have one of them.</summary>
    public int[] Exchanges { get; private init; } = [];

    /// <summary>The screens, in order.</summary>
    public BatchScreen[] Screens { get; private init; } = [];

    /// <summary>The figure of the ranking: 0 for market value, otherwise 1 more than the share rule of the float.</summary>
    public int Figure { get; private init; }

    /// <summary>The share rule.</summary>
    public int Shares { get; private init; }

    /// <summary>What becomes of a holding in a corporate action.</summary>
    public HoldingRule Holding => RulebookCalculation.HoldingOf(Version);

    /// <summary>Why a version cannot be calculated in a batch, as the rest of a sentence; null when it can.</summary>
    /// <param name="version">The version.</param>
    public static string? Outside(RulebookVersion version)
    {
        var selection = version.Selection;
        return version switch
        {
            { Universe.Exchanges.IsDefaultOrEmpty: true } => "its universe is a given list",
            _ when selection.Method != SelectionMethod.Ranked || selection.Count is null => "its members are not a number of the best ranked",
            _ when selection.Count < 1 || selection.EnterWithin > selection.Count => "its count or its buffer cannot be",
            _ when selection.StayOnce => "a member may stay in the buffer once only",
            _ when selection.TurnoverLimit is not null => "the turnover of a review is limited",
            _ when selection.ReplacesFromReserve => "members are replaced from a reserve list",
            { FastEntry: not null } => "new listings join between reviews",
            _ when version.Ranking is not { Level: CountLevel.Line, Method: ScoreMethod.Value, Fields: [{ Months: 0, Figure: RankFigure.MarketValue or RankFigure.FloatMarketValue }] } => "its ranking is not the market value of lines at the cut-off",
            _ when version.Shares.Updates != ShareUpdates.AtReviews && version.Weighting == Weighting.MarketValue => "changes of shares count between reviews",
            _ when version.Weighting is not (Weighting.MarketValue or Weighting.Equal) => $"its weights are by {version.Weighting}",
            _ when !version.Caps.AtReconstitution.All(BatchCaps.Knows) || !version.Caps.AtRebalance.All(BatchCaps.Knows) => "its caps are not on single names or the largest",
            _ when version.Caps.Level != CountLevel.Line && (version.Caps.AtReconstitution.Length > 0 || version.Caps.AtRebalance.Length > 0) => "its caps are on companies",
            _ when version.Caps.GroupScheme is not null => "its caps are by group",
            _ => version.Screens.Select(screen => Outside(screen, version.Ranking.Fields[0])).FirstOrDefault(reason => reason is not null),
        };
    }

    /// <summary>Puts a version into numbers.</summary>
    /// <param name="version">A version that is not outside.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="shareRules">The share rules so far; new ones are added.</param>
    public static BatchRules Of(RulebookVersion version, BatchLabels labels, List<ShareRule> shareRules) => new(version)
    {
        Exchanges = [.. version.Universe.Exchanges.Distinct().Select(labels.OfExchange)],
        Screens = [.. version.Screens.Select(screen => BatchScreen.Of(screen, version.Shares, labels, shareRules))],
        Figure = FigureOf(version.Ranking.Fields[0].Figure, version.Shares, shareRules),
        Shares = NumberOf(version.Shares, shareRules),
    };

    /// <summary>The number of a figure.</summary>
    /// <param name="figure">Market value, of all shares or of the float.</param>
    /// <param name="shares">The share rule, whose bands the float goes through.</param>
    /// <param name="shareRules">The share rules so far.</param>
    public static int FigureOf(RankFigure figure, ShareRule shares, List<ShareRule> shareRules) =>
        figure == RankFigure.MarketValue ? 0 : 1 + NumberOf(new ShareRule { FreeFloat = true, Bands = shares.Bands }, shareRules);

    private static int NumberOf(ShareRule rule, List<ShareRule> shareRules)
    {
        var found = shareRules.FindIndex(other => other.FreeFloat == rule.FreeFloat && other.FloatMultiple == rule.FloatMultiple && BandsOf(other).SequenceEqual(BandsOf(rule)));
        if (found < 0)
        {
            shareRules.Add(rule);
            return shareRules.Count - 1;
        }

        return found;
    }

    private static ImmutableArray<FloatBand> BandsOf(ShareRule rule) => rule.Bands.IsDefault ? [] : rule.Bands;

    private static string? Outside(Screen screen, RankField ranked) => screen switch
    {
        ClassificationScreen => null,
        FigureScreen { Figure: { Months: 0, Figure: RankFigure.MarketValue or RankFigure.FloatMarketValue }, Currency: null } => null,
        RankScreen { Figure: { Months: 0 } figure } when figure.Figure == ranked.Figure => null,
        _ => $"its screen is more than a batch knows ({screen.Words})",
    };
}

/// <summary>A screen in the terms of a batch.</summary>
/// <param name="AnyOf">Labels of which a stock must have one; null for no such demand.</param>
/// <param name="NoneOf">Labels of which it must have none.</param>
/// <param name="Figure">A figure that must lie within limits, or -1.</param>
/// <param name="AtLeast">The least it may be.</param>
/// <param name="AtMost">The most it may be.</param>
/// <param name="Rank">The screen on the rank, or null.</param>
internal sealed record BatchScreen(int[]? AnyOf, int[] NoneOf, int Figure, double AtLeast, double AtMost, RankScreen? Rank)
{
    /// <summary>Puts a screen into numbers.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="shares">The share rule of the version.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="shareRules">The share rules so far.</param>
    public static BatchScreen Of(Screen screen, ShareRule shares, BatchLabels labels, List<ShareRule> shareRules) => screen switch
    {
        ClassificationScreen classes => new BatchScreen(
            classes.AnyOf.IsEmpty ? null : [.. classes.AnyOf.Distinct().Select(value => labels.OfClass(classes.Scheme, value))],
            [.. classes.NoneOf.Distinct().Select(value => labels.OfClass(classes.Scheme, value))], -1, 0, 0, null),
        FigureScreen figure => new BatchScreen(
            null, [], BatchRules.FigureOf(figure.Figure.Figure, shares, shareRules), figure.AtLeast ?? double.NegativeInfinity, figure.AtMost ?? double.PositiveInfinity, null),
        _ => new BatchScreen(null, [], -1, 0, 0, (RankScreen)screen),
    };
}
