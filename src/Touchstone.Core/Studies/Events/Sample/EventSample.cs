namespace Touchstone.Studies;

/// <summary>A sample of fitted events, with everything that the tests need, computed once.</summary>
internal sealed class EventSample
{
    /// <summary>Events that are added up in one go. Fixed, so that sums do not depend on the number of threads.</summary>
    private const int RunLength = 128;

    private EventSample(EventFit[] fits, EventPanel panel, EventStudyOptions options, SampleColumn[] columns) =>
        (Fits, Panel, Options, Columns) = (fits, panel, options, columns);

    public EventFit[] Fits { get; }

    public EventPanel Panel { get; }

    public EventStudyOptions Options { get; }

    /// <summary>The event days, then the windows.</summary>
    public SampleColumn[] Columns { get; }

    public DaySeries Ranks { get; private set; } = null!;

    public DaySeries Signs { get; private set; } = null!;

    public DaySeries StandardRanks { get; private set; } = null!;

    public GrankSums Grank { get; private set; } = null!;

    public double PositiveShare { get; private set; }

    /// <summary>The deviation of the daily mean residual over the estimation window and the days it rests on.</summary>
    public (double Deviation, int Days) DailyMean { get; private set; }

    public double? CalendarCorrelation { get; private set; }

    public double? EventTimeCorrelation { get; private set; }

    public double? UsedCorrelation { get; private set; }

    /// <summary>Adds up a sample.</summary>
    public static EventSample Of(EventFit[] fits, EventPanel panel, EventStudyOptions options, EventWindow[] windows)
    {
        var days = Enumerable.Range(panel.Window.First, panel.Window.Days).Select(EventWindow.Day).ToArray();
        EventWindow[] all = [.. days, .. windows];
        var columns = new SampleColumn[all.Length];
        Parallel.For(0, all.Length, options.Threads, column => columns[column] = new SampleColumn(fits, all[column]));
        var isUneven = columns.Any(column => column.Count < fits.Length || !(column.StandardDeviation > 0));
        var runs = new SampleSums[(fits.Length + RunLength - 1) / RunLength];
        Parallel.For(0, runs.Length, options.Threads, run =>
        {
            var sums = new SampleSums(panel.EstimationDays, days.Length, columns.Length, isUneven);
            for (var i = run * RunLength; i < Math.Min(fits.Length, (run + 1) * RunLength); i++)
            {
                sums.Add(i, fits[i], columns);
            }

            runs[run] = sums;
        });

        var total = runs[0];
        foreach (var run in runs.AsSpan(1))
        {
            total.Add(run);
        }

        var sample = new EventSample(fits, panel, options, columns)
        {
            Ranks = new DaySeries(total.Ranks, total.Counts, panel.EstimationDays),
            Signs = new DaySeries(total.Signs, total.Counts, panel.EstimationDays),
            StandardRanks = new DaySeries(total.StandardRanks, total.StandardCounts, panel.EstimationDays),
            Grank = total.Grank,
            PositiveShare = total.PositiveShares / fits.Length,
            DailyMean = DailyMeanOf(total),
        };
        sample.Correlate();
        return sample;
    }

    private static (double Deviation, int Days) DailyMeanOf(SampleSums total)
    {
        var means = new List<double>();
        for (var day = 0; day < total.Residuals.Length; day++)
        {
            if (total.ResidualCounts[day] > 0)
            {
                means.Add(total.Residuals[day] / total.ResidualCounts[day]);
            }
        }

        return (SampleColumn.Moments(means.ToArray()).Deviation, means.Count);
    }

    /// <summary>Whether estimation days and calendar days are the same thing: an event without a calendar, or one common to all.</summary>
    private bool HasOneClock()
    {
        var first = Fits[0].Source.DayNumbers;
        return Array.Exists(Fits, fit => fit.Source.DayNumbers.IsEmpty) || Array.TrueForAll(Fits, fit => fit.Source.DayNumbers.Equals(first) || fit.Source.DayNumbers.Span.SequenceEqual(first.Span));
    }

    private void Correlate()
    {
        if (Fits.Length < 2)
        {
            return;
        }

        EventTimeCorrelation = ResidualCorrelation.Average(Fits, isCalendar: false, Options);
        CalendarCorrelation = HasOneClock() ? EventTimeCorrelation : ResidualCorrelation.Average(Fits, isCalendar: true, Options);
        var asked = Options.Correlation == ResidualDays.EventTime ? EventTimeCorrelation.Value : CalendarCorrelation.Value;
        UsedCorrelation = Math.Max(asked, -1.0 / (Fits.Length - 1));
    }
}
