namespace Touchstone.Studies;

/// <summary>Stored critical values for any length between the shortest and the longest stored: straight lines in the logarithm of the length.</summary>
internal static class StoredQuantiles
{
    /// <summary>The values for a length, with where they come from.</summary>
    /// <param name="points">Data points of the series.</param>
    /// <param name="options">Lag and shortest window of the test; stored values are for the defaults.</param>
    public static Answer<StoredCriticalValues> For(int points, ExuberanceOptions options)
    {
        if (options.Lag != 0 || (options.MinimumRegressionRows is { } rows && rows != MinimumWindow.RegressionRows(points)))
        {
            return SeriesChecks.Invalid($"Stored critical values are for lag 0 and the standard shortest window ({MinimumWindow.RegressionRows(points)} regression rows of {points} points); simulate them for others (monte-carlo, wild or composite).");
        }

        if (StoredCriticalValues.For(points) is { HasValue: true } exact)
        {
            return exact;
        }

        var all = StoredCriticalValues.All;
        if (points < all[0].Points || points > all[^1].Points)
        {
            return new Problem(ProblemKind.NoData, $"Critical values are stored for {all[0].Points} to {all[^1].Points} points; the series has {points}. Simulate them (monte-carlo, wild or composite).");
        }

        var (below, above) = (all.Last(row => row.Points < points), all.First(row => row.Points > points));
        var share = Math.Log((double)points / below.Points) / Math.Log((double)above.Points / below.Points);
        double Between(double low, double high) => low + (share * (high - low));
        UsualLevels Mixed(UsualLevels low, UsualLevels high) => new(Between(low.At90, high.At90), Between(low.At95, high.At95), Between(low.At99, high.At99));
        return Answer<StoredCriticalValues>.Of(
            new StoredCriticalValues(points, MinimumWindow.RegressionRows(points), Math.Min(below.Replicates, above.Replicates), below.Seed, Mixed(below.Adf, above.Adf), Mixed(below.Sadf, above.Sadf), Mixed(below.Gsadf, above.Gsadf)),
            new Working
            {
                Formula = "quantiles over simulated random walks",
                Conventions = [FormattableString.Invariant($"Stored for {below.Points} and {above.Points} points ({below.Replicates} and {above.Replicates} replicates); between them a straight line in ln T.")],
            });
    }
}
