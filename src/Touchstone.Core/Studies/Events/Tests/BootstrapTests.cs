namespace Touchstone.Studies;

/// <summary>The t of a mean against replicates made from the events themselves.</summary>
/// <remarks>
/// Events: n events drawn with replacement, t* = sqrt(n) (mean* - mean) / s*. Wild: every abnormal return times plus or minus one, t* = sqrt(n) mean* / s*.
/// p = (1 + replicates with |t*| at least |t|) / (1 + replicates). Replicate k of a seed is the same whatever else is computed.
/// Sources: Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapter 16; Liu, "Bootstrap procedures under some non-i.i.d. models", Annals of Statistics 16, 1988.
/// </remarks>
internal static class BootstrapTests
{
    private static readonly Working EventsFormula = new() { Formula = "sqrt(N) * mean / s against sqrt(N) * (mean* - mean) / s* of events drawn with replacement" };
    private static readonly Working WildFormula = new() { Formula = "sqrt(N) * mean / s against sqrt(N) * mean* / s* with flipped signs" };

    public static Answer<TestValue> Events(ReadOnlySpan<double> values, ulong seed, int replicates)
    {
        if (values.Length < 2)
        {
            return TestRatio.Needs(2, values.Length);
        }

        var (mean, deviation) = SampleColumn.Moments(values);
        var drawn = new double[values.Length];
        var t = Math.Abs(mean / deviation);
        var beyond = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var random = StudyRandom.Of(seed, replicate);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = values[random.Below(values.Length)] - mean;
            }

            beyond += IsBeyond(drawn, t) ? 1 : 0;
        }

        return Answer(mean, deviation, values.Length, beyond, replicates, EventsFormula);
    }

    public static Answer<TestValue> Wild(ReadOnlySpan<double> values, ulong seed, int replicates)
    {
        if (values.Length < 2)
        {
            return TestRatio.Needs(2, values.Length);
        }

        var (mean, deviation) = SampleColumn.Moments(values);
        var drawn = new double[values.Length];
        var t = Math.Abs(mean / deviation);
        var beyond = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var random = StudyRandom.Of(seed, replicate);
            var bits = 0UL;
            for (var i = 0; i < drawn.Length; i++)
            {
                bits = i % 64 == 0 ? random.Bits() : bits >> 1;
                drawn[i] = (bits & 1) == 0 ? values[i] : -values[i];
            }

            beyond += IsBeyond(drawn, t) ? 1 : 0;
        }

        return Answer(mean, deviation, values.Length, beyond, replicates, WildFormula);
    }

    /// <summary>Whether a replicate's |mean| / s is at least the sample's, the sample itself included whatever rounding does; one that does not vary is.</summary>
    private static bool IsBeyond(ReadOnlySpan<double> drawn, double t)
    {
        var (mean, deviation) = SampleColumn.Moments(drawn);
        return !(deviation > 0) || Math.Abs(mean) >= t * deviation * (1 - 1e-12);
    }

    private static Answer<TestValue> Answer(double mean, double deviation, int events, int beyond, int replicates, Working working)
    {
        var law = new NullLaw(NullLawKind.Bootstrap, replicates);
        return TestRatio.Of(mean, deviation / Math.Sqrt(events), NullLaw.Normal, events, working)
            .Map(value => value with { Law = law, PValue = (1.0 + beyond) / (1 + replicates) });
    }
}
