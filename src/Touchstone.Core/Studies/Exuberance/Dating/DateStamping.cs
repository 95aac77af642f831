using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>When exuberance began and ended: the runs of ends at which a sequence stands above a critical line.</summary>
/// <remarks>
/// start = first e with statistic(e) > line(e); end = first later e with statistic(e) ≤ line(e).
/// Sources: Phillips, Wu and Yu, International Economic Review 52(1), 2011 (BADF); Phillips, Shi and Yu, "Testing for multiple bubbles",
/// International Economic Review 56(4), 2015 (BSADF, durations).
/// </remarks>
public static class DateStamping
{
    /// <summary>The duration rule: an episode counts from floor(δ ln T) ends on.</summary>
    /// <param name="points">Data points of the series, T; at least 1.</param>
    /// <param name="delta">δ: 1 unless the spacing of the data asks for another; above zero.</param>
    public static int MinimumDuration(int points, double delta = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        return Math.Max(1, (int)Math.Floor(delta * Math.Log(points)));
    }

    /// <summary>The episodes of a sequence, in order of time.</summary>
    /// <param name="series">The tested series: it says booms from collapses.</param>
    /// <param name="statistics">BSADF or BADF of that series.</param>
    /// <param name="line">The critical line.</param>
    /// <param name="minimumDuration">Fewest ends of an episode that is kept; null for <see cref="MinimumDuration"/> of the series.</param>
    /// <returns>
    /// The episodes, perhaps none; <see cref="ProblemKind.Invalid"/> when sequence, line and series do not fit each other. An end without a
    /// statistic or without a critical value is not above.
    /// </returns>
    /// <remarks>
    /// Kind compares the series at the peak of the statistic with the series at the start; where the two are equal (the peak is the start)
    /// with the point before the start. What did not rise is a collapse.
    /// </remarks>
    public static Answer<ImmutableArray<Episode>> Episodes(ReadOnlySpan<double> series, StatisticSequence statistics, CriticalLine line, int? minimumDuration = null)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(line);
        if (statistics.Count == 0 || statistics.LastEnd >= series.Length)
        {
            return SeriesChecks.Invalid($"The statistics have {statistics.Count} ends, the last at {statistics.LastEnd}; the series has {series.Length} points (counted from 0). Take the sequence of the same series.");
        }

        if (line.Values.FirstEnd > statistics.FirstEnd || line.Values.LastEnd < statistics.LastEnd)
        {
            return SeriesChecks.Invalid($"The critical line covers ends {line.Values.FirstEnd} to {line.Values.LastEnd}; the statistics need {statistics.FirstEnd} to {statistics.LastEnd}. Simulate it with the same length, lag and shortest window.");
        }

        if (minimumDuration < 1)
        {
            return SeriesChecks.Invalid($"The shortest episode is {minimumDuration} ends; it must be at least 1.");
        }

        var least = minimumDuration ?? MinimumDuration(series.Length);
        var episodes = ImmutableArray.CreateBuilder<Episode>();
        for (var end = statistics.FirstEnd; end <= statistics.LastEnd; end++)
        {
            if (!IsAbove(statistics, line, end))
            {
                continue;
            }

            var (start, peak) = (end, end);
            for (; end <= statistics.LastEnd && IsAbove(statistics, line, end); end++)
            {
                peak = statistics[end] > statistics[peak] ? end : peak;
            }

            if (end - start >= least)
            {
                episodes.Add(new Episode(start, peak, end > statistics.LastEnd ? null : end, end - start, Kind(series, start, peak)));
            }
        }

        return Answer<ImmutableArray<Episode>>.Of(episodes.ToImmutable(), new Working
        {
            Formula = "runs of ends with statistic above its critical value",
            Conventions = [FormattableString.Invariant($"{line.Kind} at level {line.Level}; episodes of {least} ends or more; the end is the first no longer above.")],
        });
    }

    private static bool IsAbove(StatisticSequence statistics, CriticalLine line, int end) =>
        statistics.IsDefined(end) && line.Values.IsDefined(end) && statistics[end] > line.Values[end];

    private static EpisodeKind Kind(ReadOnlySpan<double> series, int start, int peak)
    {
        var from = series[peak] == series[start] && start > 0 ? start - 1 : start;
        return series[peak] > series[from] ? EpisodeKind.Boom : EpisodeKind.Collapse;
    }
}
