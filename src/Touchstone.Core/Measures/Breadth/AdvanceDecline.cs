namespace Touchstone.Measures;

/// <summary>Counts advancers and decliners, and what follows from the counts of many days.</summary>
internal static class AdvanceDecline
{
    /// <summary>Closes nearer than this part of each other are the same: a split between leaves the last bits of a division.</summary>
    public const double SamePart = 1e-9;

    /// <summary>Which way a member went.</summary>
    public static int Direction(double before, double close) => close > before * (1 + SamePart) ? 1 : close < before * (1 - SamePart) ? -1 : 0;

    /// <summary>The counts between the closes of two sessions.</summary>
    /// <param name="table">The closes.</param>
    /// <param name="from">The earlier session.</param>
    /// <param name="to">The later session; only from one session to the next are members locked at a limit counted apart.</param>
    public static BreadthCount Between(StockTable table, int from, int to)
    {
        var (stocks, first) = (table.Stocks, table.FirstSessions);
        var before = table.Closes.AsSpan(from * stocks, stocks);
        var after = table.Closes.AsSpan(to * stocks, stocks);
        var days = table.Days.AsSpan(to * stocks, stocks);
        var isMember = table.IsMember is { } all ? all.AsSpan(to * stocks, stocks) : default;
        var countsLimits = to == from + 1;
        var (members, up, down, suspended, limitUp, limitDown, fresh, missing) = (0, 0, 0, 0, 0, 0, 0, 0);
        for (var stock = 0; stock < stocks; stock++)
        {
            if (isMember.Length > 0 && !isMember[stock])
            {
                continue;
            }

            members++;
            var day = days[stock];
            if (day == StockDay.Traded && first[stock] <= from)
            {
                up += after[stock] > before[stock] * (1 + SamePart) ? 1 : 0;
                down += after[stock] < before[stock] * (1 - SamePart) ? 1 : 0;
                continue;
            }

            switch (day)
            {
                case StockDay.Missing:
                    missing++;
                    break;
                case StockDay.Idle:
                    suspended++;
                    break;
                case var _ when first[stock] > from:
                    fresh++;
                    break;
                case StockDay.LimitUp when countsLimits:
                    limitUp++;
                    break;
                case StockDay.LimitDown when countsLimits:
                    limitDown++;
                    break;
                default:
                    var direction = Direction(before[stock], after[stock]);
                    up += direction > 0 ? 1 : 0;
                    down += direction < 0 ? 1 : 0;
                    break;
            }
        }

        return new BreadthCount(members, up, down, members - up - down - suspended - limitUp - limitDown - fresh - missing, suspended, limitUp, limitDown, fresh, missing);
    }

    /// <summary>The counts of every session against the one before; the first has none and counts nobody.</summary>
    public static BreadthCount[] Daily(StockTable table)
    {
        var counts = new BreadthCount[table.Sessions];
        for (var session = 1; session < counts.Length; session++)
        {
            counts[session] = Between(table, session - 1, session);
        }

        return counts;
    }

    /// <summary>The running sum of advancers less decliners, from 0 before the first of the counts.</summary>
    public static int[] Line(ReadOnlySpan<BreadthCount> counts)
    {
        var line = new int[counts.Length];
        var sum = 0;
        for (var session = 0; session < counts.Length; session++)
        {
            line[session] = sum += counts[session].Net;
        }

        return line;
    }

    /// <summary>An exponential average that begins with its first number: average += part * (number - average).</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="part">The part of the way to the new number, 0 to 1.</param>
    public static double[] ExponentialAverage(ReadOnlySpan<double> numbers, double part)
    {
        var averages = new double[numbers.Length];
        for (var i = 0; i < averages.Length; i++)
        {
            averages[i] = i == 0 ? numbers[0] : averages[i - 1] + (part * (numbers[i] - averages[i - 1]));
        }

        return averages;
    }

    /// <summary>The McClellan oscillator of ratio-adjusted net advances: their exponential average with 10% less that with 5%.</summary>
    /// <param name="counts">Counts in which somebody moved.</param>
    /// <remarks>Source: McClellan and McClellan, "Patterns for Profit", 1970; ratio-adjusted by 1000 * (A - D) / (A + D).</remarks>
    public static double[] McClellan(ReadOnlySpan<BreadthCount> counts)
    {
        var net = new double[counts.Length];
        for (var i = 0; i < net.Length; i++)
        {
            net[i] = 1000.0 * counts[i].Net / counts[i].Moved;
        }

        var (fast, slow) = (ExponentialAverage(net, 0.10), ExponentialAverage(net, 0.05));
        for (var i = 0; i < net.Length; i++)
        {
            net[i] = fast[i] - slow[i];
        }

        return net;
    }

    /// <summary>The ten-day exponential average of advancers over all that moved, by Zweig.</summary>
    /// <param name="counts">Counts in which somebody moved.</param>
    public static double[] ZweigAverage(ReadOnlySpan<BreadthCount> counts)
    {
        var part = new double[counts.Length];
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = (double)counts[i].Advancers / counts[i].Moved;
        }

        return ExponentialAverage(part, 2.0 / 11);
    }

    /// <summary>On which days a Zweig thrust is completed: the average comes above 0.615 and was below 0.40 at most ten sessions before.</summary>
    /// <param name="averages">The averages.</param>
    /// <remarks>Source: Zweig, "Winning on Wall Street", 1986.</remarks>
    public static bool[] ZweigThrusts(ReadOnlySpan<double> averages)
    {
        var thrusts = new bool[averages.Length];
        var low = int.MinValue;
        for (var i = 0; i < thrusts.Length; i++)
        {
            thrusts[i] = i > 0 && averages[i] > 0.615 && averages[i - 1] <= 0.615 && low >= 0 && i - low <= 10;
            low = averages[i] < 0.40 ? i : low;
        }

        return thrusts;
    }
}
