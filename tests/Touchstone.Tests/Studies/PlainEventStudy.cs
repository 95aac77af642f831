using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>The formulas of the methodology pages as plain loops: normal equations by elimination, a matrix of pairs, a count for every rank.</summary>
internal sealed class PlainEventStudy
{
    private readonly EventPanel _panel;
    private readonly int _estimation;
    private readonly int _days;

    public PlainEventStudy(EventPanel panel, ReturnModel model)
    {
        (_panel, _estimation, _days) = (panel, panel.EstimationDays, panel.EstimationDays + panel.Window.Days);
        foreach (var item in panel.Events)
        {
            Fit(item, model);
        }
    }

    public List<double[]> Abnormal { get; } = [];

    public List<double> Sigma { get; } = [];

    public List<double> Freedom { get; } = [];

    private List<double[][]> Rows { get; } = [];

    private List<double[,]> Inverse { get; } = [];

    public int Count => Abnormal.Count;

    /// <summary>Cumulative abnormal return and forecast factor over the days that are there.</summary>
    public (double Value, double Factor) Over(int i, EventWindow window)
    {
        var parameters = Inverse[i].GetLength(0);
        var (value, factor, sum) = (0.0, 0.0, new double[parameters]);
        for (var day = window.First; day <= window.Last; day++)
        {
            var t = _estimation + day - _panel.Window.First;
            if (!double.IsNaN(Abnormal[i][t]))
            {
                value += Abnormal[i][t];
                factor += 1;
                for (var k = 0; k < parameters; k++)
                {
                    sum[k] += Rows[i][t][k];
                }
            }
        }

        for (var k = 0; k < parameters; k++)
        {
            for (var l = 0; l < parameters; l++)
            {
                factor += sum[k] * Inverse[i][k, l] * sum[l];
            }
        }

        return (value, factor);
    }

    public double[] Standardised(EventWindow window) => [.. Enumerable.Range(0, Count).Select(i => Over(i, window)).Select((sum, i) => sum.Value / Sigma[i] / Math.Sqrt(sum.Factor))];

    public double Patell(EventWindow window) => Standardised(window).Sum() / Math.Sqrt(Freedom.Sum(freedom => freedom / (freedom - 2)));

    public double Bmp(EventWindow window)
    {
        var standard = Standardised(window);
        return Math.Sqrt(Count) * standard.Average() / Deviation(standard);
    }

    public double Corrado(EventWindow window)
    {
        var sums = new double[_days];
        var counts = new int[_days];
        for (var i = 0; i < Count; i++)
        {
            AddRanks(Abnormal[i], sums, counts);
        }

        return OverDays(sums, counts, window);
    }

    public double CorradoZivney(EventWindow window)
    {
        var sums = new double[_days];
        var counts = new int[_days];
        var spreads = Enumerable.Range(_panel.Window.First, _panel.Window.Days).Select(day => Deviation([.. Standardised(EventWindow.Day(day)).Where(double.IsFinite)])).ToArray();
        for (var i = 0; i < Count; i++)
        {
            var own = Abnormal[i].Select((value, t) => t < _estimation ? value / Sigma[i] : Standardised(EventWindow.Day(t - _estimation + _panel.Window.First))[i] / spreads[t - _estimation]).ToArray();
            AddRanks(own, sums, counts);
        }

        return OverDays(sums, counts, window);
    }

    public double MedianSigns(EventWindow window)
    {
        var sums = new double[_days];
        var counts = new int[_days];
        for (var i = 0; i < Count; i++)
        {
            var sorted = Abnormal[i].Where(double.IsFinite).Order().ToArray();
            var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
            for (var t = 0; t < _days; t++)
            {
                if (double.IsFinite(Abnormal[i][t]))
                {
                    sums[t] += Math.Sign(Abnormal[i][t] - median);
                    counts[t]++;
                }
            }
        }

        return OverDays(sums, counts, window);
    }

    /// <summary>Mean own rank, over the spread of mean ranks with the window's value put among each event's estimation days.</summary>
    public (double T, double Z) Grank(EventWindow window)
    {
        var standard = Standardised(window);
        var spread = Deviation(standard);
        var sums = new double[_estimation + 1];
        var counts = new int[_estimation + 1];
        var variance = 0.0;
        for (var i = 0; i < Count; i++)
        {
            double[] own = [.. Abnormal[i].Take(_estimation).Select(value => value / Sigma[i]), standard[i] / spread];
            AddRanks(own, sums, counts);
            double ranked = own.Count(double.IsFinite);
            variance += (ranked - 1) / (ranked + 1) / 12;
        }

        double days = _estimation + 1;
        var squares = sums.Select((sum, t) => counts[t] == 0 ? 0 : (double)counts[t] / Count * Math.Pow(sum / counts[t], 2)).Sum();
        var mean = sums[_estimation] / Count;
        var z = mean / Math.Sqrt(squares / days);
        return (z * Math.Sqrt((days - 2) / (days - 1 - (z * z))), mean / Math.Sqrt(variance) * Count);
    }

