namespace Touchstone.Studies;

/// <summary>The average correlation of estimation residuals over all pairs of events, without a matrix of pairs.</summary>
/// <remarks>
/// Events with the same days form a block: with columns z of unit length, the sum of all correlations in it is |sum of z|^2, so a block of n events costs n columns and
/// not n^2 pairs. Two blocks meet on their common days alone, both put to unit length there. Only events with holes of their own are taken pair by pair.
/// A pair with fewer than ten common days has no correlation that means anything and enters with zero, as do events that share no day.
/// Source of the use: Kolari and Pynnönen, "Event study testing with cross-sectional correlation of abnormal returns", Review of Financial Studies 23, 2010.
/// </remarks>
internal static class ResidualCorrelation
{
    private const int FewestDays = 10;

    /// <summary>The mean over the pairs of events.</summary>
    public static double Average(EventFit[] fits, bool isCalendar, EventStudyOptions options)
    {
        var dates = Place(fits, isCalendar);
        var blocks = Blocks(dates);
        var sums = new double[blocks.Length];
        Parallel.For(0, blocks.Length, options.Threads, a =>
        {
            var sum = Within(blocks[a]);
            for (var b = 0; b < a; b++)
            {
                sum += Between(blocks[a], blocks[b]);
            }

            sums[a] = sum;
        });
        return sums.Sum() / (fits.Length * (fits.Length - 1.0) / 2);
    }

    private static ResidualDates[] Place(EventFit[] fits, bool isCalendar)
    {
        var length = fits[0].Residuals.Length;
        if (!isCalendar)
        {
            var clock = Enumerable.Range(0, length).ToArray();
            return [.. fits.Select(fit => ResidualDates.Of(fit, clock))];
        }

        var days = new HashSet<int>();
        var last = ReadOnlyMemory<int>.Empty;
        foreach (var fit in fits)
        {
            if (!fit.Source.DayNumbers.Equals(last))
            {
                last = fit.Source.DayNumbers;
                foreach (var day in last.Span[..length])
                {
                    days.Add(day);
                }
            }
        }

        var sorted = days.ToArray();
        Array.Sort(sorted);
        var places = new Dictionary<int, int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            places.Add(sorted[i], i);
        }

        var result = new ResidualDates[fits.Length];
        var own = new int[length];
        last = ReadOnlyMemory<int>.Empty;
        for (var i = 0; i < fits.Length; i++)
        {
            if (!fits[i].Source.DayNumbers.Equals(last))
            {
                last = fits[i].Source.DayNumbers;
                for (var day = 0; day < length; day++)
                {
                    own[day] = places[last.Span[day]];
                }
            }

            result[i] = ResidualDates.Of(fits[i], own);
        }

        return result;
    }

    /// <summary>Events with the same days together, in the order of their first.</summary>
    private static ResidualDates[][] Blocks(ResidualDates[] dates)
    {
        var blocks = new List<List<ResidualDates>>();
        var byHash = new Dictionary<int, List<List<ResidualDates>>>();
        foreach (var item in dates)
        {
            var hash = item.DaysHash();
            if (!byHash.TryGetValue(hash, out var candidates))
            {
                byHash.Add(hash, candidates = []);
            }

            var block = candidates.Find(candidate => candidate[0].HasDaysOf(item));
            if (block is null)
            {
                blocks.Add(block = []);
                candidates.Add(block);
            }

            block.Add(item);
        }

        return [.. blocks.Select(block => block.ToArray())];
    }

    private static double Within(ResidualDates[] block)
    {
        if (block.Length < 2)
        {
            return 0;
        }

        var days = new CommonDays(block[0], block[0]);
        if (days.Count < FewestDays)
        {
            return 0;
        }

        var sum = new double[days.Count];
        var count = UnitSum(block, days, sum);
        return (Dots.Dot(sum, sum) - count) / 2;
    }

    private static double Between(ResidualDates[] left, ResidualDates[] right)
    {
        var days = new CommonDays(left[0], right[0]);
        if (days.Count < FewestDays)
        {
            return 0;
        }

        if (left.Length == 1 && right.Length == 1 && days.AreRun)
        {
            return Pair(left[0], right[0], days.From, days.To);
        }

        var (sumLeft, sumRight) = (new double[days.Count], new double[days.Count]);
        UnitSum(left, days, sumLeft);
        UnitSum(right, days, sumRight);
        return Dots.Dot(sumLeft, sumRight);
    }

    /// <summary>Adds up the columns of a block, each of mean zero and length one over some days; returns how many have a length at all.</summary>
    private static int UnitSum(ResidualDates[] block, CommonDays days, Span<double> sum)
    {
        var (count, shift) = (0, 0.0);
        var buffer = days.AreRun ? [] : new double[days.Count];
        foreach (var item in block)
        {
            var values = days.Of(item, buffer);
            var (mean, norm) = days.AreRun ? item.Over(days.From, days.To) : Moments(values);
            if (norm > 0)
            {
                count++;
                shift += mean / norm;
                Dots.Add(1 / norm, values, sum);
            }
        }

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] -= shift;
        }

        return count;
    }

    private static (double Mean, double Norm) Moments(ReadOnlySpan<double> values)
    {
        var (mean, deviation) = SampleColumn.Moments(values);
        return (mean, deviation * Math.Sqrt(values.Length - 1));
    }

    private static double Pair(ResidualDates left, ResidualDates right, int from, int to)
    {
        var (meanLeft, normLeft) = left.Over(from, to);
        var (meanRight, normRight) = right.Over(from, to);
        var product = Dots.Dot(left.Values.AsSpan(from - left.Start, to - from), right.Values.AsSpan(from - right.Start, to - from));
        return normLeft > 0 && normRight > 0 ? (product - ((to - from) * meanLeft * meanRight)) / (normLeft * normRight) : 0;
    }
}
