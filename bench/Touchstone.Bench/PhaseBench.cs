using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Indices;

namespace Touchstone.Bench;

internal static class PhaseBench
{
    public static int Run()
    {
        var made = new BatchMarket(3000, 2520, 1000, 100);
        var names = new[] { "stocks", "labels", "plans", "read", "panel", "shares", "days", "events", "walk", "touch", "reviews", "choose" };
        var best = new double[names.Length];
        Array.Fill(best, 1e9);
        for (var i = 0; i < 12; i++)
        {
            var n = 0;
            GC.Collect();
            var last = Environment.CpuUsage.TotalTime;
            void Lap()
            {
                var now = Environment.CpuUsage.TotalTime;
                best[n] = Math.Min(best[n], (now - last).TotalMilliseconds);
                n++;
                last = Environment.CpuUsage.TotalTime;
            }

            var days = Enumerable.Range(0, made.Span.Days).Select(made.Span.First.AddDays).Where(made.Market.Calendar("XTST").IsSession).ToImmutableArray();
            var stocks = new BatchStocks(made.Market, ["XTST"]);
            Lap();
            var labels = new BatchLabels(stocks);
            Lap();
            var plans = new BatchPlans(made.Market, stocks, labels, days);
            var known = made.Rulebooks.Select(r => plans.Of(r).Plan!).ToArray();
            Lap();
            labels.Read();
            Lap();
            var rd = new BatchDays(stocks, labels, plans.ShareRules.Count, [.. known.SelectMany(p => p.Reviews)]);
            var panel = MarketPanel.Of(stocks, "XTST", days, rd.All, 1);
            Lap();
            var shares = new BatchShares(stocks, plans.ShareRules);
            Lap();
            rd.Prepare(shares, 1);
            Lap();
            var ev = BatchEvent.Of(stocks, panel);
            Lap();
            IndexBatch.Walk(known, new BatchWork(stocks, panel, labels, rd, ev), 1, null);
            Lap();
            for (var k = 0; k < 9; k++)
            {
                var x = GC.AllocateUninitializedArray<double>(1 << 20);
                for (var j = 0; j < x.Length; j += 512)
                {
                    x[j] = 1;
                }
            }

            Lap();
            var work = new BatchWork(stocks, panel, labels, rd, ev);
            var desk = new BatchDesk(3000, 100);
            var bits = new ulong[1000][];
            var rows = new int[100];
            var units = new double[100];
            for (var r = 0; r < 41; r++)
            {
                for (var k = 0; k < 1000; k++)
                {
                    bits[k] ??= new ulong[stocks.Words];
                    if (r < known[k].Reviews.Length)
                    {
                        var count = 0;
                        desk.Review(known[k].Reviews[r], work, bits[k], rows, units, ref count);
                    }
                }
            }

            Lap();
            var sel = new BatchSelection(3000);
            for (var r = 0; r < 41; r++)
            {
                for (var k = 0; k < 1000; k++)
                {
                    if (r < known[k].Reviews.Length)
                    {
                        var rv = known[k].Reviews[r];
                        sel.Choose(rv, rd.Ranks(rv.Dates.CutOff, rv.Rules.Figure), rd, stocks.DelistedFrom, bits[k]);
                    }
                }
            }

            Lap();
        }

        Console.WriteLine(string.Join(", ", names.Zip(best, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a} {b:F1}"))) + $"; sum {best.Sum():F1} ms CPU");
        return 0;
    }
}
