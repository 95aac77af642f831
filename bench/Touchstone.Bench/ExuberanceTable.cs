using System.Diagnostics;
using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>Computes the table of critical values that the library carries, on standard output. The same bytes every time. Each length has a seed of its own, so that their errors are independent.</summary>
internal static class ExuberanceTable
{
    private const ulong Seed = 20150;

    private static readonly int[] Lengths = [50, 60, 80, 100, 120, 150, 200, 250, 300, 360, 400, 480, 500, 600, 720, 750, 800, 1000, 1200, 1250, 1500, 1600, 2000, 2500, 3000, 4000, 5000];

    public static int Run()
    {
        Console.Out.NewLine = "\n";
        Console.WriteLine(StoredCriticalValues.Header);
        foreach (var points in Lengths)
        {
            var watch = Stopwatch.StartNew();
            var simulation = new SimulationOptions { Replicates = points <= 500 ? 200_000 : points <= 1000 ? 50_000 : points <= 2000 ? 20_000 : 10_000, Seed = Seed + (ulong)points, Lines = false };
            var drawn = CriticalValues.MonteCarlo(points, null, simulation).Value;
            Console.WriteLine(new StoredCriticalValues(points, MinimumWindow.RegressionRows(points), simulation.Replicates, simulation.Seed, Levels(drawn.Adf), Levels(drawn.Sadf), Levels(drawn.Gsadf)).ToLine());
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{points} points: {watch.Elapsed.TotalSeconds:F1} s"));
        }

        return 0;
    }

    private static UsualLevels Levels(Draws draws) => new(draws.Quantile(0.90), draws.Quantile(0.95), draws.Quantile(0.99));
}
