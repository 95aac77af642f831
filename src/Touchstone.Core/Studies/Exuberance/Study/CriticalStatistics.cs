using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>The statistics of a test beside critical values from a source, and the line to date with.</summary>
internal sealed record CriticalStatistics(ImmutableArray<ExuberanceStatistic> Statistics, CriticalLine Line)
{
    /// <summary>Reads or simulates critical values.</summary>
    /// <param name="tested">The numbers tested.</param>
    /// <param name="result">Their test.</param>
    /// <param name="options">Source, level, replicates.</param>
    public static Answer<CriticalStatistics> Of(ReadOnlySpan<double> tested, ExuberanceResult result, ExuberanceStudyOptions options)
    {
        if (options.Critical == CriticalValueSource.Stored)
        {
            if (result.Lag != 0 || result.MinimumRegressionRows != MinimumWindow.RegressionRows(result.Points))
            {
                return SeriesChecks.Invalid($"Stored critical values are for lag 0 and the standard shortest window ({MinimumWindow.RegressionRows(result.Points)} regression rows of {result.Points} points); simulate them for others (monte-carlo, wild or composite).");
            }

            var stored = StoredCriticalValues.Around(result.Points);
            return stored.HasValue ? OfStored(result, stored.Value, stored.Working, options.Level) : stored.Problem;
        }

        // The replicates of a composite bootstrap are monitored as one window, so it keeps no lines.
        var whole = options.Critical == CriticalValueSource.Composite;
        var simulation = options.Simulation with { Lines = !whole };
        var simulated = options.Critical switch
        {
            CriticalValueSource.MonteCarlo => CriticalValues.MonteCarlo(result.Points, options.Test, simulation),
            CriticalValueSource.Wild => CriticalValues.WildBootstrap(tested, options.Test, simulation, options.Multiplier),
            CriticalValueSource.Composite => CriticalValues.Composite(tested, result.Bsadf.Count, options.Test, simulation),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Critical, "There is no such source of critical values."),
        };
        if (!simulated.HasValue)
        {
            return simulated.Problem;
        }

        var law = simulated.Value;
        var line = whole ? law.OverWindow(options.Level, result.Bsadf.FirstEnd, result.Bsadf.LastEnd) : law.Line(options.Level).Value;
        return Answer<CriticalStatistics>.Of(
            new CriticalStatistics(Beside(result, Levels, (draws, value) => draws.PValue(value), law.Adf, law.Sadf, law.Gsadf), line),
            simulated.Working with { Conventions = [.. simulated.Working.Conventions, .. Multipliers(options)] });
    }

    private static Answer<CriticalStatistics> OfStored(ExuberanceResult result, StoredCriticalValues stored, Working working, double level)
    {
        var statistics = Beside(result, levels => levels, (_, _) => null, stored.Adf, stored.Sadf, stored.Gsadf);
        var height = new double[result.Bsadf.Count];
        Array.Fill(height, statistics[^1].CriticalAt(level));
        return Answer<CriticalStatistics>.Of(
            new CriticalStatistics(statistics, new CriticalLine(LineKind.MaximumOverWindow, level, StatisticSequence.Of(result.Bsadf.FirstEnd, height))),
            working);
    }

    private static ImmutableArray<ExuberanceStatistic> Beside<T>(ExuberanceResult result, Func<T, UsualLevels> levels, Func<T, double, double?> p, T adf, T sadf, T gsadf) =>
    [
        new("ADF", result.Adf, 0, result.Points - 1, levels(adf), p(adf, result.Adf)),
        new("SADF", result.Sadf, 0, result.SadfEnd, levels(sadf), p(sadf, result.Sadf)),
        new("GSADF", result.Gsadf, result.GsadfStart, result.GsadfEnd, levels(gsadf), p(gsadf, result.Gsadf)),
    ];

    private static UsualLevels Levels(Draws draws) => new(draws.Quantile(0.90), draws.Quantile(0.95), draws.Quantile(0.99));

    private static ImmutableArray<string> Multipliers(ExuberanceStudyOptions options) => options.Critical != CriticalValueSource.Wild ? []
        : [options.Multiplier == WildMultiplier.Rademacher ? "w is plus or minus one, each with probability a half." : "w is standard normal."];
}
