using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>How often each kind of critical value rejects where there is no bubble: 2,000 series of 100 points under several null hypotheses, at 5%.</summary>
internal static class ExuberanceSize
{
    private const int Series = 2000;
    private const int Points = 100;
    private const int Monitored = 24;
    private const double Level = 0.05;

    /// <summary>Nulls by name: each writes the changes of one series.</summary>
    private static readonly (string Name, Action<StudyRandom, double[]> Write)[] Nulls =
    [
        ("independent normal changes", (random, changes) => Fill(changes, _ => random.Normal())),
        ("heavy tails (t, 4 degrees of freedom)", (random, changes) => Fill(changes, _ => random.Normal() / Math.Sqrt((Square(random) + Square(random) + Square(random) + Square(random)) / 4))),
        ("volatility three times as high from point 70 on", (random, changes) => Fill(changes, t => (t < 70 ? 1 : 3) * random.Normal())),
        ("volatility a third from point 30 on", (random, changes) => Fill(changes, t => (t < 30 ? 3 : 1) * random.Normal())),
        ("GARCH(1,1), 0.10 and 0.85", Garch),
        ("each change 0.3 times the one before", (random, changes) => Fill(changes, t => (t > 0 ? 0.3 * changes[t - 1] : 0) + random.Normal())),
    ];

    public static int Run()
    {
        var table = CriticalValues.MonteCarlo(Points, null, new SimulationOptions { Replicates = 20_000, Seed = 5, Lines = false }).Value;
        var lagged = CriticalValues.MonteCarlo(Points, new ExuberanceOptions { Lag = 1 }, new SimulationOptions { Replicates = 20_000, Seed = 5, Lines = false }).Value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"share of {Series:#,0} series of {Points} points rejected at {Level:P0}; standard error about {Math.Sqrt(Level * (1 - Level) / Series):P1}"));
        Console.WriteLine("| changes under the null | Monte Carlo | Monte Carlo, lag 1 | wild, normal | wild, ±1 | composite, 24 ends, lag 1 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, write) in Nulls)
        {
            var counts = new int[5];
            Parallel.For(0, Series, number =>
            {
                var (changes, series) = (new double[Points - 1], new double[Points]);
                write(StudyRandom.Of(31, number), changes);
                for (var t = 1; t < Points; t++)
                {
                    series[t] = series[t - 1] + changes[t - 1];
                }

                var simulation = new SimulationOptions { Replicates = 199, Seed = (ulong)number + 1000, Lines = false, Threads = 1 };
                var one = new ExuberanceOptions { Lag = 1 };
                var (plain, withLag) = (Exuberance.Test(series).Value, Exuberance.Test(series, one).Value);
                Count(0, table.Gsadf.PValue(plain.Gsadf));
                Count(1, lagged.Gsadf.PValue(withLag.Gsadf));
                Count(2, CriticalValues.WildBootstrap(series, null, simulation).Value.Gsadf.PValue(plain.Gsadf));
                Count(3, CriticalValues.WildBootstrap(series, null, simulation, WildMultiplier.Rademacher).Value.Gsadf.PValue(plain.Gsadf));
                var watched = withLag.Bsadf.Defined.Where(point => point.End >= Points - Monitored).Max(point => point.Value);
                Count(4, CriticalValues.Composite(series, Monitored, one, simulation).Value.Gsadf.PValue(watched));

                void Count(int method, double value)
                {
                    if (value <= Level)
                    {
                        Interlocked.Increment(ref counts[method]);
                    }
                }
            });
            Console.WriteLine($"| {name} | {string.Join(" | ", counts.Select(count => ((double)count / Series).ToString("P1", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)))} |");
        }

        return 0;
    }

    private static void Garch(StudyRandom random, double[] changes)
    {
        var variance = 1.0;
        Fill(changes, t => Math.Sqrt(variance = 0.05 + (0.85 * variance) + (0.10 * (t > 0 ? changes[t - 1] * changes[t - 1] : 1))) * random.Normal());
    }

    private static void Fill(double[] changes, Func<int, double> draw)
    {
        for (var t = 0; t < changes.Length; t++)
        {
            changes[t] = draw(t);
        }
    }

    private static double Square(StudyRandom random)
    {
        var draw = random.Normal();
        return draw * draw;
    }
}
