using System.Diagnostics;
using System.Globalization;
using Touchstone.Measures;

namespace Touchstone.Bench;

/// <summary>
/// Breadth and mean correlation of 500 stocks over 1,500 sessions, every figure for every session: counts, advance-decline line, McClellan oscillator and Zweig average; members above
/// two averages; new highs and lows of 250 sessions; the mean correlation over all pairs of the last 60 returns. Beside it a plain program that adds up, looks back and goes through the pairs.
/// </summary>
internal static class BreadthBench
{
    private const int Stocks = 500;
    private const int Sessions = 1500;
    private const int Short = 50;
    private const int Long = 200;
    private const int Year = 250;
    private const int Pairs = 60;

    public static int Run()
    {
        var (closes, days) = Market();
        var table = new StockTable(Stocks, closes, days);
        var plain = new PlainBreadth(closes, Stocks);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stocks} stocks x {Sessions:#,0} sessions, one core; the plain program once, ours the best of 20"));
        var ours = 0.0;
        var theirs = 0.0;
        Print("counts, A-D line, McClellan, Zweig", () => Counts(table), () => plain.Nets(), ref ours, ref theirs);
        Print($"above the averages of {Short} and {Long}", () => (TrailingCounts.AboveAverage(table, Short), TrailingCounts.AboveAverage(table, Long)), () => (plain.AboveAverage(Short), plain.AboveAverage(Long)), ref ours, ref theirs);
        Print($"new highs and lows of {Year}", () => TrailingCounts.NewExtremes(table, Year), () => plain.NewExtremes(Year), ref ours, ref theirs);
        Print($"mean correlation of the last {Pairs}, every day", () => PairwiseCorrelation.Rolling(ReturnTable.Of(table), Pairs, null), () => plain.Correlations(Pairs), ref ours, ref theirs);
        Line("breadth and correlation together", ours, theirs);
        Line("  the same in one go, the table made as well", Best(20, () => Together(closes, days)), theirs);
        Check(table, plain);
        return 0;
    }

    private static (BreadthCount[] Counts, int[] Line, double[] Oscillator, double[] Zweig) Counts(StockTable table)
    {
        var counts = AdvanceDecline.Daily(table);
        var moved = counts.AsSpan(1);
        return (counts, AdvanceDecline.Line(counts), AdvanceDecline.McClellan(moved), AdvanceDecline.ZweigAverage(moved));
    }

    private static object Together(double[] closes, StockDay[] days)
    {
        var table = new StockTable(Stocks, closes, days);
        return (Counts(table), TrailingCounts.AboveAverage(table, Short), TrailingCounts.AboveAverage(table, Long), TrailingCounts.NewExtremes(table, Year), PairwiseCorrelation.Rolling(ReturnTable.Of(table), Pairs, null));
    }

    /// <summary>A random walk with a common part, so that the correlation is about 0.3.</summary>
    private static (double[] Closes, StockDay[] Days) Market()
    {
        var random = new Random(1);
        var closes = new double[Stocks * Sessions];
        for (var session = 0; session < Sessions; session++)
        {
            var common = random.NextDouble() - 0.5;
            for (var stock = 0; stock < Stocks; stock++)
            {
                var cell = (session * Stocks) + stock;
                closes[cell] = session == 0 ? 5 + random.Next(500) : closes[cell - Stocks] * (1 + (0.04 * ((0.65 * common) + random.NextDouble() - 0.5)));
            }
        }

        var days = new StockDay[closes.Length];
        Array.Fill(days, StockDay.Traded);
        return (closes, days);
    }

    /// <summary>Both programs must say the same, or their times mean nothing.</summary>
    private static void Check(StockTable table, PlainBreadth plain)
    {
        var counts = AdvanceDecline.Daily(table);
        var (above, extremes) = (TrailingCounts.AboveAverage(table, Short), TrailingCounts.NewExtremes(table, Year));
        var (nets, plainAbove, plainExtremes) = (plain.Nets(), plain.AboveAverage(Short), plain.NewExtremes(Year));
        for (var session = 0; session < Sessions; session++)
        {
            if (nets[session] != counts[session].Net || plainAbove[session] != above[session].Above || plainExtremes[session] != extremes[session].Above - extremes[session].Below)
            {
                throw new InvalidOperationException($"The two programs differ on session {session}.");
            }
        }

        var (rolling, last) = (PairwiseCorrelation.Rolling(ReturnTable.Of(table), Pairs, null)[^1], plain.Correlation(Sessions - 1, Pairs));
        if (Math.Abs(rolling - last) > 1e-12)
        {
            throw new InvalidOperationException($"The mean correlations differ: {rolling:R} and {last:R}.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  both say the same; mean correlation of the last {Pairs} returns {rolling:F4}, apart by {Math.Abs(rolling - last):E1}"));
    }

    private static void Print<TOurs, TTheirs>(string name, Func<TOurs> run, Func<TTheirs> plain, ref double ours, ref double theirs)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(plain());
        var baseline = watch.Elapsed.TotalSeconds;
        var best = Best(20, run);
        ours += best;
        theirs += baseline;
        Line(name, best, baseline);
    }

    private static double Best<T>(int rounds, Func<T> run)
    {
        run();
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(run());
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static void Line(string name, double ours, double plain) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-48} {ours * 1e3,9:F1} ms   plain {plain * 1e3,11:F1} ms   {plain / ours,8:F0} x"));
}
