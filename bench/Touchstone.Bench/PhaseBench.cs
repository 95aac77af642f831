using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Indices;

namespace Touchstone.Bench;

internal static class PhaseBench
{
    public static int Run()
    {
        var made = new BatchMarket(3000, 2520, 1000, 100);
        var names = new[] { "stocks", "labels", "plans", "read", "panel", "shares", "days", "events", "walk" };
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
        }

        Console.WriteLine(string.Join(", ", names.Zip(best, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a} {b:F1}"))) + $"; sum {best.Sum():F1} ms CPU");
        return 0;
    }
}
