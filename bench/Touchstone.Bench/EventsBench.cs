using System.Diagnostics;
using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>
/// Event studies: the whole battery on many securities beside a straightforward implementation in the same run, and how often each test rejects when there is
/// nothing to find.
/// </summary>
internal static class EventsBench
{
    public static int Run()
    {
        var panel = SimulatedPanel.Draw(2_000, 250, new EventWindow(-10, 10), PanelKind.Independent, 1);
        var staggered = SimulatedPanel.Draw(2_000, 250, new EventWindow(-10, 10), PanelKind.Staggered, 1);
        Console.WriteLine($"2,000 securities, 250 + 21 days, market model, {EventTests.WithoutBootstrap.Length} tests of 21 days and the whole window; {Environment.ProcessorCount} processors");
        Time("battery, all processors", 21, () => EventStudy.Run(panel));
        Time("battery, one thread", 21, () => EventStudy.Run(panel, new EventStudyOptions { MaximumThreads = 1 }));
        Time("battery, every security its own dates", 11, () => EventStudy.Run(staggered));
        Time("battery and the path of 21 windows", 11, () => EventStudy.Run(panel, new EventStudyOptions { Windows = EventWindow.Path(-10, 10) }));
        Time("both bootstraps, 1,999 replicates each", 3, () => EventStudy.Run(panel, new EventStudyOptions { Tests = [EventTest.EventBootstrap, EventTest.WildBootstrap] }));
        var few = EventPanel.Of(250, panel.Window, panel.Events.Take(100));
        Time("GARCH, 100 securities", 3, () => EventStudy.Run(few, new EventStudyOptions { Model = ReturnModel.Garch }));
        Time("straightforward, same tests", 3, () => PlainBattery.Run(panel));
        return 0;
    }

    /// <summary>Shares of simulated panels without an effect that each test rejects at 5%.</summary>
    public static int Size(int panels)
    {
        Console.WriteLine($"{panels:N0} panels of 30 events, 120 + 11 days; share rejecting at 5% on day 0 and over [-5,5]");
        foreach (var kind in Enum.GetValues<PanelKind>())
        {
            var days = new int[EventTests.WithoutBootstrap.Length];
            var windows = new int[days.Length];
            for (var seed = 1; seed <= panels; seed++)
            {
                var panel = SimulatedPanel.Draw(30, 120, new EventWindow(-5, 5), kind, (ulong)seed);
                var sample = EventStudy.Run(panel, new EventStudyOptions { MaximumThreads = 1 }).Value.Sample;
                Count(sample.Days[5], days);
                Count(sample.Windows[0], windows);
            }

            Console.WriteLine();
            Console.WriteLine($"{kind}");
            for (var test = 0; test < days.Length; test++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {EventTests.WithoutBootstrap[test],-32}{(double)days[test] / panels,8:0.000}{(double)windows[test] / panels,8:0.000}"));
            }
        }

        return 0;
    }

    private static void Count(WindowResult window, int[] rejections)
    {
        for (var test = 0; test < rejections.Length; test++)
        {
            if (window.Tests[test].Answer is { HasValue: true } answer && answer.Value.PValue < 0.05)
            {
                rejections[test]++;
            }
        }
    }

    private static void Time<T>(string name, int runs, Func<T> work)
    {
        for (var warm = 0; warm < Math.Min(runs, 8); warm++)
        {
            work();
        }

        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times[run] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-44}{times[runs / 2],10:0.0} ms median, {times[0]:0.0} best of {runs}"));
    }
}
