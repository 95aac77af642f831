namespace Touchstone.Tests.Studies;

/// <summary>Numbers that agree to a relative precision.</summary>
internal static class Agree
{
    public static void Within(double precision, double expected, double actual, string what) =>
        Assert.True(Math.Abs(actual - expected) <= precision * Math.Max(1, Math.Abs(expected)), $"{what}: expected {expected:R}, was {actual:R}.");

    public static void Within(double precision, IEnumerable<double> expected, IEnumerable<double> actual, string what)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++)
        {
            Within(precision, left[i], right[i], $"{what}[{i}]");
        }
    }
}
