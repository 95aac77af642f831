namespace Touchstone.Studies;

/// <summary>A statistic that is an estimate over its standard error.</summary>
internal static class TestRatio
{
    /// <summary>The ratio with its p-value, or a problem when there is nothing to divide by.</summary>
    public static Answer<TestValue> Of(double estimate, double error, NullLaw law, int events, Working working)
    {
        if (!(error > 0) || !double.IsFinite(estimate / error))
        {
            return new Problem(ProblemKind.Undefined, "The numbers do not vary, so there is no standard error to divide by.");
        }

        var statistic = estimate / error;
        return Answer<TestValue>.Of(new TestValue(statistic, law.ProbabilityBeyond(statistic), law, estimate, error, events), working);
    }

    /// <summary>The problem of a test that fewer events cannot have.</summary>
    public static Problem Needs(int least, int events) =>
        new(ProblemKind.Undefined, $"This test needs at least {least} events with an abnormal return; there {(events == 1 ? "is 1" : $"are {events}")}.");
}
