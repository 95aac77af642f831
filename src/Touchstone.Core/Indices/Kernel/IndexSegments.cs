using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>An index as runs of sessions, each with constant units and a divisor: what is left of any index once its events and reviews are worked out.</summary>
public sealed class IndexSegments
{
    /// <summary>Makes an index of segments.</summary>
    /// <param name="segments">The segments, at least one; each begins where the one before ends.</param>
    public IndexSegments(IEnumerable<IndexSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Segments = [.. segments];
        if (Segments.IsEmpty)
        {
            throw new ArgumentException("An index has at least one segment.", nameof(segments));
        }

        for (var i = 0; i < Segments.Length; i++)
        {
            var segment = Segments[i];
            if (segment.First < 0 || segment.End <= segment.First || (i > 0 && segment.First != Segments[i - 1].End))
            {
                throw new ArgumentException($"The segment of sessions {segment.First} to {segment.End} does not begin where the one before it ends, or holds no session.", nameof(segments));
            }

            if (segment.Rows.Length != segment.Units.Length)
            {
                throw new ArgumentException($"The segment of sessions {segment.First} to {segment.End} has {segment.Rows.Length} rows and {segment.Units.Length} units; expected as many.", nameof(segments));
            }

            foreach (var row in segment.Rows)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(segments));
                LastRow = Math.Max(LastRow, row);
            }
        }
    }

    /// <summary>The segments, in order.</summary>
    public ImmutableArray<IndexSegment> Segments { get; }

    /// <summary>The largest row of any segment; -1 when no segment has one.</summary>
    internal int LastRow { get; } = -1;

    /// <summary>The first session, by its place in the panel.</summary>
    public int First => Segments[0].First;

    /// <summary>The first session after the last one.</summary>
    public int End => Segments[^1].End;
}
