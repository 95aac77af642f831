using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>
/// The same market model and the costly tests as a textbook has them: two-dimensional arrays, a sort for every ranking, a matrix of all pairs for the correlation.
/// What the engine is measured against; it leaves out p-values and the tests that cost next to nothing.
/// </summary>
internal static class PlainBattery
{
    public static double Run(EventPanel panel)
    {
        var (count, estimation, window) = (panel.Events.Length, panel.EstimationDays, panel.Window.Days);
        var days = estimation + window;
        var abnormal = new double[count, days];
        var deviation = new double[count];
        var forecast = new double[count, days];
        for (var i = 0; i < count; i++)
        {
            var (y, x) = (panel.Events[i].Returns.ToArray(), panel.Events[i].Factors[0].ToArray());
            var (meanX, meanY) = (x.Take(estimation).Average(), y.Take(estimation).Average());
            var (xx, xy, squares) = (0.0, 0.0, 0.0);
            for (var t = 0; t < estimation; t++)
            {
                xx += (x[t] - meanX) * (x[t] - meanX);
                xy += (x[t] - meanX) * (y[t] - meanY);
            }

            for (var t = 0; t < days; t++)
            {
                abnormal[i, t] = y[t] - meanY - (xy / xx * (x[t] - meanX));
                squares += t < estimation ? abnormal[i, t] * abnormal[i, t] : 0;
                forecast[i, t] = 1 + (1.0 / estimation) + ((x[t] - meanX) * (x[t] - meanX) / xx);
            }

            deviation[i] = Math.Sqrt(squares / (estimation - 2));
        }

        var sum = Correlation(abnormal, estimation) + Ranks(abnormal, days, estimation);
        for (var t = estimation; t < days; t++)
        {
            var standard = Enumerable.Range(0, count).Select(i => abnormal[i, t] / deviation[i] / Math.Sqrt(forecast[i, t])).ToArray();
            var mean = standard.Average();
            var spread = Math.Sqrt(standard.Sum(z => (z - mean) * (z - mean)) / (count - 1));
            sum += Math.Sqrt(count) * mean / spread;
            sum += GeneralisedRanks(abnormal, deviation, standard, spread, estimation);
        }

        return sum;
    }

    private static double Ranks(double[,] abnormal, int days, int estimation)
    {
        var means = new double[days];
        for (var i = 0; i < abnormal.GetLength(0); i++)
        {
            var ranks = Rank([.. Enumerable.Range(0, days).Select(t => abnormal[i, t])]);
            for (var t = 0; t < days; t++)
            {
                means[t] += ranks[t] - ((days + 1) / 2.0);
            }
        }

        return means.Skip(estimation).Sum() / Math.Sqrt(means.Sum(mean => mean * mean) / days);
    }

    private static double GeneralisedRanks(double[,] abnormal, double[] deviation, double[] standard, double spread, int estimation)
    {
        var means = new double[estimation + 1];
        for (var i = 0; i < standard.Length; i++)
        {
            var ranks = Rank([.. Enumerable.Range(0, estimation).Select(t => abnormal[i, t] / deviation[i]), standard[i] / spread]);
            for (var t = 0; t <= estimation; t++)
            {
                means[t] += (ranks[t] / (estimation + 2)) - 0.5;
            }
        }

        return means[estimation] / Math.Sqrt(means.Sum(mean => mean * mean) / (estimation + 1));
    }

    private static double Correlation(double[,] abnormal, int estimation)
    {
        var count = abnormal.GetLength(0);
        var norms = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var t = 0; t < estimation; t++)
            {
                norms[i] += abnormal[i, t] * abnormal[i, t];
            }
        }

        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var product = 0.0;
                for (var t = 0; t < estimation; t++)
                {
                    product += abnormal[i, t] * abnormal[j, t];
                }

                sum += product / Math.Sqrt(norms[i] * norms[j]);
            }
        }

        return sum / (count * (count - 1.0) / 2);
    }

    private static double[] Rank(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var k = 0; k < order.Length; k++)
        {
            ranks[order[k]] = k + 1;
        }

        return ranks;
    }
}
