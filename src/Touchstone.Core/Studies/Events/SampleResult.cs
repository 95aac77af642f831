using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>What a sample of events, the whole or one group, did.</summary>
/// <param name="Name">The group; empty for the whole sample.</param>
/// <param name="Events">Events in it.</param>
/// <param name="Days">Every event day, in order.</param>
/// <param name="Windows">Every window, in the order asked.</param>
/// <param name="CalendarCorrelation">Average correlation of residuals of the same calendar day between pairs of events, or null for one event.</param>
/// <param name="EventTimeCorrelation">Average correlation of residuals of the same estimation day between pairs of events, or null for one event.</param>
/// <param name="UsedCorrelation">The one that entered the adjusted tests, kept above -1 / (events - 1); null for one event.</param>
/// <param name="DailyMeanDeviation">The standard deviation (n - 1) of the sample's daily mean abnormal return in the estimation window; null for fewer than two days.</param>
/// <param name="DailyMeanDays">Estimation days that entered it.</param>
/// <param name="PositiveShare">The mean over events of the share of positive residuals in the estimation window.</param>
public sealed record SampleResult(
    string Name,
    int Events,
    ImmutableArray<WindowResult> Days,
    ImmutableArray<WindowResult> Windows,
    double? CalendarCorrelation,
    double? EventTimeCorrelation,
    double? UsedCorrelation,
    double? DailyMeanDeviation,
    int DailyMeanDays,
    double PositiveShare);
