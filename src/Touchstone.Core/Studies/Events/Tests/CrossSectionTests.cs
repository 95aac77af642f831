namespace Touchstone.Studies;

/// <summary>Tests on plain abnormal returns.</summary>
internal static class CrossSectionTests
{
    private static readonly Working TFormula = new() { Formula = "sqrt(N) * mean(AR) / s(AR)" };
    private static readonly Working IndependenceFormula = new() { Formula = "mean(AR) / (sqrt(sum of s_i^2 * days) / N), s_i of the estimation residuals (n - 1)" };
    private static readonly Working CrudeFormula = new() { Formula = "mean(AR) / (s(daily mean residual) * sqrt(days))" };
    private static readonly Working LambFormula = new() { Formula = "mean(AR) / (s(daily mean residual) * sqrt(forecast factor))" };
    private static readonly Working SkewnessFormula = new() { Formula = "sqrt(n) * (S + g S^2 / 3 + g^2 S^3 / 27 + g / (6 n)), S = mean / s, g = skewness" };

    /// <summary>Source: Brown and Warner, "Measuring security price performance", Journal of Financial Economics 8, 1980.</summary>
    public static Answer<TestValue> T(SampleColumn column) => column.Count < 2
        ? TestRatio.Needs(2, column.Count)
        : TestRatio.Of(column.Mean, column.Deviation / Math.Sqrt(column.Count), NullLaw.StudentT(column.Count - 1), column.Count, TFormula);

    /// <summary>Source: as <see cref="T"/>.</summary>
    public static Answer<TestValue> Independence(SampleColumn column, EventSample sample)
    {
        var variance = 0.0;
        for (var k = 0; k < column.Count; k++)
        {
            var fit = sample.Fits[column.Members[k]];
            var deviation = fit.ResidualDeviation;
            variance += deviation * deviation * column.Multiples[k];
        }

        return TestRatio.Of(column.Mean, Math.Sqrt(variance) / column.Count, NullLaw.Normal, column.Count, IndependenceFormula);
    }

    /// <summary>Source: Brown and Warner, "Using daily stock returns", Journal of Financial Economics 14, 1985.</summary>
    public static Answer<TestValue> CrudeDependence(SampleColumn column, EventSample sample) => sample.DailyMean.Days < 2
        ? new Problem(ProblemKind.Undefined, "The daily mean residual needs at least two estimation days.")
        : TestRatio.Of(column.Mean, sample.DailyMean.Deviation * Math.Sqrt(column.Window.Days), NullLaw.StudentT(sample.DailyMean.Days - 1), column.Count, CrudeFormula);

    /// <summary>Source: Lamb, "An exposure-based analysis of property-liability insurer stock values around Hurricane Andrew", Journal of Risk and Insurance 62, 1995.</summary>
    public static Answer<TestValue> Lamb(SampleColumn column, EventSample sample)
    {
        if (column.Factors.Max() - column.Factors.Min() > 1e-9 * column.Factors[0])
        {
            return new Problem(ProblemKind.Undefined, "Lamb's test needs one market and one date common to all events; here their forecast factors differ.");
        }

        return sample.DailyMean.Days < 2
            ? new Problem(ProblemKind.Undefined, "The daily mean residual needs at least two estimation days.")
            : TestRatio.Of(column.Mean, sample.DailyMean.Deviation * Math.Sqrt(column.Factors[0]), NullLaw.Normal, column.Count, LambFormula);
    }

    /// <summary>Source: Hall, "On the removal of skewness by transformation", Journal of the Royal Statistical Society B 54, 1992; Lyon, Barber and Tsai, Journal of Finance 54, 1999.</summary>
    public static Answer<TestValue> SkewnessAdjusted(SampleColumn column) => SkewnessAdjusted(column.Raw);

    /// <summary>The same on any numbers.</summary>
    public static Answer<TestValue> SkewnessAdjusted(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n < 3)
        {
            return TestRatio.Needs(3, n);
        }

        var (mean, deviation) = SampleColumn.Moments(values);
        if (!(deviation > 0))
        {
            return TestRatio.Of(mean, 0, NullLaw.Normal, n, SkewnessFormula);
        }

        var (s, g) = (mean / deviation, Skewness(values, mean, deviation));
        var statistic = Math.Sqrt(n) * (s + (g * s * s / 3) + (g * g * s * s * s / 27) + (g / (6 * n)));
        var law = NullLaw.StudentT(n - 1);
        return Answer<TestValue>.Of(new TestValue(statistic, law.ProbabilityBeyond(statistic), law, mean, deviation / Math.Sqrt(n), n), SkewnessFormula);
    }

    private static double Skewness(ReadOnlySpan<double> values, double mean, double deviation)
    {
        double n = values.Length;
        var cubes = 0.0;
        foreach (var value in values)
        {
            var z = (value - mean) / deviation;
            cubes += z * z * z;
        }

        return n / ((n - 1) * (n - 2)) * cubes;
    }
}
