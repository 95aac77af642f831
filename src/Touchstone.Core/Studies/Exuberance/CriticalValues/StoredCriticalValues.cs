using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Studies;

/// <summary>Critical values at the three usual levels.</summary>
/// <param name="At90">At 10%: the 90% quantile.</param>
/// <param name="At95">At 5%.</param>
/// <param name="At99">At 1%.</param>
public readonly record struct UsualLevels(double At90, double At95, double At99);

/// <summary>One row of the table of Monte Carlo critical values that comes with the library: lag 0, standard shortest window.</summary>
/// <param name="Points">Data points, T.</param>
/// <param name="MinimumRegressionRows">Shortest window by the standard rule.</param>
/// <param name="Replicates">Replicates that it was computed from.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Adf">Of ADF.</param>
/// <param name="Sadf">Of SADF.</param>
/// <param name="Gsadf">Of GSADF.</param>
public sealed record StoredCriticalValues(int Points, int MinimumRegressionRows, int Replicates, ulong Seed, UsualLevels Adf, UsualLevels Sadf, UsualLevels Gsadf)
{
    private const string Table = "exuberance-critical-values.csv";

    /// <summary>All rows, by length.</summary>
    /// <remarks>
    /// Computed by <see cref="CriticalValues.MonteCarlo"/> itself; <c>dotnet run -c Release --project bench/Touchstone.Bench --
    /// exuberance-table</c> writes the same bytes again.
    /// </remarks>
    public static ImmutableArray<StoredCriticalValues> All { get; } = Read();

    /// <summary>The row for a length.</summary>
    /// <param name="points">Data points of the series.</param>
    /// <returns>The row, or <see cref="ProblemKind.NoData"/> naming the lengths there are.</returns>
    public static Answer<StoredCriticalValues> For(int points)
    {
        var row = All.FirstOrDefault(row => row.Points == points);
        return row is null
            ? new Problem(ProblemKind.NoData, $"No critical values are stored for {points} points; there are some for {string.Join(", ", All.Select(stored => stored.Points))}. Simulate them for any other length.")
            : Answer<StoredCriticalValues>.Of(row, new Working { Formula = "quantiles over simulated random walks", Conventions = [$"{row.Replicates} replicates from seed {row.Seed}; lag 0, windows of {row.MinimumRegressionRows} regression rows or more."] });
    }

    /// <summary>The values for any length between the shortest and the longest stored.</summary>
    /// <param name="points">Data points of the series.</param>
    /// <returns>The row of the length, or a straight line in ln T between its neighbours; <see cref="ProblemKind.NoData"/> outside the table.</returns>
    public static Answer<StoredCriticalValues> Around(int points)
    {
        if (For(points) is { HasValue: true } exact)
        {
            return exact;
        }

        if (points < All[0].Points || points > All[^1].Points)
        {
            return new Problem(ProblemKind.NoData, $"Critical values are stored for {All[0].Points} to {All[^1].Points} points; the series has {points}. Simulate them (monte-carlo, wild or composite).");
        }

        var (below, above) = (All.Last(row => row.Points < points), All.First(row => row.Points > points));
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

    /// <summary>The row as the table holds it.</summary>
    internal string ToLine() => string.Join(
        ',',
        new[] { Points.ToString(CultureInfo.InvariantCulture), MinimumRegressionRows.ToString(CultureInfo.InvariantCulture), Replicates.ToString(CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture) }
            .Concat(new[] { Adf, Sadf, Gsadf }.SelectMany(levels => new[] { levels.At90, levels.At95, levels.At99 }).Select(value => value.ToString("F4", CultureInfo.InvariantCulture))));

    /// <summary>The table's first line.</summary>
    internal static string Header => "points,minimum_rows,replicates,seed,adf_90,adf_95,adf_99,sadf_90,sadf_95,sadf_99,gsadf_90,gsadf_95,gsadf_99";

    private static ImmutableArray<StoredCriticalValues> Read()
    {
        using var stream = typeof(StoredCriticalValues).Assembly.GetManifestResourceStream(Table) ?? throw new InvalidOperationException($"The library holds no {Table}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)];
    }

    private static StoredCriticalValues Row(string line)
    {
        var cells = line.Split(',');
        UsualLevels Levels(int first) => new(Number(cells[first]), Number(cells[first + 1]), Number(cells[first + 2]));
        return new StoredCriticalValues(Whole(cells[0]), Whole(cells[1]), Whole(cells[2]), (ulong)Whole(cells[3]), Levels(4), Levels(7), Levels(10));
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
