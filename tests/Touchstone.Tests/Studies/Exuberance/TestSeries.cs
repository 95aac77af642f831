namespace Touchstone.Tests.Studies;

/// <summary>Series made up for the tests.</summary>
internal static class TestSeries
{
    /// <summary>A random walk with steps of uniform law from -1 to 1.</summary>
    public static double[] Walk(Random random, int points, double from = 100)
    {
        var walk = new double[points];
        walk[0] = from;
        for (var t = 1; t < points; t++)
        {
            walk[t] = walk[t - 1] + (2 * random.NextDouble()) - 1;
        }

        return walk;
    }

    /// <summary>A walk that from one point on grows by a factor a point until another, then falls back to where it began and walks on.</summary>
    public static double[] Bubble(Random random, int points, int from, int until, double factor)
    {
        var walk = Walk(random, points);
        for (var t = from; t < points; t++)
        {
            var shock = (2 * random.NextDouble()) - 1;
            walk[t] = t < until ? (factor * walk[t - 1]) + shock : t == until ? 100 + shock : walk[t - 1] + shock;
        }

        return walk;
    }
}
