using System.Collections.Immutable;

namespace Touchstone;

/// <summary>One number a day, days strictly ascending, every number finite. Immutable.</summary>
public sealed class DailySeries
{
    private readonly ImmutableArray<DateOnly> _days;
    private readonly ImmutableArray<double> _values;

    private DailySeries(ImmutableArray<DateOnly> days, ImmutableArray<double> values) => (_days, _values) = (days, values);

    /// <summary>The days, ascending.</summary>
    public ReadOnlySpan<DateOnly> Days => _days.AsSpan();

    /// <summary>The numbers, one for each day.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan();

    /// <summary>How many days.</summary>
    public int Count => _days.Length;

    /// <summary>Makes a series, checking it once.</summary>
    /// <param name="points">Days strictly ascending, numbers finite.</param>
    public static DailySeries Of(IEnumerable<(DateOnly Day, double Value)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        var values = ImmutableArray.CreateBuilder<double>();
        foreach (var (day, value) in points)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"The value of {day:yyyy-MM-dd} is {value}; every value must be finite.", nameof(points));
            }

            if (days.Count > 0 && day <= days[^1])
            {
                throw new ArgumentException($"{day:yyyy-MM-dd} follows {days[^1]:yyyy-MM-dd}; days must ascend.", nameof(points));
            }

            days.Add(day);
            values.Add(value);
        }

        return new DailySeries(days.DrainToImmutable(), values.DrainToImmutable());
    }
}
