using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Touchstone.Indices;

namespace Touchstone.Bench;

internal static class KernelBench
{
    public static int Run()
    {
        const int stocks = 3000, days = 2520, indices = 1000, members = 100;
        var random = new Random(1);
        var first = new DateOnly(2015, 1, 1);
        var panel = new PricePanel([.. Enumerable.Range(0, days).Select(first.AddDays)], [.. Enumerable.Range(0, stocks).Select(i => new PanelLine(new InstrumentId($"XTST:{i:0000}")))]);
        for (var b = 0; b < (days + PricePanel.BlockDays - 1) / PricePanel.BlockDays; b++)
        {
            foreach (ref var x in panel.Block(b))
            {
                x = 10 + random.NextDouble();
            }
        }

        var all = Enumerable.Range(0, indices).Select(_ => new IndexSegments(Enumerable.Range(0, 40).Select(q => new IndexSegment(q * 63, (q + 1) * 63, [.. Enumerable.Range(0, stocks).OrderBy(x => random.Next()).Take(members).Order()], [.. Enumerable.Range(0, members).Select(_ => random.NextDouble() * 1e6)], 1e7)))).ToArray();
        foreach (var threads in new[] { 1, 2, 1, 2 })
        {
            var best = double.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var watch = Stopwatch.StartNew();
                LevelKernel.Run(panel, all, threads);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads} threads: {best * 1e3:F1} ms, {(double)days * indices * members / best / 1e9:F2} bn member-days/s"));
        }

        var made = new BatchMarket(stocks, days, indices, members);
        foreach (var threads in new[] { 1, 2, 1, 2 })
        {
            var (best, answers) = (double.MaxValue, (Answer<BatchedIndex>[])[]);
            for (var i = 0; i < 10; i++)
            {
                GC.Collect();
                var before = GC.GetTotalAllocatedBytes();
                var watch = Stopwatch.StartNew();
                answers = IndexBatch.Run(made.Market, made.Rulebooks, made.Span, threads);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
                if (i == 9)
                {
                    Console.WriteLine($"  allocated {(GC.GetTotalAllocatedBytes() - before) / 1e6:F1} MB, collections {GC.CollectionCount(0)}; {answers.Count(a => a.HasValue)} of {answers.Length}; {answers.FirstOrDefault(a => !a.HasValue).Problem}");
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"batch {threads} threads: {best * 1e3:F1} ms, {(double)days * indices * members / best / 1e9:F2} bn member-days/s"));
        }

        return 0;
    }
}
