namespace Touchstone.Studies;

/// <summary>The simplex search for a minimum, started again from where it stopped until that gains nothing.</summary>
/// <remarks>Source: Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7, 1965.</remarks>
internal static class NelderMead
{
    private const int MaximumSteps = 4000;
    private const int MaximumRuns = 12;
    private const double Precision = 1e-13;

    /// <summary>The point with the lowest cost found.</summary>
    /// <param name="cost">What is to be small; finite everywhere.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="size">The first simplex's edge.</param>
    public static double[] Minimise(Func<double[], double> cost, double[] start, double size)
    {
        var best = start;
        var lowest = cost(start);
        for (var run = 0; run < MaximumRuns; run++)
        {
            best = Run(cost, best, size);
            var value = cost(best);
            if (lowest - value <= Precision * (1 + Math.Abs(value)))
            {
                break;
            }

            lowest = value;
            size = Math.Max(size / 2, 0.05);
        }

        return best;
    }

    private static double[] Run(Func<double[], double> cost, double[] start, double size)
    {
        var count = start.Length;
        var points = new (double[] At, double Cost)[count + 1];
        points[0] = (start, cost(start));
        for (var k = 0; k < count; k++)
        {
            var at = (double[])start.Clone();
            at[k] += size;
            points[k + 1] = (at, cost(at));
        }

        for (var step = 0; step < MaximumSteps; step++)
        {
            Array.Sort(points, (a, b) => a.Cost.CompareTo(b.Cost));
            if (points[count].Cost - points[0].Cost <= Precision * (1 + Math.Abs(points[0].Cost)) && Width(points) < 1e-7)
            {
                break;
            }

            var centre = Centre(points, count);
            var reflected = Try(cost, centre, points[count].At, -1);
            if (reflected.Cost < points[0].Cost)
            {
                var expanded = Try(cost, centre, points[count].At, -2);
                points[count] = expanded.Cost < reflected.Cost ? expanded : reflected;
            }
            else if (reflected.Cost < points[count - 1].Cost)
            {
                points[count] = reflected;
            }
            else
            {
                var contracted = Try(cost, centre, points[count].At, reflected.Cost < points[count].Cost ? -0.5 : 0.5);
                if (contracted.Cost < Math.Min(reflected.Cost, points[count].Cost))
                {
                    points[count] = contracted;
                }
                else
                {
                    for (var k = 1; k <= count; k++)
                    {
                        points[k] = Try(cost, points[0].At, points[k].At, 0.5);
                    }
                }
            }
        }

        Array.Sort(points, (a, b) => a.Cost.CompareTo(b.Cost));
        return points[0].At;
    }

    private static (double[] At, double Cost) Try(Func<double[], double> cost, double[] centre, double[] from, double share)
    {
        var at = new double[centre.Length];
        for (var k = 0; k < at.Length; k++)
        {
            at[k] = centre[k] + (share * (from[k] - centre[k]));
        }

        return (at, cost(at));
    }

    private static double[] Centre((double[] At, double Cost)[] points, int count)
    {
        var centre = new double[count];
        for (var point = 0; point < count; point++)
        {
            for (var k = 0; k < count; k++)
            {
                centre[k] += points[point].At[k] / count;
            }
        }

        return centre;
    }

    private static double Width((double[] At, double Cost)[] points)
    {
        var width = 0.0;
        foreach (var (at, _) in points)
        {
            for (var k = 0; k < at.Length; k++)
            {
                width = Math.Max(width, Math.Abs(at[k] - points[0].At[k]));
            }
        }

        return width;
    }
}
