using System.Diagnostics;
using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Bench;

internal static class ExuberanceBench
{
    public static int Run()
    {
        foreach (var points in new[] { 500, 1000, 2000, 5000, 10000 })
        {
            var y = new double[points];
            var random = StudyRandom.Of(1);
            for (var i = 1; i < points; i++) { y[i] = y[i - 1] + random.Normal(); }
            var m = (int)Math.Floor(points * (0.01 + (1.8 / Math.Sqrt(points))));
            foreach (var (lag, lanes) in new[] { (0, 8), (0, 4), (0, 1), (1, 8), (1, 1), (2, 8), (4, 8) })
            {
                var sweep = new WindowSweep(points, lag, m, lanes);
                var times = new List<double>();
                for (var r = 0; r < 9; r++)
                {
                    var w = Stopwatch.StartNew();
                    sweep.Run(y);
                    times.Add(w.Elapsed.TotalMilliseconds);
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{points} lag {lag} lanes {lanes}: first {times[0]:F3} median {times.Order().ElementAt(4):F3} min {times.Min():F3} ms  gsadf {sweep.GeneralSup:R}"));
            }
        }
        return 0;
    }
}
