using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>One index of a batch, calculated.</summary>
/// <param name="Rulebook">Its rules.</param>
/// <param name="Days">The sessions, ascending; the same for all indices of an exchange.</param>
/// <param name="Levels">The price levels in points, unrounded, one for each session.</param>
/// <param name="Divisors">Each divisor from the session on which it is in force.</param>
/// <param name="Reviews">What each review set, earliest first; the first one made the index.</param>
public sealed record BatchedIndex(Rulebook Rulebook, ImmutableArray<DateOnly> Days, ReadOnlyMemory<double> Levels, ImmutableArray<BatchedDivisor> Divisors, ImmutableArray<BatchedReview> Reviews);

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
