using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>All measures. One entry serves the expression language, the command line and every other surface.</summary>
public static class Catalogue
{
    /// <summary>All measures, by family in reading order.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        Level.Measure,
        Return.Measure,
        Points.Measure,
        MarketValue.Measure,
        MarketValueChange.Measure,
        Extreme.High,
        Extreme.Low,
        NewExtreme.High,
        NewExtreme.Low,
        HistoricRank.Measure,
        Streak.Measure,
        RiseFromTrough.Measure,
        MarketRegime.Bull,
        MarketRegime.Bear,
        Drawdown.FromPeak,
        Drawdown.Current,
        Drawdown.Deepest,
        Excess.Measure,
        PeerRank.Measure,
        BestReturnWithin.Measure,
        IntradayReturn.High,
        IntradayReturn.Low,
        Volatility.Measure,
        Correlation.Measure,
        Gsadf.Measure,
        Observation.Measure,
        Observation.PriceEarnings,
        Observation.PriceBook,
        Observation.DividendYield,
        Discount.Measure,
        Percentile.Measure,
        RatioOfMeans.Measure,
        EventDate.Happened,
        EventDate.Inside,
        EventDate.YearsSince,
        AbnormalReturns.OfDay,
        AbnormalReturns.OfWindow,
        Member.Measure,
        IndexLevelFromUnits.Measure,
        Weight.Measure,
        MemberContribution.Measure,
        AverageDailyTurnover.Measure,
        ConnectFlow.Measure,
        ConnectParticipation.Measure,
        ConnectQuotaUse.Measure,
        FlowZScore.Measure,
        Margin.ToValue,
        Margin.BuyingShare,
        ListingReturn.Measure,
        ListingReturn.Excess,
        ListingCount.Listings,
        ListingCount.Classified,
        EventCount.Measure,
        Growth.Measure,
        RealGrowth.Measure,
        RealGrowth.Identity,
        BestSince.Measure,
        HighestSince.Measure,
        ScenarioReturn.Measure,
        MustBelieve.Measure,
        ImpliedGrowth.Measure,
        GrowthShockReturn.Measure,
        RateSensitivity.Duration,
        RateSensitivity.Convexity,
        FadeValue.Measure,
        ResidualIncomeValue.Measure,
        Crowding.TurnoverShare,
        Crowding.ValueShare,
        Crowding.Measure,
        Spread.HerfindahlHirschman,
        Spread.Normalised,
        Spread.EffectiveNumber,
        Spread.Entropy,
        Spread.Gini,
        Spread.TopShare,
        CommonMovement.Correlation,
        CommonMovement.AbsorptionRatio,
        Breadth.Measure,
        AdvanceDeclineLine.Measure,
        McClellan.Measure,
        Trin.Measure,
        Trailing.Average,
        Trailing.Extremes,
        ZweigThrust.Measure,
        EqualMinusCap.Measure,
        ShareBeating.Measure,
        TopContribution.Measure,
        LinkedContribution.Measure,
        Brinson.Measure,
        CurrencyAttribution.Measure,
        Rerating.Measure,
        ZScore.Measure,
        EarningsGrowthMultiple.Measure,
        EquityRiskPremium.Measure,
        AggregateMultiple.Measure,
        ValueAdded.Measure,
    ];

    private static FrozenDictionary<string, Measure> ByName { get; } = All.ToFrozenDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>The measure of a name, or null.</summary>
    /// <param name="name">The kebab-case name.</param>
    public static Measure? Find(string name) => ByName.GetValueOrDefault(name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>The name nearest to a misspelt one, or null when none is near.</summary>
    /// <param name="name">What was typed.</param>
    public static string? Nearest(string name) => NearestName.Of(name ?? throw new ArgumentNullException(nameof(name)), ByName.Keys);
}
