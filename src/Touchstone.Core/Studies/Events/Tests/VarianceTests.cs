namespace Touchstone.Studies;

/// <summary>Tests of the variance of abnormal returns.</summary>
internal static class VarianceTests
{
    private static readonly Working SquaredFormula = new() { Formula = "sum of SAR^2 * (M - K - 2) / (M - K)" };
    private static readonly Working RatioFormula = new() { Formula = "variance of AR across events (N - 1) / mean of s^2 * forecast factor" };

    /// <summary>Source of the idea: Beaver, "The information content of annual earnings announcements", Journal of Accounting Research 6, 1968; Patell 1976.</summary>
    public static Answer<TestValue> Squared(SampleColumn column, EventSample sample)
    {
        var sum = 0.0;
        for (var k = 0; k < column.Count; k++)
        {
            var fit = sample.Fits[column.Members[k]];
            if (fit.Freedom < 3)
            {
                return new Problem(ProblemKind.Undefined, $"The mean squared standardised return needs at least three degrees of freedom for each event; {fit.Source.Event} has {fit.Freedom}.");
            }

            sum += column.Standard[k] * column.Standard[k] / fit.PatellVariance;
        }

        var law = new NullLaw(NullLawKind.ChiSquared, column.Count);
        return Answer<TestValue>.Of(new TestValue(sum, law.ProbabilityBeyond(sum), law, sum / column.Count, 1, column.Count), SquaredFormula);
    }

    /// <summary>Source: Hilliard and Savickas, "On the statistical significance of event effects on unsystematic volatility", Journal of Financial Research 25, 2002.</summary>
    public static Answer<TestValue> Ratio(SampleColumn column, EventSample sample)
    {
        if (column.Count < 2)
        {
            return TestRatio.Needs(2, column.Count);
        }

        var (forecast, freedom) = (0.0, 0);
        for (var k = 0; k < column.Count; k++)
        {
            var fit = sample.Fits[column.Members[k]];
            forecast += fit.Deviation * fit.Deviation * column.Factors[k] / column.Count;
            freedom += fit.Freedom;
        }

        var variance = column.Deviation * column.Deviation;
        var law = new NullLaw(NullLawKind.F, column.Count - 1, freedom);
        var ratio = variance / forecast;
        return Answer<TestValue>.Of(new TestValue(ratio, law.ProbabilityBeyond(ratio), law, variance, forecast, column.Count), RatioFormula);
    }
}
