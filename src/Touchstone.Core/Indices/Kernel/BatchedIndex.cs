using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>One index of a batch, calculated.</summary>
/// <param name="Rulebook">Its rules.</param>
/// <param name="Days">The sessions, ascending; the same for all indices of an exchange.</param>
/// <param name="Levels">The price levels in points, unrounded, one for each session.</param>
/// <param name="Divisors">Each divisor from the session on which it is in force.</param>
/// <param name="Reviews">What each review set, earliest first; the first one made the index.</param>
public sealed record BatchedIndex(Rulebook Rulebook, ImmutableArray<DateOnly> Days, ReadOnlyMemory<double> Levels, ImmutableArray<BatchedDivisor> Divisors, ImmutableArray<BatchedReview> Reviews)
{
    /// <summary>An index that was calculated by itself.</summary>
    /// <param name="market">The package.</param>
    /// <param name="found">The index.</param>
    internal static BatchedIndex Of(Market market, IndexCalculation found)
    {
        var divisors = ImmutableArray.CreateBuilder<BatchedDivisor>();
        var days = found.Sessions.Select(session => session.Day).ToImmutableArray();
        divisors.Add(new BatchedDivisor(days[0], found.StartDivisor));
        foreach (var adjustment in found.History.Audit)
        {
            var session = days.AsSpan().BinarySearch(adjustment.Effective);
            var from = days[session >= 0 ? session : ~session];
            if (divisors[^1].From == from)
            {
                divisors[^1] = new BatchedDivisor(from, adjustment.DivisorAfter);
            }
            else if (divisors[^1].Value != adjustment.DivisorAfter)
            {
                divisors.Add(new BatchedDivisor(from, adjustment.DivisorAfter));
            }
        }

        return new BatchedIndex(found.Rulebook!, days, found.History.Levels.Select(level => level.Price).ToArray(), divisors.ToImmutable(), [.. found.Reviews.Select(review => BatchedReview.Of(market, review))]);
    }
}

/// <summary>A divisor and since when it holds.</summary>
/// <param name="From">The first session.</param>
/// <param name="Value">Currency of the index for one point; above zero.</param>
public readonly record struct BatchedDivisor(DateOnly From, double Value);

/// <summary>What one review of a batch set.</summary>
public sealed class BatchedReview
{
    private readonly Instrument[] _stocks;
    private readonly ReadOnlyMemory<int> _rows;
    private readonly ReadOnlyMemory<double> _units;
    private readonly ReadOnlyMemory<double> _factors;

    /// <summary>Writes a review down.</summary>
    /// <param name="dates">Its dates.</param>
    /// <param name="stocks">All stocks.</param>
    /// <param name="rows">The members among them.</param>
    /// <param name="units">Their units.</param>
    /// <param name="factors">Their cap factors; empty where nothing is capped.</param>
    internal BatchedReview(ReviewDates dates, Instrument[] stocks, ReadOnlyMemory<int> rows, ReadOnlyMemory<double> units, ReadOnlyMemory<double> factors) =>
        (Dates, _stocks, _rows, _units, _factors) = (dates, stocks, rows, units, factors);

    /// <summary>A review that was run by itself.</summary>
    /// <param name="market">The package.</param>
    /// <param name="review">The review.</param>
    internal static BatchedReview Of(Market market, ReviewResult review) => new(
        review.Dates,
        [.. review.Holdings.Select(holding => market.Instrument(holding.Instrument)!)],
        Enumerable.Range(0, review.Holdings.Length).ToArray(),
        review.Holdings.Select(holding => holding.Units).ToArray(),
        review.Holdings.Select(holding => holding.Cap).ToArray());

    /// <summary>Its dates.</summary>
    public ReviewDates Dates { get; }

    /// <summary>How many members there are.</summary>
    public int Count => _rows.Length;

    /// <summary>A member, in ordinal order of the ids.</summary>
    /// <param name="index">Its place; 0 or more, below <see cref="Count"/>.</param>
    public InstrumentId MemberAt(int index) => _stocks[_rows.Span[index]].Id;

    /// <summary>shares × free float × cap factor of a member from the effective day on; above zero.</summary>
    /// <param name="index">Its place.</param>
    public double UnitsAt(int index) => _units.Span[index];

    /// <summary>The cap factor of a member; above 0, at most 1.</summary>
    /// <param name="index">Its place.</param>
    public double FactorAt(int index) => _factors.IsEmpty ? 1 : _factors.Span[index];
}
