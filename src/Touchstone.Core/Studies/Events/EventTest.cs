using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>A test of the average abnormal return of a day or window against zero, or of its variance.</summary>
public enum EventTest
{
    /// <summary>Mean over its cross-sectional standard error.</summary>
    CrossSectional,

    /// <summary>Mean over the estimation window's standard deviations, events independent (Brown and Warner 1980).</summary>
    BrownWarnerIndependence,

    /// <summary>Mean over the standard deviation of the sample's daily mean in the estimation window (Brown and Warner 1985).</summary>
    BrownWarnerCrudeDependence,

    /// <summary>As crude dependence, with the forecast variance of a market common to all events (Lamb 1995).</summary>
    Lamb,

    /// <summary>Sum of standardised abnormal returns with exact forecast variance (Patell 1976).</summary>
    Patell,

    /// <summary>Patell's test of a window as if its days were independent; for comparison with other programs.</summary>
    PatellSimple,

    /// <summary>Mean standardised abnormal return over its cross-sectional standard error (Boehmer, Musumeci and Poulsen 1991).</summary>
    BoehmerMusumeciPoulsen,

    /// <summary>Patell's test corrected for correlation between events (Kolari and Pynnönen 2010).</summary>
    AdjustedPatell,

    /// <summary>The Boehmer-Musumeci-Poulsen test corrected for correlation between events (Kolari and Pynnönen 2010).</summary>
    AdjustedBoehmerMusumeciPoulsen,

    /// <summary>Share of positive abnormal returns against a half.</summary>
    Sign,

    /// <summary>Share of positive abnormal returns against that of the estimation window (Cowan 1992).</summary>
    GeneralisedSign,

    /// <summary>Mean rank among each event's own days (Corrado 1989).</summary>
    CorradoRank,

    /// <summary>Mean rank of standardised abnormal returns (Corrado and Zivney 1992).</summary>
    CorradoZivneyRank,

    /// <summary>Mean sign about each event's median (Corrado and Zivney 1992).</summary>
    CorradoZivneySign,

    /// <summary>Generalised rank of the window's standardised return, t form (Kolari and Pynnönen 2011).</summary>
    GrankT,

    /// <summary>Generalised rank of the window's standardised return, z form (Kolari and Pynnönen 2011).</summary>
    GrankZ,

    /// <summary>Signed ranks across events (Wilcoxon 1945); exact up to 50 events.</summary>
    Wilcoxon,

    /// <summary>The t of the mean corrected for skewness (Hall 1992).</summary>
    SkewnessAdjusted,

    /// <summary>Sum of squared standardised abnormal returns: did the variance rise?</summary>
    SquaredReturn,

    /// <summary>Variance across events over the forecast variance: did the variance rise?</summary>
    VarianceRatio,

    /// <summary>The t of the mean against resampled events.</summary>
    EventBootstrap,

    /// <summary>The t of the mean against flipped signs.</summary>
    WildBootstrap,
}

/// <summary>Sets of tests.</summary>
public static class EventTests
{
    /// <summary>Every test.</summary>
    public static ImmutableArray<EventTest> All { get; } = [.. Enum.GetValues<EventTest>()];

    /// <summary>Every test that needs no simulation.</summary>
    public static ImmutableArray<EventTest> WithoutBootstrap { get; } = [.. All.Where(test => test is not (EventTest.EventBootstrap or EventTest.WildBootstrap))];
}
