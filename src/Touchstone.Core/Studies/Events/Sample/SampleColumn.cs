namespace Touchstone.Studies;

/// <summary>The abnormal returns of a sample over one day or window: only the events that have one.</summary>
internal sealed class SampleColumn
{
    public SampleColumn(EventFit[] fits, EventWindow window)
    {
        Window = window;
        var count = fits.Length;
        var members = new int[count];
        var (raw, standard, factors, multiples) = (new double[count], new double[count], new double[count], new double[count]);
        Places = new int[count];
        var used = 0;
        for (var i = 0; i < count; i++)
        {
            var (value, factor, days) = fits[i].Sum(window);
            Places[i] = -1;
            if (days == 0)
            {
                continue;
            }

            Places[i] = used;
            members[used] = i;
            raw[used] = value;
            factors[used] = factor;
            multiples[used] = Multiple(fits[i], window);
            standard[used++] = value / (fits[i].Deviation * Math.Sqrt(factor));
        }

        (Members, Raw, Standard) = (Cut(members, used), Cut(raw, used), Cut(standard, used));
        (Factors, Multiples) = (Cut(factors, used), Cut(multiples, used));
        (Mean, Deviation) = Moments(Raw);
        (StandardMean, StandardDeviation) = Moments(Standard);
    }

    public EventWindow Window { get; }

    /// <summary>Which events of the sample are in.</summary>
    public int[] Members { get; }

    /// <summary>Where each event of the sample stands among the members, or -1.</summary>
    public int[] Places { get; }

    public int Count => Members.Length;

    /// <summary>Abnormal returns.</summary>
    public double[] Raw { get; }

    /// <summary>Abnormal returns over the root of their forecast variance.</summary>
    public double[] Standard { get; }

    /// <summary>Forecast variances in terms of the residual variance.</summary>
    public double[] Factors { get; }

    /// <summary>The part of the forecast variance that is not due to fitting.</summary>
    public double[] Multiples { get; }

    public double Mean { get; }

    /// <summary>With n - 1; NaN for fewer than two.</summary>
    public double Deviation { get; }

    public double StandardMean { get; }

    /// <summary>With n - 1; NaN for fewer than two.</summary>
    public double StandardDeviation { get; }

    /// <summary>Mean and deviation (n - 1) by two passes; a spread that is only rounding is none.</summary>
    public static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return (double.NaN, double.NaN);
        }

        var mean = Dots.Sum(values) / values.Length;
        if (values.Length < 2)
        {
            return (mean, double.NaN);
        }

        var (squares, rest, largest) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var off = value - mean;
            squares += off * off;
            rest += off;
            largest = Math.Max(largest, Math.Abs(value));
        }

        var deviation = Math.Sqrt(Math.Max(0, squares - (rest * rest / values.Length)) / (values.Length - 1));
        return (mean, deviation > 1e-14 * largest ? deviation : 0);
    }

    private static double Multiple(EventFit fit, EventWindow window)
    {
        var sum = 0.0;
        for (var day = window.First - fit.Window.First; day <= window.Last - fit.Window.First; day++)
        {
            sum += double.IsNaN(fit.Abnormal[day]) ? 0 : fit.Multiples[day];
        }

        return sum;
    }

    private static T[] Cut<T>(T[] values, int count) => count == values.Length ? values : values[..count];
}
