namespace Touchstone.Studies;

/// <summary>Tests on standardised abnormal returns.</summary>
internal static class StandardisedTests
{
    private static readonly Working PatellFormula = new() { Formula = "sum(SAR) / sqrt(sum of (M - K) / (M - K - 2)), SAR = AR / (s * sqrt(forecast factor))" };
    private static readonly Working SimpleFormula = new() { Formula = "sum over events of (sum over days of SAR) / sqrt(days * (M - K) / (M - K - 2)), over sqrt(N)" };
    private static readonly Working BmpFormula = new() { Formula = "sqrt(N) * mean(SAR) / s(SAR)" };
    private static readonly Working AdjustedBmpFormula = new() { Formula = "sqrt(N) * mean(SAR) / s(SAR) * sqrt((1 - r) / (1 + (N - 1) r))" };
    private static readonly Working AdjustedPatellFormula = new() { Formula = "sum(SAR) / sqrt(sum of (M - K) / (M - K - 2)) / sqrt(1 + (N - 1) r)" };

    /// <summary>Source: Patell, "Corporate forecasts of earnings per share and stock price behavior", Journal of Accounting Research 14, 1976.</summary>
    public static Answer<TestValue> Patell(SampleColumn column, EventSample sample)
    {
        var sum = Dots.Sum(column.Standard);
        return Variance(column, sample, out var variance) is { } problem ? problem : TestRatio.Of(sum, Math.Sqrt(variance), NullLaw.Normal, column.Count, PatellFormula);
    }

    /// <summary>The days of a window taken as independent, which they are not once a model was fitted to one estimation window.</summary>
    public static Answer<TestValue> PatellSimple(SampleColumn column, EventSample sample)
    {
        if (Variance(column, sample, out _) is { } problem)
        {
            return problem;
        }

        var sum = 0.0;
        foreach (var member in column.Members)
        {
            var fit = sample.Fits[member];
            var (standard, days) = (0.0, 0);
            for (var day = column.Window.First; day <= column.Window.Last; day++)
            {
                var single = sample.Columns[day - sample.Panel.Window.First];
                if (single.Places[member] is >= 0 and var place)
                {
                    standard += single.Standard[place];
                    days++;
                }
            }

            sum += standard / Math.Sqrt(days * fit.PatellVariance);
        }

        return TestRatio.Of(sum, Math.Sqrt(column.Count), NullLaw.Normal, column.Count, SimpleFormula);
    }

    /// <summary>Source: Boehmer, Musumeci and Poulsen, "Event-study methodology under conditions of event-induced variance", Journal of Financial Economics 30, 1991.</summary>
    public static Answer<TestValue> Bmp(SampleColumn column) => column.Count < 2
        ? TestRatio.Needs(2, column.Count)
        : TestRatio.Of(column.StandardMean, column.StandardDeviation / Math.Sqrt(column.Count), NullLaw.StudentT(column.Count - 1), column.Count, BmpFormula);

    /// <summary>Source: Kolari and Pynnönen, "Event study testing with cross-sectional correlation of abnormal returns", Review of Financial Studies 23, 2010.</summary>
    public static Answer<TestValue> AdjustedBmp(SampleColumn column, EventSample sample)
    {
        if (column.Count < 2)
        {
            return TestRatio.Needs(2, column.Count);
        }

        if (Inflation(column, sample, out var inflation, out var r) is { } problem)
        {
            return problem;
        }

        var error = column.StandardDeviation / Math.Sqrt(column.Count) * Math.Sqrt(inflation / (1 - r));
        return TestRatio.Of(column.StandardMean, error, NullLaw.StudentT(column.Count - 1), column.Count, AdjustedBmpFormula);
    }

    /// <summary>Source: as <see cref="AdjustedBmp"/>.</summary>
    public static Answer<TestValue> AdjustedPatell(SampleColumn column, EventSample sample)
    {
        if (column.Count < 2)
        {
            return TestRatio.Needs(2, column.Count);
        }

        return (Variance(column, sample, out var variance) ?? Inflation(column, sample, out variance, out _, variance)) is { } problem
            ? problem
            : TestRatio.Of(Dots.Sum(column.Standard), Math.Sqrt(variance), NullLaw.Normal, column.Count, AdjustedPatellFormula);
    }

    /// <summary>The variance of the sum of standardised abnormal returns, or why it has none.</summary>
    private static Problem? Variance(SampleColumn column, EventSample sample, out double variance)
    {
        variance = 0;
        foreach (var member in column.Members)
        {
            var fit = sample.Fits[member];
            if (fit.Freedom < 3)
            {
                return new Problem(ProblemKind.Undefined, $"Patell's test needs at least three degrees of freedom for each event; {fit.Source.Event} has {fit.Freedom}.");
            }

            variance += fit.PatellVariance;
        }

        return null;
    }

    /// <summary>What the correlation between events makes of a variance, or why it cannot be told.</summary>
    private static Problem? Inflation(SampleColumn column, EventSample sample, out double inflation, out double r, double variance = 1)
    {
        r = sample.UsedCorrelation ?? 0;
        inflation = variance * (1 + ((column.Count - 1) * r));
        return inflation > 1e-9 * variance && r < 1
            ? null
            : new Problem(ProblemKind.Undefined, $"The average correlation between events is {r:R}, at the edge of what {column.Count} events can have; the adjusted tests have no variance.");
    }
}
