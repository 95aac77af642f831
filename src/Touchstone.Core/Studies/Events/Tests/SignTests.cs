namespace Touchstone.Studies;

/// <summary>Tests on the signs of abnormal returns.</summary>
internal static class SignTests
{
    private static readonly Working SignFormula = new() { Formula = "(positive - N / 2) / sqrt(N / 4)" };
    private static readonly Working GeneralisedFormula = new() { Formula = "(positive - N p) / sqrt(N p (1 - p)), p = mean share of positive estimation residuals" };
    private static readonly Working MedianFormula = new() { Formula = "sum over days of G(t) / (sqrt(days) * S), G(t) = sum of sign(AR - median) / sqrt(N(t)), S^2 = mean of G^2 over estimation and event days" };

    /// <summary>Events whose abnormal return is above zero.</summary>
    public static int Positive(SampleColumn column) => column.Raw.Count(value => value > 0);

    /// <summary>The sign test against a half.</summary>
    public static Answer<TestValue> Sign(SampleColumn column) =>
        TestRatio.Of(Positive(column) - (column.Count / 2.0), Math.Sqrt(column.Count / 4.0), NullLaw.Normal, column.Count, SignFormula);

    /// <summary>Source: Cowan, "Nonparametric event study tests", Review of Quantitative Finance and Accounting 2, 1992.</summary>
    public static Answer<TestValue> Generalised(SampleColumn column, EventSample sample)
    {
        var p = sample.PositiveShare;
        return TestRatio.Of(Positive(column) - (column.Count * p), Math.Sqrt(column.Count * p * (1 - p)), NullLaw.Normal, column.Count, GeneralisedFormula);
    }

    /// <summary>Source: Corrado and Zivney, "The specification and power of the sign test in event study hypothesis tests using daily stock returns", Journal of Financial and Quantitative Analysis 27, 1992.</summary>
    public static Answer<TestValue> AboutMedian(SampleColumn column, EventSample sample) => RankTests.OverDays(sample.Signs, column, sample, MedianFormula);
}
