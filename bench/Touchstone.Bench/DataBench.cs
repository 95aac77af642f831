using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Touchstone.Data;

namespace Touchstone.Bench;

/// <summary>
/// Opening packages: cold (parse), warm (column cache), against the obvious program (lines, Split, double.Parse) in the same run,
/// for a package at hand and for a generated one of 1.5 million bars. Times are medians in this process; the first run of each is shown too.
/// </summary>
internal static class DataBench
{
    private const int Instruments = 600;
    private const int Days = 2500;

    public static int Run(string? folder)
    {
        var shared = Environment.GetEnvironmentVariable("TOUCHSTONE_SHARED");
        folder ??= string.IsNullOrEmpty(shared) ? null : Path.Combine(shared, "market");
        var scratch = Directory.CreateTempSubdirectory("touchstone-bench-").FullName;
        try
        {
            if (folder is not null)
            {
                Measure(folder, Path.Combine(scratch, "cache-own"), 15);
            }

            Measure(Generate(Path.Combine(scratch, "large")), Path.Combine(scratch, "cache-large"), 5);
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, true);
        }
    }

    private static void Measure(string folder, string cache, int rounds)
    {
        var megabytes = Directory.GetFiles(folder, "*.csv").Sum(file => new FileInfo(file).Length) / 1e6;
        var bars = 0;
        var cold = Times(rounds, () => bars = Package.Open(folder, new PackageOptions { UseCache = false }).Value.Rows.Prices.Sum(history => history.Count));
        var options = new PackageOptions { CacheFolder = cache };
        var filling = Times(1, () => Package.Open(folder, options));
        var warm = Times(rounds, () => Package.Open(folder, options));
        var hashing = Times(rounds, () => Hash(folder));
        var plain = Times(Math.Min(rounds, 5), () => Split(folder));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}: {megabytes:F1} MB of CSV, {bars:#,0} bars, {Environment.ProcessorCount} cores"));
        Print("baseline: lines, Split, double.Parse", plain, megabytes, plain);
        Print("open cold (hash and parse)", cold, megabytes, plain);
        Print("open cold and write the cache", filling, megabytes, plain);
        Print("open warm (hash and column cache)", warm, megabytes, plain);
        Print("  of which SHA-256 of the files, one core", hashing, megabytes, plain);
        Console.WriteLine();
    }

    private static double[] Times(int rounds, Action action)
    {
        var times = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            action();
            times[round] = watch.Elapsed.TotalMilliseconds;
        }

        return times;
    }

    private static void Print(string name, double[] times, double megabytes, double[] baseline)
    {
        var (median, reference) = (Median(times), Median(baseline));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-42} first {times[0],8:F1} ms   median {median,8:F1} ms   {megabytes * 1000 / median,7:F0} MB/s   {reference / median,6:F1}x"));
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static void Hash(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.csv"))
        {
            SHA256.HashData(File.ReadAllBytes(file));
        }
    }

    /// <summary>What one would write first: every line split at commas, every field that is a number parsed.</summary>
    private static void Split(string folder)
    {
        var sum = 0.0;
        foreach (var file in Directory.GetFiles(folder, "*.csv"))
        {
            foreach (var line in File.ReadAllLines(file))
            {
                foreach (var field in line.Split(','))
                {
                    if (field.Length > 0 && (char.IsAsciiDigit(field[0]) || field[0] == '-') && double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                    {
                        sum += value;
                    }
                }
            }
        }

        if (double.IsNaN(sum))
        {
            throw new InvalidOperationException("The baseline must not be optimised away.");
        }
    }

    private static string Generate(string folder)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(20250214);
        using (var instruments = new StreamWriter(Path.Combine(folder, "instruments.csv")))
        using (var prices = new StreamWriter(Path.Combine(folder, "prices.csv")))
        {
            instruments.Write("id,kind,name,exchange\n");
            prices.Write("instrument,date,open,high,low,close,adjusted,volume\n");
            for (var instrument = 1; instrument <= Instruments; instrument++)
            {
                instruments.Write($"XTST:{instrument},equity,Stock {instrument},XTST\n");
                var close = 20 + (random.NextDouble() * 200);
                var day = new DateOnly(2015, 1, 1);
                for (var row = 0; row < Days; row++, day = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1))
                {
                    close *= 1 + ((random.NextDouble() - 0.5) * 0.04);
                    prices.Write(string.Create(CultureInfo.InvariantCulture, $"XTST:{instrument},{day:yyyy-MM-dd},{close * 0.99:F2},{close * 1.01:F2},{close * 0.98:F2},{close:F2},{close * 0.9:F5},{random.Next(1000, 90_000_000)}\n"));
                }
            }
        }

        File.WriteAllText(Path.Combine(folder, "datapackage.json"), """
            { "name": "large", "resources": [
              { "name": "instruments", "path": "instruments.csv", "role": "instruments", "schema": { "fields": [ { "name": "id" } ], "primaryKey": ["id"] } },
              { "name": "prices", "path": "prices.csv", "role": "prices", "basis": { "close": "as-traded", "adjusted": "splits and dividends" },
                "schema": { "fields": [ { "name": "instrument" }, { "name": "date", "type": "date" } ], "primaryKey": ["instrument", "date"] } }
            ] }
            """);
        return folder;
    }
}
