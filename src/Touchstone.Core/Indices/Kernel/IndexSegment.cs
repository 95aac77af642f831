using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A run of sessions over which an index holds the same units and has the same divisor.</summary>
/// <param name="First">The first session, by its place in the panel.</param>
/// <param name="End">The first session that does not belong to it; above <paramref name="First"/>.</param>
/// <param name="Rows">The members' rows in the panel, in the order in which they are added.</param>
/// <param name="Units">Their units, in the same order; finite, above zero.</param>
/// <param name="Divisor">Currency of the panel for one point; finite, above zero.</param>
public sealed record IndexSegment(int First, int End, ImmutableArray<int> Rows, ImmutableArray<double> Units, double Divisor)
{
    /// <summary>Members whose prices are not those of the panel: suspended ones, and ones that leave at a price of their own.</summary>
    internal ImmutableArray<OwnPrices> Own { get; init; } = [];
}

/// <summary>A member that has other prices than those of the panel.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Units">Its units.</param>
/// <param name="Prices">Its prices, one for each session of the segment, in the currency of the index.</param>
internal sealed record OwnPrices(InstrumentId Instrument, double Units, double[] Prices);
