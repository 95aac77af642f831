using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Studies;

/// <summary>
/// Sums over events of the generalised ranks: each event's estimation residuals ranked together with one cumulative value, for every window at once. Putting one value
/// in moves the ranks above it by one, so no window is ranked anew.
/// </summary>
internal sealed class GrankSums(int estimationDays, int columns, bool isUneven)
{
    private readonly double[] _shared = new double[estimationDays];
    private readonly double[] _moves = new double[estimationDays * columns];
    private readonly double[] _values = new double[columns];
    private readonly double[] _variances = new double[columns];
    private readonly double[] _base = new double[estimationDays];
    private readonly int[] _counts = new int[estimationDays];
    private readonly int[]? _uneven = isUneven ? new int[estimationDays * columns] : null;

    /// <summary>Adds one event.</summary>
    /// <param name="fit">The event.</param>
    /// <param name="ranks">Its estimation residuals in order.</param>
    /// <param name="values">For each window the cumulative value on the scale of the residuals; NaN where there is none.</param>
    public void Add(EventFit fit, EventRanks ranks, ReadOnlySpan<double> values)
    {
        var weight = 1.0 / (fit.Used + 2);
        var residuals = fit.Residuals;
        var isWhole = true;
        foreach (var value in values)
        {
            isWhole &= !double.IsNaN(value);
        }

        var own = ranks.Ranks;
        for (var day = 0; day < estimationDays; day++)
        {
            var isThere = own[day] > 0;
            _base[day] = isThere ? (own[day] * weight) - 0.5 : 0;
            if (isWhole)
            {
                _shared[day] += _base[day];
                _counts[day] += isThere ? 1 : 0;
            }
        }

        for (var column = 0; column < values.Length; column++)
        {
            if (double.IsNaN(values[column]))
            {
                continue;
            }

            var moves = _moves.AsSpan(column * estimationDays, estimationDays);
            if (!isWhole)
            {
                Dots.Add(1, _base, moves);
                for (var day = 0; day < estimationDays; day++)
                {
                    _uneven![(column * estimationDays) + day] += own[day] > 0 ? 1 : 0;
                }
            }

            Move(residuals, values[column], weight / 2, moves);
            var (below, equal) = ranks.Place(values[column]);
            _values[column] += ((1 + below + (equal / 2.0)) * weight) - 0.5;
            _variances[column] += (fit.Used / (fit.Used + 2.0)) / 12;
        }
    }

    /// <summary>Adds the sums of other events; the order in which parts are added is part of the result's last digit.</summary>
    public void Add(GrankSums other)
    {
        Dots.Add(1, other._shared, _shared);
        Dots.Add(1, other._moves, _moves);
        Dots.Add(1, other._values, _values);
        Dots.Add(1, other._variances, _variances);
        for (var day = 0; day < _counts.Length; day++)
        {
            _counts[day] += other._counts[day];
        }

        for (var i = 0; _uneven is not null && i < _uneven.Length; i++)
        {
            _uneven[i] += other._uneven![i];
        }
    }

    /// <summary>The sum of the window's own ranks, the root of the sum of their variances, and the spread over time of the mean rank; for a number of events.</summary>
    public (double Own, double Error, double Spread) Of(int column, int events)
    {
        var own = _values[column] / events;
        var sum = own * own;
        for (var day = 0; day < estimationDays; day++)
        {
            var count = _counts[day] + (_uneven?[(column * estimationDays) + day] ?? 0);
            if (count > 0)
            {
                var mean = (_shared[day] + _moves[(column * estimationDays) + day]) / count;
                sum += (double)count / events * mean * mean;
            }
        }

        return (own, Math.Sqrt(_variances[column]) / events, Math.Sqrt(sum / (estimationDays + 1)));
    }

    /// <summary>Half the weight for each of: residual above, residual not below the value. A missing residual is neither.</summary>
    private static void Move(double[] residuals, double value, double half, Span<double> moves)
    {
        var (at, by) = (Vector256.Create(value), Vector256.Create(half));
        ref var a = ref MemoryMarshal.GetArrayDataReference(residuals);
        ref var b = ref MemoryMarshal.GetReference(moves);
        var i = 0;
        for (; i <= residuals.Length - 4; i += 4)
        {
            var residual = Vector256.LoadUnsafe(ref a, (nuint)i);
            var above = Vector256.GreaterThan(residual, at) & by;
            var notBelow = Vector256.GreaterThanOrEqual(residual, at) & by;
            (Vector256.LoadUnsafe(ref b, (nuint)i) + (above + notBelow)).StoreUnsafe(ref b, (nuint)i);
        }

        for (; i < residuals.Length; i++)
        {
            moves[i] += (residuals[i] > value ? half : 0) + (residuals[i] >= value ? half : 0);
        }
    }
}
