namespace Touchstone.Bench;

/// <summary>Breadth and mean correlation as one would first write them: add up each window, look back over each, go through all pairs.</summary>
internal sealed class PlainBreadth(double[] closes, int stocks)
{
    private readonly double[][] _closes = [.. Enumerable.Range(0, stocks).Select(stock => Enumerable.Range(0, closes.Length / stocks).Select(session => closes[(session * stocks) + stock]).ToArray())];

    private int Sessions => _closes[0].Length;

    public int[] Nets()
    {
        var nets = new int[Sessions];
        for (var session = 1; session < Sessions; session++)
        {
            foreach (var series in _closes)
            {
                nets[session] += Math.Sign(series[session] - series[session - 1]);
            }
        }

        return nets;
    }

    public int[] AboveAverage(int length)
    {
        var counts = new int[Sessions];
        for (var session = length - 1; session < Sessions; session++)
        {
            foreach (var series in _closes)
            {
                var sum = 0.0;
                for (var row = session - length + 1; row <= session; row++)
                {
                    sum += series[row];
                }

                counts[session] += series[session] > sum / length ? 1 : 0;
            }
        }

        return counts;
    }

    public int[] NewExtremes(int length)
    {
        var counts = new int[Sessions];
        for (var session = length; session < Sessions; session++)
        {
            foreach (var series in _closes)
            {
                var (isHigh, isLow) = (true, true);
                for (var row = session - 1; row >= session - length && (isHigh || isLow); row--)
                {
                    isHigh &= series[session] > series[row];
                    isLow &= series[session] < series[row];
                }

                counts[session] += (isHigh ? 1 : 0) - (isLow ? 1 : 0);
            }
        }

        return counts;
    }

    public double[] Correlations(int length)
    {
        var means = new double[Sessions];
        for (var session = length; session < Sessions; session++)
        {
            means[session] = Correlation(session, length);
        }

        return means;
    }

    public double Correlation(int session, int length)
    {
        var returns = new double[stocks][];
        for (var stock = 0; stock < stocks; stock++)
        {
            returns[stock] = new double[length];
            for (var row = 0; row < length; row++)
            {
                returns[stock][row] = Math.Log(_closes[stock][session - length + 1 + row] / _closes[stock][session - length + row]);
            }

            var mean = returns[stock].Average();
            var scale = Math.Sqrt(returns[stock].Sum(value => (value - mean) * (value - mean)));
            for (var row = 0; row < length; row++)
            {
                returns[stock][row] = (returns[stock][row] - mean) / scale;
            }
        }

        var sum = 0.0;
        for (var one = 0; one < stocks; one++)
        {
            for (var other = one + 1; other < stocks; other++)
            {
                var product = 0.0;
                for (var row = 0; row < length; row++)
                {
                    product += returns[one][row] * returns[other][row];
                }

                sum += product;
            }
        }

        return sum / (stocks * (stocks - 1) / 2.0);
    }
}
