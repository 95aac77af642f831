namespace Touchstone.Studies;

/// <summary>Tests on ranks over time.</summary>
internal static class RankTests
{
    private static readonly Working CorradoFormula = new() { Formula = "sum over days of D(t) / (sqrt(days) * S), D(t) = sum of (rank / (1 + T) - 1/2) / sqrt(N(t)), S^2 = mean of D^2 over estimation and event days" };
    private static readonly Working ZivneyFormula = new() { Formula = "as Corrado's, on AR / s; event days first over the deviation across events" };
    private static readonly Working GrankTFormula = new() { Formula = "Z sqrt((T - 2) / (T - 1 - Z^2)), Z = mean U(0) / S, S^2 = mean of N(t) / N * (mean U(t))^2, T = estimation days + 1" };
    private static readonly Working GrankZFormula = new() { Formula = "mean U(0) / sqrt(sum of (T - 1) / (T + 1) / (12 N^2))" };

    /// <summary>Source: Corrado, "A nonparametric test for abnormal security-price performance in event studies", Journal of Financial Economics 23, 1989; windows: Cowan 1992, Campbell and Wasley 1993.</summary>
    public static Answer<TestValue> Corrado(SampleColumn column, EventSample sample) => OverDays(sample.Ranks, column, sample, CorradoFormula);

    /// <summary>Source: Corrado and Zivney, Journal of Financial and Quantitative Analysis 27, 1992.</summary>
    public static Answer<TestValue> CorradoZivney(SampleColumn column, EventSample sample) =>
        sample.Fits.Length < 2 ? TestRatio.Needs(2, sample.Fits.Length) : OverDays(sample.StandardRanks, column, sample, ZivneyFormula);

    /// <summary>Source: Kolari and Pynnönen, "Nonparametric rank tests for event studies", Journal of Empirical Finance 18, 2011.</summary>
    public static Answer<TestValue> GrankT(int index, SampleColumn column, EventSample sample)
    {
        if (Grank(column) is { } problem)
        {
            return problem;
        }

        var (own, _, spread) = sample.Grank.Of(index, column.Count);
        var z = own / spread;
        double days = sample.Panel.EstimationDays + 1;
        var rest = days - 1 - (z * z);
        return spread > 0 && rest > 0 && days > 2
            ? TestRatio.Of(own, spread * Math.Sqrt(rest / (days - 2)), NullLaw.StudentT(days - 2), column.Count, GrankTFormula)
            : new Problem(ProblemKind.Undefined, "The generalised ranks vary on no day but the event's, so there is nothing to compare them with.");
    }

    /// <summary>Source: as <see cref="GrankT"/>.</summary>
    public static Answer<TestValue> GrankZ(int index, SampleColumn column, EventSample sample)
    {
        if (Grank(column) is { } problem)
        {
            return problem;
        }

        var (own, error, _) = sample.Grank.Of(index, column.Count);
        return TestRatio.Of(own, error, NullLaw.Normal, column.Count, GrankZFormula);
    }

    /// <summary>A statistic of numbers a day, over a window.</summary>
    public static Answer<TestValue> OverDays(DaySeries series, SampleColumn column, EventSample sample, Working working)
    {
        var (sum, days) = series.Over(column.Window, sample.Panel.Window);
        return days == 0
            ? new Problem(ProblemKind.Undefined, $"No day of {column.Window} has events whose returns can be ranked.")
            : TestRatio.Of(sum, Math.Sqrt(days) * series.Spread, NullLaw.Normal, column.Count, working);
    }

    private static Problem? Grank(SampleColumn column) => column.Count < 2
        ? TestRatio.Needs(2, column.Count)
        : column.StandardDeviation > 0 ? null : new Problem(ProblemKind.Undefined, "The standardised returns do not vary between events, so they cannot be put on one scale.");
}
