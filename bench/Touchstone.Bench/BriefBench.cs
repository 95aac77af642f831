using System.Diagnostics;
using System.Globalization;
using Touchstone.Briefs;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Bench;

/// <summary>
/// The brief of an index of 30 and of 500 members over 750 sessions, with a price-earnings ratio, turnover and events: opening the package from the column cache, writing the brief, rendering its page; beside
/// them one pass over all closes, and the whole process where the command line is built.
/// </summary>
internal static class BriefBench
{
    private const int Sessions = 750;

    public static int Run()
    {
        var scratch = Directory.CreateTempSubdirectory("touchstone-bench-").FullName;
        try
        {
            foreach (var members in (int[])[30, 500])
            {
                var folder = BriefMarket.Write(Path.Combine(scratch, $"market-{members}"), members, Sessions);
                Measure(folder, Path.Combine(scratch, $"cache-{members}"), members);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(scratch, true);
        }
    }

    private static void Measure(string folder, string cache, int members)
    {
        var options = new PackageOptions { CacheFolder = cache };
        Package.Open(folder, options);
        var brief = Write(Package.Open(folder, options).Value);
        var page = PageWriter.Render(BriefPage.Of(brief));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{members} members x {Sessions} sessions: {brief.Figures.Count()} figures, {brief.Sections.Sum(section => section.Charts.Length)} charts, {brief.Omissions.Length} omissions; page {page.Length / 1e6:F2} MB"));
        var market = Package.Open(folder, options).Value;
        Print("baseline: sum of all closes", () => market.Rows.Prices.Sum(history => Enumerable.Range(0, history.Count).Sum(row => history.TryGet(PriceField.Close, row, out var close) ? close : 0)));
        Print("open, from the column cache", () => Package.Open(folder, options));
        Print("write the brief", () => Write(market));
        Print("render the page", () => PageWriter.Render(BriefPage.Of(brief)));
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Touchstone.Cli", "release", "touchstone.dll"));
        if (File.Exists(program))
        {
            Print("whole process, --html", () => Process(program, folder, cache, Path.Combine(cache, "page.html")));
        }
    }

    private static Brief Write(Market market) => BriefWriter.Write(new Evaluator(market), new BriefRequest("IDX") { Benchmark = "ALL" }).Brief ?? throw new InvalidOperationException("There is no brief.");

    private static int Process(string program, string folder, string cache, string page)
    {
        var start = new ProcessStartInfo("dotnet", [program, "brief", "IDX", "--benchmark", "ALL", "--data", folder, "--html", page]) { RedirectStandardError = true };
        start.Environment["XDG_CACHE_HOME"] = cache;
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? 0 : throw new InvalidOperationException(said);
    }

    private static void Print<T>(string name, Func<T> run)
    {
        var times = new double[9];
        for (var round = 0; round < times.Length; round++)
        {
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(run());
            times[round] = watch.Elapsed.TotalMilliseconds;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-32} first {times[0],8:F1} ms   median {times.Order().ElementAt(times.Length / 2),8:F1} ms   best {times.Min(),8:F1} ms"));
    }
}