    /// <summary>The mean of Pearson correlations over all pairs, on their common days by a clock; pairs with fewer than ten enter with zero.</summary>
    public double Correlation(bool byCalendar)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (OnClock(i, byCalendar), OnClock(j, byCalendar));
                var common = a.Keys.Where(b.ContainsKey).ToArray();
                sum += common.Length < 10 ? 0 : Pearson([.. common.Select(day => a[day])], [.. common.Select(day => b[day])]);
            }
        }

        return sum / (Count * (Count - 1) / 2.0);
    }

    public double PositiveShare => Enumerable.Range(0, Count).Average(i => Abnormal[i].Take(_estimation).Count(value => value > 0) / (double)Abnormal[i].Take(_estimation).Count(double.IsFinite));

    private static double Deviation(double[] values) => Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));

    private static double Pearson(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static void AddRanks(double[] values, double[] sums, int[] counts)
    {
        var there = values.Where(double.IsFinite).ToArray();
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsFinite(values[t]))
            {
                var rank = there.Count(other => other < values[t]) + ((there.Count(other => other == values[t]) + 1) / 2.0);
                sums[t] += (rank / (there.Length + 1)) - 0.5;
                counts[t]++;
            }
        }
    }

    private double OverDays(double[] sums, int[] counts, EventWindow window)
    {
        var series = sums.Select((sum, t) => counts[t] == 0 ? double.NaN : sum / Math.Sqrt(counts[t])).ToArray();
        var spread = Math.Sqrt(series.Where(double.IsFinite).Average(value => value * value));
        var own = series.Skip(_estimation + window.First - _panel.Window.First).Take(window.Days).Where(double.IsFinite).ToArray();
        return own.Sum() / Math.Sqrt(own.Length) / spread;
    }

    private Dictionary<int, double> OnClock(int i, bool byCalendar) =>
        Enumerable.Range(0, _estimation).Where(t => double.IsFinite(Abnormal[i][t])).ToDictionary(t => byCalendar ? _panel.Events[i].DayNumbers.Span[t] : t, t => Abnormal[i][t]);

    private void Fit(EventReturns item, ReturnModel model)
    {
        var factors = model switch { ReturnModel.MeanAdjusted => 0, ReturnModel.MultiFactor => item.Factors.Length, _ => 1 };
        var parameters = model == ReturnModel.MarketAdjusted ? 0 : factors + 1;
        var rows = Enumerable.Range(0, _days).Select(t => Enumerable.Range(0, parameters).Select(k => k == 0 ? 1.0 : item.Factors[k - 1].Span[t]).ToArray()).ToArray();
        var returns = item.Returns.ToArray();
        var used = Enumerable.Range(0, _estimation).Where(t => double.IsFinite(returns[t])).ToArray();
        var moments = new double[parameters, parameters];
        var products = new double[parameters];
        foreach (var t in used)
        {
            for (var k = 0; k < parameters; k++)
            {
                products[k] += rows[t][k] * returns[t];
                for (var l = 0; l < parameters; l++)
                {
                    moments[k, l] += rows[t][k] * rows[t][l];
                }
            }
        }

        var inverse = Invert(moments);
        var slopes = Enumerable.Range(0, parameters).Select(k => Enumerable.Range(0, parameters).Sum(l => inverse[k, l] * products[l])).ToArray();
        var abnormal = Enumerable.Range(0, _days).Select(t => returns[t] - (model == ReturnModel.MarketAdjusted ? item.Factors[0].Span[t] : rows[t].Zip(slopes, (x, b) => x * b).Sum())).ToArray();
        var mean = model == ReturnModel.MarketAdjusted ? used.Average(t => abnormal[t]) : 0;
        double freedom = used.Length - Math.Max(1, parameters);
        Abnormal.Add(abnormal);
        Sigma.Add(Math.Sqrt(used.Sum(t => Math.Pow(abnormal[t] - mean, 2)) / freedom));
        Freedom.Add(freedom);
        Rows.Add(rows);
        Inverse.Add(inverse);
    }

    private static double[,] Invert(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (a, inverse) = ((double[,])matrix.Clone(), new double[n, n]);
        for (var k = 0; k < n; k++)
        {
            inverse[k, k] = 1;
        }

        for (var k = 0; k < n; k++)
        {
            var pivot = a[k, k];
            for (var l = 0; l < n; l++)
            {
                a[k, l] /= pivot;
                inverse[k, l] /= pivot;
            }

            for (var row = 0; row < n; row++)
            {
                var factor = row == k ? 0 : a[row, k];
                for (var l = 0; l < n; l++)
                {
                    a[row, l] -= factor * a[k, l];
                    inverse[row, l] -= factor * inverse[k, l];
                }
            }
        }

        return inverse;
    }
}
