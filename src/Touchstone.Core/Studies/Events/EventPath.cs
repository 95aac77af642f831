using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>The cumulative average abnormal return from the first event day up to one day.</summary>
/// <param name="Day">The day, in sessions from the event.</param>
/// <param name="Average">The mean over events of the sum of their abnormal returns so far; a fraction.</param>
/// <param name="Events">Events that have a return so far.</param>
/// <param name="StandardError">The deviation of the sample's daily mean in the estimation window times the root of the days so far; null for fewer than two estimation days.</param>
/// <param name="Low">The lower end of the band that covers 95% of chance about the average; null without a standard error.</param>
/// <param name="High">The upper end of that band.</param>
public readonly record struct EventPathDay(int Day, double Average, int Events, double? StandardError, double? Low, double? High);

/// <summary>The path of a sample's cumulative average abnormal return, with a band.</summary>
public static class EventPath
{
    private const double Outside = 0.05;

    /// <summary>The path of one sample of a study.</summary>
    /// <param name="result">The study.</param>
    /// <param name="sample">The whole sample or one of the groups of that study.</param>
    /// <returns>One item for each event day on which some event has a return so far.</returns>
    /// <remarks>
    /// CAAR(t) = mean over events of the sum of abnormal returns from the first event day to t. The band is CAAR(t) +- q * s * sqrt(days so far), with s the standard deviation of the
    /// sample's daily mean abnormal return in the estimation window and q of Student's t: what events share, as on one common date, is in s. Source: Brown and Warner, "Using daily stock
    /// returns", Journal of Financial Economics 14, 1985.
    /// </remarks>
    public static ImmutableArray<EventPathDay> Of(EventStudyResult result, SampleResult sample)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(sample);
        var members = result.Events.Where(item => sample.Name.Length == 0 || item.Group == sample.Name).ToArray();
        var path = ImmutableArray.CreateBuilder<EventPathDay>();
        foreach (var window in EventWindow.Path(result.Window.First, result.Window.Last))
        {
            var (sum, count) = (0.0, 0);
            foreach (var member in members)
            {
                if (member.Over(window) is { HasValue: true } found)
                {
                    (sum, count) = (sum + found.Value.Value, count + 1);
                }
            }

            if (count > 0)
            {
                path.Add(Day(window, sum / count, count, sample));
            }
        }

        return path.ToImmutable();
    }

    private static EventPathDay Day(EventWindow window, double average, int count, SampleResult sample)
    {
        if (sample is not { DailyMeanDeviation: { } deviation, DailyMeanDays: >= 2 })
        {
            return new EventPathDay(window.Last, average, count, null, null, null);
        }

        var error = deviation * Math.Sqrt(window.Days);
        var reach = NullLaw.StudentT(sample.DailyMeanDays - 1).ValueBeyond(Outside) * error;
        return new EventPathDay(window.Last, average, count, error, average - reach, average + reach);
    }
}
