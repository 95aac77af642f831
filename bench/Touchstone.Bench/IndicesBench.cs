using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Bench;

/// <summary>
/// 1,000 indices of 100 members over 2,520 days with quarterly reviews, on 3,000 stocks: the kernel alone against a plain loop over the same segments, and a whole batch from a package in memory
/// to levels, divisors and reviews. Times are the best of some runs, as other programs on the machine only ever add to them; figures of one run belong together.
/// </summary>
internal static class IndicesBench
{
    private const int Stocks = 3000;
    private const int Sessions = 2520;
    private const int Indices = 1000;
    private const int Members = 100;
    private const double MemberDays = (double)Sessions * Indices * Members;

    public static int Run()
    {
        var made = new KernelInput(Stocks, Sessions, Indices, Members);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Indices:#,0} indices x {Sessions:#,0} days x {Members} members = {MemberDays / 1e6:F0} m member-days; {Stocks:#,0} stocks; {Environment.ProcessorCount} cores, registers of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 64)} bits"));
        var plain = Best(3, () => made.Plain());
        Print("baseline: plain loop over each index, one core", plain, plain);
        var alone = Best(20, () => LevelKernel.Run(made.Panel, made.Indices, 1));
        Print("kernel, one core", alone, plain);
        Print("kernel, two cores", Best(20, () => LevelKernel.Run(made.Panel, made.Indices, 2)), plain);

        var market = new BatchMarket(Stocks, Sessions, Indices, Members);
        foreach (var threads in new[] { 1, 2 })
        {
            Print($"package in memory to levels and reviews, {(threads == 1 ? "one core" : "two cores")}", Best(10, () => Batch(market, threads)), plain);
        }

        Memory(market);
        Limits(alone);
        return 0;
    }

    private static Answer<BatchedIndex>[] Batch(BatchMarket market, int threads) => IndexBatch.Together(market.Market, market.Rulebooks, market.Span, threads);

    private static void Memory(BatchMarket market)
    {
        var before = GC.GetTotalAllocatedBytes(true);
        var batch = Batch(market, 2);
        var allocated = GC.GetTotalAllocatedBytes(true) - before;
        if (batch.FirstOrDefault(answer => !answer.HasValue) is { Problem: { } problem } && batch.Any(answer => !answer.HasValue))
        {
            throw new InvalidOperationException(problem.Message);
        }

        var closes = market.Market.Rows.Prices.Sum(history => (double)history.Count) * sizeof(double);
        var levels = batch.Sum(answer => (double)answer.Value.Levels.Length) * sizeof(double);
        var reviews = batch.Sum(answer => answer.Value.Reviews.Sum(review => (double)review.Count)) * (sizeof(int) + (2 * sizeof(double)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  memory: {allocated / 1e6:F0} MB allocated in all; input closes {closes / 1e6:F0} MB, output levels {levels / 1e6:F0} MB, output reviews up to {reviews / 1e6:F0} MB; {allocated / (closes + levels + reviews):F2} x inputs and outputs; one number for each member-day would take {MemberDays * 8 / 1e6:#,0} MB"));
    }

    /// <summary>What one core can do at best: multiply-additions in registers, and reading memory in order.</summary>
    private static void Limits(double kernel)
    {
        const int rounds = 4_000_000;
        var peak = rounds * 12.0 * Vector512<double>.Count / Best(5, () => Fused(rounds));
        var stream = new double[1 << 25];
        var read = stream.Length * (double)sizeof(double) / Best(5, () => Read(stream));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  limits of one core: {peak / 1e9:F0} bn multiply-additions/s in registers, {read / 1e9:F0} GB/s read in order; the kernel does {MemberDays / kernel / 1e9:F1} bn/s, {MemberDays / kernel / peak:P0} of the first, and would need {MemberDays / kernel * 8 / 1e9:F0} GB/s if it read from memory"));
    }

    private static double Fused(int rounds)
    {
        var (factor, term) = (Vector512.Create(0.999), Vector512.Create(0.001));
        Vector512<double> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, term);
            b = Vector512.FusedMultiplyAdd(b, factor, term);
            c = Vector512.FusedMultiplyAdd(c, factor, term);
            d = Vector512.FusedMultiplyAdd(d, factor, term);
            e = Vector512.FusedMultiplyAdd(e, factor, term);
            f = Vector512.FusedMultiplyAdd(f, factor, term);
            g = Vector512.FusedMultiplyAdd(g, factor, term);
            h = Vector512.FusedMultiplyAdd(h, factor, term);
            i = Vector512.FusedMultiplyAdd(i, factor, term);
            j = Vector512.FusedMultiplyAdd(j, factor, term);
            k = Vector512.FusedMultiplyAdd(k, factor, term);
            l = Vector512.FusedMultiplyAdd(l, factor, term);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    private static double Read(double[] stream)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        for (var i = 0; i <= stream.Length - 32; i += 32)
        {
            a += Vector512.Create(stream, i);
            b += Vector512.Create(stream, i + 8);
            c += Vector512.Create(stream, i + 16);
            d += Vector512.Create(stream, i + 24);
        }

        return Vector512.Sum(a + b + c + d);
    }

    private static double Best<T>(int rounds, Func<T> run)
    {
        run();
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            var result = run();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            GC.KeepAlive(result);
        }

        return best;
    }

    private static void Print(string name, double seconds, double baseline) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-58} {seconds * 1e3,8:F1} ms   {MemberDays / seconds / 1e9,6:F2} bn member-days/s   {baseline / seconds,6:F1} x the baseline"));
}
