namespace Touchstone.Studies;

/// <summary>The model of one event fitted to its estimation window, and its abnormal returns.</summary>
internal sealed class EventFit
{
    public required EventReturns Source { get; init; }

    public required EventWindow Window { get; init; }

    /// <summary>Estimation days that entered.</summary>
    public required int Used { get; init; }

    /// <summary>Estimation days less parameters.</summary>
    public required int Freedom { get; init; }

    public required double[] Coefficients { get; init; }

    /// <summary>The deviation of a one-day residual.</summary>
    public required double Deviation { get; init; }

    /// <summary>Residuals of the estimation days, each over the root of its variance multiple; NaN where missing.</summary>
    public required double[] Residuals { get; init; }

    /// <summary>Abnormal returns of the event days; NaN where missing.</summary>
    public required double[] Abnormal { get; init; }

    /// <summary>The variance of each event day's error as a multiple of the one-day residual variance: its span, or the GARCH forecast.</summary>
    public required double[] Multiples { get; init; }

    /// <summary>For each event day z = R'^-1 x, one number for each parameter: (sum of z)'(sum of z) is the part of the forecast variance that fitting adds.</summary>
    public required double[] Leverages { get; init; }

    /// <summary>The slope on the market, or null where there is none.</summary>
    public double? MarketSlope { get; init; }

    public GarchParameters? Garch { get; init; }

    /// <summary>The deviation of the residuals about their mean (n - 1), as the tests of Brown and Warner use it.</summary>
    public required double ResidualDeviation { get; init; }

    public bool Has(int day) => !double.IsNaN(Abnormal[day - Window.First]);

    /// <summary>The mean of the squared standardised residual's law: (M - K) / (M - K - 2).</summary>
    public double PatellVariance => Freedom / (Freedom - 2.0);

    /// <summary>The abnormal return over the days of a window that it has, its forecast factor and how many days; NaN when none.</summary>
    public (double Value, double Factor, int Days) Sum(EventWindow window)
    {
        var parameters = Leverages.Length / Abnormal.Length;
        Span<double> leverage = stackalloc double[parameters];
        leverage.Clear();
        var (value, factor, days) = (0.0, 0.0, 0);
        for (var day = window.First - Window.First; day <= window.Last - Window.First; day++)
        {
            if (double.IsNaN(Abnormal[day]))
            {
                continue;
            }

            days++;
            value += Abnormal[day];
            factor += Multiples[day];
            for (var k = 0; k < parameters; k++)
            {
                leverage[k] += Leverages[(day * parameters) + k];
            }
        }

        foreach (var part in leverage)
        {
            factor += part * part;
        }

        return days == 0 ? (double.NaN, double.NaN, 0) : (value, factor, days);
    }

    /// <summary>The same as a result with its law, or null when it has none of the days.</summary>
    public AbnormalReturn? Over(EventWindow window)
    {
        var (value, factor, days) = Sum(window);
        if (days == 0)
        {
            return null;
        }

        var law = NullLaw.StudentT(Freedom);
        var error = Deviation * Math.Sqrt(factor);
        return new AbnormalReturn(window, days, value, factor, error, law, law.ProbabilityBeyond(value / error));
    }
}
