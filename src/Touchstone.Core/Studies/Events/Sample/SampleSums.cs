namespace Touchstone.Studies;

/// <summary>What a run of events adds up to, day by day: means, ranks and signs. Runs are of fixed length and joined in order, whatever thread made them.</summary>
internal sealed class SampleSums
{
    private readonly int _estimationDays;
    private readonly RankMerge _merge;
    private readonly EventRanks _ranks;
    private readonly double[] _values;
    private readonly double[] _windowValues;

    public SampleSums(int estimationDays, int eventDays, int columns, bool isUneven)
    {
        _estimationDays = estimationDays;
        var days = estimationDays + eventDays;
        (Residuals, ResidualCounts) = (new double[estimationDays], new int[estimationDays]);
        (Ranks, Signs, Counts) = (new double[days], new double[days], new int[days]);
        (StandardRanks, StandardCounts) = (new double[days], new int[days]);
        Grank = new GrankSums(estimationDays, columns, isUneven);
        _merge = new RankMerge(estimationDays, eventDays);
        _ranks = new EventRanks(estimationDays);
        _values = new double[eventDays];
        _windowValues = new double[columns];
    }

    public double[] Residuals { get; }

    public int[] ResidualCounts { get; }

    public double[] Ranks { get; }

    public double[] Signs { get; }

    public int[] Counts { get; }

    public double[] StandardRanks { get; }

    public int[] StandardCounts { get; }

    public GrankSums Grank { get; }

    /// <summary>The sum over events of the share of positive residuals.</summary>
    public double PositiveShares { get; private set; }

    /// <summary>Adds one event.</summary>
    /// <param name="index">Its place in the sample.</param>
    /// <param name="fit">The event.</param>
    /// <param name="columns">The days, then the windows.</param>
    public void Add(int index, EventFit fit, SampleColumn[] columns)
    {
        _ranks.Sort(fit);
        var positive = 0;
        for (var day = 0; day < _estimationDays; day++)
        {
            if (!double.IsNaN(fit.Residuals[day]))
            {
                Residuals[day] += fit.Residuals[day];
                ResidualCounts[day]++;
                positive += fit.Residuals[day] > 0 ? 1 : 0;
            }
        }

        PositiveShares += (double)positive / fit.Used;
        for (var day = 0; day < _values.Length; day++)
        {
            _values[day] = fit.Abnormal[day] / Math.Sqrt(fit.Multiples[day]);
        }

        _merge.Rank(_ranks, _values);
        Collect(Ranks, Counts);
        CollectSigns(fit, _merge.Median);

        for (var column = 0; column < columns.Length; column++)
        {
            var place = columns[column].Places[index];
            var spread = columns[column].StandardDeviation;
            _windowValues[column] = place < 0 || !(spread > 0) ? double.NaN : columns[column].Standard[place] / spread * fit.Deviation;
        }

        _merge.Rank(_ranks, _windowValues.AsSpan(0, _values.Length));
        Collect(StandardRanks, StandardCounts);
        Grank.Add(fit, _ranks, _windowValues);
    }

    /// <summary>Adds what other events added up to.</summary>
    public void Add(SampleSums other)
    {
        Dots.Add(1, other.Residuals, Residuals);
        Dots.Add(1, other.Ranks, Ranks);
        Dots.Add(1, other.Signs, Signs);
        Dots.Add(1, other.StandardRanks, StandardRanks);
        Add(other.ResidualCounts, ResidualCounts);
        Add(other.Counts, Counts);
        Add(other.StandardCounts, StandardCounts);
        Grank.Add(other.Grank);
        PositiveShares += other.PositiveShares;
    }

    private static void Add(int[] from, int[] to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] += from[i];
        }
    }

    /// <summary>Adds rank / (1 + number ranked) - 1/2 of each day.</summary>
    private void Collect(double[] sums, int[] counts)
    {
        var weight = 1.0 / (_merge.Count + 1);
        var order = _ranks.Order;
        var ranks = _merge.Estimation;
        for (var k = 0; k < order.Length; k++)
        {
            sums[order[k]] += (ranks[k] * weight) - 0.5;
            counts[order[k]]++;
        }

        for (var day = 0; day < _values.Length; day++)
        {
            if (_merge.Event[day] > 0)
            {
                sums[_estimationDays + day] += (_merge.Event[day] * weight) - 0.5;
                counts[_estimationDays + day]++;
            }
        }
    }

    private void CollectSigns(EventFit fit, double median)
    {
        for (var day = 0; day < _estimationDays; day++)
        {
            var residual = fit.Residuals[day];
            Signs[day] += residual > median ? 1 : residual < median ? -1 : 0;
        }

        for (var day = 0; day < _values.Length; day++)
        {
            Signs[_estimationDays + day] += _values[day] > median ? 1 : _values[day] < median ? -1 : 0;
        }
    }
}
